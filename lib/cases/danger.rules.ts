import { addDays, type Day } from '@/lib/shared/dates'
import { type CodeOf, part, rest, vocabulary, without } from '@/lib/shared/vocabulary'
import { type DangerDays, dayAfter, UNDATED } from './danger-days.rules'

/**
 * The order of danger: who comes first on Today, in a review, in the caseload, in a hand-over and in the plan of a visit, and
 * why, as a code that pages put into words. The facts of a file become days ("from this day on"); these days and today give
 * the rank. docs/adr/0097 says how lists are ordered by the same days.
 */

/** The most urgent first. */
export const RANKS = vocabulary('cases.ranks', [
  /** An unanswered critical signal. */
  'critical',
  /** A minor who is missing. */
  'missing',
  /** The last days of an act. */
  'act',
  /** A removal or flight ahead, or one whose outcome is not recorded. */
  'removal',
  /** An unanswered serious signal about a minor or a detained person; then the other serious ones. */
  'seriousFirst',
  'serious',
  /** Detained and not seen for eight days, by the risk of the file. */
  'unseenHigh',
  'unseenMedium',
  'unseenLow',
  /** A next step or task whose day has passed, or a silence that is too long. */
  'overdue',
  'rest',
])
export type Rank = CodeOf<typeof RANKS>

/** The ranks as a list groups them, under one heading each. */
export const TIERS = vocabulary('cases.tiers', [
  'critical',
  'missing',
  'act',
  'removal',
  'serious',
  'unseen',
  'overdue',
  'rest',
])
export type Tier = CodeOf<typeof TIERS>
export const tierOf = (rank: Rank): Tier => {
  switch (rank) {
    case 'seriousFirst':
      return 'serious'
    case 'unseenHigh':
    case 'unseenMedium':
    case 'unseenLow':
      return 'unseen'
    default:
      rest(rank, 'critical missing act removal serious overdue rest')
      return rank
  }
}

/** Ranks that are never cut off, put away or accepted together with others. */
export const DANGER_RANKS = without('cases.danger-ranks', RANKS, [
  'unseenHigh',
  'unseenMedium',
  'unseenLow',
  'overdue',
  'rest',
])
export const isDanger = (rank: Rank): boolean => DANGER_RANKS.has(rank)

/** The ranks of who is detained and was not seen. */
export const UNSEEN_RANKS = part('cases.unseen-ranks', RANKS, ['unseenHigh', 'unseenMedium', 'unseenLow'])

/** Why, each with its words in `messages/<language>/cases.json` under `danger`. */
export const DANGER_REASONS = vocabulary('cases.danger-reasons', [
  'critical',
  'missing',
  'act',
  'actPassed',
  'removal',
  'removalPassed',
  'removalUndated',
  'seriousMinor',
  'seriousHeld',
  'serious',
  'unseen',
  'step',
  'task',
  'silence',
  'rest',
])
export type DangerReason = CodeOf<typeof DANGER_REASONS>

/** So many days before it a removal comes first. */
export const REMOVAL_DAYS = 7
const NEVER: Day = '9999-12-31'

/** What a file says beside its days of danger. */
export type Ranked = DangerDays & {
  readonly risk: string
  readonly unseenOn: Day | null
  readonly silenceOn: Day | null
  readonly nextStepOn: Day | null
}

/** The day that orders within the rank, when the rank holds on a day; the earliest comes first. */
type Holds = (file: Ranked, today: Day) => Day | null
const from = (start: Day | null, today: Day, key: Day | null): Day | null =>
  start !== null && start <= today ? key : null
const unseen =
  (isOf: (risk: string) => boolean): Holds =>
  ({ risk, unseenOn }, today) =>
    isOf(risk) ? from(unseenOn, today, unseenOn) : null

const HOLDS: Readonly<Record<Rank, Holds>> = {
  critical: ({ criticalOn }) => criticalOn,
  missing: ({ missingOn }) => missingOn,
  act: ({ actFrom, actOn }, today) => from(actFrom, today, actOn),
  removal: ({ removalOn }, today) => from(removalOn, addDays(today, REMOVAL_DAYS), removalOn),
  seriousFirst: ({ seriousOn, isHeld, adultOn }, today) =>
    isHeld || (adultOn !== null && adultOn > today) ? seriousOn : null,
  serious: ({ seriousOn }) => seriousOn,
  unseenHigh: unseen((risk) => risk === 'high'),
  // A risk that the list does not know counts as medium, as for the days that may pass.
  unseenMedium: unseen((risk) => risk !== 'high' && risk !== 'low'),
  unseenLow: unseen((risk) => risk === 'low'),
  overdue: ({ overdueOn }, today) => from(overdueOn, today, overdueOn),
  rest: ({ overdueOn }) => overdueOn ?? NEVER,
}

const toReason = (rank: Rank, file: Ranked, today: Day): DangerReason => {
  switch (rank) {
    case 'act':
      return file.actOn !== null && file.actOn < today ? 'actPassed' : 'act'
    case 'removal':
      if (file.removalOn === UNDATED) return 'removalUndated'
      return file.removalOn !== null && file.removalOn < today ? 'removalPassed' : 'removal'
    case 'seriousFirst':
      return file.adultOn !== null && file.adultOn > today ? 'seriousMinor' : 'seriousHeld'
    case 'unseenHigh':
    case 'unseenMedium':
    case 'unseenLow':
      return 'unseen'
    case 'overdue':
      if (file.overdueOn === dayAfter(file.nextStepOn)) return 'step'
      return file.overdueOn === dayAfter(file.taskOn) ? 'task' : 'silence'
    case 'critical':
    case 'missing':
    case 'serious':
    case 'rest':
      return rank
  }
}

export type Danger = {
  readonly rank: Rank
  readonly reason: DangerReason
  /** Since when, or until when, as the reason says it; null where it is not known or there is none. */
  readonly on: Day | null
  /** Orders within the rank. */
  readonly key: Day
}

/** The day that the words of a reason name: of what is due the day itself, not the one after. */
const dayOfReason = (reason: DangerReason, key: Day): Day | null => {
  if (reason === 'rest' || reason === 'removalUndated') return null
  return reason === 'step' || reason === 'task' ? addDays(key, -1) : key
}

/** Everything that is a danger of a file on a day, the strongest first; what is overdue and the rest come last. */
export const dangersOf = (file: Ranked, today: Day): readonly [Danger, ...Danger[]] => {
  const all = RANKS.codes.flatMap((rank): Danger[] => {
    const key = HOLDS[rank](file, today)
    if (key === null) return []
    const reason = toReason(rank, file, today)
    return [{ rank, reason, on: dayOfReason(reason, key), key }]
  })
  const [first, ...others] = all.filter(
    ({ rank }) => rank !== 'serious' || !all.some((one) => one.rank === 'seriousFirst'),
  )
  if (first === undefined) throw new Error('every file has a rank')
  return [first, ...others.filter(({ rank }) => rank !== 'rest')]
}

export const dangerOf = (file: Ranked, today: Day): Danger => dangersOf(file, today)[0]

/** By rank, then by the day, then by the id. */
export const byDanger = (
  a: Pick<Danger, 'rank' | 'key'> & { readonly id: string },
  b: Pick<Danger, 'rank' | 'key'> & { readonly id: string },
): number => {
  if (a.rank !== b.rank) return RANKS.rank(a.rank) - RANKS.rank(b.rank)
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
