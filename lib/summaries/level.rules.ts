/**
 * What stands on a summary of a file, by whom it is for. All of it is said here and nowhere else: redact.rules.ts reads this
 * table and decides nothing itself (docs/adr/0037).
 */

import type { PersonField } from '@/lib/people/person-field.rules'
import { type CodeOf, vocabulary, without } from '@/lib/shared/vocabulary'

/** From least to most: each level shows all that the one before it shows, in the same or in more detail. */
export const LEVELS = vocabulary('summaries.levels', ['unnamed', 'known_to_them', 'whole'])
export type Level = CodeOf<typeof LEVELS>

/** For whom a summary or a letter is made; the level follows, and no one types it. */
export const AUDIENCES = vocabulary('summaries.audiences', [
  'lawyer',
  'organisation',
  'colleague',
  'discussion',
  'authority',
  'person',
])
export type Audience = CodeOf<typeof AUDIENCES>
/** For whom there is a summary: an authority and the person are written to, in the organisation's own form (docs/adr/0175). */
export const SUMMARY_AUDIENCES = without('summaries.summary-audiences', AUDIENCES, ['authority', 'person'])
export type SummaryAudience = CodeOf<typeof SUMMARY_AUDIENCES>
export const LEVEL_FOR: Readonly<Record<Audience, Level>> = {
  lawyer: 'whole',
  organisation: 'known_to_them',
  colleague: 'known_to_them',
  discussion: 'unnamed',
  authority: 'whole',
  person: 'whole',
}

export const SECTIONS = vocabulary('summaries.sections', [
  'identity',
  'present',
  'procedure',
  'mandates',
  'needs',
  'matters',
  'guardianship',
  'detention',
  'deadlines',
  'plan',
  'contacts',
  'signals',
  'people',
  'referrals',
  'own',
  'own_sensitive',
])
export type Section = CodeOf<typeof SECTIONS>

/** What is ticked before anyone ticks: the least that each of them can work with. */
export const TICKED: Readonly<Record<SummaryAudience, readonly Section[]>> = {
  lawyer: ['identity', 'present', 'procedure', 'detention', 'deadlines'],
  organisation: ['identity', 'present'],
  colleague: ['identity', 'present', 'deadlines'],
  discussion: ['identity', 'procedure', 'detention'],
}

/**
 * Sections that speak of health, violence or belief (GDPR art. 9): ticked by hand, never before. To whom a person was referred
 * tells of it.
 */
export const SENSITIVE: readonly Section[] = ['needs', 'signals', 'referrals', 'own_sensitive']

/** What no letter to a person tells them: of others, or what was thought of them. A CHECK holds the same. */
export const NEVER_TO_PERSON: readonly Section[] = ['contacts', 'signals', 'people']

/** How much of a piece a level shows: nothing, something coarser (value.rules.ts says what), or all. From least to most. */
export const DETAILS = vocabulary('summaries.details', ['hidden', 'coarse', 'shown'])
export type Detail = CodeOf<typeof DETAILS>

const piece = <K extends string>(
  section: Section,
  /** The kind of its value (value.rules.ts). */
  kind: K,
  ...[unnamed, known_to_them, whole]: readonly [Detail, Detail, Detail]
) => ({ section, kind, levels: { unnamed, known_to_them, whole } }) as const

