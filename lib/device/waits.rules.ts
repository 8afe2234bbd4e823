const SECOND = 1_000

/** After so many wrong codes everything readable is forgotten. */
export const MAX_TRIES = 10
const FREE_TRIES = 3
const WAITS = [5, 15, 30, 60, 120, 300]

/** How long the next try must wait after `tries` wrong ones, the last of them at `triedAt`. */
export const waitAfter = (tries: number, triedAt: number, now: number): number => {
  const reached = WAITS.slice(0, Math.max(0, tries - FREE_TRIES + 1))
  const wait = Math.max(0, ...reached) * SECOND
  // A clock that was set back must not make it longer.
  return Math.min(wait, Math.max(0, triedAt + wait - now))
}

/** What a server answers that has too much to do, or to whose network too much was brought: the same may come again. */
export const isToComeAgain = (status: number): boolean => status === 503 || status === 429

const SEND_FIRST = 2 * SECOND
const SEND_LONGEST = 300 * SECOND
/** What the server cannot open is offered again now and then: its keys may come back with a restored server. */
export const REFUSED_WAIT = 3_600 * SECOND

/** How long an item waits after `tries` attempts that brought no answer of use. */
export const waitToSend = (tries: number): number => Math.min(SEND_LONGEST, SEND_FIRST * 2 ** (tries - 1))

/** A moment further off than the longest wait was written by a clock that was wrong then. */
export const isDue = (nextAt: number, now: number): boolean => now >= nextAt || nextAt - now > REFUSED_WAIT
