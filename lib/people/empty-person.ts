import type { AgeInput } from './age.schema'
import type { MoreFields, PersonInput } from './person.schema'
import { NOTHING_ASKED } from './person-field.rules'

/** The answers before anything is typed. They stand in a form at once, while the schema comes after it. */
export const emptyAge: AgeInput = {
  ageAnswer: 'notAsked',
  ageYears: '',
  ageTo: '',
  born: '',
  ageTested: '',
  ageMargin: '',
  ageBasis: 'said',
  ageSource: '',
  ageSeen: '',
  ageAsOf: '',
}

export const emptyPerson: PersonInput = {
  name: '',
  otherName: '',
  otherNameKind: 'alias',
  ...NOTHING_ASKED,
  ...emptyAge,
  nationality: 'notAsked',
  certainty: 'said',
  language: '',
  languageLevel: 'fluent',
}

export const emptyMore: MoreFields = {
  heldSince: '',
  heldUntil: '',
  birthCountry: 'notAsked',
  residenceCountry: 'notAsked',
}
