import { type Holiday, holidayOn } from '@/lib/holidays/holiday.rules'
import { addWorkingDays, isWorkingDay } from '@/lib/holidays/working-day.rules'
import { addDays, addMonths, type Day, toDate, toDay } from '@/lib/shared/dates'
import { rest } from '@/lib/shared/vocabulary'
import type { Span } from './rule.rules'
import type { Roll } from './vocabulary.rules'

/**
 * Belgian calendar arithmetic. A day of the act is not counted, the last day counts, a last day that is no working day
 * moves (Judicial Code, art. 52 to 54, general knowledge; a lawyer's word stands above it).
 */

/** A span later, or earlier with `sign` -1. */
export const addSpan = (day: Day, { amount, unit }: Span, sign: 1 | -1 = 1): Day => {
  if (unit === 'working_day') return addWorkingDays(day, sign * amount)
  if (unit === 'month') return addMonths(day, sign * amount)
  if (unit === 'week') return addDays(day, sign * amount * 7)
  if (unit === 'hour') return addDays(day, (sign * amount) / 24)
  rest(unit, 'calendar_day')
  return addDays(day, sign * amount)
}

/** A last day that is no working day moves to the next one, to the one before, or not at all. */
export const rollDay = (day: Day, roll: Roll): Day => {
  if (roll === 'none' || isWorkingDay(day)) return day
  return addWorkingDays(day, roll === 'forward' ? 1 : -1)
}

/** The days between two days, both outside, that are no working days although they are no weekend. */
export const holidaysBetween = (from: Day, to: Day): readonly { day: Day; holiday: Holiday }[] => {
  const found: { day: Day; holiday: Holiday }[] = []
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) {
    const holiday = holidayOn(day)
    if (holiday !== null && ![0, 6].includes(toDate(day).getUTCDay())) found.push({ day, holiday })
  }
  return found
}

/** The Sunday in October on which, at three in the morning, the hour between two and three comes again. */
const winterTimeOf = (year: number): Day => {
  const last = new Date(Date.UTC(year, 9, 31))
  return addDays(toDay(last), -last.getUTCDay())
}

/**
 * When a period of whole days of hours ends by the clock. In the night that has an hour more, 24 hours end an hour earlier;
 * in the night that has one less we stay at the same hour, which is an hour early and harmless.
 */
export const addHours = (
  from: Day,
  time: string,
  hours: number,
): { readonly on: Day; readonly time: string } => {
  const on = addDays(from, hours / 24)
  const change = winterTimeOf(Number(from.slice(0, 4)))
  const before = from < change || (from === change && time < '03:00')
  const after = on > change || (on === change && time >= '03:00')
  if (!before || !after) return { on, time }
  const hour = Number(time.slice(0, 2))
  if (hour === 0) return { on: addDays(on, -1), time: `23${time.slice(2)}` }
  return { on, time: `${String(hour - 1).padStart(2, '0')}${time.slice(2)}` }
}
