import { addDays, type Day } from '@/lib/shared/dates'

/** What a guest is to the file, and which parts of it she may be given. The database holds the same words and the month. */
export const GUEST_KINDS = ['interpreter', 'lawyer', 'volunteer'] as const
export type GuestKind = (typeof GUEST_KINDS)[number]
export const toGuestKind = (text: string | null): GuestKind =>
  GUEST_KINDS.find((one) => one === text) ?? 'volunteer'

export const PARTS = ['tasks', 'people', 'deadlines', 'notes'] as const
export type Part = (typeof PARTS)[number]
export const toParts = (texts: readonly string[]): Part[] => PARTS.filter((one) => texts.includes(one))

/** The least: the code, the next visit, and what she is asked to do. */
export const LEAST: readonly Part[] = ['tasks']

export const MOST_DAYS = 30

/** The last day a guest may be let in for, from today: a day earlier than the month, because her last day is whole. */
export const lastGuestDay = (today: Day): Day => addDays(today, MOST_DAYS - 1)
