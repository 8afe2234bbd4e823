import { describe, expect, it } from 'vitest'
import { toClock } from './clock.rules'

const TODAY = '2026-11-29'
const mark = (key: string, on: string, strand: 'asylum' | 'detention' = 'asylum') => ({
  key,
  strand,
  on,
  isLoud: false,
})

describe('the clock of all procedures', () => {
  it('runs from the first day to the last one, with today between them', () => {
    const clock = toClock(
      [{ strand: 'asylum', times: [{ from: '2026-10-01', until: null }] }],
      [mark('interview', '2027-01-10')],
      TODAY,
    )
    expect(clock).toMatchObject({ from: '2026-10-01', to: '2027-01-10' })
    expect(clock.today).toBeGreaterThan(0.5)
    expect(clock.months.map(({ on }) => on)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
    const [lane] = clock.lanes
    expect(lane?.ran).toEqual([{ from: 0, to: clock.today }])
    expect(lane?.ahead?.from).toBe(clock.today)
    expect(lane?.marks).toEqual([{ key: 'interview', at: lane?.ahead?.to, isPast: false, isLoud: false }])
  })

  it('leaves out what is further away than half a year, and never goes beyond its ends', () => {
    const clock = toClock(
      [{ strand: 'detention', times: [{ from: '2020-01-01', until: '2026-11-01' }] }],
      [mark('old', '2020-01-01', 'detention'), mark('far', '2031-01-01', 'detention')],
      TODAY,
    )
    expect(clock).toMatchObject({ from: '2026-05-31', to: '2026-12-13' })
    const [lane] = clock.lanes
    expect(lane?.marks).toEqual([])
    expect(lane?.ahead).toBeNull()
    expect(lane?.ran[0]?.from).toBe(0)
    expect(lane?.ran[0]?.to).toBeLessThan(clock.today)
  })

  it('gives a file without a day a fortnight on both sides', () => {
    const clock = toClock([{ strand: 'asylum', times: [] }], [], TODAY)
    expect(clock).toMatchObject({ from: '2026-11-15', to: '2026-12-13', lanes: [] })
  })
})
