import { type Day, daysBetween } from '@/lib/shared/dates'
import { no, ok, type Result } from '@/lib/shared/result'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Rule } from './rule.rules'
import { type Act, type EventCode, isAhead, type Severity } from './vocabulary.rules'

/** What becomes of a deadline: a newer one takes its place, or an act closes it. Nothing else does, and nothing disappears. */

export const DEADLINE_STATUSES = vocabulary('deadlines.deadline-statuses', ['open', 'closed', 'superseded'])
export type DeadlineStatus = CodeOf<typeof DEADLINE_STATUSES>

export type DeadlineState = {
  readonly id: string
  /** What belongs together: one decision, one stay in detention, one card after another. */
  readonly chain: string
  readonly family: string
  readonly status: DeadlineStatus
}

/** The deadlines that a new one replaces: still open, of the same chain and family. Closed ones stay as they were. */
export const supersededBy = <S extends DeadlineState>(
  next: Pick<DeadlineState, 'id' | 'chain' | 'family'>,
  current: readonly S[],
): readonly S[] =>
  current.filter(
    (one) =>
      one.status === 'open' && one.id !== next.id && one.chain === next.chain && one.family === next.family,
  )

/** So many days before its day a critical deadline becomes red. Its word is said from the first day on. */
const LOUD_DAYS = 14

/** Whether a deadline is drawn as a danger: critical and near, past, or of a day that no one knows. */
export const isLoud = (
  {
    severity,
    dueOn,
    remindOn,
  }: { readonly severity: Severity; readonly dueOn: Day | null; readonly remindOn: Day | null },
  today: Day,
): boolean => {
  const day = remindOn ?? dueOn
  return severity === 'critical' && (day === null || daysBetween(today, day) <= LOUD_DAYS)
}

export type Closing = { readonly act: Act; readonly on: Day; readonly linked: string | null }
export type Timeliness = 'inTime' | 'late' | 'notKnown'
export type ClosingCode =
  | 'notOpen'
  | 'actNotLinked'
  | 'actOfAnotherKind'
  | 'actBeforeEvent'
  | 'actInTheFuture'

/** Whether an act closes a deadline, and whether it came in time. */
export const close = (
  {
    status,
    dueOn,
    triggeredOn,
    event,
  }: { status: DeadlineStatus; dueOn: Day | null; triggeredOn: Day | null; event?: EventCode },
  { closedBy }: Pick<Rule, 'closedBy'>,
  { act, on, linked }: Closing,
  today: Day,
): Result<Timeliness, ClosingCode> => {
  if (status !== 'open') return no('notOpen')
  if (linked === null) return no('actNotLinked', { linked: 'actNotLinked' })
  if (!closedBy.includes(act)) return no('actOfAnotherKind', { act: 'actOfAnotherKind' })
  if (on > today) return no('actInTheFuture', { on: 'actInTheFuture' })
  // What is known before it comes is answered before it comes, too.
  if ((event === undefined || !isAhead(event)) && triggeredOn !== null && on < triggeredOn)
    return no('actBeforeEvent', { on: 'actBeforeEvent' })
  if (dueOn === null) return ok('notKnown')
  return ok(on <= dueOn ? 'inTime' : 'late')
}
