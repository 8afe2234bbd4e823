import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import type { Taken } from '@/lib/offline/taken.schema'
import { prepareTaking } from '@/lib/offline/taking.data'
import type { ToWords } from '@/lib/planning/roster.view'
import { getSealingKey } from './sealing-key.data'

/**
 * Gives a planned visit to a device, and writes down which files lie on it until when: erased, restricted or out of reach, they are forgotten
 * there too. Throws NotFound when the account has no store among those named, or the plan is out of reach.
 */
export const takeAlong = async (
  work: Work,
  {
    planId,
    stores,
    toWords,
  }: { readonly planId: string; readonly stores: readonly string[]; readonly toWords: ToWords },
): Promise<{ readonly storeId: string; readonly taken: Taken }> => {
  const store = await work.tx.deviceStore.findFirst({
    where: { staffId: work.actor.id, id: { in: [...stores] }, revokedAt: null, forgetOrderedAt: null },
    orderBy: { preparedAt: 'desc' },
    select: { id: true },
  })
  if (store === null) throw new NotFound()
  const taken = await prepareTaking(work, { planId, key: await getSealingKey(work.tx), toWords })
  const caseIds = new Set([...taken.writing.here, ...taken.writing.elsewhere].map(({ caseId }) => caseId))
  await work.tx.deviceTaken.createMany({
    data: [...caseIds].map((caseId) => ({
      storeId: store.id,
      takenId: taken.id,
      caseId,
      placeId: taken.centre.id,
      until: new Date(taken.until),
    })),
  })
  return { storeId: store.id, taken }
}
