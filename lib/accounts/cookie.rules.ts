/** The name of the session cookie. Browsers accept `__Host-` only over https, so http has its own plain name. */
export const SECURE_SESSION_COOKIE = '__Host-accompany-session'
export const PLAIN_SESSION_COOKIE = 'accompany-session'

export const sessionCookieName = (secure: boolean): string =>
  secure ? SECURE_SESSION_COOKIE : PLAIN_SESSION_COOKIE
