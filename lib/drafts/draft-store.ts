import type { EncryptedText } from './draft-cipher'

/** Where a record lies. Says nothing about the person, the account or the form. */
export type DraftPlace = { readonly slot: string; readonly tab: string }
/** One tab's draft of one form, or one thing in the outbox. */
export type DraftRecord = EncryptedText & DraftPlace

/** Where encrypted records lie. Every call may fail (storage full, storage refused): the caller says so and goes on. */
export type DraftStore = {
  /** In one step: the record lies there and what it replaces is gone, or nothing has changed. */
  readonly put: (record: DraftRecord, gone?: readonly DraftPlace[]) => Promise<void>
  readonly list: () => Promise<readonly DraftRecord[]>
  readonly listSlot: (slot: string) => Promise<readonly DraftRecord[]>
  readonly find: (place: DraftPlace) => Promise<DraftRecord | null>
  readonly remove: (slot: string, tab: string) => Promise<void>
}
