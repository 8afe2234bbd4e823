import { vocabulary } from '@/lib/shared/vocabulary'
import { factOf } from './fact.rules'
import type { Figure } from './figure-kind.rules'
import { PEOPLE_FIGURES } from './figures/people.rules'
import { WORK_FIGURES } from './figures/work.rules'

/**
 * Every figure, with what it counts: docs/adr/0136 says how. Names and definitions are in messages/<language>/reporting.json, an independent
 * recount of each in tests/support/recounts. The order is that of a report.
 */
export const FIGURES = { ...WORK_FIGURES, ...PEOPLE_FIGURES } as const satisfies Readonly<
  Record<string, Figure>
>

/** Of the definitions: goes up when one of them changes what it counts, so that numbers of before are not compared with those after. */
export const EDITION = 1

export type FigureId = keyof typeof FIGURES
const isFigure = (name: string): name is FigureId => Object.hasOwn(FIGURES, name)
const [first, ...others] = Object.keys(FIGURES).filter(isFigure)
if (first === undefined) throw new Error('there is no figure to report')
export const FIGURE_IDS = vocabulary('reporting.figures', [first, ...others])

export const figureOf = (id: FigureId): Figure => FIGURES[id]

/** Whether there are files behind the numbers of a figure: a visit or a closed day belongs to none. */
export const isOfFiles = (id: FigureId): boolean => factOf(figureOf(id).fact).files

/** Of what is counted or summed, nothing is none; a middle, a length or a share of nothing is no number. */
export const isAdditive = (id: FigureId): boolean => {
  const { counting, over } = figureOf(id)
  return over === undefined && (counting.of === 'people' || counting.of === 'rows' || counting.of === 'sum')
}

/**
 * What a funder is told by rules that none of our sources holds: who is a participant, and the age groups of Regulation (EU) 2021/1147,
 * annex VIII. It is said wherever the figure is.
 */
const UNCONFIRMED: readonly FigureId[] = ['participants']
export const isToConfirm = (id: FigureId): boolean => UNCONFIRMED.includes(id)
