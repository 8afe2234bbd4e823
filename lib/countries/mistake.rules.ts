// A colleague says what is wrong in the reference data; an admin says what was done about it. Nothing of it is public.

import type { Day } from '@/lib/shared/dates'
import type { Texts } from './fact.rules'

export const MISTAKE_SUBJECTS = ['fact', 'law', 'body'] as const
export type MistakeSubject = (typeof MISTAKE_SUBJECTS)[number]

export const MISTAKE_OUTCOMES = ['corrected', 'passed_on', 'kept'] as const
export type MistakeOutcome = (typeof MISTAKE_OUTCOMES)[number]

/** What is meant: a row of the reference data by its name, with the page on which it stands. */
export type Subject = {
  readonly about: MistakeSubject
  readonly slug: string
  readonly label: Texts
  readonly href: string
}

export type ReportedMistake = {
  readonly id: string
  /** Null when the row left the reference data. */
  readonly subject: Subject | null
  readonly slug: string
  readonly words: string
  readonly address: string | null
  readonly by: string
  readonly on: Day
  readonly outcome: MistakeOutcome | null
  readonly answer: string | null
  readonly answeredBy: string | null
}
