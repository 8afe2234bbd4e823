import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A token as it stands in a cookie: `<token>.<HMAC-SHA256 under the sign-in secret>`. Another secret opens none of them, so
 * changing NEXTAUTH_SECRET ends every session at once (docs/adr/0103). The database sees the token's hash alone, as before.
 */
const mark = (secret: string, token: string): Buffer =>
  createHmac('sha256', secret).update(`cookie|${token}`, 'utf8').digest()

export const bindToken = (secret: string, token: string): string =>
  `${token}.${mark(secret, token).toString('base64url')}`

/** @returns the token, or null for a cookie that this secret did not bind */
export const readBoundToken = (secret: string, value: string): string | null => {
  const [token = '', given = '', ...more] = value.split('.')
  const claimed = Buffer.from(given, 'base64url')
  const expected = mark(secret, token)
  if (more.length > 0 || token === '' || claimed.length !== expected.length) return null
  return timingSafeEqual(claimed, expected) ? token : null
}
