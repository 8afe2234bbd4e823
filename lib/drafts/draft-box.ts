import * as z from 'zod'
import { type DraftKeys, draftSlot, openText, sealText } from './draft-cipher'
import type { DraftRecord, DraftStore } from './draft-store'

const content = z.object({
  /** When the last key was pressed, milliseconds since 1970. */
  at: z.number(),
  /** The id under which the form sends: after a reload the same text is still the same request. */
  requestId: z.uuid(),
  values: z.record(z.string(), z.unknown()),
})
export type DraftContent = z.infer<typeof content>
export type FoundDraft = DraftContent & { readonly tab: string }

export type DraftBox = {
  readonly save: (draft: DraftContent) => Promise<void>
  /** Drafts that other tabs, or this one before a reload, left behind; newest first. */
  readonly find: () => Promise<readonly FoundDraft[]>
  readonly remove: (tab: string) => Promise<void>
  /** After the server has acknowledged: this tab's draft. */
  readonly clear: () => Promise<void>
}

const toJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
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
  const place = (of: string) => `${slot}/${of}`
  let queue: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = queue.then(work)
    // A failed write is told to its own caller and must not block the next one.
    queue = done.catch(() => undefined)
    return done
  }
  const open = async (record: DraftRecord): Promise<FoundDraft[]> => {
    const text = await openText(keys, place(record.tab), record)
    const parsed = content.safeParse(text === null ? null : toJson(text))
    return parsed.success ? [{ ...parsed.data, tab: record.tab }] : []
  }
  return {
    save: (draft) =>
      inTurn(async () => {
        const sealed = await sealText(keys, place(tab), JSON.stringify(draft))
        await store.put({ slot, tab, ...sealed })
      }),
    find: async () => {
      const records = (await store.listSlot(slot)).filter((record) => record.tab !== tab)
      const found = await Promise.all(records.map(open))
      return found.flat().sort((a, b) => b.at - a.at)
    },
    remove: (of) => inTurn(() => store.remove(slot, of)),
    clear: () => inTurn(() => store.remove(slot, tab)),
  }
}
