import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Passkeys beside the app that makes the codes (docs/adr/0190). */

/** So long a challenge waits for its signature. */
export const CHALLENGE_SECONDS = 5 * 60
/** More than anyone has devices. */
export const MOST_PASSKEYS = 10

/** How a browser speaks with an authenticator (WebAuthn, AuthenticatorTransport). */
export const TRANSPORTS = vocabulary('accounts.transports', [
  'ble',
  'cable',
  'hybrid',
  'internal',
  'nfc',
  'smart-card',
  'usb',
])
export type Transport = CodeOf<typeof TRANSPORTS>

/** A challenge is for making a passkey, or for proving with one who one is: never for the other. */
export type Purpose = 'add' | 'prove'

/** To whom a passkey belongs, of the address that the server is reached by; null where browsers make none: a bare number, or no encryption. */
export const toRelyingParty = (address: string): { readonly id: string; readonly origin: string } | null => {
  const { hostname, origin, protocol } = new URL(address)
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
  const isEncrypted = protocol === 'https:' || hostname === 'localhost'
  return isNumber || !isEncrypted ? null : { id: hostname, origin }
}
