import { type Day, daysBetween } from '@/lib/shared/dates'
import { currentSteps, type Step, type StepKind } from './referral.rules'

/** What came of referrals to a partner, over those that the reader may open. Counted when it is read, and stored nowhere. */
export type PartnerFigures = {
  /** It was told or sent something. */
  readonly asked: number
  readonly accepted: number
  readonly refused: number
  /** It was asked and has not answered. */
  readonly waiting: number
  /** The person did not want it, or it came to an end without an answer. */
  readonly ended: number
  /** From the day on which it was asked to its answer; null without an answer. */
  readonly medianDays: number | null
  readonly lastAnswer: { readonly on: Day; readonly kind: StepKind } | null
}

const ASKS: readonly string[] = ['told', 'sent']
const ACCEPTS: readonly string[] = ['accepted']
const REFUSES: readonly string[] = ['declined', 'no_capacity']
const ENDS: readonly string[] = ['person_declined', 'outcome']

const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  const low = sorted.length % 2 === 0 ? sorted[middle - 1] : high
  return high === undefined || low === undefined ? null : (low + high) / 2
}

/** One referral by its steps; null while nothing was asked. The answer is its last one: who refused first and took someone after all accepted. */
const readOne = (all: readonly Step[]) => {
  const steps = currentSteps(all)
  const askedOn = steps.find(({ kind }) => ASKS.includes(kind))?.on
  if (askedOn === undefined) return null
  const isAnswer = ({ kind }: Step): boolean => ACCEPTS.includes(kind) || REFUSES.includes(kind)
  const answers = steps.filter(isAnswer)
  const last = answers.at(-1)
  const state =
    last !== undefined
      ? ACCEPTS.includes(last.kind)
        ? 'accepted'
        : 'refused'
      : steps.some(({ kind }) => ENDS.includes(kind))
        ? 'ended'
        : 'waiting'
  const [first] = answers
  return {
    state,
    last,
    days: first === undefined ? null : Math.max(0, daysBetween(askedOn, first.on)),
  } as const
}

/** @param referrals the steps of each referral that stands */
export const figuresOf = (referrals: readonly (readonly Step[])[]): PartnerFigures => {
  const read = referrals.map(readOne).filter((one) => one !== null)
  const count = (wanted: (typeof read)[number]['state']): number =>
    read.filter(({ state }) => state === wanted).length
  const last = read
    .flatMap((one) => one.last ?? [])
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
    .at(-1)
  return {
    asked: read.length,
    accepted: count('accepted'),
    refused: count('refused'),
    waiting: count('waiting'),
    ended: count('ended'),
    medianDays: median(read.flatMap(({ days }) => days ?? [])),
    lastAnswer: last === undefined || last.kind === 'taken_back' ? null : { on: last.on, kind: last.kind },
  }
}
