import { type Accreditation, type AccreditationState, accreditationOn } from '@/lib/detention/visit.rules'
import { type Holiday, holidayOn } from '@/lib/holidays/holiday.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Why centres close, in codes: free words would sooner or later speak of someone. */
export const CLOSURE_REASONS = vocabulary('planning.closure-reasons', [
  'holiday',
  'works',
  'illness',
  'strike',
  'event',
  'unknown',
])
export type ClosureReason = CodeOf<typeof CLOSURE_REASONS>

export type Closure = { readonly from: Day; readonly until: Day; readonly reason: ClosureReason }
export type OtherPlan = {
  readonly id: string
  readonly onDate: Day
  readonly centre: string
  readonly visitors: readonly string[]
}

/** What is known around one centre. */
export type Surroundings = {
  readonly closures: readonly Closure[]
  /** By staff id: accreditations for this centre. */
  readonly accreditations: Readonly<Record<string, readonly Accreditation[]>>
  /** Other plans within the reader's reach. */
  readonly others: readonly OtherPlan[]
}

export type Conflict =
  | { readonly kind: 'closed'; readonly closure: Closure }
  | { readonly kind: 'holiday'; readonly day: Day; readonly holiday: Holiday }
  | {
      readonly kind: 'unaccredited'
      readonly staffId: string
      readonly current: Exclude<AccreditationState, { kind: 'valid' }>
    }
  | { readonly kind: 'elsewhere'; readonly staffId: string; readonly centre: string }
  | { readonly kind: 'twice' }
  | { readonly kind: 'noVisitors' }

type Intended = {
  readonly id: string | null
  readonly onDate: Day
  readonly centre: string
  readonly visitors: readonly string[]
}

/**
 * What speaks against a plan. It is said in words and stops no one: badges are renewed at the gate, and anyone who plans
 * knows more than the application does.
 */
export const findConflicts = (plan: Intended, around: Surroundings): Conflict[] => {
  const found: Conflict[] = []
  for (const closure of around.closures)
    if (closure.from <= plan.onDate && plan.onDate <= closure.until) found.push({ kind: 'closed', closure })
  const holiday = holidayOn(plan.onDate)
  if (holiday !== null) found.push({ kind: 'holiday', day: plan.onDate, holiday })
  if (plan.visitors.length === 0) found.push({ kind: 'noVisitors' })
  const thatDay = around.others.filter(({ id, onDate }) => onDate === plan.onDate && id !== plan.id)
  if (thatDay.some(({ centre }) => centre === plan.centre)) found.push({ kind: 'twice' })
  for (const staffId of plan.visitors) {
    const current = accreditationOn(plan.onDate, around.accreditations[staffId] ?? [])
    if (current.kind !== 'valid') found.push({ kind: 'unaccredited', staffId, current })
    const elsewhere = thatDay.find(
      ({ centre, visitors }) => centre !== plan.centre && visitors.includes(staffId),
    )
    if (elsewhere) found.push({ kind: 'elsewhere', staffId, centre: elsewhere.centre })
  }
  return found
}
