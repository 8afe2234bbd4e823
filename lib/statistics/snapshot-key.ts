import { createHmac } from 'node:crypto'
import type { Uniform } from './disclosure.rules'

const hmac = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest()

/** Bytes of one block of SHA-256. */
const block = 64
const padded = (key: Uint8Array, pad: number): Buffer =>
  Buffer.from(Array.from({ length: block }, (_, i) => (key[i] ?? 0) ^ pad))

/** A key of at most 64 bytes as the two blocks HMAC begins its hashes with (RFC 2104 § 2); app.record_key takes them. */
export const toPads = (key: Uint8Array): { inner: Buffer; outer: Buffer } => ({
  inner: padded(key, 0x36),
  outer: padded(key, 0x5c),
})

/** The rounding's coin: 53 bits of HMAC-SHA256 over the sum of the record keys of a cell. */
export const toUniform =
  (key: Uint8Array): Uniform =>
  (cell) =>
    Number(hmac(key, `frr1|${cell}`).readBigUInt64BE(0) >> 11n) / 2 ** 53

/** Whether somebody is in the sample of a file of rows: another coin than the rounding's. */
export const toSample =
  (key: Uint8Array, share: number) =>
  (record: number): boolean =>
    Number(hmac(key, `rows1|${record}`).readBigUInt64BE(0) >> 11n) / 2 ** 53 < share
