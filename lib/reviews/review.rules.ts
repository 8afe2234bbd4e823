import { REVIEW_DAYS, type ReviewByRisk } from '@/lib/settings/setting.rules'
import { addDays, type Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Reviews: a coordinator goes through a caseload, file after file, and says of each whether all is well. */

export const DECISIONS = vocabulary('reviews.decisions', ['fine', 'task', 'step', 'ask', 'close'])
export type Decision = CodeOf<typeof DECISIONS>
export const isDecision = (word: string | null): word is Decision => DECISIONS.has(word)

/** Whether it needs a reason to say of a file that nothing is to be done: a critical signal in it has no answer yet. */
export const asksReason = (signals: readonly { readonly severity: string }[]): boolean =>
  signals.some(({ severity }) => severity === 'critical')

/** How many files one review takes: more is not done in one sitting, and the rest stands in the next one. */
export const MOST_FILES = 200

export const REVIEW_AFTER = REVIEW_DAYS

/** Days until the next look, by risk and as the organisation set them: a word that the list does not know is looked at soon. */
export const reviewAfter = (risk: string, days: ReviewByRisk): (typeof REVIEW_AFTER)[number] => {
  if (risk === 'low') return days.low
  return risk === 'medium' ? days.medium : days.high
}

/** When something is to be done by, as a reviewer says it: in so many days, or without a day. */
export const DUE_IN = vocabulary('reviews.due-in', ['0', '3', '7', '14', 'none'])
export type DueIn = CodeOf<typeof DUE_IN>
export const toDueOn = (dueIn: DueIn, today: Day): Day | null =>
  dueIn === 'none' ? null : addDays(today, Number(dueIn))

/** What is to be done or asked fits into a few sentences; longer things are a note in the file. */
export const LONGEST_TEXT = 2_000

const EXCERPT = 300
/** The first 300 characters; a character of two halves (an emoji, a rare script) is not cut through. */
export const toExcerpt = (text: string): string => {
  const characters = Array.from(text)
  return characters.length <= EXCERPT ? text : `${characters.slice(0, EXCERPT).join('').trimEnd()}…`
}

export type Tally = Readonly<Record<Decision, number>> & { readonly left: number }
export const toTally = (decisions: readonly (Decision | null)[]): Tally => {
  const count = (of: Decision | null): number => decisions.filter((one) => one === of).length
  return {
    fine: count('fine'),
    task: count('task'),
    step: count('step'),
    ask: count('ask'),
    close: count('close'),
    left: count(null),
  }
}

/** Someone who leaves the screen has not been reviewing: no single file counts for longer. */
export const LONGEST_LOOK = 300

/** Seconds as minutes and seconds. */
export const toPace = (seconds: number): { readonly minutes: number; readonly seconds: number } => ({
  minutes: Math.floor(seconds / 60),
  seconds: Math.floor(seconds) % 60,
})
