import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

const shown = {
  id: true,
  name: true,
  question: true,
  shared: true,
  staffId: true,
  version: true,
  team: { select: { name: true } },
} as const

/** One’s own questions and those that were shared with one; the policy of the table says which (docs/adr/0136). */
export const listSaved = (work: Work) =>
  work.tx.savedReport.findMany({
    where: { removedAt: null },
    select: shown,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 200,
  })

export const MOST_SAVED = 60
export const countSaved = (work: Work): Promise<number> =>
  work.tx.savedReport.count({ where: { staffId: work.actor.id, removedAt: null } })

export const insertSaved = async (
  work: Work,
  { name, question, shared }: { readonly name: string; readonly question: string; readonly shared: string },
): Promise<string> => {
  const id = newId(work.now.getTime())
  const isTeam = shared !== 'own' && shared !== 'organisation'
  await work.tx.savedReport.createMany({
    data: [
      {
        id,
        name,
        question,
        shared: isTeam ? 'team' : shared,
        teamId: isTeam ? shared : null,
        organisationId: work.actor.organisationId,
        staffId: work.actor.id,
        createdAt: work.now,
      },
    ],
  })
  return id
}

/** @returns false when it was changed meanwhile. Throws NotFound when it is another's or not there. */
export const removeSaved = async (
  work: Work,
  { reportId, version }: { readonly reportId: string; readonly version: number },
): Promise<boolean> => {
  const own = { id: reportId, staffId: work.actor.id, removedAt: null }
  if ((await work.tx.savedReport.count({ where: own })) === 0) throw new NotFound()
  const { count } = await work.tx.savedReport.updateMany({
    where: { ...own, version },
    data: { removedAt: work.now, version: { increment: 1 } },
  })
  return count === 1
}
