import { createHmac } from 'node:crypto'
import type { Uniform } from './disclosure.rules'
import { type NoiseOf, type NoisePlan, noiseVariance } from './noise.rules'
import { type Draw, drawGaussian } from './zcdp.rules'

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

/** Whether a person is in the sample of a file of rows: another coin than the rounding's. */
export const toSample =
  (key: Uint8Array, share: number) =>
  (record: number): boolean =>
    Number(hmac(key, `rows1|${record}`).readBigUInt64BE(0) >> 11n) / 2 ** 53 < share

/** In which order the answers of someone are counted, of whom only the first few are: by a coin of theirs, not by their names. */
export const toOrder =
  (key: Uint8Array, record: number) =>
  (codes: readonly string[]): readonly string[] =>
    codes
      .map((code) => ({ code, at: hmac(key, `order1|${record}|${code}`).toString('hex') }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ code }) => code)

/**
 * Whole numbers below a bound from HMAC-SHA256 in counter mode: no one without the key can tell them from chance, and the same name
 * gives the same numbers, so that asking twice averages nothing away. What does not fit under the bound is drawn again.
 */
export function toDraw(key: Uint8Array, name: string): Draw {
  let counter = 0
  let pool = Buffer.alloc(0)
  const take = (bytes: number): bigint => {
    while (pool.length < bytes) {
      pool = Buffer.concat([pool, hmac(key, `noise1|${name}|${counter}`)])
      counter += 1
    }
    const taken = pool.subarray(0, bytes)
    pool = pool.subarray(bytes)
    return BigInt(`0x${taken.toString('hex')}`)
  }
  return (bound) => {
    const bits = (bound - 1n).toString(2).length
    const bytes = Math.ceil(bits / 8)
    for (;;) {
      const drawn = take(bytes) >> BigInt(bytes * 8 - bits)
      if (drawn < bound) return drawn
    }
  }
}

/** The noise of each cell of a plan, whatever the language and the day it is asked for. */
export const toNoise =
  (key: Uint8Array, plan: NoisePlan): NoiseOf =>
  (cell) =>
    drawGaussian(toDraw(key, `${plan}|${cell}`), { over: noiseVariance, under: 1n })
