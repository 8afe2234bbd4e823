import type { DimensionId } from './dimension.rules'
import type { FigureId } from './figure.rules'

/** What a report needs and is often left open: of which figure, and which answer. */
export const GAPS = [
  { figure: 'people_met', by: 'sex' },
  { figure: 'people_met', by: 'age' },
  { figure: 'people_met', by: 'nationality' },
  { figure: 'conversations', by: 'language' },
  { figure: 'conversations', by: 'interpreter' },
  { figure: 'detentions', by: 'arrest' },
  { figure: 'detentions', by: 'ground' },
  { figure: 'detentions_ended', by: 'end' },
] as const satisfies readonly { readonly figure: FigureId; readonly by: DimensionId }[]

export type Completeness = {
  readonly figure: FigureId
  readonly by: DimensionId
  readonly recorded: number
  readonly all: number
}

/** From 90 % on a figure is told plainly, from 70 % with a mark, below it is not fit for a headline. */
export const gradeOf = ({
  recorded,
  all,
}: Pick<Completeness, 'recorded' | 'all'>): 'whole' | 'part' | 'unfit' =>
  all === 0 || recorded >= 0.9 * all ? 'whole' : recorded >= 0.7 * all ? 'part' : 'unfit'
