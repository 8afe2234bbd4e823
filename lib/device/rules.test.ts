import { describe, expect, it } from 'vitest'
import { CONSONANTS, newUnlockCode, SYLLABLES, toPlainCode, VOWELS } from './code.rules'
import { untilOf } from './until.rules'
import { isDue, REFUSED_WAIT, waitAfter, waitToSend } from './waits.rules'

describe('the code', () => {
  it('has 41 bits, and every syllable is as likely', () => {
    const counts = new Map<string, number>()
    for (let value = 0; value < 240; value += 1) {
      const syllables = newUnlockCode((length) => new Uint8Array(length).fill(value)).match(/../g) ?? []
      expect([syllables.length, new Set(syllables).size]).toEqual([SYLLABLES, 1])
      counts.set(syllables[0] ?? '', (counts.get(syllables[0] ?? '') ?? 0) + 1)
    }
    expect(counts.size).toBe(CONSONANTS.length * VOWELS.length)
    expect(new Set(counts.values())).toEqual(new Set([4]))
    // The rest of the values would make some likelier.
    let value = 256
    const falling = (length: number) => {
      value -= 1
      return new Uint8Array(length).fill(value)
    }
    expect(newUnlockCode(falling)).toBe(newUnlockCode((length) => new Uint8Array(length).fill(239)))
    expect(SYLLABLES * Math.log2(counts.size)).toBeGreaterThan(41)
  })
  it('is the same however it is typed', () => {
    expect(toPlainCode(' Ba-nu KI\tlo re·ti ma')).toBe('banukiloretima')
  })
})

describe('until when something taken along is kept', () => {
  it.each([
    ['2026-11-24', '2026-11-23T18:00:00Z', '2026-11-24T23:00:00Z', 'winter'],
    ['2026-07-01', '2026-06-30T18:00:00Z', '2026-07-01T22:00:00Z', 'summer'],
    ['2026-03-29', '2026-03-28T18:00:00Z', '2026-03-29T22:00:00Z', 'a day of 23 hours'],
    ['2026-10-25', '2026-10-24T18:00:00Z', '2026-10-25T23:00:00Z', 'a day of 25 hours'],
    ['2026-11-24', '2026-11-22T08:00:00Z', '2026-11-23T20:00:00Z', 'at most 36 hours'],
  ])('for %s, taken at %s: %s (%s)', (on, now, until) => {
    expect(new Date(untilOf(on, Date.parse(now))).toISOString()).toBe(until.replace('Z', '.000Z'))
  })
})

describe('waits', () => {
  it.each([
    [0, 0],
    [2, 0],
    [3, 5],
    [4, 15],
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 300],
    [9, 300],
  ])('after %i wrong codes: %i s', (tries, seconds) => {
    expect(waitAfter(tries, 1_000, 1_000)).toBe(seconds * 1_000)
    expect(waitAfter(tries, 1_000, 1_000 + seconds * 1_000)).toBe(0)
    // Set back a year, it waits no longer.
    expect(waitAfter(tries, 1e12, 1_000)).toBe(seconds * 1_000)
  })
  it('of an item: 2 s, doubled to five minutes', () => {
    expect([1, 2, 3, 8, 9, 40].map(waitToSend)).toEqual([2_000, 4_000, 8_000, 256_000, 300_000, 300_000])
  })
  it('a time that a wrong clock wrote holds nothing up', () => {
    expect(isDue(1e12, 1e12 - 1)).toBe(false)
    expect(isDue(1e12, 1e12 - REFUSED_WAIT - 1)).toBe(true)
  })
})
