import type { DraftKeys } from './draft-cipher'
import type { DraftPlace, DraftRecord, DraftStore } from './draft-store'
import type { PageMemory } from './page-memory'

/** The same encrypted bytes on the server. Every call may fail: no network, no session, no room. */
export type RemoteDrafts = {
  readonly put: (record: DraftRecord) => Promise<void>
  /** Of one form, or of all. */
  readonly list: (slot: string | null) => Promise<readonly DraftRecord[]>
  /** With `only`, nothing goes unless the bytes encrypted with it still lie there. */
  readonly remove: (place: DraftPlace, only?: Uint8Array) => Promise<void>
}

/** Which drafts are being written in a window that is open now. A window that dies lets go by itself. */
export type LiveTabs = {
  /** What it gives lets go again, and settles when it has. */
  readonly hold: (tab: string) => Promise<() => Promise<void>>
  readonly list: () => Promise<ReadonlySet<string>>
}

/** What the drafts of a page stand on; the tests put others in their place. */
export type Ports = {
  readonly store: DraftStore
  readonly remote: RemoteDrafts
  readonly live: LiveTabs
  readonly memory: PageMemory
  /** Null while no one is signed in, or no network has brought the key. */
  readonly keys: () => Promise<DraftKeys | null>
  /** One at a time in this browser, whatever the number of windows. */
  readonly exclusive: <T>(name: string, run: () => Promise<T>) => Promise<T>
  readonly now: () => number
}
