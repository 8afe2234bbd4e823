import { addWorkingDays } from '@/lib/holidays/working-day.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Opening a restricted file in an emergency: why, and what comes of it. The database holds the same words and limits. */
export const GLASS_KINDS = vocabulary('circles.glass-kinds', [
  'danger',
  'health',
  'deadline',
  'removal',
  'other',
])
export type GlassKind = CodeOf<typeof GLASS_KINDS>

/** What a second pair of eyes says of it. */
export const VERDICTS = vocabulary('circles.verdicts', ['right', 'ask_next_time', 'wrong'])
export type Verdict = CodeOf<typeof VERDICTS>

export const REASON_LEAST = 20
/** Days during which the file says that it was opened. */
export const SHOWN_DAYS = 30
const REVIEW_WORKING_DAYS = 5

/** The last day on which someone has to have answered for an opening. */
export const reviewDueOn = (openedOn: Day): Day => addWorkingDays(openedOn, REVIEW_WORKING_DAYS)
