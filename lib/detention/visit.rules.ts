/**
 * Detention: visits to closed centres. A visit is a day in a centre; the conversations on it belong to case files, what
 * was seen of the centre belongs to the visit. The lists here are those the code decides by; all others are code lists.
 */

import type { Severity } from '@/lib/cases/severity.rules'
import { type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Outcome } from './outcome.rules'

export const ACCESS = vocabulary('detention.access', ['granted', 'delayed', 'partly_refused', 'refused'])
/** Whose the next step is. */
export const STEP_OWNERS = vocabulary('detention.step-owners', ['none', 'me', 'colleague'])
/** Whether day and hours are someone’s word or only proposed after the last visit. */
export const HEADERS = vocabulary('detention.headers', ['proposed', 'said'])
/** Why there is no age: three answers that statistics and colleagues must not confuse. */
export const NO_AGE = vocabulary('detention.no-age', ['not_asked', 'not_known', 'declined'])

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
  readonly nextStep: {
    readonly who: CodeOf<typeof STEP_OWNERS>
    readonly staffId: string
    readonly text: string
    readonly on: string
  }
}

/** True when anything at all was said of this person; a card that no one touched is no encounter. */
export const isWritten = (encounter: Written): boolean =>
  encounter.outcome !== '' ||
  encounter.actions.length + encounter.topics.length + encounter.requests.length + encounter.signals.length >
    0 ||
  encounter.note.trim() !== '' ||
  encounter.nextStep.who !== 'none' ||
  (encounter.who.kind === 'new' && `${encounter.who.name}${encounter.who.recognise}`.trim() !== '')

export const GAPS = vocabulary('detention.gaps', [
  'nothingWritten',
  'noOutcome',
  'noAction',
  'noNote',
  'signalUnexplained',
  'stepWithoutDay',
])
export type Gap = CodeOf<typeof GAPS>

/** What a colleague may miss later. Shown before saving, each as a link; none of them stops anyone. */
export const gapsOf = (encounter: Written): Gap[] => {
  if (!isWritten(encounter)) return ['nothingWritten']
  const gaps: Gap[] = []
  if (encounter.outcome === '') gaps.push('noOutcome')
  if (encounter.outcome === 'seen' && encounter.actions.length === 0) gaps.push('noAction')
  if (encounter.outcome === 'seen' && encounter.note.trim() === '') gaps.push('noNote')
  const loud = encounter.signals.filter(({ severity }) => severity === 'serious' || severity === 'critical')
  if (loud.some(({ note }) => note.trim() === '')) gaps.push('signalUnexplained')
  if (encounter.nextStep.who !== 'none' && encounter.nextStep.on === '') gaps.push('stepWithoutDay')
  return gaps
}

export type Accreditation = { readonly from: Day; readonly until: Day }
export type AccreditationState =
  | { readonly kind: 'valid'; readonly until: Day }
  | { readonly kind: 'expired'; readonly until: Day }
  | { readonly kind: 'notYet'; readonly from: Day }
  | { readonly kind: 'none' }

/** Whether a colleague was accredited for a centre on a day. Accreditation is personal; its last day counts. */
export const accreditationOn = (day: Day, accreditations: readonly Accreditation[]): AccreditationState => {
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

type Picked = Pick<Written, 'topics' | 'actions' | 'requests' | 'signals'>

/** The parts of a conversation that hold a code no one may choose today. */
export const checkCodes = (picked: Picked, codes: Known['codes']): Part[] => [
  ...(['topics', 'actions', 'requests'] as const).filter((part) =>
    picked[part].some((code) => !codes[part].has(code)),
  ),
  ...(picked.signals.some(({ code }) => !codes.signals.has(code)) ? (['signals'] as const) : []),
]

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
    for (const part of checkCodes(encounter, known.codes)) fields[`${at}.${part}`] = 'unknownChoice'
    const { who, staffId, on } = encounter.nextStep
    if (who !== 'none' && on !== '' && on < visit.onDate) fields[`${at}.nextStep.on`] = 'stepBeforeVisit'
    if (who === 'colleague' && !known.colleagues.has(staffId))
      fields[`${at}.nextStep.staffId`] = 'notAColleague'
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
