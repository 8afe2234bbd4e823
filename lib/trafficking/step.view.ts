import type { Answers } from './account.schema'
import { SAFETY, STEPS, type Step } from './vocabulary.rules'

type Written = { readonly answers: Answers; readonly words: string; readonly reading: string }

/** What a step asks, taken from what was written; the signs are rows of their own. */
export const fieldsOf = (step: Step, { answers, words, reading }: Written) => {
  const { danger, safe, alone, interpreter, held, forms, mainForm, region } = answers
  const { sector, recruitedIn, explained, explainedIn, choice, choiceOn } = answers
  switch (step) {
    case 'safety':
      return { danger, safe, alone, interpreter, held, forms, mainForm, region }
    case 'signs':
      return { sector, recruitedIn }
    case 'choice':
      return { words, reading, explained, explainedIn, choice, choiceOn }
  }
}

/** Whether two accounts say the same in a step: a colleague who wrote another step has changed nothing of this one. */
export const isSameIn = (step: Step, one: Written, other: Written): boolean =>
  JSON.stringify(fieldsOf(step, one)) === JSON.stringify(fieldsOf(step, other))

/** What was written, with one step of it written anew. */
export const withStep = (step: Step, before: Written, typed: Written): Written => {
  const {
    words = before.words,
    reading = before.reading,
    ...answers
  }: Partial<Answers & Written> = fieldsOf(step, typed)
  return { words, reading, answers: { ...before.answers, ...answers } }
}

/** What of the account is there already: what was left is resumed at the first step without any. */
export const isDone = (step: Step, account: Written | null, signs: number): boolean => {
  switch (step) {
    case 'safety':
      return (
        account !== null &&
        (account.answers.forms.length > 0 ||
          SAFETY.codes.some((name) => account.answers[name] !== 'not_asked'))
      )
    case 'signs':
      return signs > 0
    case 'choice':
      return account !== null && (account.words !== '' || account.answers.choice !== 'not_asked')
  }
}
export const resumeAt = (account: Written | null, signs: number): Step => {
  const [begin] = STEPS.codes
  const [first = begin] = STEPS.codes.filter((step) => !isDone(step, account, signs))
  return first
}
