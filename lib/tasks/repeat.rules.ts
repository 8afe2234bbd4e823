import { addDays, addMonths, type Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** A task that comes again: how often, and as long as what lasts. The database ends what repeats while someone is detained. */
export const REPEATS = vocabulary('tasks.repeats', ['week_held', 'month_held', 'week_open', 'month_open'])
export type Repeat = CodeOf<typeof REPEATS>

export const isWhileHeld = (repeat: Repeat): boolean => repeat === 'week_held' || repeat === 'month_held'

/** When a task that was done today is due again: the next of its days that is still to come. A task without a day counts from today. */
export const nextDue = (repeat: Repeat, dueOn: Day | null, today: Day): Day => {
  const from = dueOn ?? today
  const after = (count: number): Day =>
    repeat === 'week_held' || repeat === 'week_open' ? addDays(from, 7 * count) : addMonths(from, count)
  let count = 1
  while (after(count) <= today) count += 1
  return after(count)
}
