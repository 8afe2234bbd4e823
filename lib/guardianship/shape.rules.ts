import { MISTAKES } from '@/lib/registers/register.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import {
  ARRANGEMENTS,
  CHANNELS,
  DECISIONS,
  DOUBT_SOURCES,
  END_REASONS,
  type EventKind,
  FOUND,
  type Form,
  METHODS,
  type Outcome,
  PARTIES,
  REPORTS,
  RESULTS,
  SOLUTION_STEPS,
  TOLD_TO,
} from './vocabulary.rules'

/** Which columns an event of each kind has. */

/** What a kind may ask beside its day, its lists and its words. */
export const ASKS = vocabulary('guardianship.asks', [
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
])
export type Ask = CodeOf<typeof ASKS>

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
    form: { values: PARTIES.codes, list: 'uam_signalling_party' },
    outcome: { values: CHANNELS.codes, list: null },
    asks: ['who', 'reference'],
  },
  taken_in_charge: { ...PLAIN, asks: ['reference'] },
  age_doubted: {
    ...PLAIN,
    form: { values: DOUBT_SOURCES.codes, list: 'age_doubt_source' },
    asks: ['atBorder'],
  },
  age_assessed: {
    ...PLAIN,
    form: { values: METHODS.codes, list: 'age_assessment_method' },
    outcome: { values: RESULTS.codes, list: 'age_assessment_result' },
    asks: ['informed', 'consent', 'tested'],
  },
  decided: {
    ...PLAIN,
    outcome: { values: DECISIONS.codes, list: 'uam_identification_status' },
    asks: ['notified', 'reference'],
  },
  challenged: { ...PLAIN, concerns: 'decided', asks: ['reference'] },
  guardian_ended: { ...PLAIN, outcome: { values: END_REASONS.codes, list: 'guardianship_end_reason' } },
  guardian_appointed: { ...PLAIN, asks: ['who', 'phone', 'service', 'language'], must: ['who'] },
  report_sent: { ...PLAIN, form: { values: REPORTS.codes, list: 'guardian_report_kind' } },
  solution: { ...PLAIN, outcome: { values: SOLUTION_STEPS.codes, list: null } },
  placed: {
    ...PLAIN,
    form: { values: ARRANGEMENTS.codes, list: 'care_arrangement' },
    asks: ['place', 'phase'],
  },
  missing: { ...PLAIN, asks: ['at', 'place', 'worrying', 'factors'] },
  told: {
    ...PLAIN,
    form: { values: TOLD_TO.codes, list: null },
    asks: ['at', 'who', 'reference'],
    concerns: 'missing',
  },
  looked_again: { ...PLAIN, concerns: 'missing' },
  found: {
    ...PLAIN,
    outcome: { values: FOUND.codes, list: 'disappearance_status' },
    asks: ['at', 'place'],
    concerns: 'missing',
  },
  taken_back: { ...PLAIN, outcome: { values: MISTAKES.codes, list: null } },
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
