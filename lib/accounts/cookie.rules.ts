/** The name of the session cookie. Browsers accept `__Host-` only over https, so http has its own plain name. */
export const SECURE_SESSION_COOKIE = '__Host-accompany-session'
export const PLAIN_SESSION_COOKIE = 'accompany-session'

export const sessionCookieName = (secure: boolean): string =>
  secure ? SECURE_SESSION_COOKIE : PLAIN_SESSION_COOKIE

/** The page that stands instead of one that somebody hid, and the cookie that asks for it until the session is over (docs/adr/0059). */
export const QUIET_PATH = '/calendar'
export const QUIET_COOKIE = 'quiet'
