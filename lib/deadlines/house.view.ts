import type { Day } from '@/lib/shared/dates'
import type { HouseLine } from './house.data'

export type Month = {
  /** Its first day; null for those whose day nobody knows. */
  readonly month: Day | null
  readonly lines: readonly HouseLine[]
}

/** Deadlines month by month, in the order they come in. */
export const byMonth = (lines: readonly HouseLine[]): readonly Month[] => {
  const months = new Map<Day | null, HouseLine[]>()
  for (const line of lines) {
    const day = line.dueOn ?? line.remindOn
    const month = day === null ? null : `${day.slice(0, 7)}-01`
    months.set(month, [...(months.get(month) ?? []), line])
  }
  return [...months].map(([month, own]) => ({ month, lines: own }))
}
