/** The closed lists of the guardianship room, and what an event of each kind says beside its day. */

/** In the order in which a guardianship runs; on one day they stand in this order. */
export const EVENT_KINDS = [
  'prepared',
  'reported',
  'taken_in_charge',
  'age_doubted',
  'age_assessed',
  'decided',
  'challenged',
  'guardian_ended',
  'guardian_appointed',
  'report_sent',
  'solution',
  'placed',
  'missing',
  'told',
  'looked_again',
  'found',
  'taken_back',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What one records; that a row was a mistake is said beside that row. */
export const RECORDED_KINDS = EVENT_KINDS.filter(
  (kind): kind is Exclude<EventKind, 'taken_back'> => kind !== 'taken_back',
)

/** What is chosen from a list of what happened: the sheet of a report has a page of its own. */
export const CHOSEN_KINDS = RECORDED_KINDS.filter((kind) => kind !== 'prepared')

/** What the sheet of a report asks in words, beside what the file knows. */
export const SHEET_PARTS = ['found', 'family', 'route', 'reasons', 'doubts', 'urgent'] as const

const CHANNELS = ['by_phone', 'by_mail', 'by_sheet', 'other_way'] as const
const RESULTS = ['minor', 'adult', 'inconclusive', 'pending'] as const
const DECISIONS = ['identified_uam', 'identified_uam_eea', 'not_minor', 'not_unaccompanied'] as const
const END_REASONS = [
  'entrusted_to_parent_or_guardian',
  'majority',
  'death',
  'emancipation',
  'adoption',
  'marriage',
  'belgian_or_eea_nationality',
  'removal_from_territory',
  'disappeared_4_months',
  'unlimited_residence',
  'found_adult',
  'found_accompanied',
  'guardian_resigned',
  'other',
] as const
/** Steps of the search for a durable solution; the last four are what the Immigration Office answers. */
const SOLUTION_STEPS = [
  'applied',
  'heard',
  'extension_asked',
  'renewal_asked',
  'not_yet_found',
  'stay_in_belgium',
  'return_country_of_origin',
  'family_reunification_abroad',
] as const
const FOUND = ['found_safe', 'found_elsewhere_eu', 'found_exploited', 'closed_no_news'] as const
export const MISTAKES = ['not_happened', 'wrong_file', 'recorded_twice'] as const

const PARTIES = [
  'ngo',
  'police_local',
  'police_federal_border',
  'io',
  'fedasil',
  'hospital',
  'school',
  'youth_services',
  'citizen',
  'self',
] as const
const DOUBT_SOURCES = ['io', 'police', 'cgrs', 'reception_centre', 'other_state', 'other'] as const
const METHODS = ['documents', 'interview', 'medical_triple_test', 'refused_by_person', 'none'] as const
const REPORTS = ['initial', 'periodic', 'final'] as const
const ARRANGEMENTS = [
  'ooc',
  'collective_uam_centre',
  'small_unit',
  'foster_family',
  'specialised_thb_centre',
  'youth_care',
  'with_relatives',
  'independent_supported',
  'closed_centre',
  'street',
  'unknown',
] as const
/** Whom one tells that a minor is missing, in the order in which it is done. */
export const TOLD_TO = ['police', 'child_focus', 'guardianship_service', 'lawyer', 'guardian'] as const
/** Who is told of a disappearance before anybody else. */
export const TOLD_AT_ONCE = ['police', 'child_focus'] as const

/** Under which names the reference data keeps those one calls. */
export const SERVICE_SLUG = 'guardianship-service'
export const SLUGS: Readonly<Partial<Record<(typeof TOLD_TO)[number], string>>> = {
  child_focus: 'child-focus',
  guardianship_service: SERVICE_SLUG,
}

export const OUTCOMES = [
  ...CHANNELS,
  ...RESULTS,
  ...DECISIONS,
  ...END_REASONS,
  ...SOLUTION_STEPS,
  ...FOUND,
  ...MISTAKES,
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const FORMS = [
  ...new Set([...PARTIES, ...DOUBT_SOURCES, ...METHODS, ...REPORTS, ...ARRANGEMENTS, ...TOLD_TO] as const),
]
export type Form = (typeof FORMS)[number]

export const WORRYING = ['none', 'possible', 'worrying'] as const
/** What makes a disappearance worrying, as the police ask for it. */
export const FACTORS = ['under_13', 'trafficking_signs', 'disability', 'debt', 'threats'] as const
export const INFORMED = ['yes', 'no', 'not_known'] as const
export const CONSENTS = ['written', 'spoken', 'refused', 'not_asked', 'not_known'] as const
export const PHASES = ['uam_phase_1', 'uam_phase_2', 'uam_phase_3', 'none'] as const

/** What a kind may ask beside its day, its lists and its words. */
export const ASKS = [
  'at',
  'notified',
  'atBorder',
  'who',
  'service',
  'phone',
  'language',
  'reference',
  'place',
  'worrying',
  'factors',
  'informed',
  'consent',
  'tested',
  'phase',
  'sheet',
] as const
export type Ask = (typeof ASKS)[number]

/** A list of which one value is needed. Its words stand in the code list of that name, or in the messages of the room. */
type Choice<T> = { readonly values: readonly T[]; readonly list: string | null }

export type Shape = {
  readonly outcome: Choice<Outcome> | null
  readonly form: Choice<Form> | null
  readonly asks: readonly Ask[]
  /** What may not be left empty. */
  readonly must: readonly Ask[]
  /** The kind it answers; one such row is needed. */
  readonly concerns: EventKind | null
}
const PLAIN: Shape = { outcome: null, form: null, asks: [], must: [], concerns: null }

export const SHAPES: Readonly<Record<EventKind, Shape>> = {
  prepared: { ...PLAIN, asks: ['sheet'] },
  reported: {
    ...PLAIN,
    form: { values: PARTIES, list: 'uam_signalling_party' },
    outcome: { values: CHANNELS, list: null },
    asks: ['who', 'reference'],
  },
  taken_in_charge: { ...PLAIN, asks: ['reference'] },
  age_doubted: { ...PLAIN, form: { values: DOUBT_SOURCES, list: 'age_doubt_source' }, asks: ['atBorder'] },
  age_assessed: {
    ...PLAIN,
    form: { values: METHODS, list: 'age_assessment_method' },
    outcome: { values: RESULTS, list: 'age_assessment_result' },
    asks: ['informed', 'consent', 'tested'],
  },
  decided: {
    ...PLAIN,
    outcome: { values: DECISIONS, list: 'uam_identification_status' },
    asks: ['notified', 'reference'],
  },
  challenged: { ...PLAIN, concerns: 'decided', asks: ['reference'] },
  guardian_ended: { ...PLAIN, outcome: { values: END_REASONS, list: 'guardianship_end_reason' } },
  guardian_appointed: { ...PLAIN, asks: ['who', 'phone', 'service', 'language'], must: ['who'] },
  report_sent: { ...PLAIN, form: { values: REPORTS, list: 'guardian_report_kind' } },
  solution: { ...PLAIN, outcome: { values: SOLUTION_STEPS, list: null } },
  placed: {
    ...PLAIN,
    form: { values: ARRANGEMENTS, list: 'care_arrangement' },
    asks: ['place', 'phase'],
  },
  missing: { ...PLAIN, asks: ['at', 'place', 'worrying', 'factors'] },
  told: {
    ...PLAIN,
    form: { values: TOLD_TO, list: null },
    asks: ['at', 'who', 'reference'],
    concerns: 'missing',
  },
  looked_again: { ...PLAIN, concerns: 'missing' },
  found: {
    ...PLAIN,
    outcome: { values: FOUND, list: 'disappearance_status' },
    asks: ['at', 'place'],
    concerns: 'missing',
  },
  taken_back: { ...PLAIN, outcome: { values: MISTAKES, list: null } },
}

/** The code lists whose words the room shows. */
export const GUARDIANSHIP_LISTS = [
  ...new Set(
    Object.values(SHAPES).flatMap(({ outcome, form }) =>
      [outcome?.list ?? null, form?.list ?? null].filter((list) => list !== null),
    ),
  ),
  'worrying_level',
  'reception_phase',
]
