import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * Authenticated encryption of one field: AES-256-GCM (NIST SP 800-38D), 96-bit random nonce.
 * Layout: version (1) · data key id (16) · nonce (12) · tag (16) · ciphertext.
 */
const VERSION = 1
const HEADER = 1 + 16 + 12 + 16

/** Where a ciphertext stands. It is bound to the ciphertext: moved to another row or revision, it does not open. */
export type Coordinates = {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly revision: number
}

export type DataKey = { readonly id: string; readonly bytes: Buffer }

const additional = ({ table, row, column, revision }: Coordinates): Buffer =>
  Buffer.from(JSON.stringify([table, row, column, revision]), 'utf8')

const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

export const encryptBytes = (key: DataKey, at: Coordinates, bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce)
  cipher.setAAD(additional(at))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  const whole = Buffer.concat([Buffer.from([VERSION]), idBytes(key.id), nonce, cipher.getAuthTag(), body])
  return new Uint8Array(whole)
}

export const encryptField = (key: DataKey, at: Coordinates, text: string): Uint8Array<ArrayBuffer> =>
  encryptBytes(key, at, Buffer.from(text, 'utf8'))

/** The id of the data key that a ciphertext asks for. */
export const keyIdOf = (encrypted: Uint8Array): string => {
  if (encrypted.length < HEADER || encrypted[0] !== VERSION) throw new Error('not an encrypted field')
  const hex = Buffer.from(encrypted.subarray(1, 17)).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Throws when the key, the place or a single bit is wrong. */
export const openBytes = (key: DataKey, at: Coordinates, encrypted: Uint8Array): Buffer => {
  if (keyIdOf(encrypted) !== key.id) throw new Error('encrypted with another key')
  const whole = Buffer.from(encrypted)
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, whole.subarray(17, 29))
  decipher.setAAD(additional(at))
  decipher.setAuthTag(whole.subarray(29, HEADER))
  return Buffer.concat([decipher.update(whole.subarray(HEADER)), decipher.final()])
}
