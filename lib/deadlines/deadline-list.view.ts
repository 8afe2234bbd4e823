import type { Day } from '@/lib/shared/dates'
import type { DeadlineLine } from './deadline-list.data'

export type Month = {
  /** Its first day; null for those whose day no one knows. */
  readonly month: Day | null
  readonly lines: readonly DeadlineLine[]
}

/** Deadlines month by month, in the order they come in. */
export const byMonth = (lines: readonly DeadlineLine[]): readonly Month[] => {
  const months = new Map<Day | null, DeadlineLine[]>()
  for (const line of lines) {
    const day = line.dueOn ?? line.remindOn
    const month = day === null ? null : `${day.slice(0, 7)}-01`
    months.set(month, [...(months.get(month) ?? []), line])
  }
  return [...months].map(([month, own]) => ({ month, lines: own }))
}
