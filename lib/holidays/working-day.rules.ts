import { addDays, type Day, toDate } from '@/lib/shared/dates'
import { type Holiday, holidayOn } from './holiday.rules'

/** Why a day is no working day, or null when it is one. */
export type Rest = Holiday | 'saturday' | 'sunday'
export const restOn = (day: Day): Rest | null => {
  const holiday = holidayOn(day)
  if (holiday !== null) return holiday
  const weekday = toDate(day).getUTCDay()
  if (weekday === 6) return 'saturday'
  return weekday === 0 ? 'sunday' : null
}

export const isWorkingDay = (day: Day): boolean => restOn(day) === null

/** The nth working day after a day (before it, when negative); the day itself for 0. */
export const addWorkingDays = (day: Day, amount: number): Day => {
  const step = amount < 0 ? -1 : 1
  const walk = (at: Day, left: number): Day => {
    if (left === 0) return at
    const next = addDays(at, step)
    return walk(next, isWorkingDay(next) ? left - 1 : left)
  }
  return walk(day, Math.abs(amount))
}
