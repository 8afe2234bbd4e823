import { describe, expect, it } from 'vitest'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import type { AsylumEvent } from './event.rules'
import { type Mandate, mandateState } from './mandate.rules'
import { MATTERS, STEPS, stepsOf } from './matter.rules'
import { mandateMoments, needMoments } from './moment.rules'
import { type Need, untold } from './need.rules'

const TODAY = '2026-11-25'

describe('a subject of a register', () => {
  const row = (id: string, subjectId: string, revision: number, mistake: string | null = null) => ({
    id,
    subjectId,
    revision,
    mistake,
  })
  it('stands with its last revision, and keeps those before it', () => {
    const rows = [row('a', 'a', 1), row('b', 'b', 1), row('c', 'a', 2), row('d', 'a', 3)]
    expect(
      currentOf(rows).map((revisions) => [revisions.row.id, revisions.earlier.map(({ id }) => id)]),
    ).toEqual([
      ['d', ['c', 'a']],
      ['b', []],
    ])
  })

  it('does not stand once its last revision says that it was a mistake, and stays readable', () => {
    const rows = [row('a', 'a', 1), row('b', 'a', 2, 'wrong_file'), row('c', 'c', 1)]
    expect(currentOf(rows).map((revisions) => revisions.row.id)).toEqual(['c'])
    expect(
      mistakesOf(rows).map((revisions) => [revisions.row.id, revisions.earlier.map(({ id }) => id)]),
    ).toEqual([['b', ['a']]])
  })
})

describe('who acts', () => {
  const mandate = (change: Partial<Mandate>): Mandate => ({
    aid: 'second_line',
    askedOn: null,
    grantedOn: null,
    endReason: null,
    ...change,
  })
  it.each<[string, Partial<Mandate>, unknown]>([
    ['asked and granted', { askedOn: '2026-11-01', grantedOn: '2026-11-03' }, { state: 'acts' }],
    ['granted, nobody knows when it was asked', { grantedOn: '2026-11-03' }, { state: 'acts' }],
    ['asked and not granted', { askedOn: '2026-11-03' }, { state: 'waits', days: 22 }],
    ['asked today', { askedOn: TODAY }, { state: 'waits', days: 0 }],
    ['neither asked nor granted', {}, { state: 'notAsked' }],
    ['paid by the person', { aid: 'paid' }, { state: 'acts' }],
    ['who only informs', { aid: 'first_line', grantedOn: '2026-11-03' }, { state: 'advises' }],
    ['refused', { askedOn: '2026-11-03', endReason: 'refused' }, { state: 'ended' }],
    ['ended, the day not known', { grantedOn: '2026-11-03', endReason: 'done' }, { state: 'ended' }],
  ])('a lawyer %s', (_words, change, said) => {
    expect(mandateState(mandate(change), TODAY)).toEqual(said)
  })
})

describe('an interview to come', () => {
  const interview = (change: Partial<AsylumEvent> = {}) => ({
    id: 'i1',
    kind: 'interview' as const,
    outcome: 'planned' as const,
    form: 'cgrs' as const,
    on: { form: 'exact' as const, day: '2026-12-02' },
    ...change,
  })
  const need = (change: Partial<Need> = {}): Need => ({
    personId: 'p1',
    need: 'pregnant',
    endedOn: null,
    toldTo: null,
    ...change,
  })
  const asked = (events: readonly ReturnType<typeof interview>[], needs: readonly Need[]) =>
    untold(events, needs, TODAY).map((one) => [one.interview.id, one.needs.map((known) => known.need)])

  it('is not told of a need that no one told there', () => {
    expect(asked([interview()], [need(), need({ need: 'fgm', toldTo: 'io' })])).toEqual([
      ['i1', ['pregnant', 'fgm']],
    ])
  })

  it('knows a need that either row of it says was told there', () => {
    expect(asked([interview()], [need({ toldTo: 'io' }), need({ toldTo: 'cgrs' })])).toEqual([])
  })

  it('does not know it for someone else, and names each need once', () => {
    const needs = [need({ toldTo: 'cgrs' }), need({ personId: 'p2' }), need({ personId: 'p2', toldTo: 'io' })]
    expect(asked([interview()], needs)).toEqual([['i1', ['pregnant']]])
  })

  it('is today’s too, and neither one of yesterday nor one that was held', () => {
    const day = (on: string) => ({ on: { form: 'exact' as const, day: on } })
    expect(asked([interview(day(TODAY))], [need()])).toHaveLength(1)
    expect(asked([interview(day('2026-11-24'))], [need()])).toEqual([])
    expect(asked([interview({ ...day('2026-12-02'), outcome: 'held' })], [need()])).toEqual([])
  })

  it('without a day is to come until another of its kind is recorded', () => {
    const open = interview({ on: null })
    expect(asked([open], [need()])).toHaveLength(1)
    expect(asked([open, interview({ id: 'i2', outcome: 'held' })], [need()])).toEqual([])
    expect(asked([open, interview({ id: 'i2', form: 'io', outcome: 'held' })], [need()])).toHaveLength(1)
  })

  it('needs nothing for what is over', () => {
    expect(asked([interview()], [need({ endedOn: '2026-11-01' })])).toEqual([])
  })
})

describe('the moments of a timeline', () => {
  const days = { askedOn: null, grantedOn: null, endedOn: null, endReason: null }
  it('are the days of a mandate, or the day it was written down', () => {
    const said = (moments: ReturnType<typeof mandateMoments>) =>
      moments.map(({ on, said: { what } }) => [on, what])
    expect(said(mandateMoments({ ...days, askedOn: '2026-11-01', grantedOn: '2026-11-03' }, TODAY))).toEqual([
      ['2026-11-01', 'mandate_asked'],
      ['2026-11-03', 'mandate_granted'],
    ])
    expect(said(mandateMoments({ ...days, endedOn: '2026-11-05', endReason: 'refused' }, TODAY))).toEqual([
      ['2026-11-05', 'mandate_refused'],
    ])
    expect(said(mandateMoments(days, TODAY))).toEqual([[TODAY, 'mandate_named']])
  })

  it('stand at the first day that something can have been', () => {
    const [noted, told] = needMoments(
      { on: { form: 'month', year: 2026, month: 10 }, toldOn: '2026-11-02', answeredOn: null },
      TODAY,
    )
    expect([noted?.on, told?.on]).toEqual(['2026-10-01', '2026-11-02'])
  })
})

it('every step belongs to some matter, and every matter has steps', () => {
  expect(new Set(MATTERS.codes.flatMap(stepsOf))).toEqual(new Set(STEPS.codes))
  expect(MATTERS.codes.every((matter) => stepsOf(matter).length > 0)).toBe(true)
})
