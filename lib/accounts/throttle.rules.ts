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
  /** One account from one network: a stranger elsewhere makes no one wait. */
  account: { free: 5, firstPauseSeconds: 30, longestPauseSeconds: FIFTEEN_MINUTES, memorySeconds: ONE_DAY },
  /** One account from all networks together: wide, because strangers fill it. */
  everywhere: {
    free: 30,
    firstPauseSeconds: 60,
    longestPauseSeconds: FIFTEEN_MINUTES,
    memorySeconds: ONE_DAY,
  },
  /** One account from a browser that it knows: no one else can fill it. */
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

/** What the counter `account` counts: one address, tried from one network. */
export const triedFrom = (network: string, email: string): string => `${network} ${email}`
