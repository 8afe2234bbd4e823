import { dayOf } from '@/lib/shared/dates'
import { formatTime } from './time'

const MINUTE = 60_000

/** Until when, as one says it: midnight belongs to the day that ends with it. */
export const untilWords = (locale: string, until: Date): string => {
  const last = new Date(until.getTime() - MINUTE)
  const clock = formatTime(locale, until, 'clock')
  const isMidnight = dayOf(last) !== dayOf(until)
  return isMidnight
    ? `${formatTime(locale, dayOf(last), 'shortWeekday')}, 24:00`
    : `${formatTime(locale, dayOf(until), 'shortWeekday')}, ${clock}`
}
