import { type Bytes, toBytes, toText } from './bytes'

/**
 * The keys of one account's store. `root` was random and is in the memory of an unlocked page alone; on the device it lies under
 * the code and a cell, and every text under `root` and a cell of its own: who overwrites the cell has forgotten the text.
 */
export type StoreKeys = {
  readonly root: CryptoKey
  /** For what says nothing of people: kinds and times of sealed items, what the server gave. */
  readonly labels: CryptoKey
  readonly names: CryptoKey
}
export type Encrypted = { readonly iv: Bytes; readonly cipher: Bytes }

const NONE = new Uint8Array(0)
const from = (salt: Bytes, use: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: toBytes(`accompany device ${use}`),
})
const AES = { name: 'AES-GCM', length: 256 } as const
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const

/** Not extractable; the bytes it came from are overwritten. */
const importSecret = async (bytes: Bytes): Promise<CryptoKey> => {
  const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  bytes.fill(0)
  return key
}

const deriveAes = (secret: CryptoKey, salt: Bytes, use: string): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(from(salt, use), secret, AES, false, ['encrypt', 'decrypt'])

export const openKeys = async (rootBytes: Bytes): Promise<StoreKeys> => {
  const root = await importSecret(rootBytes)
  return {
    root,
    labels: await deriveAes(root, NONE, 'label'),
    names: await crypto.subtle.deriveKey(from(NONE, 'name'), root, HMAC, false, ['sign']),
  }
}

export const importCode = importSecret
export const codeKey = (derived: CryptoKey, cell: Bytes): Promise<CryptoKey> =>
  deriveAes(derived, cell, 'code')
export const textKey = (keys: StoreKeys, cell: Bytes, id: string): Promise<CryptoKey> =>
  deriveAes(keys.root, cell, `text ${id}`)

/** The name under which something lies: says nothing to anyone who lacks the key. */
export const placeOf = async ({ names }: StoreKeys, kind: string, name: string): Promise<string> => {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', names, toBytes(JSON.stringify([kind, name]))))
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** `bound`: the place it belongs to; moved to another it does not open. */
export const encryptBytes = async (
  key: CryptoKey,
  bound: string,
  bytes: Bytes,
  iv: Bytes,
): Promise<Encrypted> => {
  const additionalData = toBytes(bound)
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes)
  return { iv, cipher: new Uint8Array(cipher) }
}

/** Null: another key, another place, or changed. */
export const decryptBytes = async (
  key: CryptoKey,
  bound: string,
  { iv, cipher }: Encrypted,
): Promise<Bytes | null> => {
  const additionalData = toBytes(bound)
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, cipher))
  } catch {
    return null
  }
}

export const encryptJson = (key: CryptoKey, bound: string, value: unknown, iv: Bytes): Promise<Encrypted> =>
  encryptBytes(key, bound, toBytes(JSON.stringify(value)), iv)

export const decryptJson = async (key: CryptoKey, bound: string, encrypted: Encrypted): Promise<unknown> => {
  const bytes = await decryptBytes(key, bound, encrypted)
  return bytes === null ? null : JSON.parse(toText(bytes))
}
