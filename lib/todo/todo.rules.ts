import { addDays, type Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What is to be done in a file, in one list by date: the next step, tasks, deadlines and appointments. Goals have no date and follow it. */

export const TODO_GROUPS = vocabulary('todo.groups', ['late', 'week', 'later', 'undated'])
export type TodoGroup = CodeOf<typeof TODO_GROUPS>

type Dated = { readonly id: string; readonly on: Day | null }

/** Today and the six days after it. */
const WEEK_DAYS = 6

const groupOf = (on: Day | null, today: Day): TodoGroup => {
  if (on === null) return 'undated'
  if (on < today) return 'late'
  return on <= addDays(today, WEEK_DAYS) ? 'week' : 'later'
}

/** In groups, each by date; of one day in the order they come in. */
export const groupTodo = <T extends Dated>(
  items: readonly T[],
  today: Day,
): readonly { readonly group: TodoGroup; readonly items: readonly T[] }[] => {
  const sorted = [...items].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  return TODO_GROUPS.codes.flatMap((group) => {
    const own = sorted.filter(({ on }) => groupOf(on, today) === group)
    return own.length === 0 ? [] : [{ group, items: own }]
  })
}
