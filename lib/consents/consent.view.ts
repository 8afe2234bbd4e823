import { LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { addDays, type Day } from '@/lib/shared/dates'
import type { ConsentInput } from './consent.schema'
import { LANGUAGE_NOT_NOTED } from './vocabulary.rules'

/** A consent is asked again after this, when no one says otherwise: our own choice, to be changed by the organisation. */
const HOLDS_DAYS = 365

/** The form before anyone touched it: what is usual for this person, and no answer. */
export const toConsentFields = (
  caseId: string,
  person: {
    readonly id: string
    readonly isMinor: boolean
    readonly language: string
    readonly needsInterpreter: boolean
  },
  today: Day,
): Omit<ConsentInput, 'purpose' | 'answer'> => ({
  caseId,
  personId: person.id,
  recipient: '',
  named: '',
  scopes: ['identity', 'contact'],
  askedOn: today,
  lastDay: addDays(today, HOLDS_DAYS),
  language: LANGUAGE_CODES.includes(person.language) ? person.language : '',
  interpreter: person.needsInterpreter ? 'present' : 'none',
  form: 'spoken',
  givenBy: person.isMinor ? 'guardian' : 'self',
  childView: '',
  words: '',
  heardBy: '',
  interpreterName: '',
  statement: '',
  drawing: '',
})

/** An answer about being counted, put down where a person is met: by voice, and no one noted who interpreted. */
export const toCountingInput = (
  caseId: string,
  person: { readonly id: string; readonly language: string },
  answer: 'given' | 'refused',
  today: Day,
): ConsentInput => {
  const usual = toConsentFields(caseId, { ...person, isMinor: false, needsInterpreter: false }, today)
  return {
    ...usual,
    purpose: 'statistics',
    answer,
    scopes: [],
    language: usual.language === '' ? LANGUAGE_NOT_NOTED : usual.language,
    interpreter: 'not_noted',
  }
}
