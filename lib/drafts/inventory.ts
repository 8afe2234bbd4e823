import { openDraft } from './draft-box'
import type { DraftKeys } from './draft-cipher'
import type { Offer } from './offers'
import { type OutboxItem, openOutbox } from './outbox'
import type { Ports } from './ports'

export type KeptDraft = Offer & { readonly isBeingWritten: boolean }
export type Inventory = {
  readonly drafts: readonly KeptDraft[]
  readonly waiting: readonly OutboxItem[]
  readonly failed: readonly OutboxItem[]
  readonly sent: readonly OutboxItem[]
}

export const NOTHING_KEPT: Inventory = { drafts: [], waiting: [], failed: [], sent: [] }

/**
 * Everything of this account that is on its way: what does not open with its key is someone else’s and is not there.
 * A draft that lies on the device and on the server is one, as it was written last.
 */
export const takeInventory = async (
  keys: DraftKeys,
  ports: Ports,
  where: 'device' | 'everywhere',
): Promise<Inventory> => {
  const [live, items, records, remote] = await Promise.all([
    ports.live.list(),
    openOutbox(keys, ports).then((outbox) => outbox.list()),
    ports.store.list(),
    where === 'device' ? [] : ports.remote.list(null).catch(() => []),
  ])
  const found = new Map<string, KeptDraft>()
  // What lies in the outbox reads like a draft and is none.
  const inOutbox = new Set(items.map(({ id }) => id))
  for (const [from, some] of [['device', records] as const, ['server', remote] as const])
    for (const record of some.filter(({ tab }) => !inOutbox.has(tab))) {
      const draft = await openDraft(keys, record)
      const other = found.get(record.tab)
      if (draft === null || (other !== undefined && other.at >= draft.at)) continue
      found.set(record.tab, { ...draft, from, isBeingWritten: live.has(record.tab) })
    }
  // What waits in the outbox keeps its copy on the server until it is sent: one text, told once.
  for (const { copy, state } of items) if (copy !== null && state !== 'sent') found.delete(copy.tab)
  return {
    drafts: [...found.values()].sort((a, b) => b.at - a.at),
    waiting: items.filter(({ state }) => state === 'waiting'),
    failed: items.filter(({ state }) => state === 'failed'),
    sent: items.filter(({ state }) => state === 'sent').sort((a, b) => (b.sentAt ?? 0) - (a.sentAt ?? 0)),
  }
}
