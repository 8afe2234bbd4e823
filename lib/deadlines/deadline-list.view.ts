import { addDays, type Day, toDate } from '@/lib/shared/dates'
import type { DeadlineLine } from './deadline-list.data'

/** Where a list of deadlines is divided: what is past, this week and the next, then month by month, and what has no date. */
export type Span =
  | { readonly kind: 'late' | 'week' | 'nextWeek' | 'undated' }
  | { readonly kind: 'month'; readonly month: Day }
export type Part = { readonly key: string; readonly span: Span; readonly lines: readonly DeadlineLine[] }

/** The day that a line shows: the deadline, or where no rule is sure of it the day that reminds. */
export const shownDay = ({ dueOn, remindOn }: Pick<DeadlineLine, 'dueOn' | 'remindOn'>): Day | null =>
  dueOn ?? remindOn

const spanOf = (day: Day | null, today: Day): Span => {
  if (day === null) return { kind: 'undated' }
  if (day < today) return { kind: 'late' }
  const sunday = addDays(today, (7 - toDate(today).getUTCDay()) % 7)
  if (day <= sunday) return { kind: 'week' }
  if (day <= addDays(sunday, 7)) return { kind: 'nextWeek' }
  return { kind: 'month', month: `${day.slice(0, 7)}-01` }
}

/** Deadlines by the day they show, divided by weeks and months; those without a day come last. */
export const bySpan = (lines: readonly DeadlineLine[], today: Day): readonly Part[] => {
  const parts = new Map<string, { span: Span; lines: DeadlineLine[] }>()
  const far = '9999-12-31'
  const sorted = [...lines].sort((a, b) => (shownDay(a) ?? far).localeCompare(shownDay(b) ?? far))
  for (const line of sorted) {
    const span = spanOf(shownDay(line), today)
    const key = span.kind === 'month' ? span.month : span.kind
    const part = parts.get(key) ?? { span, lines: [] }
    part.lines.push(line)
    parts.set(key, part)
  }
  return [...parts].map(([key, part]) => ({ key, ...part }))
}
