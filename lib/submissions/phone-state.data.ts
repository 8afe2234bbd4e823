import 'server-only'
import type { Work } from '@/lib/db/work'
import { listDevices } from './device.data'
import { tabOf } from './draft-of.data'

const MOST = 200

/** Of what came back to the actor, what still lies among their drafts. */
const countReturned = async (work: Work): Promise<number> => {
  const returned = await work.tx.submission.findMany({
    where: { staffId: work.actor.id, outcome: 'returned', draftId: { not: null } },
    orderBy: { arrivedAt: 'desc' },
    take: MOST,
    select: { draftId: true },
  })
  if (returned.length === 0) return 0
  const tabs = returned.flatMap(({ draftId }) => (draftId === null ? [] : [tabOf(draftId)]))
  return work.tx.draft.count({ where: { staffId: work.actor.id, tab: { in: tabs } } })
}

/**
 * What the first page says of the actor's phones: their stores (the browser knows which of them it is), what they took along until when, and
 * what came from them and is not placed. Null for those who never prepared one.
 */
export const readPhoneState = async (work: Work) => {
  const devices = await listDevices(work)
  if (devices.length === 0) return null
  return {
    stores: devices.map(({ id }) => id),
    taken: devices.flatMap(({ id: storeId, forgetOrderedAt, taken }) =>
      forgetOrderedAt === null ? taken.map((one) => ({ ...one, storeId })) : [],
    ),
    waiting: await work.tx.waitingEntry.count({ where: { authorId: work.actor.id, settledAt: null } }),
    returned: await countReturned(work),
  }
}
export type PhoneState = NonNullable<Awaited<ReturnType<typeof readPhoneState>>>
