import type { Bytes } from './bytes'
import type { Records } from './records'

/**
 * 129 blocks of 32 bytes that are overwritten in place: a head (0) and 128 cells. What is written is on the disk when the call
 * ends. One window of the browser at a time holds it.
 */
export type CellsFile = {
  /** Null where the file is shorter. */
  readonly read: (block: number, blocks?: number) => Promise<Bytes | null>
  readonly write: (block: number, bytes: Bytes) => Promise<void>
  readonly close: () => Promise<void>
}

/** Words between the windows of this browser. */
export type Windows = {
  readonly tell: (word: 'changed' | 'lock' | 'released') => void
  /** Asks the window that holds the cells to let go, and waits for it, not for long. */
  readonly askRelease: () => Promise<void>
  readonly listen: (hear: (word: 'changed' | 'lock' | 'release' | 'released') => void) => void
}

export type Answer = { readonly status: number; readonly body: unknown }

/** What the device store stands on; the tests put others in their place. */
export type DevicePorts = {
  readonly records: Records
  readonly openCells: () => Promise<CellsFile | 'elsewhere' | 'unable'>
  readonly windows: Windows
  /** Argon2id of the code: 32 bytes, 64 MiB, so many passes. */
  readonly derive: (code: string, salt: Bytes, passes: number) => Promise<Bytes>
  readonly random: (length: number) => Bytes
  readonly newId: () => string
  /** The wall clock, which people may change, and one that only runs forward while this page lives. */
  readonly now: () => number
  readonly elapsed: () => number
  /** Null: no answer. Without cookies. */
  readonly post: (path: string, body: unknown) => Promise<Answer | null>
  /** One at a time in this browser: waits for its turn, or (`busy`) does nothing when it is taken. */
  readonly exclusive: <T>(name: string, run: () => Promise<T>) => Promise<T>
  readonly ifFree: (name: string, run: () => Promise<void>) => Promise<void>
  /** Bytes that may still be written. */
  readonly room: () => Promise<number>
  /** Which build this is, told to the server. */
  readonly build: string
}
