import { Secret, TOTP } from 'otpauth'

/** Codes of the second step (RFC 6238), as every authenticator app understands them. */
const PERIOD_SECONDS = 30
const ISSUER = 'Accompany'

const toTotp = (secret: Uint8Array, label: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    // SHA-1 because the common apps ignore any other word here; HMAC-SHA-1 is not weakened by collisions.
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  })

/** Only digits count: apps show the code in two groups. */
export const toCode = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '')

/**
 * The time step that the code belongs to, or null. One step either side is accepted for clocks that drift.
 * The step must then be stored, and be later than the last one: a code works once.
 */
export const findStep = (secret: Uint8Array, typed: string, now: Date): number | null => {
  const code = toCode(typed)
  if (!/^\d{6}$/.test(code)) return null
  const delta = toTotp(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

/** The address behind the QR picture. `label` is what the app shows beside the code. */
export const toOtpauthUri = (secret: Uint8Array, label: string): string => toTotp(secret, label).toString()

/** The secret for typing by hand, in groups of four. */
export const toManualSecret = (secret: Uint8Array): string =>
  (new Secret({ buffer: new Uint8Array(secret).buffer }).base32.match(/.{1,4}/g) ?? []).join(' ')

const RECOVERY_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const RECOVERY_CODES = 10
export const RECOVERY_BYTES = 10

/** Sixteen characters in four groups from ten random bytes (80 bits); no 0, 1, I, O to misread. */
export const toRecoveryCode = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => RECOVERY_ALPHABET[Number.parseInt(five, 2)] ?? '')
  return (letters.join('').match(/.{1,4}/g) ?? []).join('-')
}

/** What is hashed and compared: capitals without separators; null when it cannot be one of ours. */
export const normalizeRecoveryCode = (typed: string): string | null => {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return /^[2-9A-HJ-NP-Z]{16}$/.test(plain) ? plain : null
}
