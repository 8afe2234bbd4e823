import type { Day } from '@/lib/shared/dates'

/** For how many years after its closing a file is kept where the organisation has said nothing else. No law says it: to confirm. */
export const DEFAULT_YEARS = 5
export const MOST_YEARS = 50
/** A file that falls due within this many days is shown with those that are due. */
export const SOON_DAYS = 90

export type Rule = {
  readonly kind: string
  readonly years: number
  /** Where the organisation has it from, in its own words; '' of the rule that no one has set. */
  readonly source: string
  readonly setOn: Day | null
}

export const ruleFor = (rules: readonly Rule[], kind: string): Rule =>
  rules.find((rule) => rule.kind === kind) ?? { kind, years: DEFAULT_YEARS, source: '', setOn: null }

/** The day from which a file may be erased: so many years after its closing. Of 29 February the 28th, in a year without it. */
export const dueOn = (closedOn: Day, years: number): Day => {
  const year = String(Number(closedOn.slice(0, 4)) + years).padStart(4, '0')
  const day = `${year}${closedOn.slice(4)}`
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day ? day : `${year}-02-28`
}
