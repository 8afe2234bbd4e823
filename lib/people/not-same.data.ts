import 'server-only'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'

type Pair = { readonly personId: string; readonly otherId: string }

/** Remembers who was taken for two people. Anyone who is not within reach is passed over without a word, like a person who never was. */
export const insertNotSame = async (work: Work, pairs: readonly Pair[]): Promise<void> => {
  const asked = [...new Set(pairs.map(({ otherId }) => otherId))]
  if (asked.length === 0) return
  const found = await work.tx.person.findMany({ where: { id: { in: asked } }, select: { id: true } })
  const known = new Set(found.map(({ id }) => id))
  await work.tx.notSame.createMany({
    data: pairs
      .filter(({ personId, otherId }) => known.has(otherId) && personId !== otherId)
      .map((pair) => ({ id: newId(work.now.getTime()), ...pair, saidBy: work.actor.id, saidAt: work.now })),
  })
}

/** The same for one person and those who were put aside beside the form. */
export const insertOthers = (work: Work, personId: string, others: readonly string[] = []): Promise<void> =>
  insertNotSame(
    work,
    [...new Set(others)].map((otherId) => ({ personId, otherId })),
  )

/** @returns false where no one said so, or it was lifted before */
export const liftNotSame = async (work: Work, oneId: string, otherId: string): Promise<boolean> => {
  const { count } = await work.tx.notSame.updateMany({
    where: {
      liftedAt: null,
      OR: [
        { personId: oneId, otherId },
        { personId: otherId, otherId: oneId },
      ],
    },
    data: { liftedAt: work.now },
  })
  return count > 0
}
