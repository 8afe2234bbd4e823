import type { Answer } from './vocabulary.rules'

/** What of the room stands on the sheet of a referral, field by field. Her words, our reading and who is behind it never do. */

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
type Sign = { readonly sign: string; readonly grade: string }

/** The facts of the ticked fields; what nobody answered is no fact, but that nobody asked about danger is said. */
export const factsFor = (
  account: Account | null,
  signs: readonly Sign[],
  fields: readonly string[],
): readonly SheetFact[] => {
  const answers = account?.answers
  const all: readonly SheetFact[] = [
    { field: 'danger', answer: answers?.danger ?? 'not_asked' },
    { field: 'held', answer: answers?.held ?? 'not_asked' },
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
