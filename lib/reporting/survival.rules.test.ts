import { describe, expect, it } from 'vitest'
import { dayOfShare, type Spell, survival } from './survival.rules'

/** "6+" was last seen to go on after six. */
const sample = (text: string): Spell[] =>
  text
    .split(' ')
    .map((one) => ({ entry: 0, exit: Number.parseInt(one, 10), ended: !one.endsWith('+'), count: 1 }))
const steps = (spells: readonly Spell[]) =>
  survival(spells).map(({ day, share, atRisk }) => `${day}: ${share.toFixed(3)} of ${atRisk}`)

describe('how long it lasts', () => {
  // Freireich et al. 1963 (Blood 21), weeks of remission: 6-mercaptopurine and placebo, as every textbook prints them.
  const treated = sample('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+')
  const placebo = sample('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23')

  it('is what Freireich and others found of 6-mercaptopurine', () => {
    expect(steps(treated)).toEqual([
      '6: 0.857 of 21',
      '7: 0.807 of 17',
      '10: 0.753 of 15',
      '13: 0.690 of 12',
      '16: 0.627 of 11',
      '22: 0.538 of 7',
      '23: 0.448 of 6',
    ])
    expect(dayOfShare(treated, 0.25)).toBe(13)
    expect(dayOfShare(treated, 0.5)).toBe(23)
    expect(dayOfShare(treated, 0.75)).toBeNull()
  })

  it('is what they found of a placebo', () => {
    expect(survival(placebo).map(({ share }) => share.toFixed(3))).toEqual([
      '0.905',
      '0.810',
      '0.762',
      '0.667',
      '0.571',
      '0.381',
      '0.286',
      '0.190',
      '0.143',
      '0.095',
      '0.048',
      '0.000',
    ])
    expect(dayOfShare(placebo, 0.5)).toBe(8)
  })

  it('is what Miller (1981) printed of maintained leukaemia', () => {
    const shares = survival(sample('9 13 13+ 18 23 28+ 31 34 45+ 48 161+')).map(({ share }) =>
      share.toFixed(3),
    )
    expect(shares).toEqual(['0.909', '0.818', '0.716', '0.614', '0.491', '0.368', '0.184'])
  })

  it('counts those alone who were known by then', () => {
    const known = (entry: number, exit: number, ended = true): Spell => ({ entry, exit, ended, count: 1 })
    // By hand: on the fifth day three were known (two thirds go on), on the eighth three (of two thirds two), then two, then one.
    const late = [
      known(0, 5),
      known(3, 8),
      known(4, 6, false),
      known(6, 10),
      known(7, 9),
      known(9, 9),
      known(12, 11),
    ]
    expect(steps(late)).toEqual(['5: 0.667 of 3', '8: 0.444 of 3', '9: 0.222 of 2', '10: 0.000 of 1'])
  })

  it('counts many alike as many', () => {
    const pairs = treated.map((spell) => ({ ...spell, count: 2 }))
    const twice = [...treated, ...treated]
    expect(survival(pairs).map(({ share }) => share)).toEqual(survival(twice).map(({ share }) => share))
    expect(survival(pairs)[0]?.atRisk).toBe(42)
  })

  it('takes a half for a half, of whatever number', () => {
    for (let n = 20; n <= 400; n += 2) {
      const all = Array.from(
        { length: n },
        (_, at): Spell => ({ entry: 0, exit: at + 1, ended: true, count: 1 }),
      )
      expect([n, dayOfShare(all, 0.5)]).toEqual([n, n / 2])
    }
  })

  it('is told of twenty or more', () => {
    expect(dayOfShare(treated.slice(0, 19), 0.25)).toBeNull()
    expect(dayOfShare(treated.slice(0, 20), 0.25)).not.toBeNull()
    expect(dayOfShare([], 0.5)).toBeNull()
  })
})
