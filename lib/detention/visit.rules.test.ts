import { describe, expect, it } from 'vitest'
import { blankEncounter, knownPerson } from './blank-encounter'
import { startingSeverity } from './signal.rules'
import { accreditationOn, checkVisit, gapsOf, isWritten, type Known, toMonday } from './visit.rules'

const known = knownPerson({ caseId: crypto.randomUUID(), personId: crypto.randomUUID() })
const blank = blankEncounter(known)
const noStep = blank.nextStep
const stranger = {
  kind: 'new' as const,
  name: '',
  nationality: 'notAsked',
  age: '',
  ageAbsent: 'not_asked' as const,
  recognise: '',
}

describe('a card that was touched', () => {
  it.each([
    { intention: 'nothing at all', encounter: blank, written: false },
    { intention: 'only spaces in the note', encounter: { ...blank, note: '  \n' }, written: false },
    { intention: 'an outcome', encounter: { ...blank, outcome: 'gone' as const }, written: true },
    { intention: 'one action', encounter: { ...blank, actions: ['listened'] }, written: true },
    { intention: 'a note without an outcome', encounter: { ...blank, note: 'Called.' }, written: true },
    { intention: 'somebody new without a word', encounter: { ...blank, who: stranger }, written: false },
    {
      intention: 'somebody new with a sign',
      encounter: { ...blank, who: { ...stranger, recognise: 'blue cap' } },
      written: true,
    },
  ])('$intention', ({ encounter, written }) => {
    expect(isWritten(encounter)).toBe(written)
  })
})

describe('gaps are named', () => {
  it.each([
    { intention: 'an untouched card', encounter: blank, gaps: ['nothingWritten'] },
    {
      intention: 'seen and nothing else',
      encounter: { ...blank, outcome: 'seen' as const },
      gaps: ['noAction', 'noNote'],
    },
    { intention: 'not seen needs no words', encounter: { ...blank, outcome: 'not_seen' as const }, gaps: [] },
    {
      intention: 'a loud signal without a word',
      encounter: {
        ...blank,
        outcome: 'gone' as const,
        signals: [{ code: 'death', severity: 'critical' as const, note: ' ' }],
      },
      gaps: ['signalUnexplained'],
    },
    {
      intention: 'a quiet signal may stand alone',
      encounter: {
        ...blank,
        outcome: 'gone' as const,
        signals: [{ code: 'no_lawyer', severity: 'watch' as const, note: '' }],
      },
      gaps: [],
    },
    {
      intention: 'a step of mine without a day',
      encounter: {
        ...blank,
        outcome: 'gone' as const,
        nextStep: { ...noStep, who: 'me' as const, text: 'Call', on: '' },
      },
      gaps: ['stepWithoutDay'],
    },
  ])('$intention', ({ encounter, gaps }) => {
    expect(gapsOf(encounter)).toEqual(gaps)
  })
})

describe('accreditation on a day', () => {
  const year = { from: '2026-01-01', until: '2026-12-31' }
  it.each([
    { intention: 'the last day counts', day: '2026-12-31', list: [year], kind: 'valid' },
    { intention: 'the day after does not', day: '2027-01-01', list: [year], kind: 'expired' },
    { intention: 'before the first day', day: '2025-12-31', list: [year], kind: 'notYet' },
    { intention: 'never had one', day: '2026-06-01', list: [], kind: 'none' },
    {
      intention: 'a new one after a gap',
      day: '2026-06-01',
      list: [{ from: '2025-01-01', until: '2025-06-30' }, year],
      kind: 'valid',
    },
  ])('$intention', ({ day, list, kind }) => {
    expect(accreditationOn(day, list).kind).toBe(kind)
  })
})

describe('what the form alone cannot know', () => {
  const me = 'me'
  const codes = {
    topics: new Set(['health']),
    actions: new Set(['listened']),
    requests: new Set<string>(),
    signals: new Set(['death']),
    themes: new Set(['food']),
  }
  const facts: Known = {
    today: '2026-11-24',
    actorId: me,
    teams: ['north'],
    colleagues: new Set([me, 'you']),
    codes,
  }
  const visit = { teamId: 'north', onDate: '2026-11-24', visitors: [me], encounters: [], observations: [] }

  it.each([
    { intention: 'today is a day to have visited', change: {}, fields: {} },
    {
      intention: 'tomorrow is not',
      change: { onDate: '2026-11-25' },
      fields: { onDate: 'visitInTheFuture' },
    },
    {
      intention: 'nor is a day long ago',
      change: { onDate: '2016-11-25' },
      fields: { onDate: 'visitTooLongAgo' },
    },
    { intention: 'without oneself', change: { visitors: ['you'] }, fields: { visitors: 'visitWithoutYou' } },
    {
      intention: 'with a stranger',
      change: { visitors: [me, 'who'] },
      fields: { visitors: 'notAColleague' },
    },
    { intention: 'for another team', change: { teamId: 'south' }, fields: { teamId: 'notYourTeam' } },
    {
      intention: 'a word that is in no list',
      change: { encounters: [{ ...blank, topics: ['weather'] }], observations: [{ theme: 'weather' }] },
      fields: { 'encounters.0.topics': 'unknownChoice', 'observations.0.text': 'unknownChoice' },
    },
    {
      intention: 'a next step that is already past',
      change: {
        encounters: [
          blank,
          { ...blank, nextStep: { ...noStep, who: 'me' as const, text: 'Call', on: '2026-11-23' } },
        ],
      },
      fields: { 'encounters.1.nextStep.on': 'stepBeforeVisit' },
    },
  ])('$intention', ({ change, fields }) => {
    expect(checkVisit({ ...visit, ...change }, facts)).toEqual(fields)
  })
})

describe('small things', () => {
  it('errs upwards when a life may be at stake', () => {
    expect(startingSeverity('suicide_risk')).toBe('critical')
    expect(startingSeverity('minor_detained')).toBe('serious')
    expect(startingSeverity('language_barrier')).toBe('watch')
  })

  it.each([
    { day: '2026-11-23', monday: '2026-11-23' },
    { day: '2026-11-29', monday: '2026-11-23' },
    { day: '2027-01-01', monday: '2026-12-28' },
    { day: '2000-01-02', monday: '1999-12-27' },
  ])('the week of $day begins on $monday', ({ day, monday }) => {
    expect(toMonday(day)).toBe(monday)
  })
})
