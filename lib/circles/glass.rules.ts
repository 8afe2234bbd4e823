import { addWorkingDays } from '@/lib/countries/working-day.rules'
import type { Day } from '@/lib/shared/dates'

/** Opening a restricted file in an emergency: why, and what comes of it. The database holds the same words and limits. */
export const GLASS_KINDS = ['danger', 'health', 'deadline', 'removal', 'other'] as const
export type GlassKind = (typeof GLASS_KINDS)[number]
export const toGlassKind = (text: string): GlassKind => GLASS_KINDS.find((one) => one === text) ?? 'other'

/** What a second pair of eyes says of it. */
export const VERDICTS = ['right', 'ask_next_time', 'wrong'] as const
export type Verdict = (typeof VERDICTS)[number]
export const toVerdict = (text: string | null): Verdict | null => VERDICTS.find((one) => one === text) ?? null

export const REASON_LEAST = 20
/** Days during which the file says that it was opened. */
export const SHOWN_DAYS = 30
const REVIEW_WORKING_DAYS = 5

/** The last day on which somebody has to have answered for an opening. */
export const reviewDueOn = (openedOn: Day): Day => addWorkingDays(openedOn, REVIEW_WORKING_DAYS)
