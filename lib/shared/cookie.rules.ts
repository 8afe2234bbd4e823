/** The names of our cookies. Browsers accept `__Host-` only over https, so http has its own plain names. */
export const SECURE_SESSION_COOKIE = '__Host-accompany-session'
export const PLAIN_SESSION_COOKIE = 'accompany-session'

export const sessionCookieName = (secure: boolean): string =>
  secure ? SECURE_SESSION_COOKIE : PLAIN_SESSION_COOKIE

/** Of a browser from which someone has signed in completely (docs/adr/0103). */
export const PLAIN_DEVICE_COOKIE = 'accompany-device'
export const deviceCookieName = (secure: boolean): string =>
  secure ? '__Host-accompany-device' : PLAIN_DEVICE_COOKIE

/** A browser that no one signed in from for this long is a stranger again. */
export const DEVICE_DAYS = 90

/** The page that stands instead of one that someone hid, and the cookie that asks for it until the session is over (docs/adr/0059). */
export const QUIET_PATH = '/calendar'
export const QUIET_COOKIE = 'quiet'

/** On this device people stand in lists by their initials. */
export const DISCREET_COOKIE = 'discreet'
export const DISCREET = '1'
