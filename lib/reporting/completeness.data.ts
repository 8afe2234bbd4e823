import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Completeness, GAPS } from './completeness.rules'
import { countFigure } from './count.data'
import { NOT_RECORDED } from './dimension.rules'
import type { Question } from './question.rules'
import { mayCount } from './report.data'

/** How much of what a report needs is recorded, figure by figure. */
export const readCompleteness = (
  work: Work,
  { reach, from, until, offices }: Pick<Question, 'reach' | 'from' | 'until' | 'offices'>,
): Promise<readonly Completeness[]> =>
  work.counts(reach, async (counting) => {
    const found: Completeness[] = []
    for (const { figure, by } of GAPS) {
      if (!mayCount(work, reach, figure)) continue
      const cells = await countFigure(counting, { figure, by, split: null, from, until, offices, only: [] })
      const at = (value: string | null): number =>
        cells.find((cell) => cell.by === value && cell.split === null)?.value ?? 0
      found.push({ figure, by, recorded: at(null) - at(NOT_RECORDED), all: at(null) })
    }
    return found
  })
