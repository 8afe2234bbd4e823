import type { SealedText } from './draft-cipher'

/** One tab's draft of one form. `slot` and `tab` say nothing about the person or the account. */
export type DraftRecord = SealedText & { readonly slot: string; readonly tab: string }

/** Where sealed drafts lie. Every call may fail (storage full, storage refused): the caller says so and goes on. */
export type DraftStore = {
  readonly put: (record: DraftRecord) => Promise<void>
  readonly listSlot: (slot: string) => Promise<readonly DraftRecord[]>
  readonly remove: (slot: string, tab: string) => Promise<void>
}
