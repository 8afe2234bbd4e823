import { type Day, daysBetween } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Fixed words the code decides by; labels and further values are code lists. */
export const SECRECIES = vocabulary('cases.secrecies', ['open', 'restricted', 'sealed'])
export type Secrecy = CodeOf<typeof SECRECIES>

/** Statuses in which no one works on the file any more. */
export const CLOSED_STATUSES: readonly string[] = ['closed', 'closed_referred', 'duplicate', 'archived']
export const isClosed = (status: string): boolean => CLOSED_STATUSES.includes(status)

/** What the record of the end of a file says. */
export const TURNS = vocabulary('cases.turns', ['closed', 'reopened'])
export const NOTE_KINDS = vocabulary('cases.note-kinds', ['note', 'call', 'meeting', 'document', 'authority'])

export type NoteKind = CodeOf<typeof NOTE_KINDS>

export type Due = { readonly state: 'none' | 'late' | 'today' | 'ahead'; readonly days: number }

/** How a date to do something by stands on a day; days are whole and never negative. */
export const toDue = (on: Day | null, today: Day): Due => {
  if (on === null) return { state: 'none', days: 0 }
  const days = daysBetween(today, on)
  if (days === 0) return { state: 'today', days: 0 }
  return days < 0 ? { state: 'late', days: -days } : { state: 'ahead', days }
}

/** Whether something that is due on a day, or on none, is put off: to a day that is later, and still to come. */
export const isLater = (to: Day, from: Day | null, today: Day): boolean =>
  to > today && (from === null || to > from)

/** The later of two days of contact; null when there was none. */
export const latest = (...days: readonly (Day | null | undefined)[]): Day | null =>
  days.reduce<Day | null>((best, day) => (day && (best === null || day > best) ? day : best), null)

/** The day one enters counts as the first. */
export const dayOfStay = (since: Day, today: Day): number => daysBetween(since, today) + 1

/** Kinds of which no file is open: that one exists is the secret, so no list and no paper shows their word. */
export const isSecretKind = (kind: string): boolean => kind === 'thb'
export const checkSecrecy = (kind: string, secrecy: Secrecy): 'ok' | 'needsSecrecy' =>
  isSecretKind(kind) && secrecy === 'open' ? 'needsSecrecy' : 'ok'

/**
 * Whether a file may stand on paper, in an export or in a calendar. Restricted and sealed files stand on screen only, in the
 * lists of their own members.
 */
export const mayBePrinted = ({ secrecy }: { readonly secrecy: string }): boolean => secrecy === 'open'

/** What is pinned is to be seen at once; more than this no one reads. */
export const MOST_PINS = 7
