import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import type { Signer } from './signature'

/** A new pair: the private half in PKCS#8, the public one in SubjectPublicKeyInfo, both DER. */
export function makeKeyPair(): { privateKey: Buffer; publicKey: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
  }
}

/** Ed25519 draws no chance: the same bytes have the same signature (RFC 8032 § 5.1.6). */
export function toSigner(privateKey: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  return {
    key: new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' })),
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
  }
}