/** Every piece of content there is, with what the three levels do to it, from unnamed to whole. */
export const PIECES = {
  name: piece('identity', 'name', 'hidden', 'coarse', 'shown'),
  otherName: piece('identity', 'name', 'hidden', 'hidden', 'shown'),
  mark: piece('identity', 'text', 'hidden', 'hidden', 'shown'),
  fileCode: piece('identity', 'code', 'hidden', 'shown', 'shown'),
  age: piece('identity', 'age', 'coarse', 'shown', 'shown'),
  minority: piece('identity', 'minority', 'shown', 'shown', 'shown'),
  sex: piece('identity', 'answer', 'shown', 'shown', 'shown'),
  nationality: piece('identity', 'nationality', 'coarse', 'shown', 'shown'),
  origin: piece('identity', 'country', 'hidden', 'hidden', 'shown'),
  language: piece('identity', 'language', 'hidden', 'shown', 'shown'),
  interpreter: piece('identity', 'answer', 'shown', 'shown', 'shown'),

  fileKind: piece('present', 'listed', 'shown', 'shown', 'shown'),
  status: piece('present', 'listed', 'shown', 'shown', 'shown'),
  openedOn: piece('present', 'day', 'coarse', 'shown', 'shown'),
  place: piece('present', 'place', 'coarse', 'shown', 'shown'),
  placeSince: piece('present', 'day', 'coarse', 'shown', 'shown'),
  // The agreed word stands on no paper: it is between the person and this organisation.
  reachOf: piece('present', 'name', 'hidden', 'coarse', 'shown'),
  reachRule: piece('present', 'reach', 'hidden', 'shown', 'shown'),
  reachAt: piece('present', 'code', 'hidden', 'hidden', 'shown'),
  reachSay: piece('present', 'text', 'hidden', 'hidden', 'shown'),
  reachHours: piece('present', 'text', 'hidden', 'coarse', 'shown'),
  worker: piece('present', 'staff', 'hidden', 'shown', 'shown'),
  office: piece('present', 'office', 'hidden', 'shown', 'shown'),

  way: piece('procedure', 'way', 'shown', 'shown', 'shown'),
  sequence: piece('procedure', 'ordinal', 'shown', 'shown', 'shown'),
  state: piece('procedure', 'asylumState', 'shown', 'shown', 'shown'),
  event: piece('procedure', 'asylumEvent', 'shown', 'shown', 'shown'),
  eventOn: piece('procedure', 'when', 'coarse', 'shown', 'shown'),
  notifiedOn: piece('procedure', 'day', 'hidden', 'shown', 'shown'),
  eventCountry: piece('procedure', 'country', 'coarse', 'shown', 'shown'),
  document: piece('procedure', 'document', 'shown', 'shown', 'shown'),
  issuedOn: piece('procedure', 'day', 'coarse', 'shown', 'shown'),
  expiresOn: piece('procedure', 'day', 'coarse', 'shown', 'shown'),
  reception: piece('procedure', 'listed', 'shown', 'shown', 'shown'),
  receptionFrom: piece('procedure', 'day', 'coarse', 'shown', 'shown'),
  code207: piece('procedure', 'listed', 'hidden', 'shown', 'shown'),

  lawyer: piece('mandates', 'name', 'hidden', 'coarse', 'shown'),
  aid: piece('mandates', 'aid', 'shown', 'shown', 'shown'),
  mandateState: piece('mandates', 'mandateState', 'shown', 'shown', 'shown'),
  aidAskedOn: piece('mandates', 'day', 'coarse', 'shown', 'shown'),
  aidGrantedOn: piece('mandates', 'day', 'coarse', 'shown', 'shown'),
  mandateEndedOn: piece('mandates', 'day', 'coarse', 'shown', 'shown'),
  mandateEnd: piece('mandates', 'mandateEnd', 'hidden', 'hidden', 'shown'),

  need: piece('needs', 'listed', 'hidden', 'hidden', 'shown'),
  needOf: piece('needs', 'name', 'hidden', 'hidden', 'shown'),
  needSource: piece('needs', 'needSource', 'hidden', 'hidden', 'shown'),
  needSince: piece('needs', 'when', 'hidden', 'hidden', 'shown'),
  needTold: piece('needs', 'authority', 'hidden', 'hidden', 'shown'),
  needToldOn: piece('needs', 'day', 'hidden', 'hidden', 'shown'),
  needAnswer: piece('needs', 'needAnswer', 'hidden', 'hidden', 'shown'),
  needAnsweredOn: piece('needs', 'day', 'hidden', 'hidden', 'shown'),
  needEndedOn: piece('needs', 'day', 'hidden', 'hidden', 'shown'),

  matter: piece('matters', 'matter', 'shown', 'shown', 'shown'),
  matterOn: piece('matters', 'when', 'coarse', 'shown', 'shown'),
  matterFor: piece('matters', 'name', 'hidden', 'coarse', 'shown'),
  programme: piece('matters', 'programme', 'hidden', 'shown', 'shown'),
  doubt: piece('matters', 'doubt', 'hidden', 'hidden', 'shown'),

  minorName: piece('guardianship', 'name', 'hidden', 'coarse', 'shown'),
  guardianState: piece('guardianship', 'guardianState', 'shown', 'shown', 'shown'),
  guardian: piece('guardianship', 'name', 'hidden', 'coarse', 'shown'),
  guardianPhone: piece('guardianship', 'code', 'hidden', 'hidden', 'shown'),
  guardianSince: piece('guardianship', 'when', 'coarse', 'shown', 'shown'),
  guardianEvent: piece('guardianship', 'guardianEvent', 'coarse', 'shown', 'shown'),
  guardianEventOn: piece('guardianship', 'when', 'coarse', 'shown', 'shown'),
  disappearance: piece('guardianship', 'guardianEvent', 'hidden', 'hidden', 'shown'),
  disappearanceOn: piece('guardianship', 'when', 'hidden', 'hidden', 'shown'),

  heldState: piece('detention', 'heldState', 'shown', 'shown', 'shown'),
  heldGround: piece('detention', 'listed', 'shown', 'shown', 'shown'),
  heldSince: piece('detention', 'day', 'coarse', 'shown', 'shown'),
  heldUntil: piece('detention', 'day', 'coarse', 'shown', 'shown'),
  heldDays: piece('detention', 'days', 'coarse', 'shown', 'shown'),
  heldEvent: piece('detention', 'held', 'coarse', 'shown', 'shown'),
  heldEventOn: piece('detention', 'when', 'coarse', 'shown', 'shown'),

  deadline: piece('deadlines', 'title', 'shown', 'shown', 'shown'),
  dueOn: piece('deadlines', 'day', 'coarse', 'shown', 'shown'),
  meaning: piece('deadlines', 'meaning', 'shown', 'shown', 'shown'),
  noDate: piece('deadlines', 'noDate', 'shown', 'shown', 'shown'),
  between: piece('deadlines', 'window', 'hidden', 'shown', 'shown'),
  conflict: piece('deadlines', 'conflict', 'hidden', 'shown', 'shown'),
  counted: piece('deadlines', 'steps', 'hidden', 'shown', 'shown'),
  rule: piece('deadlines', 'rule', 'shown', 'shown', 'shown'),

  nextStep: piece('plan', 'text', 'hidden', 'coarse', 'shown'),
  nextStepOn: piece('plan', 'day', 'coarse', 'shown', 'shown'),
  goal: piece('plan', 'text', 'hidden', 'coarse', 'shown'),
  progress: piece('plan', 'progress', 'shown', 'shown', 'shown'),
  step: piece('plan', 'text', 'hidden', 'coarse', 'shown'),
  stepOn: piece('plan', 'day', 'coarse', 'shown', 'shown'),
  stepBy: piece('plan', 'staff', 'hidden', 'hidden', 'shown'),

  contact: piece('contacts', 'contact', 'shown', 'shown', 'shown'),
  contactOn: piece('contacts', 'day', 'coarse', 'shown', 'shown'),
  contactPlace: piece('contacts', 'place', 'coarse', 'shown', 'shown'),
  contactBy: piece('contacts', 'staff', 'hidden', 'coarse', 'shown'),

  signal: piece('signals', 'listed', 'shown', 'shown', 'shown'),
  incident: piece('signals', 'held', 'coarse', 'shown', 'shown'),
  incidentOn: piece('signals', 'when', 'coarse', 'shown', 'shown'),

  role: piece('people', 'role', 'shown', 'shown', 'shown'),
  relativeName: piece('people', 'name', 'hidden', 'coarse', 'shown'),
  relativeAge: piece('people', 'age', 'coarse', 'shown', 'shown'),

  referralTo: piece('referrals', 'text', 'hidden', 'hidden', 'shown'),
  referralKind: piece('referrals', 'referralKind', 'hidden', 'shown', 'shown'),
  referralState: piece('referrals', 'referralState', 'hidden', 'shown', 'shown'),
  referralOn: piece('referrals', 'day', 'hidden', 'shown', 'shown'),

  // Answers to fields of the organisation's own, by the level that each field names; one that names none is on no sheet.
  ownOf: piece('own', 'name', 'hidden', 'coarse', 'shown'),
  ownKnown: piece('own', 'own', 'hidden', 'coarse', 'shown'),
  ownWholeOf: piece('own', 'name', 'hidden', 'hidden', 'shown'),
  ownWhole: piece('own', 'own', 'hidden', 'hidden', 'shown'),
  ownSensitiveOf: piece('own_sensitive', 'name', 'hidden', 'hidden', 'shown'),
  ownSensitive: piece('own_sensitive', 'own', 'hidden', 'hidden', 'shown'),
} as const
export type Piece = keyof typeof PIECES

/** The piece of what has one value at a time for each person. */
export const ANSWER_PIECES = {
  sex: 'sex',
  interpreterNeed: 'interpreter',
} as const satisfies Readonly<Record<PersonField, Piece>>

/** The sections of which a level shows something: which needs a person has, for example, is no one’s but the lawyer's. */
export const sectionsAt = (level: Level): readonly Section[] =>
  SECTIONS.codes.filter((section) =>
    Object.values(PIECES).some((one) => one.section === section && one.levels[level] !== 'hidden'),
  )

/** How much of a piece a level shows. */
export const detailOf = (of: Piece, level: Level): Detail => PIECES[of].levels[level]
