// A chart is a choice of facts and a way to draw them. It holds no figure of its own, so what is drawn, listed, said and
// cited cannot differ.

import type { ChartForm, ChartNames } from './chart-vocabulary.rules'
import type { Texts } from './fact.rules'
import type { Chapter } from './vocabulary.rules'

export type ChartItem = { readonly fact: string; readonly label: Texts | null; readonly rival: string | null }

export type Chart = {
  readonly country: string
  readonly slug: string
  readonly chapter: Chapter
  readonly form: ChartForm
  readonly by: ChartNames
  readonly title: Texts
  readonly sentence: Texts
  readonly items: readonly ChartItem[]
  readonly others: readonly string[]
  readonly total: string | null
  readonly rest: { readonly label: Texts; readonly first: boolean } | null
}

/** Every fact that a chart shows or lists, each once, those drawn first. */
export const factsOf = ({ items, others, total }: Chart): readonly string[] => [
  ...new Set([
    ...items.flatMap(({ fact, rival }) => (rival === null ? [fact] : [fact, rival])),
    ...(total === null ? [] : [total]),
    ...others,
  ]),
]
