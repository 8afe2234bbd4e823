import { type DraftKeys, draftSlot, encryptText, openText } from './draft-cipher'
import { type DraftContent, toDraft } from './draft-content'
import type { DraftPlace, DraftRecord, DraftStore } from './draft-store'

export type FoundDraft = DraftContent & DraftPlace & { readonly record: DraftRecord }

export type DraftBox = {
  /** This tab's own record. */
  readonly place: DraftPlace
  /** Writes this tab's draft, and in the same step takes away what it came from. */
  readonly save: (draft: DraftContent, gone?: readonly DraftPlace[]) => Promise<DraftRecord>
  /** The record as it would be saved, for a device that refuses to keep it. */
  readonly encrypt: (draft: DraftContent) => Promise<DraftRecord>
  /** Drafts that other tabs, or this one before a reload, left behind; newest first. */
  readonly find: () => Promise<readonly FoundDraft[]>
  readonly open: (record: DraftRecord) => Promise<FoundDraft | null>
  /** Something that must happen after every write that was begun, and before every later one. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  readonly remove: (tab: string) => Promise<void>
  /** After the server has acknowledged: this tab's draft. */
  readonly clear: () => Promise<void>
}

export const placeName = ({ slot, tab }: DraftPlace): string => `${slot}/${tab}`

export const openDraft = async (keys: DraftKeys, record: DraftRecord): Promise<FoundDraft | null> => {
  const content = toDraft(await openText(keys, placeName(record), record))
  return content === null ? null : { ...content, slot: record.slot, tab: record.tab, record }
}

/**
 * The drafts of one form of one account. Each tab writes a record of its own, so two tabs never overwrite each other.
 * Writes happen one after the other: an older text cannot land on a newer one, nor a late write after `clear`.
 */
export const openDraftBox = async (
  keys: DraftKeys,
  store: DraftStore,
  form: string,
  tab: string,
): Promise<DraftBox> => {
  const slot = await draftSlot(keys, form)
  const place = { slot, tab }
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    // A failed write is told to its own caller and must not block the next one.
    queue = done.catch(() => undefined)
    return done
  }
  const open = (record: DraftRecord) => openDraft(keys, record)
  const encrypt = async (draft: DraftContent): Promise<DraftRecord> => ({
    ...place,
    ...(await encryptText(keys, placeName(place), JSON.stringify(draft))),
  })
  return {
    place,
    encrypt,
    open,
    inTurn,
    save: (draft, gone) =>
      inTurn(async () => {
        const record = await encrypt(draft)
        await store.put(record, gone)
        return record
      }),
    find: async () => {
      const records = (await store.listSlot(slot)).filter((record) => record.tab !== tab)
      const found = await Promise.all(records.map(open))
      return found.filter((one) => one !== null).sort((a, b) => b.at - a.at)
    },
    remove: (of) => inTurn(() => store.remove(slot, of)),
    clear: () => inTurn(() => store.remove(slot, tab)),
  }
}
