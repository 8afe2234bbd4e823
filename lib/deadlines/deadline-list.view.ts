import { addDays, type Day, toDate } from '@/lib/shared/dates'
import type { DeadlineLine } from './deadline-list.data'
import { isLoud } from './deadline-state.rules'

/** Where a list of deadlines is divided: what is past, this week and the next, then month by month, and what has no date. */
export type Span =
  | { readonly kind: 'late' | 'week' | 'nextWeek' | 'undated' }
  | { readonly kind: 'month'; readonly month: Day }
export type Part = { readonly key: string; readonly span: Span; readonly lines: readonly DeadlineLine[] }

const FAR: Day = '9999-12-31'

/** The day that a line shows: the deadline, or where no rule is sure of it the day that reminds. */
export const shownDay = ({ dueOn, remindOn }: Pick<DeadlineLine, 'dueOn' | 'remindOn'>): Day | null =>
  dueOn ?? remindOn

/** Within so many days a deadline is near; the menu counts as far. */
export const NEAR_DAYS = 7

/** Whether a list draws a line as pressing: past, today or near, and what is critical a week earlier. */
export const isPressingLine = (
  line: Pick<DeadlineLine, 'severity' | 'dueOn' | 'remindOn'>,
  today: Day,
): boolean => {
  const day = shownDay(line)
  return (day !== null && day <= addDays(today, NEAR_DAYS)) || isLoud(line, today)
}

/** Of some deadlines those that are past, and the others that are to be acted on before a week is over, as the menu counts them. */
export const countNear = (
  lines: readonly Pick<DeadlineLine, 'dueOn' | 'remindOn'>[],
  today: Day,
): { readonly late: number; readonly soon: number } => {
  const isLate = (line: (typeof lines)[number]): boolean => (shownDay(line) ?? FAR) < today
  const late = lines.filter(isLate).length
  const near = lines.filter((line) => !isLate(line) && (line.remindOn ?? FAR) < addDays(today, NEAR_DAYS))
  return { late, soon: near.length }
}

const spanOf = (day: Day | null, today: Day): Span => {
  if (day === null) return { kind: 'undated' }
  if (day < today) return { kind: 'late' }
  const sunday = addDays(today, (7 - toDate(today).getUTCDay()) % 7)
  if (day <= sunday) return { kind: 'week' }
  if (day <= addDays(sunday, 7)) return { kind: 'nextWeek' }
  return { kind: 'month', month: `${day.slice(0, 7)}-01` }
}

/** The earliest first; those without a day come last. */
export const byShownDay = (lines: readonly DeadlineLine[]): DeadlineLine[] =>
  [...lines].sort((a, b) => (shownDay(a) ?? FAR).localeCompare(shownDay(b) ?? FAR))

/** Deadlines by the day they show, divided by weeks and months; those without a day come last. */
export const bySpan = (lines: readonly DeadlineLine[], today: Day): readonly Part[] => {
  const parts = new Map<string, { span: Span; lines: DeadlineLine[] }>()
  for (const line of byShownDay(lines)) {
    const span = spanOf(shownDay(line), today)
    const key = span.kind === 'month' ? span.month : span.kind
    const part = parts.get(key) ?? { span, lines: [] }
    part.lines.push(line)
    parts.set(key, part)
  }
  return [...parts].map(([key, part]) => ({ key, ...part }))
}
