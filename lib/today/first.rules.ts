import { DANGER_RANKS, UNSEEN_RANKS } from '@/lib/cases/danger.rules'
import type { Day } from '@/lib/shared/dates'
import { type CodeOf, rest, vocabulary } from '@/lib/shared/vocabulary'

/**
 * What the first screen lists. A kind is one code here, one source in first.data.ts, its number in count.data.ts, one row in
 * components/today/first-rows.tsx and its words: a room that knows of something urgent adds these and nothing else.
 */
export const FIRSTS = vocabulary('cases.firsts', [
  'removal',
  'signal',
  'missing',
  'deadline',
  'recount',
  'eighteen',
  'unseen',
  'visit',
  'appointment',
  'screening',
  'task',
  'step',
  'gap',
  'referral',
  'hold',
  'account',
  'glass',
  'handover',
  'duplicate',
])
export type FirstKind = CodeOf<typeof FIRSTS>

/**
 * First the ranks of danger, in their order (danger.rules.ts); then what waits for a decision; then who was not visited; then what
 * has a day, the longest waiting first; then what is new.
 */
export const URGENCIES = vocabulary('cases.urgencies', [
  ...DANGER_RANKS.codes,
  'decide',
  ...UNSEEN_RANKS.codes,
  'due',
  'new',
])
export type Urgency = CodeOf<typeof URGENCIES>

/** The groups of the list, each under one heading. */
export const FIRST_TIERS = vocabulary('cases.first-tiers', [
  'danger',
  'act',
  'serious',
  'decide',
  'unseen',
  'due',
  'new',
])
export type FirstTier = CodeOf<typeof FIRST_TIERS>

export const firstTierOf = (urgency: Urgency): FirstTier => {
  switch (urgency) {
    case 'critical':
    case 'missing':
      return 'danger'
    case 'act':
    case 'removal':
      return 'act'
    case 'seriousFirst':
    case 'serious':
      return 'serious'
    case 'unseenHigh':
    case 'unseenMedium':
    case 'unseenLow':
      return 'unseen'
    default:
      rest(urgency, 'decide due new')
      return urgency
  }
}

export type Ranked = {
  readonly kind: FirstKind
  readonly key: string
  readonly urgency: Urgency
  /** The day it is due, or on which it was noted. */
  readonly on: Day | null
}

/** Tiers that give way to danger where the screen is full: what is beyond is one press away. */
const GIVES_WAY: ReadonlySet<FirstTier> = new Set<FirstTier>(['unseen', 'due', 'new'])
const rankOf = ({ urgency }: Ranked): number => URGENCIES.rank(urgency)

/** The most urgent first; of what is due, and of danger, the longest waiting; of what is new, the newest. */
export const byUrgency = (a: Ranked, b: Ranked): number => {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b)
  const [one, other] = [a.on ?? '', b.on ?? '']
  if (one !== other) return (one < other ? -1 : 1) * (a.urgency === 'new' ? -1 : 1)
  return FIRSTS.rank(a.kind) - FIRSTS.rank(b.kind) || a.key.localeCompare(b.key)
}

/** As many as a laptop shows without scrolling. */
const SHOWN_AT_ONCE = 11

export type FirstGroup<F> = {
  readonly tier: FirstTier
  readonly shown: readonly F[]
  /** One press away. */
  readonly rest: readonly F[]
}

/**
 * The list in its groups. Danger and decisions are seen at once, whatever their number; the other groups take turns for the room
 * that is left, so that a long one hides no other, and each shows at least its first.
 */
export const groupFirsts = <F extends Ranked>(firsts: readonly F[]): readonly FirstGroup<F>[] => {
  const sorted = [...firsts].sort(byUrgency)
  const groups = FIRST_TIERS.codes.flatMap((tier) => {
    const all = sorted.filter(({ urgency }) => firstTierOf(urgency) === tier)
    return all.length === 0 ? [] : [{ tier, all, take: GIVES_WAY.has(tier) ? 1 : all.length }]
  })
  let room = SHOWN_AT_ONCE - groups.reduce((sum, { take }) => sum + take, 0)
  while (room > 0) {
    const next = groups
      .filter(({ all, take }) => take < all.length)
      .reduce<(typeof groups)[number] | null>(
        (least, one) => (least === null || one.take < least.take ? one : least),
        null,
      )
    if (next === null) break
    next.take += 1
    room -= 1
  }
  return groups.map(({ tier, all, take }) => ({ tier, shown: all.slice(0, take), rest: all.slice(take) }))
}
