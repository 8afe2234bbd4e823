import 'server-only'
import type { Work } from '@/lib/db/work'

/** Those of the offices that take something new: a closed one keeps its files and takes no more (prisma/sql/tables/case_file.sql). */
export const listOpenOffices = (
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> =>
  work.tx.team.findMany({
    where: { id: { in: [...ids] }, closedAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })

/**
 * The actor’s offices in which work is written down: the open ones. Who belongs to closed ones only still meets the people of its files,
 * until those are handed over.
 */
export const listWorkingOffices = async (work: Work): Promise<{ id: string; name: string }[]> => {
  const open = await listOpenOffices(work, work.actor.teams)
  if (open.length > 0) return open
  return work.tx.team.findMany({
    where: { id: { in: [...work.actor.teams] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}

export const isOfficeOpen = async (work: Work, id: string): Promise<boolean> =>
  (await listOpenOffices(work, [id])).length > 0
