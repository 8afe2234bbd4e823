import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { derive } from './keyring'

/**
 * Signatures under the checkpoints of the audit log: Ed25519 (RFC 8032), with a key made of the line in use of the key file, which the
 * database never sees. Anyone who holds the public half can tell a checkpoint of this organisation from another one and open
 * nothing with it (docs/adr/0041).
 */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKey = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })

const words = (number: bigint, chain: Uint8Array): Buffer =>
  Buffer.from(`accompany seal ${number} ${Buffer.from(chain).toString('hex')}`, 'utf8')

export type Signature = { readonly kid: string; readonly bytes: Uint8Array<ArrayBuffer> }

export const signCheckpoint = (number: bigint, chain: Uint8Array): Signature => {
  const seed = derive('seals')
  if (seed === null) throw new Error('the key in use is missing')
  return { kid: seed.kid, bytes: new Uint8Array(sign(null, words(number, chain), privateKey(seed.bytes))) }
}

/** Null: the key file does not hold the key that this checkpoint names. */
export const isSignedCheckpoint = (
  number: bigint,
  chain: Uint8Array,
  signature: Signature,
): boolean | null => {
  const seed = derive('seals', signature.kid)
  if (seed === null) return null
  return verify(null, words(number, chain), createPublicKey(privateKey(seed.bytes)), signature.bytes)
}

/** The public half that goes with the key in use, in the last 32 bytes of its DER form. */
export const checkpointPublicKey = (kid: string): string => {
  const seed = derive('seals', kid)
  if (seed === null) return 'unknown'
  return createPublicKey(privateKey(seed.bytes))
    .export({ format: 'der', type: 'spki' })
    .subarray(-32)
    .toString('base64')
}
