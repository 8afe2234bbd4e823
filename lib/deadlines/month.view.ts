import { type Rest, restOn } from '@/lib/holidays/working-day.rules'
import { addDays, type Day, toDate } from '@/lib/shared/dates'
import type { DeadlineLine } from './deadline-list.data'
import { lastDayOf } from './month.rules'

/** A month as a page of a calendar: weeks from Monday to Sunday. */
export type MonthDay = {
  readonly day: Day
  readonly rest: Rest | null
  readonly lines: readonly DeadlineLine[]
}
/** Seven days; null before the first and after the last day of the month. */
export type MonthWeek = { readonly monday: Day; readonly days: readonly (MonthDay | null)[] }

const mondayOf = (day: Day): Day => addDays(day, -((toDate(day).getUTCDay() + 6) % 7))

/** The weeks of a month with its deadlines, each on the day to which reminders count. */
export const toWeeks = (month: Day, lines: readonly DeadlineLine[]): readonly MonthWeek[] => {
  const last = lastDayOf(month)
  const weeks: MonthWeek[] = []
  for (let monday = mondayOf(month); monday <= last; monday = addDays(monday, 7))
    weeks.push({
      monday,
      days: Array.from({ length: 7 }, (_, index) => {
        const day = addDays(monday, index)
        if (day < month || day > last) return null
        return { day, rest: restOn(day), lines: lines.filter(({ remindOn }) => remindOn === day) }
      }),
    })
  return weeks
}
