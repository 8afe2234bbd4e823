import { expect, it } from 'vitest'
import { beforeOf, contradicted, DOMAINS, LEVELS, latestOf, type Screened, trendOf } from './screening.rules'

const nothing = {
  health: 'open',
  mind: 'open',
  violence: 'open',
  exploitation: 'open',
  gender: 'open',
  age: 'open',
  family: 'open',
  communication: 'open',
  daily: 'open',
} as const
const row = (id: string, screened: string, change: Partial<Screened> = {}): Screened => ({
  ...nothing,
  id,
  personId: 'p',
  screened,
  again: null,
  ...change,
})

it('words of one length stand for every level, so that a cipher does not tell them', () => {
  expect(new Set(LEVELS.codes.map(({ length }) => length)).size).toBe(1)
  expect(Object.keys(nothing).sort()).toEqual([...DOMAINS.codes].sort())
})

it('each level is better, worse or the same as the one before, and nothing is said where one was not looked at', () => {
  const said = LEVELS.codes.map((now) => LEVELS.codes.map((before) => trendOf(now, before)))
  expect(said).toEqual([
    ['same', 'better', 'better', null],
    ['worse', 'same', 'better', null],
    ['worse', 'worse', 'same', null],
    [null, null, null, null],
  ])
  expect(trendOf(null, 'some')).toBeNull()
})

it('the one before is of the same person and by its day, not by when it was written down', () => {
  const rows = [
    row('c', '2026-03-01'),
    row('a', '2026-05-01'),
    row('b', '2026-04-01', { personId: 'q' }),
    row('d', '2026-03-01'),
  ]
  const [march, may, other, later] = rows
  if (!march || !may || !other || !later) throw new Error('no rows')
  expect(beforeOf(rows, may)).toBe(later)
  expect(beforeOf(rows, later)).toBe(march)
  expect(beforeOf(rows, march)).toBeNull()
  expect(beforeOf(rows, other)).toBeNull()
  expect(latestOf(rows).map(({ id }) => id)).toEqual(['b', 'a'])
})

it('a need that lasts contradicts the last screening that saw no sign of it, and no earlier one', () => {
  const need = { personId: 'p', need: 'fgm', endedOn: null }
  const none = { violence: 'none' } as const
  expect(contradicted([row('a', '2026-03-01', none)], [need])).toEqual([{ need, domain: 'violence' }])
  expect(
    contradicted([row('a', '2026-03-01', none), row('b', '2026-04-01', { violence: 'some' })], [need]),
  ).toEqual([])
  expect(contradicted([row('a', '2026-03-01', none)], [{ ...need, endedOn: '2026-03-02' }])).toEqual([])
  expect(contradicted([row('a', '2026-03-01', none)], [{ ...need, personId: 'q' }])).toEqual([])
  expect(contradicted([row('a', '2026-03-01', none)], [{ ...need, need: 'stateless' }])).toEqual([])
})
