import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/**
 * What stands first on the first screen. A kind is one code here, one source in first.data.ts, one row in
 * components/today/first-rows.tsx and its words: a room that knows of something urgent adds these and nothing else.
 */
export const FIRSTS = vocabulary('cases.firsts', [
  'removal',
  'signal',
  'missing',
  'deadline',
  'recount',
  'eighteen',
  'visit',
  'task',
  'step',
  'referral',
  'hold',
  'account',
  'glass',
])
export type FirstKind = CodeOf<typeof FIRSTS>

/**
 * First the ranks of danger, in their order (danger.rules.ts); then an emergency opening without an answer; then what has a
 * day, the longest waiting first; then what is new.
 */
export const URGENCIES = vocabulary('cases.urgencies', [
  'critical',
  'missing',
  'act',
  'removal',
  'seriousFirst',
  'serious',
  'unanswered',
  'due',
  'new',
])
export type Urgency = CodeOf<typeof URGENCIES>

export type Ranked = {
  readonly kind: FirstKind
  readonly key: string
  readonly urgency: Urgency
  /** The day it is due, or on which it was noted. */
  readonly on: Day | null
}

const isKept = (urgency: Urgency): boolean => urgency !== 'due' && urgency !== 'new'
const rankOf = ({ urgency }: Ranked): number => URGENCIES.rank(urgency)

/** The most urgent first; of what is due, and of danger, the longest waiting; of what is new, the newest. */
export const byUrgency = (a: Ranked, b: Ranked): number => {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b)
  const [one, other] = [a.on ?? '', b.on ?? '']
  if (one !== other) return (one < other ? -1 : 1) * (a.urgency === 'new' ? -1 : 1)
  return FIRSTS.rank(a.kind) - FIRSTS.rank(b.kind) || a.key.localeCompare(b.key)
}

/** As many as a laptop shows without scrolling. */
const SHOWN_AT_ONCE = 5

/** What is seen at once and what is one press away: danger is never put away, whatever its number. */
export const splitFirsts = <F extends Ranked>(
  firsts: readonly F[],
): { readonly shown: readonly F[]; readonly rest: readonly F[] } => {
  const sorted = [...firsts].sort(byUrgency)
  const dangers = sorted.filter(({ urgency }) => isKept(urgency)).length
  const cut = Math.max(SHOWN_AT_ONCE, dangers)
  return { shown: sorted.slice(0, cut), rest: sorted.slice(cut) }
}
