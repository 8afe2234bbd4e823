import { describe, expect, it } from 'vitest'
import { addDays, toDate } from '@/lib/shared/dates'
import type { DeadlineLine } from './deadline-list.data'
import { firstDayOf, lastDayOf, readMonth } from './month.rules'
import { toWeeks } from './month.view'

const line = (id: string, remindOn: string | null): DeadlineLine => ({
  id,
  severity: 'high',
  event: 'cgrs_decision_notified',
  happenedOn: null,
  dueOn: remindOn,
  remindOn,
  code: 'INVENTED',
  title: { en: 'A', fr: 'A', nl: 'A', de: 'A' },
  meaning: 'act',
  file: { id, code: 'ABCDE', secrecy: 'open', worker: { id: 'x', name: 'Voorbeeld' } },
})

describe('a month of deadlines', () => {
  it.each([
    { month: '2026-12-01', weeks: 5 },
    { month: '2026-02-01', weeks: 5 },
    { month: '2027-02-01', weeks: 4 },
    { month: '2026-08-01', weeks: 6 },
    { month: '2028-02-01', weeks: 5 },
  ])('$month has each of its days once, in its column', ({ month, weeks }) => {
    const grid = toWeeks(month, [])
    expect(grid).toHaveLength(weeks)
    const days = grid.flatMap((week) => week.days.flatMap((one) => (one === null ? [] : [one.day])))
    expect(days).toEqual(
      Array.from({ length: Number(lastDayOf(month).slice(8)) }, (_, index) => addDays(month, index)),
    )
    for (const week of grid)
      for (const [index, one] of week.days.entries())
        if (one !== null) expect((toDate(one.day).getUTCDay() + 6) % 7).toBe(index)
  })

  it('puts each deadline on its day, and says weekends and legal holidays', () => {
    const grid = toWeeks('2026-12-01', [line('a', '2026-12-24'), line('b', '2026-12-24'), line('c', null)])
    const days = grid.flatMap((week) => week.days.flatMap((one) => one ?? []))
    expect(days.filter(({ lines }) => lines.length > 0).map(({ day, lines }) => [day, lines.length])).toEqual(
      [['2026-12-24', 2]],
    )
    expect(days.find(({ day }) => day === '2026-12-25')?.rest).toBe('christmas')
    expect(days.find(({ day }) => day === '2026-12-26')?.rest).toBe('saturday')
    expect(days.find(({ day }) => day === '2026-12-28')?.rest).toBeNull()
  })

  it.each(['', '2026-13', '2026-00', '0001-01', '9999-12', '2026-12-01', "2026-12'--", '2026'])(
    'takes %j for no month',
    (asked) => {
      expect(readMonth(asked)).toBeNull()
      expect(firstDayOf('2026-11-25')).toBe('2026-11-01')
    },
  )
  it('takes a month that is one', () => {
    expect(readMonth('2027-02')).toBe('2027-02-01')
  })
})
