import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, fromBase64url, hashOf, toBase64url, toBytes } from './bytes'
import type { FormName, SealingKey } from './device.types'

/**
 * A text sealed so that only the server opens it (RFC 9180, base mode). Both ends read this file: the device seals, the server
 * opens with the same suite, `INFO` and `aadOf`.
 */
export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})
export const INFO = toBytes('accompany submission 1')
/** The text belongs to this id and this key: under another it does not open. */
export const aadOf = (id: string, key: string): Bytes => toBytes(`${id}${key}`)

/** What is inside the seal. */
export type Inside = {
  readonly v: 1
  readonly form: FormName
  readonly schema: number
  readonly state: 'finished' | 'unfinished'
  readonly requestId: string
  /** The author's account; `token` proves it. */
  readonly as: string
  readonly token: string
  /** Counts up on this device; orders texts where clocks do not. */
  readonly seq: number
  /** By the device's clock (ISO 8601, UTC); `skew` is by how many milliseconds the server's was ahead when they last spoke. */
  readonly at: string
  readonly skew: number
  /** The requestId of the text that must be placed before this one. */
  readonly after: string | null
  readonly device: string
  /** What the form's schema takes. Null in an unfinished text: its author threw it away. */
  readonly input: unknown
}

/** What is posted. */
export type Submission = {
  readonly v: 1
  readonly id: string
  readonly key: string
  readonly enc: string
  readonly cipher: string
}

/** Sealed texts have one of four lengths: theirs says little about them. */
const SIZES = [4, 16, 64, 256].map((kilobytes) => kilobytes * 1024)
const SPACE = 0x20

/** JSON may end in spaces: what opens needs no length. Null when it is longer than the longest. */
const padded = (json: string): Bytes | null => {
  const bytes = toBytes(json)
  const size = SIZES.find((one) => bytes.length <= one)
  if (size === undefined) return null
  const all = new Uint8Array(size).fill(SPACE)
  all.set(bytes)
  return all
}

export type Sealed = { readonly enc: Bytes; readonly cipher: Bytes; readonly hash: string }

/** Null: too long. */
export const seal = async (key: SealingKey, id: string, inside: Inside): Promise<Sealed | null> => {
  const text = padded(JSON.stringify(inside))
  if (text === null) return null
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64url(key.public))
  const sender = await suite.createSenderContext({ recipientPublicKey, info: INFO })
  const cipher = new Uint8Array(await sender.seal(text, aadOf(id, key.id)))
  text.fill(0)
  return { enc: new Uint8Array(sender.enc), cipher, hash: await hashOf(cipher) }
}

export const toSubmission = (id: string, key: string, { enc, cipher }: Omit<Sealed, 'hash'>): Submission => ({
  v: 1,
  id,
  key,
  enc: toBase64url(enc),
  cipher: toBase64url(cipher),
})
