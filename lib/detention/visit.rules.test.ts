import { describe, expect, it } from 'vitest'
import type { Severity } from '@/lib/cases/severity.rules'
import { blankEncounter, blankStranger, knownPerson } from './blank-encounter'
import { startingSeverity } from './signal.rules'
import { accreditationOn, checkVisit, gapsOf, isWritten, type Known, toMonday } from './visit.rules'
import type { EncounterForm } from './visit.schema'

const known = knownPerson({ caseId: crypto.randomUUID(), personId: crypto.randomUUID() })
const blank = blankEncounter(known)
const noStep = blank.nextStep
const stranger = blankStranger()

type Card = Partial<EncounterForm>

describe('a card that was touched', () => {
  it.each<[string, Card, boolean]>([
    ['nothing at all', {}, false],
    ['only spaces in the note', { note: '  \n' }, false],
    ['an outcome', { outcome: 'gone' }, true],
    ['one action', { actions: ['listened'] }, true],
    ['a note without an outcome', { note: 'Called.' }, true],
    ['somebody new without a word', { who: stranger }, false],
    ['somebody new with a sign', { who: { ...stranger, recognise: 'blue cap' } }, true],
  ])('%s', (_intention, card, written) => {
    expect(isWritten({ ...blank, ...card })).toBe(written)
  })
})

describe('gaps are named', () => {
  const raised = (code: string, severity: Severity, note: string): Card => ({
    outcome: 'gone',
    signals: [{ code, severity, note }],
  })
  it.each<[string, Card, string[]]>([
    ['an untouched card', {}, ['nothingWritten']],
    ['seen and nothing else', { outcome: 'seen' }, ['noAction', 'noNote']],
    ['not seen needs no words', { outcome: 'not_seen' }, []],
    ['a loud signal without a word', raised('death', 'critical', ' '), ['signalUnexplained']],
    ['a quiet signal may stand alone', raised('no_lawyer', 'watch', ''), []],
    [
      'a step of mine without a day',
      { outcome: 'gone', nextStep: { ...noStep, who: 'me', text: 'Call', on: '' } },
      ['stepWithoutDay'],
    ],
  ])('%s', (_intention, card, gaps) => {
    expect(gapsOf({ ...blank, ...card })).toEqual(gaps)
  })
})

describe('accreditation on a day', () => {
  const year = { from: '2026-01-01', until: '2026-12-31' }
  it.each([
    ['the last day counts', '2026-12-31', [year], 'valid'],
    ['the day after does not', '2027-01-01', [year], 'expired'],
    ['before the first day', '2025-12-31', [year], 'notYet'],
    ['never had one', '2026-06-01', [], 'none'],
    ['a new one after a gap', '2026-06-01', [{ from: '2025-01-01', until: '2025-06-30' }, year], 'valid'],
  ])('%s', (_intention, day, list, kind) => {
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

  const late = { ...noStep, who: 'me', text: 'Call', on: '2026-11-23' } as const
  it.each([
    ['today is a day to have visited', {}, {}],
    ['tomorrow is not', { onDate: '2026-11-25' }, { onDate: 'visitInTheFuture' }],
    ['nor is a day long ago', { onDate: '2016-11-25' }, { onDate: 'visitTooLongAgo' }],
    ['without oneself', { visitors: ['you'] }, { visitors: 'visitWithoutYou' }],
    ['with a stranger', { visitors: [me, 'who'] }, { visitors: 'notAColleague' }],
    ['for another team', { teamId: 'south' }, { teamId: 'notYourTeam' }],
    [
      'a word that is in no list',
      { encounters: [{ ...blank, topics: ['weather'] }], observations: [{ theme: 'weather' }] },
      { 'encounters.0.topics': 'unknownChoice', 'observations.0.text': 'unknownChoice' },
    ],
    [
      'a next step that is already past',
      { encounters: [blank, { ...blank, nextStep: late }] },
      { 'encounters.1.nextStep.on': 'stepBeforeVisit' },
    ],
  ])('%s', (_intention, change, fields) => {
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
