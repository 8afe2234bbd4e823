import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

/**
 * The files that say "nothing of me on this one": what is shown from here leaves them out, also before a colleague who reads both.
 * Row-level security shows a row to anyone who reads the file that said it; anyone who does not could not be shown the file anyway.
 */
export const listHiddenFrom = async (work: Work, caseId: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await work.tx.keptApart.findMany({
        where: { otherCaseId: caseId, liftedAt: null },
        select: { caseId: true },
      })
    ).map((row) => row.caseId),
  )

export type KeptApart = { readonly id: string; readonly code: string }

/** The files from which this one is kept, by their code where one reads them too. */
export const listKeptApart = async (work: Work, caseId: string): Promise<KeptApart[]> => {
  const rows = await work.tx.keptApart.findMany({
    where: { caseId, liftedAt: null },
    select: { id: true, otherCaseId: true },
    orderBy: { createdAt: 'asc' },
  })
  const files = await work.tx.caseFile.findMany({
    where: { id: { in: rows.map(({ otherCaseId }) => otherCaseId) } },
    select: { id: true, code: true },
  })
  return rows.map(({ id, otherCaseId }) => ({
    id,
    code: files.find((one) => one.id === otherCaseId)?.code ?? '',
  }))
}

export const insertKeptApart = async (work: Work, caseId: string, otherCaseId: string): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.keptApart.createMany({
    data: { id, caseId, otherCaseId, createdBy: work.actor.id, createdAt: work.now },
  })
  return id
}

/** Throws NotFound when it is not one of this file, or was lifted before. */
export const liftKeptApart = async (work: Work, caseId: string, keptId: string): Promise<void> => {
  const { count } = await work.tx.keptApart.updateMany({
    where: { id: keptId, caseId, liftedAt: null },
    data: { liftedAt: work.now },
  })
  if (count === 0) throw new NotFound()
}
