import type { EncounterForm } from './visit.schema'

/** The fields of a card that no one has touched. */
export const blankEncounter = (who: EncounterForm['who']): EncounterForm => ({
  who,
  outcome: '',
  isAgain: false,
  metAt: '',
  language: '',
  interpreter: '',
  actions: [],
  topics: [],
  requests: [],
  signals: [],
  note: '',
  nextStep: { who: 'none', staffId: '', text: '', on: '', knew: '' },
})

export const knownPerson = (one: {
  readonly caseId: string
  readonly personId: string
}): EncounterForm['who'] => ({
  kind: 'known',
  caseId: one.caseId,
  personId: one.personId,
  heardAs: '',
  recognise: '',
})

export const blankStranger = (): EncounterForm['who'] => ({
  kind: 'new',
  name: '',
  nationality: 'notAsked',
  age: '',
  ageAbsent: 'not_asked',
  recognise: '',
})

/** The card of someone new as it is added: who is added was seen. */
export const newStranger = (): EncounterForm => ({ ...blankEncounter(blankStranger()), outcome: 'seen' })

/** A card of someone new in which no one has typed or chosen anything. */
export const isUntouched = (encounter: EncounterForm): boolean =>
  JSON.stringify(encounter) === JSON.stringify(newStranger())
