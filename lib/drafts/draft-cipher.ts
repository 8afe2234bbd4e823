/**
 * Drafts are text about people on a device that may be lost: they lie there as AES-GCM under a key that the server keeps
 * and that only ever is in the memory of a page. Two keys are derived from it: one encrypts, one names the records, so
 * that not even the list of someone’s forms can be read, or matched to an account, without signing in as them.
 */
export type DraftKeys = { readonly account: string; readonly cipher: CryptoKey; readonly names: CryptoKey }
export type EncryptedText = { readonly iv: Uint8Array<ArrayBuffer>; readonly cipher: ArrayBuffer }

const encoder = new TextEncoder()

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** The derived keys, not extractable. `key` is 256 bits in base64. */
export const deriveDraftKeys = async (account: string, key: string): Promise<DraftKeys> => {
  const secret = await crypto.subtle.importKey('raw', fromBase64(key), 'HKDF', false, ['deriveKey'])
  const from = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: encoder.encode(`accompany draft ${use}`),
  })
  const cipher = await crypto.subtle.deriveKey(
    from('text'),
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  const names = await crypto.subtle.deriveKey(
    from('name'),
    secret,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  )
  return { account, cipher, names }
}

/** The name under which one form's drafts of one account lie: says nothing to anyone who lacks the key. */
export const draftSlot = async (keys: DraftKeys, form: string): Promise<string> => {
  const mac = await crypto.subtle.sign(
    'HMAC',
    keys.names,
    encoder.encode(JSON.stringify([keys.account, form])),
  )
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bound to the record it lies in: moved to another place it does not open. */
export const encryptText = async (keys: DraftKeys, record: string, text: string): Promise<EncryptedText> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = encoder.encode(record)
  const cipher = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    keys.cipher,
    encoder.encode(text),
  )
  return { iv, cipher }
}

/** The text, or null when it was encrypted with another key, for another record, or was changed. */
export const openText = async (
  keys: DraftKeys,
  record: string,
  encrypted: EncryptedText,
): Promise<string | null> => {
  const parameters = { name: 'AES-GCM', iv: encrypted.iv, additionalData: encoder.encode(record) }
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, keys.cipher, encrypted.cipher))
  } catch {
    return null
  }
}
