import { describe, expect, it } from 'vitest'
import { ASSUMED_MINUTES, fitsIn, minutesFor, minutesOf, paceOf } from './hours.rules'

describe('how many people fit into a visit', () => {
  const visit = (minutes: number, visitors: number, seen: number) => ({ minutes, visitors, seen })

  it('follows the middle of what earlier visits took, per visitor and person', () => {
    expect(paceOf([visit(120, 2, 6), visit(150, 1, 5), visit(180, 2, 18)])).toEqual({
      minutes: 30,
      visits: 3,
    })
    // Two visits say too little, and a visit that met no one or has no hours says nothing.
    const few = [visit(120, 2, 6), visit(150, 1, 5), visit(120, 2, 0), visit(0, 1, 4), visit(-10, 1, 4)]
    expect(paceOf(few)).toEqual({ minutes: ASSUMED_MINUTES, visits: 0 })
    // Two hours of two visitors for one person: the others are in files that one may not open.
    const partly = [visit(120, 2, 1), visit(150, 2, 1), visit(140, 2, 1)]
    expect(paceOf(partly)).toEqual({ minutes: ASSUMED_MINUTES, visits: 0 })
    expect(paceOf([...partly, visit(120, 2, 6), visit(150, 1, 5), visit(180, 2, 18)]).visits).toBe(3)
  })

  it('counts the hours and the visitors, and says nothing without hours', () => {
    const pace = { minutes: 30, visits: 0 }
    expect(fitsIn({ startsAt: '10:00', endsAt: '12:30', visitors: 2 }, pace)).toBe(10)
    expect(fitsIn({ startsAt: '10:00', endsAt: '12:30', visitors: 0 }, pace)).toBe(5)
    expect(fitsIn({ startsAt: '10:00', endsAt: '10:20', visitors: 1 }, pace)).toBe(0)
    for (const [startsAt, endsAt] of [
      [null, '12:00'],
      ['10:00', null],
      ['', ''],
      ['12:00', '10:00'],
    ] as const)
      expect(fitsIn({ startsAt, endsAt, visitors: 1 }, pace)).toBeNull()
    expect(minutesOf('09:05')).toBe(545)
    expect(minutesOf('9:05')).toBeNull()
  })

  it('says how long those who are ticked take together', () => {
    expect(minutesFor(4, 2, { minutes: 35, visits: 5 })).toBe(70)
    expect(minutesFor(4, 0, { minutes: 35, visits: 5 })).toBe(140)
    expect(minutesFor(0, 1, { minutes: 35, visits: 5 })).toBe(0)
  })
})
