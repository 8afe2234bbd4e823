import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'

type Entry = { readonly caseId: string; readonly type: 'note' | 'encounter'; readonly id: string }

/** Whether an entry of this file is pinned, and the version of that. Throws NotFound. */
export const getPin = async (
  work: Work,
  { caseId, type, id }: Entry,
): Promise<{ version: number; isPinned: boolean }> => {
  const [where, select] = [
    { id, caseId },
    { pinnedAt: true, pinVersion: true },
  ] as const
  const row =
    type === 'note'
      ? await work.tx.note.findFirst({ where, select })
      : await work.tx.encounter.findFirst({ where, select })
  if (row === null) throw new NotFound()
  return { version: row.pinVersion, isPinned: row.pinnedAt !== null }
}

export const countPins = async (work: Work, caseId: string): Promise<number> => {
  const where = { caseId, pinnedAt: { not: null } }
  return (await work.tx.note.count({ where })) + (await work.tx.encounter.count({ where }))
}

/** Pins an entry, or takes the pin away. @returns false when someone did meanwhile */
export const updatePin = async (
  work: Work,
  { caseId, type, id }: Entry,
  { version, isPinned }: { readonly version: number; readonly isPinned: boolean },
): Promise<boolean> => {
  const where = { id, caseId, pinVersion: version }
  const data = { pinnedAt: isPinned ? work.now : null, pinVersion: { increment: 1 } }
  const { count } =
    type === 'note'
      ? await work.tx.note.updateMany({ where, data })
      : await work.tx.encounter.updateMany({ where, data })
  return count === 1
}
