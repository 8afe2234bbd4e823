import { describe, expect, it } from 'vitest'
import { countValues, type Row } from './class.rules'
import { checkRows, type FrozenPerson, listUnfair, toRows } from './rows.rules'

const rows = (n: number, quasi: readonly string[], sensitive: (i: number) => readonly string[]): Row[] =>
  Array.from({ length: n }, (_, i) => ({ quasi, sensitive: sensitive(i) }))
const check = (list: readonly Row[], columns = 1) =>
  checkRows(
    list,
    Array.from({ length: columns }, (_, at) => countValues(list, at)),
  )

describe('the check of printed rows', () => {
  const half = (i: number): readonly string[] => [i % 2 === 0 ? 'yes' : 'no']

  it('says what was reached', () => {
    const list = [...rows(11, ['a'], half), ...rows(20, ['b'], half)]
    expect(check(list)).toMatchObject({ classes: 2, smallest: 11, distinct: 2 })
    expect(check(list)?.share).toBeCloseTo(6 / 11)
    expect(
      check(
        rows(11, ['a'], () => []),
        0,
      ),
    ).toMatchObject({ smallest: 11, share: null, distance: null })
  })

  it('refuses ten alike, one answer for nearly all of a group, and a group unlike the others', () => {
    expect(check([...rows(10, ['a'], half), ...rows(20, ['b'], half)])).toBeNull()
    expect(check([...rows(20, ['a'], (i) => [i < 17 ? 'yes' : 'no']), ...rows(20, ['b'], half)])).toBeNull()
    expect(
      check([
        ...rows(20, ['a'], (i) => [i < 16 ? 'yes' : 'no']),
        ...rows(20, ['b'], (i) => [i < 4 ? 'yes' : 'no']),
      ]),
    ).toBeNull()
    expect(check([])).toBeNull()
  })
})

describe('columns of a file of rows', () => {
  const people = (n: number, codesOf: (i: number) => readonly string[]): FrozenPerson[] =>
    Array.from({ length: n }, (_, i) => ({ key: i, leaves: ['x'], codes: codesOf(i) }))

  it('drop what fewer than eleven carry, and what nearly everyone does', () => {
    const codesOf = (i: number): string[] => [
      ...(i % 2 === 0 ? ['half'] : []),
      ...(i < 10 ? ['rare'] : []),
      ...(i < 90 ? ['common'] : []),
    ]
    const made = toRows('topics', people(100, codesOf), ['half', 'rare', 'common'])
    expect(made.names).toEqual(['half'])
    expect(made.dropped).toEqual(['rare', 'common'])
    expect(made.rows[1]?.sensitive).toEqual(['no'])
  })

  it('are three at most, the least certain ones', () => {
    const codesOf = (i: number): string[] => ['a', 'b', 'c', 'd'].filter((_, at) => i % 100 < 25 + 8 * at)
    expect(toRows('topics', people(200, codesOf), ['a', 'b', 'c', 'd']).names).toEqual(['b', 'c', 'd'])
  })

  it('say of trafficking possible, actual or ended', () => {
    const made = toRows(
      'trafficking',
      people(3, (i) => [['detected'], ['recognised', 'ended'], ['ended']][i] ?? []),
      [],
    )
    expect(made.rows.map((row) => row.sensitive)).toEqual([['possible'], ['actual'], ['ended']])
  })
})

it('a group that lost rows is named only when it is large enough to be named', () => {
  const all = [
    ...rows(30, ['large'], () => []),
    ...rows(5, ['small'], () => []),
    ...rows(100, ['rest'], () => []),
  ]
  const kept = all.filter((row, i) => row.quasi[0] === 'rest' || (row.quasi[0] === 'large' && i < 20))
  expect(listUnfair(all, kept, (row) => row.quasi[0] ?? '')).toEqual(['large'])
})
