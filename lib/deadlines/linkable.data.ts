import 'server-only'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import type { CodeOf } from '@/lib/shared/vocabulary'
import { rest } from '@/lib/shared/vocabulary'
import type { LINKABLE_KINDS } from './deadline.schema'

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
  const events = await work.tx.asylumEvent.findMany({
    where: { caseId, kind: { not: 'taken_back' }, replacedBy: { none: {} } },
    select: { id: true, kind: true, standsOn: true },
    orderBy: [{ standsOn: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  const detention = await work.tx.detentionEvent.findMany({
    where: { caseId, withdrawnBecause: null, after: { is: null }, onFrom: { not: null } },
    select: { id: true, onFrom: true },
    orderBy: [{ onFrom: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  return [
    ...detention.flatMap(({ id, onFrom }) =>
      onFrom === null ? [] : [{ type: 'detention_event' as const, id, on: toDay(onFrom) }],
    ),
    ...events.map(({ id, kind, standsOn }) => ({
      type: 'asylum_event' as const,
      id,
      kind,
      on: toDay(standsOn),
    })),
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
/** Entries that a form may name. */
export type LinkableKind = CodeOf<typeof LINKABLE_KINDS>
export type Linkable = Awaited<ReturnType<typeof listLinkable>>[number]

/** Whether an entry belongs to the file. */
export const isEntryOf = async (
  work: Work,
  caseId: string,
  { kind, id }: { readonly kind: LinkableKind; readonly id: string },
): Promise<boolean> => {
  const where = { id, caseId }
  if (kind === 'note') return (await work.tx.note.count({ where })) === 1
  if (kind === 'encounter') return (await work.tx.encounter.count({ where })) === 1
  // A row that was taken away tells of nothing any more.
  if (kind === 'detention_event')
    return (
      (await work.tx.detentionEvent.count({
        where: { ...where, withdrawnBecause: null, after: { is: null } },
      })) === 1
    )
  rest(kind, 'asylum_event')
  return (await work.tx.asylumEvent.count({ where })) === 1
}
