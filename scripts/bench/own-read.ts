// The list of an office of five thousand files narrowed by an own field, beside the whole list, as its coordinator asks for both; and how the
// database goes about the narrowed one. In a process of its own.
import * as z from 'zod'
import { listCaseload } from '@/lib/caseload/caseload.data'
import { readSearch } from '@/lib/caseload/caseload.schema'
import { countCaseload, toListing } from '@/lib/caseload/caseload-order.data'
import { disconnect } from '@/lib/db/client'
import { sql } from '@/lib/db/sql'
import { withWork } from '@/lib/db/work'
import { timeOf } from './measure'
import { idOf, KIND, tokenOf } from './organisation'

const { rounds, fields } = z
  .strictObject({ rounds: z.number(), fields: z.number() })
  .parse(JSON.parse(process.argv[2] ?? ''))

/** A value that a fifth of the files has, another one each time. */
const narrowed = (round: number) =>
  readSearch({ own: `${idOf(KIND.field, 1 + (round % (fields - 1)))}_v${1 + (round % 5)}` })
/** A value that one file of two thousand has. */
const RARE = readSearch({ own: `${idOf(KIND.field, fields)}_v5` })
const ALL = readSearch({})
type Search = typeof ALL

const ask = async (search: Search): Promise<number> => {
  let total = 0
  const took = await timeOf(() =>
    withWork(tokenOf('leader'), async (work) => {
      const found = await listCaseload(work, search, null)
      total = found.total
    }),
  )
  if (total === 0) throw new Error('a list without a file')
  return took
}
const took: Record<'all' | 'narrowed' | 'rare', number[]> = { all: [], narrowed: [], rare: [] }
for (let round = 0; round < rounds + 5; round++)
  for (const [name, search] of [
    ['all', ALL],
    ['narrowed', narrowed(round)],
    ['rare', RARE],
  ] as const) {
    const time = await ask(search)
    // The first ones warm up.
    if (round >= 5) took[name].push(time)
  }

const lines = z.array(z.object({ 'QUERY PLAN': z.string() }))
const plan = await withWork(tokenOf('leader'), async (work) => {
  const { filters, sort } = narrowed(0)
  const listing = await toListing(work, { filters, sort, take: 51 })
  if (listing === null) throw new Error('the leader leads an office')
  return lines.parse(
    await work.tx.$queryRaw(sql`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) ${listing}`),
  )
})
const counts = await withWork(tokenOf('leader'), (work) => countCaseload(work, narrowed(0).filters))
console.log(JSON.stringify({ took, plan: plan.map((row) => row['QUERY PLAN']), total: counts.total }))
await disconnect()
