import { addDays, type Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What a guest is to the file, and which parts of it they may be given. The database holds the same words and the month. */
export const GUEST_KINDS = vocabulary('circles.guest-kinds', ['interpreter', 'lawyer', 'volunteer'])
export type GuestKind = CodeOf<typeof GUEST_KINDS>

export const PARTS = vocabulary('circles.parts', ['tasks', 'people', 'deadlines', 'notes'])
export type Part = CodeOf<typeof PARTS>
export const toParts = (stored: readonly string[]): Part[] => {
  const parts = stored.map(PARTS.read)
  return PARTS.codes.filter((one) => parts.includes(one))
}

/** The least: the code, the next visit, and what they are asked to do. */
export const LEAST: readonly Part[] = ['tasks']

export const MOST_DAYS = 30

/** The last day a guest may be let in for, from today: a day earlier than the month, because their last day is whole. */
export const lastGuestDay = (today: Day): Day => addDays(today, MOST_DAYS - 1)
