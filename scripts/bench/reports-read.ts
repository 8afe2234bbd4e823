// Figures of a year and what pages of reports read, as one reader asks for them, in a process of its own: each a few times, with what it took of
// a processor.
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import { type Work, withWork } from '@/lib/db/work'
import { countAnnual, readAnnualChoices } from '@/lib/reporting/annual.data'
import { readAnnualPage } from '@/lib/reporting/annual-page.data'
import { countFigure } from '@/lib/reporting/count.data'
import { DIMENSION_IDS } from '@/lib/reporting/dimension.rules'
import { FIGURE_IDS } from '@/lib/reporting/figure.rules'
import { readFiles } from '@/lib/reporting/files.data'
import { readReport } from '@/lib/reporting/report.data'
import { listRuns } from '@/lib/reporting/run.data'
import { COUNT_REACHES } from '@/lib/shared/count-reach'
import { measureCosts, orGivenUp } from './costs'
import { tokenOf } from './organisation'

const asked = z.strictObject({
  server: z.number(),
  who: z.enum(['reader', 'leader', 'worker']),
  reach: z.enum(COUNT_REACHES.codes),
  from: z.string(),
  until: z.string(),
  rounds: z.number(),
  questions: z.array(
    z.strictObject({
      figure: z.enum(FIGURE_IDS.codes),
      by: z.enum(DIMENSION_IDS.codes).nullable(),
      split: z.enum(DIMENSION_IDS.codes).nullable(),
    }),
  ),
})

const { server, who, reach, from, until, rounds, questions } = asked.parse(JSON.parse(process.argv[2] ?? ''))
const tell = async (name: string, run: (work: Work) => Promise<number | null>): Promise<void> => {
  let total: number | null = null
  const ask = () =>
    withWork(tokenOf(who), async (work) => {
      total = await run(work)
    })
  const costs = await orGivenUp(() => measureCosts(ask, { processes: [process.pid], server, rounds }))
  console.log(JSON.stringify({ name, total, ...costs }))
}

for (const { figure, by, split } of questions)
  await tell([figure, by ?? '', split ?? ''].join(' ').trim(), (work) =>
    work.counts(reach, async (counting) => {
      const cells = await countFigure(counting, { figure, by, split, from, until, offices: [], only: [] })
      return cells.find((cell) => cell.by === null && cell.split === null)?.value ?? null
    }),
  )

const period = { reach, from, until, by: 'place' }
const year = { reach, year: from.slice(0, 4) }
const PAGES: Readonly<Record<string, (work: Work) => Promise<unknown>>> = {
  '/reports': (work) => readReport(work, period),
  '/reports, one figure by centre and age': (work) =>
    readReport(work, { ...period, split: 'age', column: 'people_met' }),
  '/reports/annual': (work) => readAnnualPage(work, year),
  '/reports/files': (work) => readFiles(work, { ...period, column: 'people_met', only: 'age~15-17' }, false),
  '/reports/runs': (work) => listRuns(work),
  'the annual report on detention': (work) => countAnnual(work, { ...readAnnualChoices(work, year), reach }),
}
for (const [page, read] of Object.entries(PAGES))
  await tell(page, async (work) => {
    await read(work)
    return null
  })
await disconnect()
process.exit()
