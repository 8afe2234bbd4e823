import { describe, expect, it } from 'vitest'
import { clashesOf, isUnanswered, type Taken } from './appointment.rules'

const taken = (id: string, change: Partial<Taken> = {}): Taken => ({
  id,
  on: '2026-12-03',
  startsAt: '10:00',
  endsAt: '11:00',
  who: ['anna'],
  ...change,
})
const pairs = (...rows: readonly Taken[]) =>
  clashesOf(rows).map(({ one, other, who }) => [one.id, other.id, who])

describe('two appointments clash', () => {
  it('where one person or one colleague would have to be in both', () => {
    expect(pairs(taken('a'), taken('b', { startsAt: '10:30', endsAt: null }))).toEqual([['a', 'b', 'anna']])
    expect(pairs(taken('a', { who: ['anna', 'p'] }), taken('b', { who: ['p', 'ben'] }))).toEqual([
      ['a', 'b', 'p'],
    ])
  })
  it.each([
    ['of other people', { who: ['ben'] }],
    ['of another day', { on: '2026-12-04' }],
    ['right after it', { startsAt: '11:00', endsAt: '12:00' }],
    ['that has ended', { startsAt: '08:00', endsAt: '10:00' }],
    ['of which no hour is known', { startsAt: null, endsAt: null }],
  ] as const)('not with one %s', (_what, change) => {
    expect(pairs(taken('a'), taken('b', change))).toEqual([])
  })
  it('an hour is assumed where only the beginning is known', () => {
    const short = taken('a', { endsAt: null })
    expect(pairs(short, taken('b', { startsAt: '10:59' }))).toHaveLength(1)
    expect(pairs(short, taken('b', { startsAt: '11:00' }))).toHaveLength(0)
  })
  it('each pair is said once', () => {
    expect(pairs(taken('a'), taken('b'), taken('c'))).toHaveLength(3)
  })
})

it('what came of it is asked from the day after, and only while no one said it', () => {
  expect(isUnanswered({ state: 'planned', on: '2026-12-02' }, '2026-12-03')).toBe(true)
  expect(isUnanswered({ state: 'planned', on: '2026-12-03' }, '2026-12-03')).toBe(false)
  expect(isUnanswered({ state: 'missed', on: '2026-12-02' }, '2026-12-03')).toBe(false)
})
