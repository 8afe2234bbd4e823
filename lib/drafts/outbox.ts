import { placeName } from './draft-box'
import { type DraftKeys, draftSlot, encryptText, openText } from './draft-cipher'
import { type DraftContent, type OutboxContent, toOutboxItem } from './draft-content'
import type { DraftPlace, DraftRecord } from './draft-store'
import { afterReply, isDue, type OutboxReply, SENT_REMEMBERED } from './outbox.rules'
import type { Ports } from './ports'

export type OutboxItem = OutboxContent & { readonly id: string }
export type Submission = Pick<OutboxContent, 'form' | 'door' | 'path' | 'requestId' | 'values' | 'copy'>
export type SendTo = (
  outboxAction: string,
  sent: { requestId: string; input: unknown },
) => Promise<OutboxReply>
export type Sent = { readonly id: string; readonly item: OutboxItem; readonly reply: OutboxReply }

export type Outbox = {
  /** From here on the text is the outbox's: it lies there and the draft it came from is gone, in one step. */
  readonly add: (submission: Submission, gone: readonly DraftPlace[]) => Promise<OutboxItem>
  /** Newest first. */
  readonly list: () => Promise<readonly OutboxItem[]>
  /** Sends what is due, oldest first, one after the other; `all` does not wait for its turn. */
  readonly send: (to: SendTo, all?: boolean) => Promise<readonly Sent[]>
  /** Back into a draft, unless it was sent meanwhile (null). */
  readonly takeBack: (id: string) => Promise<DraftPlace | null>
  readonly remove: (id: string) => Promise<void>
}

type Needs = Pick<Ports, 'store' | 'remote' | 'exclusive' | 'now'>

/**
 * What was submitted and has not been acknowledged. Items lie encrypted among the drafts under names that tell nothing.
 * Sending, taking back and deleting exclude each other in the whole browser, so nothing is changed while it is on its way.
 */
export const openOutbox = async (keys: DraftKeys, ports: Needs): Promise<Outbox> => {
  const { store, remote, exclusive, now } = ports
  const slot = await draftSlot(keys, 'outbox')
  const alone = <T>(run: () => Promise<T>): Promise<T> => exclusive(`outbox ${slot}`, run)
  const idOf = (requestId: string): Promise<string> => draftSlot(keys, `request ${requestId}`)
  const encryptAt = async (
    place: DraftPlace,
    content: OutboxContent | DraftContent,
  ): Promise<DraftRecord> => ({
    ...place,
    ...(await encryptText(keys, placeName(place), JSON.stringify(content))),
  })
  const open = async (record: DraftRecord): Promise<OutboxItem | null> => {
    const content = toOutboxItem(await openText(keys, placeName(record), record))
    return content === null ? null : { ...content, id: record.tab }
  }
  const find = async (id: string): Promise<OutboxItem | null> => {
    const record = await store.find({ slot, tab: id })
    return record === null ? null : open(record)
  }
  const list = async (): Promise<readonly OutboxItem[]> => {
    const found = await Promise.all((await store.listSlot(slot)).map(open))
    return found.filter((one) => one !== null).sort((a, b) => b.at - a.at)
  }
  const write = async ({ id, ...content }: OutboxItem): Promise<void> =>
    store.put(await encryptAt({ slot, tab: id }, content))

  const sendOne = async (id: string, to: SendTo): Promise<Sent | null> => {
    const item = await find(id)
    if (item?.state !== 'waiting') return null
    const reply = await to(item.door, { requestId: item.requestId, input: item.values }).catch(() => null)
    const next: OutboxItem = { ...afterReply(item, reply, now()), id }
    try {
      await write(next)
    } catch {
      // A full device must not stop the others. What was sent needs no room any more; what was not stays as it lies, and
      // is sent again under its own id: the server has it once.
      if (next.state === 'sent') await store.remove(slot, id).catch(() => undefined)
    }
    if (next.state === 'sent' && item.copy !== null) await remote.remove(item.copy).catch(() => undefined)
    return { id, item: next, reply }
  }

  const forgetOld = async (): Promise<void> => {
    const sent = (await list())
      .filter(({ state }) => state === 'sent')
      .sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0))
    for (const { id } of sent.slice(SENT_REMEMBERED)) await store.remove(slot, id)
  }

  return {
    list,
    add: async (submission, gone) => {
      const own = await idOf(submission.requestId)
      const there = await find(own)
      // The same id with another text (two windows, an answer that got lost): both stay, and the server will say so.
      const isSame = there === null || JSON.stringify(there.values) === JSON.stringify(submission.values)
      const id = isSame ? own : crypto.randomUUID()
      const content: OutboxContent = {
        ...submission,
        state: 'waiting',
        at: now(),
        tries: 0,
        nextAt: 0,
        problem: null,
        sentAt: null,
      }
      await store.put(await encryptAt({ slot, tab: id }, content), gone)
      return { ...content, id }
    },
    send: (to, all = false) =>
      alone(async () => {
        const due = (await list()).filter((item) => (all ? item.state === 'waiting' : isDue(item, now())))
        const done: Sent[] = []
        for (const { id } of due.toReversed()) {
          const sent = await sendOne(id, to)
          if (sent === null) continue
          done.push(sent)
          if (sent.reply !== null && !sent.reply.ok && sent.reply.code === 'signedOut') break
        }
        if (done.some(({ item }) => item.state === 'sent')) await forgetOld()
        return done
      }),
    takeBack: (id) =>
      alone(async () => {
        const item = await find(id)
        if (item === null || item.values === null) return null
        // Under the name of its copy on the server, so that no one is offered the same text twice.
        const place = item.copy ?? { slot: await draftSlot(keys, item.form), tab: crypto.randomUUID() }
        const { at, requestId, values, form, path, problem } = item
        const content: DraftContent = { at, requestId, values, form, path, problem }
        await store.put(await encryptAt(place, content), [{ slot, tab: id }])
        return place
      }),
    remove: (id) => alone(() => store.remove(slot, id)),
  }
}
