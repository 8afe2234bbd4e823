import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRounded, toBars, toPercent } from './chart.rules'

const row = (key: string, value: number | null, isTotal = false) => ({
  key,
  label: key,
  isTotal,
  cells: [{ value: 1 }, { value }],
})

describe('bars', () => {
  it('are the printed rows, largest first, without total and without what is withheld', () => {
    const { bars, largest, withheld } = toBars([
      row('a', 30),
      row('b', null),
      row('c', 80),
      row('all', 120, true),
    ])
    expect(bars.map((one) => one.key)).toEqual(['c', 'a'])
    expect({ largest, withheld }).toEqual({ largest: 80, withheld: 1 })
  })

  it('drop no row that has a value, however many are equal', () => {
    const rows = Array.from({ length: 21 }, (_, index) => row(`row ${index}`, index < 3 ? 40 : 20))
    expect(toBars(rows).bars.map(({ key }) => key)).toEqual(rows.map(({ key }) => key))
  })
})

describe('a share', () => {
  it.each([
    { part: 30, whole: 120, percent: 25 },
    { part: 40, whole: 120, percent: 33 },
    { part: 60, whole: 50, percent: 100 },
    { part: 20, whole: 40, percent: null },
    { part: null, whole: 120, percent: null },
    { part: 20, whole: null, percent: null },
  ])('of $part in $whole is $percent', ({ part, whole, percent }) =>
    expect(toPercent(part, whole)).toBe(percent),
  )
})

describe('two rounded numbers', () => {
  it('differ only when no pair of true numbers could be equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 60 }), (a, b) => {
        const [now, before] = [a * 10, b * 10]
        const canBeEqual = now - 9 <= before + 9 && before - 9 <= now + 9
        expect(compareRounded(now, before, 10) === 'alike').toBe(canBeEqual)
      }),
    )
    expect(compareRounded(60, 20, 10)).toBe('more')
    expect(compareRounded(20, 60, 10)).toBe('fewer')
    expect(compareRounded(null, 60, 10)).toBeNull()
  })
})
