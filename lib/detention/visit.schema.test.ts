import { describe, expect, it } from 'vitest'
import { fieldCodes } from '@/lib/server/answer'
import { blankEncounter, knownPerson } from './blank-encounter'
import { type EncounterForm, type VisitForm, visitHoursSchema, visitSchema } from './visit.schema'

const id = () => crypto.randomUUID()
const encounter: EncounterForm = {
  ...blankEncounter(knownPerson({ caseId: id(), personId: id() })),
  outcome: 'seen',
  actions: ['listened'],
}
const noStep = encounter.nextStep
const visit: VisitForm = {
  teamId: id(),
  placeId: id(),
  onDate: '2026-11-23',
  header: 'said',
  mode: 'in_person',
  startsAt: '13:10',
  endsAt: '16:40',
  access: 'granted',
  waitingMinutes: '25',
  visitors: [id()],
  encounters: [encounter],
  groups: [],
  observations: [],
}
const someone = {
  kind: 'new' as const,
  name: 'Amaru',
  nationality: 'GN',
  age: '17',
  ageAbsent: 'not_asked' as const,
  recognise: '',
}

const codesOf = (input: unknown): Record<string, string> => {
  const parsed = visitSchema.safeParse(input)
  return parsed.success ? {} : fieldCodes(parsed.error)
}

describe('a visit as it is typed', () => {
  it('keeps hours and counts apart from nothing said', () => {
    expect(visitSchema.parse(visit)).toMatchObject({ startsAt: '13:10', waitingMinutes: 25 })
    expect(visitSchema.parse({ ...visit, startsAt: '', endsAt: '', waitingMinutes: '' })).toMatchObject({
      startsAt: null,
      endsAt: null,
      waitingMinutes: null,
    })
  })

  it.each([
    ['no centre', { placeId: '' }, { placeId: 'required' }],
    ['no day', { onDate: '' }, { onDate: 'notADay' }],
    ['a day no calendar has', { onDate: '2026-02-30' }, { onDate: 'notADay' }],
    ['out before in', { endsAt: '12:00' }, { endsAt: 'leftBeforeArrived' }],
    ['an hour no clock has', { endsAt: '25:00' }, { endsAt: 'notATime' }],
    ['waiting in words', { waitingMinutes: 'long' }, { waitingMinutes: 'notANumber' }],
    ['nobody went', { visitors: [] }, { visitors: 'visitWithoutYou' }],
    [
      'an empty group',
      { groups: [{ people: '0', country: '', note: '' }] },
      { 'groups.0.people': 'groupEmpty' },
    ],
    ['a field nobody asked for', { createdBy: id() }, { '': expect.any(String) }],
  ])('%s', (_intention, change, codes) => {
    expect(codesOf({ ...visit, ...change })).toEqual(codes)
  })

  const twice = [1, 2].map(() => ({ code: 'death', severity: 'critical', note: '' }))
  it.each([
    ['words but no outcome', { outcome: '' }, 'outcome', 'outcomeMissing'],
    ['somebody new without a name', { who: { ...someone, name: ' ' } }, 'who.name', 'nameMissing'],
    [
      'a step of mine without words',
      { nextStep: { ...noStep, who: 'me', text: '', on: '2026-12-01' } },
      'nextStep.text',
      'stepMissing',
    ],
    ['the same signal twice', { signals: twice }, 'signals', 'twice'],
    ['a note beyond all measure', { note: 'x'.repeat(8001) }, 'note', 'tooLong'],
    [
      'a country that is none',
      { who: { ...someone, nationality: 'QQ' } },
      'who.nationality',
      'unknownChoice',
    ],
  ])('of a conversation: %s', (_intention, change, field, code) => {
    const codes = codesOf({ ...visit, encounters: [{ ...encounter, ...change }] })
    expect(codes).toEqual({ [`encounters.0.${field}`]: code })
  })

  it('lets an untouched card pass: it will be no encounter', () => {
    const untouched = { ...encounter, outcome: '', actions: [] }
    expect(codesOf({ ...visit, encounters: [untouched, untouched] })).toEqual({})
  })

  it('lets the same person be met twice in a day', () => {
    expect(codesOf({ ...visit, encounters: [encounter, encounter] })).toEqual({})
  })

  it('judges corrected hours as it judged the first', () => {
    const hours = {
      visitId: id(),
      version: 1,
      startsAt: '14:00',
      endsAt: '13:00',
      access: 'granted',
      waitingMinutes: '',
      projectId: '',
    }
    const parsed = visitHoursSchema.safeParse(hours)
    expect(parsed.success ? {} : fieldCodes(parsed.error)).toEqual({ endsAt: 'leftBeforeArrived' })
  })
})
