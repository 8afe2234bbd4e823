import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 random bits, as text for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in hexadecimal: all that the database keeps. A token is random, so no salt and no slowness are needed. */
export const hashToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex')

/** Random bytes for a secret of the second step (160 bits, RFC 4226 section 4). */
export const newTotpSecret = (): Uint8Array<ArrayBuffer> => Uint8Array.from(randomBytes(20))
