/**
 * Detention: visits to closed centres. A visit is a day in a centre; the conversations on it belong to case files, what
 * was seen of the centre belongs to the visit. The lists here are those the code decides by; all others are code lists.
 */
import { type Day, daysBetween } from '@/lib/shared/dates'

export const ACCESS = ['granted', 'delayed', 'partly_refused', 'refused'] as const
export type Access = (typeof ACCESS)[number]
export const OUTCOMES = ['seen', 'not_seen', 'refused', 'isolation', 'gone'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const SEVERITIES = ['info', 'watch', 'serious', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]
/** Why there is no age: three answers that statistics and colleagues must not confuse. */
export const NO_AGE = ['not_asked', 'not_known', 'declined'] as const

/** Code lists a visit picks from, by the part of the form that does. */
export const LISTS = {
  topics: 'encounter_topic',
  actions: 'action_type',
  requests: 'encounter_request',
  signals: 'concern_type',
  themes: 'monitoring_theme',
} as const
export type Part = keyof typeof LISTS

/** The few values that fit most conversations, shown first; the rest is one tap away. */
export const FREQUENT: Readonly<Record<Part, readonly string[]>> = {
  actions: [
    'listened',
    'information_given',
    'lawyer_contacted',
    'family_contacted',
    'mediated_social_service',
  ],
  topics: ['asylum_procedure', 'removal', 'legal_aid', 'health', 'family'],
  requests: ['contact_lawyer', 'contact_family', 'explain_decision', 'medical_care', 'clothes_money'],
  signals: [
    'self_harm',
    'medical_neglect',
    'minor_detained',
    'trafficking_suspected',
    'no_lawyer',
    'family_separation',
  ],
  themes: [],
}

const CRITICAL = new Set([
  'suicide_attempt',
  'suicide_risk',
  'self_harm',
  'thirst_strike',
  'sexual_violence',
  'death',
])
const SERIOUS = new Set([
  'hunger_strike',
  'use_of_force',
  'ill_treatment_allegation',
  'minor_detained',
  'trafficking_suspected',
  'medical_neglect',
  'pregnancy',
  'missed_deadline',
])

/** The severity a signal starts with. When life or integrity may be at stake the form errs upwards; the visitor can lower it. */
export const startingSeverity = (signal: string): Severity => {
  if (CRITICAL.has(signal)) return 'critical'
  return SERIOUS.has(signal) ? 'serious' : 'watch'
}

type Written = {
  readonly who:
    | { readonly kind: 'known' }
    | { readonly kind: 'new'; readonly name: string; readonly recognise: string }
  readonly outcome: Outcome | ''
  readonly actions: readonly string[]
  readonly topics: readonly string[]
  readonly requests: readonly string[]
  readonly signals: readonly { readonly code: string; readonly severity: Severity; readonly note: string }[]
  readonly note: string
  readonly nextStep: { readonly who: 'none' | 'me'; readonly text: string; readonly on: string }
}

/** True when anything at all was said of this person; a card that nobody touched is no encounter. */
export const isWritten = (encounter: Written): boolean =>
  encounter.outcome !== '' ||
  encounter.actions.length + encounter.topics.length + encounter.requests.length + encounter.signals.length >
    0 ||
  encounter.note.trim() !== '' ||
  encounter.nextStep.who === 'me' ||
  (encounter.who.kind === 'new' && `${encounter.who.name}${encounter.who.recognise}`.trim() !== '')

export const GAPS = [
  'nothingWritten',
  'noOutcome',
  'noAction',
  'noNote',
  'signalUnexplained',
  'stepWithoutDay',
] as const
export type Gap = (typeof GAPS)[number]

/** What a colleague may miss later. Shown before saving, each as a link; none of them stops anybody. */
export const gapsOf = (encounter: Written): Gap[] => {
  if (!isWritten(encounter)) return ['nothingWritten']
  const gaps: Gap[] = []
  if (encounter.outcome === '') gaps.push('noOutcome')
  if (encounter.outcome === 'seen' && encounter.actions.length === 0) gaps.push('noAction')
  if (encounter.outcome === 'seen' && encounter.note.trim() === '') gaps.push('noNote')
  const loud = encounter.signals.filter(({ severity }) => severity === 'serious' || severity === 'critical')
  if (loud.some(({ note }) => note.trim() === '')) gaps.push('signalUnexplained')
  if (encounter.nextStep.who === 'me' && encounter.nextStep.on === '') gaps.push('stepWithoutDay')
  return gaps
}

export type Accreditation = { readonly from: Day; readonly until: Day }
export type Standing =
  | { readonly kind: 'valid'; readonly until: Day }
  | { readonly kind: 'expired'; readonly until: Day }
  | { readonly kind: 'notYet'; readonly from: Day }
  | { readonly kind: 'none' }

/** Whether somebody was accredited for a centre on a day. Accreditation is personal; its last day counts. */
export const standingOn = (day: Day, accreditations: readonly Accreditation[]): Standing => {
  const valid = accreditations.filter(({ from, until }) => from <= day && day <= until)
  const [best] = [...valid].sort((a, b) => (a.until < b.until ? 1 : -1))
  if (best) return { kind: 'valid', until: best.until }
  const [past] = accreditations
    .filter(({ until }) => until < day)
    .sort((a, b) => (a.until < b.until ? 1 : -1))
  if (past) return { kind: 'expired', until: past.until }
  const [coming] = [...accreditations].sort((a, b) => (a.from < b.from ? -1 : 1))
  return coming ? { kind: 'notYet', from: coming.from } : { kind: 'none' }
}

type Checked = {
  readonly teamId: string
  readonly onDate: Day
  readonly visitors: readonly string[]
  readonly encounters: readonly Written[]
  readonly observations: readonly { readonly theme: string }[]
}
export type Known = {
  /** Today in Brussels, from the database's clock. */
  readonly today: Day
  readonly actorId: string
  readonly teams: readonly string[]
  readonly colleagues: ReadonlySet<string>
  readonly codes: Readonly<Record<Part, ReadonlySet<string>>>
}

type Codes = readonly { readonly code: string }[]

/** The codes of the lists, for checking what was sent. */
export const toCodes = (lists: Readonly<Record<Part, Codes>>): Known['codes'] => {
  const set = (list: Codes) => new Set(list.map(({ code }) => code))
  return {
    topics: set(lists.topics),
    actions: set(lists.actions),
    requests: set(lists.requests),
    signals: set(lists.signals),
    themes: set(lists.themes),
  }
}

const OLDEST_DAYS = 3 * 366

/** What the form alone cannot know. Field names are those of the form; an empty record means that nothing is wrong. */
export const checkVisit = (visit: Checked, known: Known): Readonly<Record<string, string>> => {
  const fields: Record<string, string> = {}
  if (visit.onDate > known.today) fields.onDate = 'visitInTheFuture'
  else if (daysBetween(visit.onDate, known.today) > OLDEST_DAYS) fields.onDate = 'visitTooLongAgo'
  if (!visit.visitors.includes(known.actorId)) fields.visitors = 'visitWithoutYou'
  else if (visit.visitors.some((id) => !known.colleagues.has(id))) fields.visitors = 'notAColleague'
  if (!known.teams.includes(visit.teamId)) fields.teamId = 'notYourTeam'
  for (const [index, encounter] of visit.encounters.entries()) {
    const at = `encounters.${index}`
    for (const part of ['topics', 'actions', 'requests'] as const)
      if (encounter[part].some((code) => !known.codes[part].has(code)))
        fields[`${at}.${part}`] = 'unknownChoice'
    if (encounter.signals.some(({ code }) => !known.codes.signals.has(code)))
      fields[`${at}.signals`] = 'unknownChoice'
    const { who, on } = encounter.nextStep
    if (who === 'me' && on !== '' && on < visit.onDate) fields[`${at}.nextStep.on`] = 'stepBeforeVisit'
  }
  for (const [index, { theme }] of visit.observations.entries())
    if (!known.codes.themes.has(theme)) fields[`observations.${index}.text`] = 'unknownChoice'
  return fields
}

/** The Monday of the week of a day. */
export const toMonday = (day: Day): Day => {
  const since = daysBetween('2001-01-01', day)
  const monday = since - (((since % 7) + 7) % 7)
  return new Date(Date.UTC(2001, 0, 1 + monday)).toISOString().slice(0, 10)
}

export const QUESTIONS = [
  'plan',
  'strike',
  'isolation',
  'force',
  'care',
  'minor',
  'family',
  'trafficking',
  'deadline',
  'other',
] as const
export type Question = (typeof QUESTIONS)[number]

const ASKED: Readonly<Record<string, Question>> = {
  self_harm: 'plan',
  suicide_attempt: 'plan',
  suicide_risk: 'plan',
  hunger_strike: 'strike',
  thirst_strike: 'strike',
  isolation_disciplinary: 'isolation',
  isolation_security: 'isolation',
  isolation_medical: 'isolation',
  use_of_force: 'force',
  ill_treatment_allegation: 'force',
  sexual_violence: 'force',
  medical_neglect: 'care',
  pregnancy: 'care',
  minor_detained: 'minor',
  family_separation: 'family',
  trafficking_suspected: 'trafficking',
  no_lawyer: 'deadline',
  missed_deadline: 'deadline',
}

/** The one question a signal opens: what a colleague has to know to act the same day. */
export const questionOf = (signal: string): Question => ASKED[signal] ?? 'other'
