import type { Bytes } from './bytes'
import type { Encrypted } from './keys'

/** What belongs to the device and to no account. */
export type DeviceRecord = {
  readonly id: 'device'
  readonly salt: Bytes
  readonly passes: number
  /** The last number that was given to a sealed item. */
  readonly seq: number
  /** The server had it forget what was taken along, and it has not been prepared since. */
  readonly isOrdered?: boolean
}

/** A cell, and a hash of it: one that was overwritten, or lost with its file, no longer fits. */
export type CellPlace = { readonly cell: number; readonly check: string }

/** One account's store; nothing in it says whose. */
export type StoreRecord = CellPlace & {
  readonly id: string
  readonly device: string
  /** The key of everything readable in it, under the code and the cell. */
  readonly root: Encrypted
  /** What the server gave. */
  readonly given: Encrypted
}

/** Something readable with the code: a text being written, or what is taken along. */
export type KeptRecord = CellPlace & {
  readonly id: string
  readonly store: string
  readonly kind: 'draft' | 'taken'
  readonly text: Encrypted
  /** Forgotten then, locked or not. */
  readonly until: number
  /** Of a draft: its sealed copy. */
  readonly item: string | null
  /** Whether some copy of it may be on the server. */
  readonly left: boolean
}

/** A text that only the server opens; its bytes are a SealedRecord of the same id. */
export type ItemRecord = {
  readonly id: string
  readonly store: string
  readonly device: string
  readonly seq: number
  readonly finished: boolean
  readonly key: string
  readonly hash: string
  /** What it is, for its own author. */
  readonly label: Encrypted
  readonly state: 'waiting' | 'refused' | 'arrived'
  readonly tries: number
  readonly nextAt: number
  readonly arrivedAt: number | null
  readonly outcome: 'received' | 'placed' | 'returned' | 'waiting'
}
export type SealedRecord = { readonly id: string; readonly enc: Bytes; readonly cipher: Bytes }

export type Tables = {
  readonly device: DeviceRecord
  readonly store: StoreRecord
  readonly kept: KeptRecord
  readonly item: ItemRecord
  readonly sealed: SealedRecord
}
export type Table = keyof Tables
export const TABLES = ['device', 'store', 'kept', 'item', 'sealed'] as const satisfies readonly Table[]

export type Change =
  | { readonly [T in Table]: { readonly put: T; readonly record: Tables[T] } }[Table]
  | { readonly remove: Table; readonly id: string }

export type Records = {
  readonly get: <T extends Table>(table: T, id: string) => Promise<Tables[T] | null>
  readonly list: <T extends Table>(table: T) => Promise<readonly Tables[T][]>
  /** All of it and on the disk, or nothing. Rejects with a QuotaExceededError when there is no room. */
  readonly write: (changes: readonly Change[]) => Promise<void>
}
