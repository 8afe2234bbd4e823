import 'server-only'
import type { CountWork, Work } from '@/lib/db/work'
import { type Completeness, GAPS, gradeOf } from './completeness.rules'
import { type Cell, countFigures } from './count.data'
import { NOT_RECORDED } from './dimension.rules'
import type { Question } from './question.rules'
import { mayCount } from './report.data'

type Asked = Pick<Question, 'reach' | 'from' | 'until' | 'offices'>
type Gap = (typeof GAPS)[number]

const gapsOf = (work: Work, { reach }: Asked): readonly Gap[] =>
  GAPS.filter(({ figure }) => mayCount(work, reach, figure))

/** How much of what a report needs is recorded, figure by figure. */
export const countCompleteness = async (
  work: Work,
  counting: CountWork,
  asked: Asked,
): Promise<readonly Completeness[]> => {
  const { from, until, offices } = asked
  const gaps = gapsOf(work, asked)
  const tables = await countFigures(
    counting,
    gaps.map(({ figure, by }) => ({ figure, by, split: null, from, until, offices, only: [] })),
  )
  return gaps.map(({ figure, by }, index) => {
    const at = (value: string | null): number =>
      tables[index]?.find((cell) => cell.by === value && cell.split === null)?.value ?? 0
    return { figure, by, recorded: at(null) - at(NOT_RECORDED), all: at(null) }
  })
}

export const readCompleteness = (work: Work, asked: Asked): Promise<readonly Completeness[]> =>
  work.counts(asked.reach, (counting) => countCompleteness(work, counting, asked))

const inOffice = (cells: readonly Cell[], office: string, gap: Gap): Completeness => {
  const at = (split: string | null): number =>
    cells.find((cell) => cell.by === office && cell.split === split)?.value ?? 0
  return { ...gap, recorded: at(null) - at(NOT_RECORDED), all: at(null) }
}

/** The same office by office, of those that have anything to be recorded. */
export const readCompletenessByOffice = async (work: Work, asked: Asked) => {
  const { reach, from, until, offices: only } = asked
  const gaps = gapsOf(work, asked)
  const tables = await work.counts(reach, (counting) =>
    countFigures(
      counting,
      gaps.map(({ figure, by }) => ({
        figure,
        by: 'office',
        split: by,
        from,
        until,
        offices: only,
        only: [],
      })),
    ),
  )
  const offices = [...new Set(tables.flat().flatMap(({ by }) => by ?? []))].filter(
    (office) => office !== NOT_RECORDED,
  )
  return offices.map((office) => ({
    office,
    gaps: gaps.map((gap, index) => inOffice(tables[index] ?? [], office, gap)),
  }))
}
export type OfficeCompleteness = Awaited<ReturnType<typeof readCompletenessByOffice>>[number]

/** What is recorded too seldom in a period, office by office; an office where nothing is has no line. */
export const readUnfit = async (work: Work, asked: Asked): Promise<readonly OfficeCompleteness[]> =>
  (await readCompletenessByOffice(work, asked))
    .map(({ office, gaps }) => ({ office, gaps: gaps.filter((gap) => gradeOf(gap) !== 'whole') }))
    .filter(({ gaps }) => gaps.length > 0)
