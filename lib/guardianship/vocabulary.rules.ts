/** The closed lists of the guardianship room, and what an event of each kind says beside its day. */

import { MISTAKES } from '@/lib/registers/register.rules'
import { type CodeOf, vocabulary, without } from '@/lib/shared/vocabulary'

/** In the order in which a guardianship runs; on one day they stand in this order. */
export const EVENT_KINDS = vocabulary('guardianship.event-kinds', [
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
])
export type EventKind = CodeOf<typeof EVENT_KINDS>

/** What one records; that a row was a mistake is said beside that row. */
export const RECORDED_KINDS = without('guardianship.recorded-kinds', EVENT_KINDS, ['taken_back'])

/** What is chosen from a list of what happened: the sheet of a report has a page of its own. */
export const CHOSEN_KINDS = without('guardianship.chosen-kinds', RECORDED_KINDS, ['prepared'])

/** What the sheet of a report asks in words, beside what the file knows. */
export const SHEET_PARTS = vocabulary('guardianship.sheet-parts', [
  'found',
  'family',
  'route',
  'reasons',
  'doubts',
  'urgent',
])

export const CHANNELS = vocabulary('guardianship.channels', ['by_phone', 'by_mail', 'by_sheet', 'other_way'])
export const RESULTS = vocabulary('guardianship.results', ['minor', 'adult', 'inconclusive', 'pending'])
export const DECISIONS = vocabulary('guardianship.decisions', [
  'identified_uam',
  'identified_uam_eea',
  'not_minor',
  'not_unaccompanied',
])
export const END_REASONS = vocabulary('guardianship.end-reasons', [
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
])
/** Steps of the search for a durable solution; the last four are what the Immigration Office answers. */
export const SOLUTION_STEPS = vocabulary('guardianship.solution-steps', [
  'applied',
  'heard',
  'extension_asked',
  'renewal_asked',
  'not_yet_found',
  'stay_in_belgium',
  'return_country_of_origin',
  'family_reunification_abroad',
])
export const FOUND = vocabulary('guardianship.found', [
  'found_safe',
  'found_elsewhere_eu',
  'found_exploited',
  'closed_no_news',
])

export const PARTIES = vocabulary('guardianship.parties', [
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
])
export const DOUBT_SOURCES = vocabulary('guardianship.doubt-sources', [
  'io',
  'police',
  'cgrs',
  'reception_centre',
  'other_state',
  'other',
])
export const METHODS = vocabulary('guardianship.methods', [
  'documents',
  'interview',
  'medical_triple_test',
  'refused_by_person',
  'none',
])
export const REPORTS = vocabulary('guardianship.reports', ['initial', 'periodic', 'final'])
export const ARRANGEMENTS = vocabulary('guardianship.arrangements', [
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
])
/** Whom one tells that a minor is missing, in the order in which it is done. */
export const TOLD_TO = vocabulary('guardianship.told-to', [
  'police',
  'child_focus',
  'guardianship_service',
  'lawyer',
  'guardian',
])
/** Who is told of a disappearance before anyone else. */
export const TOLD_AT_ONCE = vocabulary('guardianship.told-at-once', ['police', 'child_focus'])

/** Under which names the reference data keeps those one calls. */
export const SERVICE_SLUG = 'guardianship-service'
export const SLUGS: Readonly<Partial<Record<CodeOf<typeof TOLD_TO>, string>>> = {
  child_focus: 'child-focus',
  guardianship_service: SERVICE_SLUG,
}

export const OUTCOMES = vocabulary('guardianship.outcomes', [
  ...CHANNELS.codes,
  ...RESULTS.codes,
  ...DECISIONS.codes,
  ...END_REASONS.codes,
  ...SOLUTION_STEPS.codes,
  ...FOUND.codes,
  ...MISTAKES.codes,
])
export type Outcome = CodeOf<typeof OUTCOMES>

export const FORMS = [
  ...new Set([
    ...PARTIES.codes,
    ...DOUBT_SOURCES.codes,
    ...METHODS.codes,
    ...REPORTS.codes,
    ...ARRANGEMENTS.codes,
    ...TOLD_TO.codes,
  ] as const),
]
export type Form = (typeof FORMS)[number]
