import type { Urgency } from '@/lib/referrals/referral.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Answer } from './vocabulary.rules'

/** What of the room stands on the sheet of a referral, field by field. Their words, our reading and who is behind it never do. */

export type SheetFact =
  | { readonly field: 'danger' | 'held'; readonly answer: Answer }
  | { readonly field: 'form'; readonly codes: readonly string[] }
  | { readonly field: 'signs'; readonly codes: readonly string[] }
  | { readonly field: 'sector' | 'region' | 'recruited_in'; readonly code: string }

type Account = {
  readonly answers: {
    readonly danger: Answer
    readonly held: Answer
    readonly forms: readonly string[]
    readonly sector: string
    readonly region: string
    readonly recruitedIn: string
  }
}
type Sign = { readonly sign: string; readonly grade: string | null }

type Stay = { readonly isHeld: boolean; readonly until: Day | null }
/** What the person's files say today, beside the answers of the trafficking record. */
export type FileSays = {
  /** `left`: held once, and over since the answers were written. */
  readonly place: 'held' | 'elsewhere' | 'left' | null
  readonly hasCriticalSignal: boolean
}

/**
 * Where the files say that a person is. An end of detention counts when it is no earlier than the answers: an answer that is
 * newer may speak of a place that no file knows, such as a prison.
 */
export const placeOf = (stays: readonly Stay[], answeredOn: Day | null): FileSays['place'] => {
  const current = stays.filter(({ until }) => until === null)
  if (current.some(({ isHeld }) => isHeld)) return 'held'
  if (current.length > 0) return 'elsewhere'
  const left = stays.some(
    ({ isHeld, until }) => isHeld && until !== null && answeredOn !== null && until >= answeredOn,
  )
  return left ? 'left' : null
}

/** Held as the files know it; where they know nothing, as it was answered. An answer that says no is not overruled: it contradicts. */
const detainedOf = (answer: Answer, { place }: FileSays): Answer =>
  place === 'held' && answer !== 'no' ? 'yes' : answer
const dangerOf = (answer: Answer, { hasCriticalSignal }: FileSays): Answer =>
  hasCriticalSignal && answer !== 'no' ? 'yes' : answer

/** Whether help is needed at once: danger, or a person who is held and may be removed. */
export const needsHelpNow = (account: Account | null, says: FileSays): boolean =>
  says.place === 'held' ||
  says.hasCriticalSignal ||
  account?.answers.held === 'yes' ||
  account?.answers.danger === 'yes'

/** The facts of the ticked fields; what no one answered is no fact, but that no one asked about danger is said. */
export const factsFor = (
  account: Account | null,
  signs: readonly Sign[],
  fields: readonly string[],
  says: FileSays,
): readonly SheetFact[] => {
  const answers = account?.answers
  const all: readonly SheetFact[] = [
    { field: 'danger', answer: dangerOf(answers?.danger ?? 'not_asked', says) },
    { field: 'held', answer: detainedOf(answers?.held ?? 'not_asked', says) },
    ...(answers === undefined || answers.forms.length === 0
      ? []
      : [{ field: 'form' as const, codes: answers.forms }]),
    ...(['sector', 'region'] as const).flatMap((field) =>
      answers === undefined || answers[field] === '' ? [] : [{ field, code: answers[field] }],
    ),
    ...(answers === undefined || answers.recruitedIn === ''
      ? []
      : [{ field: 'recruited_in' as const, code: answers.recruitedIn }]),
    ...(signs.length === 0 ? [] : [{ field: 'signs' as const, codes: signs.map(({ sign }) => sign) }]),
  ]
  return all.filter(({ field }) => fields.includes(field))
}

/** Two statements that cannot both be true, by the code of the error that names them. */
export const CONTRADICTIONS = vocabulary('trafficking.contradictions', [
  'sheetDamaged',
  'sheetHeldNo',
  'sheetHeldElsewhere',
  'sheetHeldLeft',
  'sheetDangerNo',
  'sheetUrgencyHeld',
  'sheetUrgencyDanger',
  'sheetUrgencySignal',
])
export type Contradiction = CodeOf<typeof CONTRADICTIONS>

/** Which of them lie in the answers of the record; the others lie in the urgency of the referral. */
export const isOfAnswers = (contradiction: Contradiction): boolean =>
  !contradiction.startsWith('sheetUrgency')

/** Where the answers of the record contradict the files. */
export const answersAgainst = (account: Account | null, says: FileSays): readonly Contradiction[] => {
  const { held, danger } = account?.answers ?? { held: 'not_asked', danger: 'not_asked' }
  return [
    ...(held === 'no' && says.place === 'held' ? ['sheetHeldNo' as const] : []),
    ...(held === 'yes' && says.place === 'elsewhere' ? ['sheetHeldElsewhere' as const] : []),
    ...(held === 'yes' && says.place === 'left' ? ['sheetHeldLeft' as const] : []),
    ...(danger === 'no' && says.hasCriticalSignal ? ['sheetDangerNo' as const] : []),
  ]
}

/**
 * Where a sheet contradicts the files, among what is printed on it: the urgency always is, held and danger when ticked.
 * A sheet with any of them does not leave.
 */
export const contradictionsOf = (
  account: Account | null,
  says: FileSays,
  { urgency, fields }: { readonly urgency: Urgency; readonly fields: readonly string[] },
): readonly Contradiction[] => {
  const answers = answersAgainst(account, says).filter((one) =>
    fields.includes(one === 'sheetDangerNo' ? 'danger' : 'held'),
  )
  if (urgency === 'now') return answers
  const isHeld = says.place === 'held' || account?.answers.held === 'yes'
  const saysDanger = account?.answers.danger === 'yes'
  return [
    ...answers,
    ...(isHeld ? ['sheetUrgencyHeld' as const] : []),
    ...(saysDanger ? ['sheetUrgencyDanger' as const] : []),
    ...(says.hasCriticalSignal && !saysDanger ? ['sheetUrgencySignal' as const] : []),
  ]
}
