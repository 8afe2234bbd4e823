import type { Bytes } from './bytes'

/** What a page asks of its worker (device-worker.ts). */
export type Ask =
  | { readonly ask: 'open' }
  | { readonly ask: 'read'; readonly at: number; readonly length: number }
  | { readonly ask: 'write'; readonly at: number; readonly bytes: Bytes }
  | { readonly ask: 'close' }
  | { readonly ask: 'derive'; readonly code: string; readonly salt: Bytes; readonly passes: number }

export type Question = { readonly number: number; readonly what: Ask }
export type Reply =
  | { readonly number: number; readonly bytes: Bytes | null }
  | { readonly number: number; readonly error: { readonly name: string; readonly message: string } }
