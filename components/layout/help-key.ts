/** The cookie that remembers on this device that the key alone opens no help. */
export const HELP_KEY_COOKIE = 'help_key'
