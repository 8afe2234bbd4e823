import { createHmac } from 'node:crypto'
import type { Uniform } from './disclosure.rules'

const hmac = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest()

/** Key of one person or event inside one snapshot: four bytes that tell nothing without the snapshot's key. */
export const toRecordKey = (key: Uint8Array, id: string): number => hmac(key, id).readInt32BE(0)

/** The rounding's coin: 53 bits of HMAC-SHA256 over the sum of the record keys of a cell. */
export const toUniform =
  (key: Uint8Array): Uniform =>
  (cell) =>
    Number(hmac(key, `frr1|${cell}`).readBigUInt64BE(0) >> 11n) / 2 ** 53
