import 'server-only'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'

/** Entries of a file that may tell of an act, the newest first. */
export const listLinkable = async (work: Work, caseId: string) => {
  const notes = await work.tx.note.findMany({
    where: { caseId },
    select: { id: true, kind: true, happenedOn: true, author: { select: { name: true } } },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  const encounters = await work.tx.encounter.findMany({
    where: { caseId },
    select: { id: true, metOn: true },
    orderBy: [{ metOn: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  return [
    ...notes.map(({ id, kind, happenedOn, author }) => ({
      type: 'note' as const,
      id,
      kind,
      on: toDay(happenedOn),
      by: author.name,
    })),
    ...encounters.map(({ id, metOn }) => ({ type: 'encounter' as const, id, on: toDay(metOn) })),
  ].sort((a, b) => b.on.localeCompare(a.on))
}
export type Linkable = Awaited<ReturnType<typeof listLinkable>>[number]

/** Whether an entry belongs to the file. */
export const isEntryOf = async (
  work: Work,
  caseId: string,
  { kind, id }: { readonly kind: 'note' | 'encounter'; readonly id: string },
): Promise<boolean> =>
  kind === 'note'
    ? (await work.tx.note.count({ where: { id, caseId } })) === 1
    : (await work.tx.encounter.count({ where: { id, caseId } })) === 1
