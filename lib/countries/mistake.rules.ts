// A colleague says what is wrong in the reference data; an admin says what was done about it. Nothing of it is public.

import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Texts } from './fact.rules'

export const MISTAKE_SUBJECTS = vocabulary('countries.mistake-subjects', ['fact', 'law', 'body'])
export type MistakeSubject = CodeOf<typeof MISTAKE_SUBJECTS>

export const MISTAKE_OUTCOMES = vocabulary('countries.mistake-outcomes', ['corrected', 'passed_on', 'kept'])
export type MistakeOutcome = CodeOf<typeof MISTAKE_OUTCOMES>

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
