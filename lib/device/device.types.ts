import type { Result } from '@/lib/shared/result'

/**
 * The texts of a phone that has no network: what others may ask of the device store. How it does it is in docs/adr/0153 (what
 * is kept and how it is forgotten) and docs/adr/0154 (what leaves the device).
 */

/** Public half of a key of the server, base64url of the uncompressed point (P-256). */
export type SealingKey = { readonly id: string; readonly public: string; readonly until: string }

/** What the server says when a device is prepared. `device` and `store` are its ids, `token` proves the author. */
export type Given = {
  readonly device: string
  readonly store: string
  readonly token: string
  readonly key: SealingKey
  readonly locale: string
  readonly as: string
}

/** What is taken along. The device reads these fields alone; the rest is the shell's (lib/offline/taken.schema.ts). */
export type TakenAlong = {
  readonly id: string
  /** The day of the visit in Brussels: kept until it ends, and never longer than 36 hours. */
  readonly on: string
  readonly key: SealingKey
}

export type FormName = 'visit' | 'note' | 'task' | 'activity'

/** unable: no private file system (private window, old browser). elsewhere: another window of this browser holds it. */
export type DeviceState = 'unprepared' | 'locked' | 'open' | 'elsewhere' | 'unable'

/**
 * locked: no store is open. full: no room, nothing was written. tooLong: longer than what may be sent. gone: nothing lies under that
 * name. sent: the server has it, or may have. past: the day is over. elsewhere: another window holds the store, or this browser cannot
 * keep one. failed: the device refused; what was there is still there.
 */
export type Refusal = 'locked' | 'full' | 'tooLong' | 'gone' | 'sent' | 'past' | 'elsewhere' | 'failed'
export type Kept<T = null> = Result<T, Refusal>

export type Unlocked =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  /** The tenth wrong code: everything readable on this device is forgotten. What was not sent still goes. */
  | { readonly kind: 'emptied' }
  /** Right, and locked again while it was tried. */
  | { readonly kind: 'locked' }
  /** Another window holds the store, or this browser cannot keep one. */
  | { readonly kind: 'elsewhere' }

export type Draft = {
  readonly name: string
  readonly form: FormName
  /** The id the finished text will have, the same for as long as it is written. */
  readonly requestId: string
  /** When it was kept, milliseconds since 1970, by this device's clock. */
  readonly at: number
  /** As the form takes it today, whichever build wrote it. */
  readonly value: unknown
  /** Of a version of its form that this build does not write (lib/device/upgrade.ts): it comes back from the server as text. */
  readonly isOld: boolean
}

/** Sealed: on this device and not to be opened here. `requestId` is what a later text names in `after`. */
export type SealedState = { readonly id: string; readonly requestId: string; readonly at: number }

export type Item = {
  readonly id: string
  readonly requestId: string
  readonly form: FormName
  /** refused: the server could not open it; it stays here and is tried again now and then. */
  readonly state: 'onDevice' | 'arrived' | 'returned' | 'waitingForCoordinator' | 'refused'
  /** When it was finished. */
  readonly at: number
  readonly arrivedAt: number | null
}

export type Device = {
  readonly state: () => DeviceState
  /** The ids of this device, one for each account that prepared it; says to no one whose they are. */
  readonly stores: () => readonly string[]
  /** How the server knows this browser; null before it is prepared. */
  readonly id: () => string | null
  /** Of the open store. */
  readonly account: () => { readonly as: string; readonly locale: string } | null
  /** The server had it forget what was taken along, and it has not been prepared since. */
  readonly wasToldToForget: () => boolean
  /** Called after anything above or below may have changed, here or in another window. What it gives ends it. */
  readonly subscribe: (changed: () => void) => () => void

  /** A code for people to keep: seven syllables, 41 bits. */
  readonly newCode: () => string
  /** Makes a store for the account and opens it. Other accounts' stores are left alone. */
  readonly prepare: (given: Given, code: string) => Promise<Kept>
  readonly unlock: (code: string) => Promise<Unlocked>
  /** Drops the keys of the open store. */
  readonly lock: () => void
  /** At the gate: every window of this browser locks. */
  readonly closeEverything: () => void
  /** Forgets everything readable of the open store; locked, of every store. What was not sent still goes. */
  readonly empty: () => Promise<void>
  /** Takes the store from the window that holds it. */
  readonly here: () => Promise<void>

  readonly takeAlong: (taken: TakenAlong) => Promise<Kept<{ readonly until: number }>>
  readonly taken: () => Promise<readonly TakenAlong[]>
  readonly takeOut: (id: string) => Promise<void>

  /** Keeps what is being written, and in the same step a sealed copy that goes to the server when there is a network. */
  readonly saveDraft: (name: string, form: FormName, value: unknown) => Promise<Kept<Draft>>
  readonly draft: (name: string) => Promise<Draft | null>
  /** Newest first. */
  readonly drafts: () => Promise<readonly Draft[]>
  readonly discard: (name: string) => Promise<void>
  /** From here on no one reads it on this device. `after`: the text it rests on, by its requestId. */
  readonly finish: (
    name: string,
    form: FormName,
    input: unknown,
    after?: string | null,
  ) => Promise<Kept<SealedState>>
  /** Back to a draft, for as long as nothing of it was given to the network. */
  readonly change: (id: string, name: string, value: unknown) => Promise<Kept<Draft>>
  /** Finished texts of the open store, newest first. */
  readonly items: () => Promise<readonly Item[]>

  /** Sends what is due, of every account; locked too. `all` does not wait for an item's turn. isBusy: the server said to come again. */
  readonly send: (all?: boolean) => Promise<{ readonly isBusy: boolean }>
  /** Forgets what has expired. Asked every minute, and before the code is. */
  readonly tick: () => Promise<void>
  readonly close: () => Promise<void>
}
