import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * Signatures under archives: Ed25519 (RFC 8032) with a key of the organisation. A public key is its DER form (SubjectPublicKeyInfo, RFC
 * 8410, 44 bytes); its fingerprint is the SHA-256 of that, in hexadecimal.
 */
export const fingerprintOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex')

/** In groups of eight, as people compare it. */
export const toFingerprintWords = (fingerprint: string): string => fingerprint.replace(/(.{8})(?=.)/g, '$1 ')

/** Whether these bytes were signed with the private half of this key. False for what is no Ed25519 key. */
export function isSigned(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature)
  } catch {
    return false
  }
}

/** What signs an archive. key: the public half. */
export type Signer = { key: Uint8Array; sign: (bytes: Uint8Array) => Uint8Array }
