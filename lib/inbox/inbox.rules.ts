import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What waits for a coordinator or an admin about numbers, in this order. */
export const INBOX_KINDS = vocabulary('inbox.kinds', [
  'release',
  'capability',
  'frozen',
  'answers',
  'missing',
  'annual',
  'trafficking',
  'shared',
])
export type InboxKind = CodeOf<typeof INBOX_KINDS>

/** One line: what it is about, in words of the organisation or as a day, and where it is done. */
export type InboxItem = {
  readonly kind: InboxKind
  readonly id: string
  readonly href: string
  /** An office, a report, a colleague; none of a person who is accompanied. */
  readonly name?: string
  /** A year, or the first day of a period. */
  readonly period?: string
  readonly until?: string
  readonly count?: number
}
