import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
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
