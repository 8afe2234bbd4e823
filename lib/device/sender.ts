import { ITEMS, removeItem } from './items'
import type { DevicePorts } from './ports'
import type { ItemRecord } from './records'
import { isReceived } from './shapes'
import { toSubmission } from './submission'
import { ARRIVED_KEPT } from './until.rules'
import { isDue, isToComeAgain, REFUSED_WAIT, waitToSend } from './waits.rules'

/** What the server will answer the same way next time: it does not open, or its id is taken. */
const REFUSALS: readonly number[] = [400, 409, 413]
/** So many in a row without an answer, or told to come again: the others wait for the next time. */
const ENOUGH = 3

/** The disk may refuse or be gone; anything else is a fault of ours. */
export const unlessDisk = (error: unknown): void => {
  if (!(error instanceof DOMException)) throw error
}

type Needs = Pick<DevicePorts, 'records' | 'now' | 'post' | 'exclusive' | 'ifFree'>

/**
 * Sends what is due, whose it may be: it needs no key. No answer removes an item; one that has arrived is kept for a week, for a
 * server that must be restored from a copy of before.
 */
export const createSender = ({ records, now, post, exclusive, ifFree }: Needs) => {
  /** Given to the network by this page, whether or not the disk took note. */
  const given = new Set<string>()

  /** A full disk takes no note. What was sent is sent again then, and the server has it once. */
  const note = (id: string, next: (item: ItemRecord) => ItemRecord): Promise<void> =>
    exclusive(ITEMS, async () => {
      const item = await records.get('item', id)
      if (item !== null) await records.write([{ put: 'item', record: next(item) }])
    }).catch(unlessDisk)

  const sendOne = async (id: string): Promise<'answered' | 'silent' | 'busy'> => {
    // Counted before: who asks whether it may have left must not be told no.
    given.add(id)
    await note(id, (item) => ({
      ...item,
      tries: item.tries + 1,
      nextAt: now() + waitToSend(item.tries + 1),
    }))
    const item = await records.get('item', id)
    const sealed = await records.get('sealed', id)
    if (item === null || sealed === null) return 'answered'
    const answer = await post('/api/submissions', toSubmission(id, item.key, sealed))
    if (answer === null) return 'silent'
    const { status, body } = answer
    if (isToComeAgain(status)) return 'busy'
    if (status === 202 && isReceived(body) && body.id === id && body.hash === item.hash)
      await note(id, (one) => ({ ...one, state: 'arrived', arrivedAt: now() }))
    else if (REFUSALS.includes(status))
      await note(id, (one) => ({ ...one, state: 'refused', nextAt: now() + REFUSED_WAIT }))
    return 'answered'
  }

  /** @returns whether the server said to come again */
  const send = async (all: boolean): Promise<boolean> => {
    let isBusy = false
    await ifFree('accompany device sender', async () => {
      let unheard = 0
      const due = (await records.list('item'))
        .filter(({ state, nextAt }) => state !== 'arrived' && (all || isDue(nextAt, now())))
        .toSorted((a, b) => a.seq - b.seq)
      for (const { id } of due) {
        const heard = await sendOne(id)
        isBusy ||= heard === 'busy'
        unheard = heard === 'answered' ? 0 : unheard + 1
        if (unheard >= ENOUGH) return
      }
    })
    return isBusy
  }

  const dropOld = (time: number): Promise<void> =>
    exclusive(ITEMS, async () => {
      const old = (await records.list('item')).filter(
        ({ state, arrivedAt }) =>
          state === 'arrived' && arrivedAt !== null && time - arrivedAt >= ARRIVED_KEPT,
      )
      if (old.length > 0) await records.write(old.flatMap(removeItem))
    })

  return { send, dropOld, mayHaveLeft: ({ id, tries }: ItemRecord) => tries > 0 || given.has(id) }
}
export type Sender = ReturnType<typeof createSender>
