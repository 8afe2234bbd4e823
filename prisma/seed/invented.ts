/** Invented people: a small seeded generator (mulberry32) keeps the demo the same from one installation to the next. */
export type Draw = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number between two bounds, both included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly chance: (share: number) => boolean
}

export const draws = (seed: number): Draw => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const found = list[between(0, list.length - 1)]
    if (found === undefined) throw new Error('an empty list has nothing to pick')
    return found
  }
  return { next, between, pick, chance: (share) => next() < share }
}

/** Countries of nationality, as often as they come: Guinea is in the list three times. */
export const NATIONALITIES = [
  'GN',
  'GN',
  'GN',
  'AF',
  'AF',
  'AF',
  'MA',
  'MA',
  'MA',
  'DZ',
  'DZ',
  'DZ',
  'SY',
  'SY',
  'ER',
  'ER',
  'IQ',
  'IQ',
  'CD',
  'CD',
  'CM',
  'TN',
  'AL',
  'AL',
  'PS',
  'SO',
  'BR',
  'BR',
  'VN',
  'IN',
  'GE',
  'TR',
  'XXA',
  'XXX',
] as const
