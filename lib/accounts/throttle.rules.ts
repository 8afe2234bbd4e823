/** How failures slow the next try. Never a lock for good: a colleague must not be shut out before a hearing. */

export type ThrottleRule = {
  /** Failures before the first pause. */
  free: number
  /** The first pause; each further failure doubles it. */
  firstPauseSeconds: number
  longestPauseSeconds: number
  /** Without a failure for this long, the count starts again. */
  memorySeconds: number
}

const FIFTEEN_MINUTES = 15 * 60
const ONE_DAY = 24 * 60 * 60

export const THROTTLES = {
  /** One account from one network: a stranger elsewhere makes nobody wait. */
  account: { free: 5, firstPauseSeconds: 30, longestPauseSeconds: FIFTEEN_MINUTES, memorySeconds: ONE_DAY },
  /** One account from all networks together: wide, because strangers fill it. */
  everywhere: {
    free: 30,
    firstPauseSeconds: 60,
    longestPauseSeconds: FIFTEEN_MINUTES,
    memorySeconds: ONE_DAY,
  },
  /** One account from a browser that it knows: nobody else can fill it. */
  device: { free: 5, firstPauseSeconds: 30, longestPauseSeconds: FIFTEEN_MINUTES, memorySeconds: ONE_DAY },
  /** One network, whatever it tries: an office shares one, so it is wider. */
  address: { free: 40, firstPauseSeconds: 60, longestPauseSeconds: FIFTEEN_MINUTES, memorySeconds: 60 * 60 },
  /** Codes of the second step: six digits are few. */
  code: { free: 5, firstPauseSeconds: 60, longestPauseSeconds: FIFTEEN_MINUTES, memorySeconds: ONE_DAY },
  /** Guessing at invitation links. */
  invitation: {
    free: 20,
    firstPauseSeconds: 60,
    longestPauseSeconds: FIFTEEN_MINUTES,
    memorySeconds: 60 * 60,
  },
} as const satisfies Record<string, ThrottleRule>

export type ThrottleKind = keyof typeof THROTTLES

/** Seconds of pause after this many failures in a row; 0 while they are free. */
export const pauseSeconds = (failures: number, rule: ThrottleRule): number =>
  failures < rule.free
    ? 0
    : Math.min(rule.longestPauseSeconds, rule.firstPauseSeconds * 2 ** Math.min(failures - rule.free, 20))

const isIpv4 = (address: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(address)

/** The network of an address: /24 for IPv4, /64 for IPv6, so that the next address of the same line counts along. */
export const toNetwork = (address: string): string => {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:/, '')
  if (isIpv4(plain)) return plain.split('.').slice(0, 3).join('.')
  if (!plain.includes(':')) return 'unknown'
  const [head = '', tail] = plain.split('::')
  const first = head.split(':').filter((group) => group !== '')
  const last = tail === undefined ? [] : tail.split(':').filter((group) => group !== '')
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  return [...first, ...middle, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** What the counter `account` counts: one address, tried from one network. */
export const triedFrom = (network: string, email: string): string => `${network} ${email}`

/**
 * The address nearest to us in `x-forwarded-for`: the last entry, which our own server wrote, or the proxy that
 * TRUST_PROXY speaks of (lib/server/caller-address.ts drops the client's own word). Earlier entries are the client's word.
 */
export const toClientAddress = (forwardedFor: string): string => forwardedFor.split(',').at(-1)?.trim() ?? ''
