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
    { intention: 'no centre', input: { ...visit, placeId: '' }, codes: { placeId: 'required' } },
    { intention: 'no day', input: { ...visit, onDate: '' }, codes: { onDate: 'notADay' } },
    {
      intention: 'a day no calendar has',
      input: { ...visit, onDate: '2026-02-30' },
      codes: { onDate: 'notADay' },
    },
    {
      intention: 'out before in',
      input: { ...visit, endsAt: '12:00' },
      codes: { endsAt: 'leftBeforeArrived' },
    },
    {
      intention: 'an hour no clock has',
      input: { ...visit, endsAt: '25:00' },
      codes: { endsAt: 'notATime' },
    },
    {
      intention: 'waiting in words',
      input: { ...visit, waitingMinutes: 'long' },
      codes: { waitingMinutes: 'notANumber' },
    },
    { intention: 'nobody went', input: { ...visit, visitors: [] }, codes: { visitors: 'visitWithoutYou' } },
    {
      intention: 'words but no outcome',
      input: { ...visit, encounters: [{ ...encounter, outcome: '' }] },
      codes: { 'encounters.0.outcome': 'outcomeMissing' },
    },
    {
      intention: 'somebody new without a name',
      input: { ...visit, encounters: [{ ...encounter, who: { ...someone, name: ' ' } }] },
      codes: { 'encounters.0.who.name': 'nameMissing' },
    },
    {
      intention: 'a step of mine without words',
      input: {
        ...visit,
        encounters: [{ ...encounter, nextStep: { ...noStep, who: 'me', text: '', on: '2026-12-01' } }],
      },
      codes: { 'encounters.0.nextStep.text': 'stepMissing' },
    },
    {
      intention: 'the same signal twice',
      input: {
        ...visit,
        encounters: [
          { ...encounter, signals: [1, 2].map(() => ({ code: 'death', severity: 'critical', note: '' })) },
        ],
      },
      codes: { 'encounters.0.signals': 'twice' },
    },
    {
      intention: 'a note beyond all measure',
      input: { ...visit, encounters: [{ ...encounter, note: 'x'.repeat(8001) }] },
      codes: { 'encounters.0.note': 'tooLong' },
    },
    {
      intention: 'a country that is none',
      input: { ...visit, encounters: [{ ...encounter, who: { ...someone, nationality: 'QQ' } }] },
      codes: { 'encounters.0.who.nationality': 'unknownChoice' },
    },
    {
      intention: 'an empty group',
      input: { ...visit, groups: [{ people: '0', country: '', note: '' }] },
      codes: { 'groups.0.people': 'groupEmpty' },
    },
    {
      intention: 'a field nobody asked for',
      input: { ...visit, createdBy: id() },
      codes: { '': expect.any(String) },
    },
  ])('$intention', ({ input, codes }) => {
    expect(codesOf(input)).toEqual(codes)
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
    }
    const parsed = visitHoursSchema.safeParse(hours)
    expect(parsed.success ? {} : fieldCodes(parsed.error)).toEqual({ endsAt: 'leftBeforeArrived' })
  })
})
