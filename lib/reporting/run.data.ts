import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { JobWork, Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { isId } from '@/lib/shared/shape'
import type { StoredCells } from './counted.rules'
import { EDITION } from './figure.rules'

/** Read again as it was written. */
const storedCells = z.strictObject({
  columns: z.array(
    z.strictObject({ column: z.string(), split: z.string().nullable(), isBroken: z.boolean() }),
  ),
  rows: z.array(z.strictObject({ value: z.string().nullable(), cells: z.array(z.number().nullable()) })),
})

export const insertRun = async (
  work: Work,
  {
    name,
    question,
    cells,
  }: { readonly name: string; readonly question: string; readonly cells: StoredCells },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.reportRun.createMany({
    data: [
      {
        id,
        name,
        question,
        cells: storedCells.parse(cells),
        edition: EDITION,
        staffId: work.actor.id,
        countedAt: work.now,
      },
    ],
  })
  return id
}

const head = { id: true, name: true, question: true, edition: true, countedAt: true } as const

/** One’s own runs, the newest first: no one else reads what they counted. */
export const listRuns = (work: Work) =>
  work.tx.reportRun.findMany({
    where: { staffId: work.actor.id },
    select: head,
    orderBy: [{ countedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })

/** Throws NotFound. */
export const getRun = async (work: Work, id: string) => {
  if (!isId(id)) throw new NotFound()
  const run = await work.tx.reportRun.findFirst({
    where: { id, staffId: work.actor.id },
    select: { ...head, cells: true },
  })
  if (run === null) throw new NotFound()
  return { ...run, cells: storedCells.parse(run.cells) }
}

/** Takes small numbers out of what was stored long ago, for good; tells of how many runs. The term is in the database. */
export const blankOldRuns = async (work: JobWork): Promise<number> => {
  const [row] = await work.tx.$queryRaw<{ n: number }[]>`SELECT app.blank_old_runs() AS n`
  return row?.n ?? 0
}

/** Months after which that is done (app.blank_old_runs says the same). */
const MONTHS_KEPT = 24
export const isBlanked = ({ countedAt }: { readonly countedAt: Date }, now: Date): boolean => {
  const until = new Date(countedAt)
  until.setUTCMonth(until.getUTCMonth() + MONTHS_KEPT)
  return until <= now
}
