/** Closing a file and opening it again: what may stay open, and why. */

import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What can still be open in a file. The next step has no id of its own and goes by the file's. */
export const LEFT_KINDS = vocabulary('closings.left-kinds', [
  'deadline',
  'task',
  'plan',
  'step',
  'signal',
  'goal',
  'minor',
  'referral',
])
export type LeftKind = CodeOf<typeof LEFT_KINDS>

/** Why something stays open on purpose. */
export const LEFT_REASONS = vocabulary('closings.left-reasons', [
  'followedElsewhere',
  'notNeeded',
  'declined',
  'unreachable',
  'other',
])
export type LeftReason = CodeOf<typeof LEFT_REASONS>

export type Open = { readonly kind: LeftKind; readonly ref: string }
export type Left = Open & { readonly reason: LeftReason }

/** Answers by what they are about, so that none stands beside another thing when the list has changed; '' is none yet. */
export type Answers = Readonly<Record<string, LeftReason | ''>>
export const toKey = ({ kind, ref }: Open): string => `${kind}_${ref}`

/** Signals first, which have no day and no time to lose; then what has a day, the nearest first; then what has none. */
export const inOrderOfDay = <Thing extends { readonly kind: LeftKind; readonly on: Day | null }>(
  things: readonly Thing[],
): readonly Thing[] => {
  const rank = ({ kind, on }: Thing): string => (kind === 'signal' ? '' : (on ?? '~'))
  return things.toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
}

/** The status of a file that is closed for a reason. */
export const statusFor = (reason: string): 'closed' | 'closed_referred' | 'duplicate' => {
  if (reason === 'referred') return 'closed_referred'
  return reason === 'duplicate' ? 'duplicate' : 'closed'
}

/** A file that is opened again is worked on. */
export const REOPENED_STATUS = 'active'

/** What is open and has no answer, apart: those that were asked about, and those that came in meanwhile. */
export const unanswered = (
  open: readonly Open[],
  answers: Answers,
): { readonly asked: readonly Open[]; readonly isNew: boolean } => {
  const missing = open.filter((one) => (answers[toKey(one)] ?? '') === '')
  return {
    asked: missing.filter((one) => toKey(one) in answers),
    isNew: missing.some((one) => !(toKey(one) in answers)),
  }
}

/** What is left open on purpose: answers about things that are closed meanwhile fall away. */
export const stillOpen = (open: readonly Open[], answers: Answers): readonly Left[] =>
  open.flatMap(({ kind, ref }) => {
    const reason = answers[toKey({ kind, ref })] ?? ''
    return reason === '' ? [] : [{ kind, ref, reason }]
  })
