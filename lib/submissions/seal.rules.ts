import { type Bytes, toBase64url, toText } from '@/lib/device/bytes'
import { aadOf, INFO, suite } from '@/lib/device/submission'

/** The server's end of what a device seals (lib/device/submission.ts). */

/** A new pair: the public half as it travels, the secret half as raw bytes. */
export const makePair = async (): Promise<{ readonly public: string; readonly secret: Bytes }> => {
  const pair = await suite.kem.generateKeyPair()
  return {
    public: toBase64url(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))),
    secret: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
  }
}

/** The text that was sealed. Throws when the key, the id or a bit is wrong. */
export const openSealed = async (
  id: string,
  key: { readonly id: string; readonly secret: Uint8Array },
  { enc, cipher }: { readonly enc: Uint8Array; readonly cipher: Uint8Array },
): Promise<string> => {
  const recipientKey = await suite.kem.deserializePrivateKey(Uint8Array.from(key.secret))
  const recipient = await suite.createRecipientContext({
    recipientKey,
    enc: Uint8Array.from(enc),
    info: INFO,
  })
  return toText(new Uint8Array(await recipient.open(Uint8Array.from(cipher), aadOf(id, key.id))))
}
