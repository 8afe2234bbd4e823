import type { CodeOf } from '@/lib/shared/vocabulary'
import {
  type CHOICES,
  type Form,
  type MainForm,
  namedForms,
  type SECTORS,
} from '@/lib/trafficking/vocabulary.rules'
import { type FORM_GROUPS, NOT_ASKED, NOT_KNOWN, NOT_RECORDED } from './line.rules'

/** What is counted of the answers of an account. */
export type CountedAnswers = {
  readonly forms: readonly Form[]
  readonly mainForm: MainForm | ''
  readonly sector: CodeOf<typeof SECTORS> | ''
  readonly recruitedIn: string
  readonly choice: CodeOf<typeof CHOICES>
}

const GROUP: Readonly<Record<Exclude<Form, 'unknown'>, 'labour' | 'sexual' | 'other'>> = {
  labour: 'labour',
  // Exploitation for work in a household is work.
  domestic_servitude: 'labour',
  sexual: 'sexual',
  begging: 'other',
  forced_criminality: 'other',
  organ: 'other',
  forced_marriage: 'other',
  other: 'other',
}

/** The group of forms of an account. Several forms of one group are that group, whichever of them is the main one. */
export const formGroupOf = (
  answers: Pick<CountedAnswers, 'forms' | 'mainForm'>,
): CodeOf<typeof FORM_GROUPS> => {
  const named = namedForms(answers.forms)
  const [first, ...others] = new Set(named.map((form) => GROUP[form]))
  if (first === undefined) return answers.forms.length === 0 ? NOT_ASKED : NOT_KNOWN
  if (others.length === 0) return first
  if (answers.mainForm === 'several') return 'several'
  return answers.mainForm === '' ? NOT_RECORDED : GROUP[answers.mainForm]
}
