import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { keyFile } from '@/lib/runtime/env'

/**
 * The key-encryption keys: a file outside the database, one `kid:base64(32 bytes)` a line. The first line is the key in
 * use, the others still open what they closed (rotation: put a new line on top, rewrap, remove the old one).
 */
const line = z.string().regex(/^[a-z0-9-]{1,32}:[A-Za-z0-9+/]{43}=$/)

type Ring = { readonly current: string; readonly keys: ReadonlyMap<string, Buffer> }

let ring: Ring | null = null

const load = (): Ring => {
  const keys = new Map<string, Buffer>()
  for (const text of readFileSync(keyFile(), 'utf8').split('\n')) {
    if (text.trim() === '') continue
    const [kid = '', key = ''] = line.parse(text.trim()).split(':')
    keys.set(kid, Buffer.from(key, 'base64'))
  }
  const current = keys.keys().next().value
  if (current === undefined) throw new Error('the key file holds no key')
  return { current, keys }
}

const keyring = (): Ring => {
  ring ??= load()
  return ring
}

/** Whether the key file can be read; once it was, its keys are kept in memory. */
export const hasKeys = (): boolean => {
  try {
    return keyring().keys.size > 0
  } catch {
    return false
  }
}

const additional = (kid: string, context: string): Buffer => Buffer.from(`${kid}|${context}`, 'utf8')

/** The name of the key that closed these bytes. */
export const kidOf = (wrapped: Uint8Array): string =>
  Buffer.from(wrapped.subarray(1, 1 + (wrapped[0] ?? 0))).toString('utf8')

/**
 * Encrypts bytes under the key in use: length of kid (1) · kid · nonce (12) · tag (16) · body.
 * `context` binds the result to its place (holder kind and id), so that it opens nowhere else.
 */
export const wrap = (bytes: Uint8Array, context: string): Uint8Array<ArrayBuffer> => {
  const { current, keys } = keyring()
  const key = keys.get(current)
  if (key === undefined) throw new Error('the key in use is missing')
  const kid = Buffer.from(current, 'utf8')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(additional(current, context))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.from([kid.length]), kid, nonce, cipher.getAuthTag(), body]))
}

/** Whether the key file holds this key. Throws when there is no key file: then nothing can be said of any text. */
export const isInRing = (kid: string): boolean => keyring().keys.has(kid)

/** Throws when the key is not in the ring, the context differs or a bit is wrong. */
export const unwrap = (wrapped: Uint8Array, context: string): Buffer => {
  const kid = kidOf(wrapped)
  const key = keyring().keys.get(kid)
  if (key === undefined) throw new Error('the key file does not hold this key')
  const rest = Buffer.from(wrapped.subarray(1 + kid.length))
  const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, 12))
  decipher.setAAD(additional(kid, context))
  decipher.setAuthTag(rest.subarray(12, 28))
  return Buffer.concat([decipher.update(rest.subarray(28)), decipher.final()])
}

/** The same; null when it is damaged or the key file lacks its key. Throws when there is no key file. */
export const unwrapOrNull = (wrapped: Uint8Array, context: string): Buffer | null => {
  if (!isInRing(kidOf(wrapped))) return null
  try {
    return unwrap(wrapped, context)
  } catch {
    return null
  }
}

/** 32 bytes made of one line of the ring, for one purpose; of the line in use when no other is named. Null: the ring lacks it. */
export const derive = (
  purpose: string,
  kid = keyring().current,
): { readonly kid: string; readonly bytes: Buffer } | null => {
  const key = keyring().keys.get(kid)
  if (key === undefined) return null
  return { kid, bytes: Buffer.from(hkdfSync('sha256', key, '', `accompany:${purpose}`, 32)) }
}

/** Keyed marks (HMAC-SHA256) of one value, the one by the key in use first: what is written bears that, what is looked for may bear any. */
export const marksOf = (purpose: string, value: string): readonly Uint8Array<ArrayBuffer>[] =>
  [...keyring().keys.values()].map(
    (key) => new Uint8Array(createHmac('sha256', key).update(`${purpose}|${value}`, 'utf8').digest()),
  )

/** A mark of each key, the one in use first: whether two machines have the same file can be said, and nothing of a key. */
export const keyMarks = (): string[] =>
  [...keyring().keys.values()].map((key) =>
    createHmac('sha256', key).update('accompany key mark', 'utf8').digest('hex').slice(0, 32),
  )

/** A keyed fingerprint (HMAC-SHA256) for values that must be compared without being readable in the database. */
export const fingerprint = (purpose: string, value: string): Buffer => {
  const { current, keys } = keyring()
  // The oldest key, so that fingerprints survive a rotation for as long as the old key is kept.
  const oldest = [...keys.keys()].pop() ?? current
  const key = keys.get(oldest)
  if (key === undefined) throw new Error('the key file holds no key')
  return createHmac('sha256', key).update(`${purpose}|${value}`, 'utf8').digest()
}
