import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, restOn } from '@/lib/holidays/working-day.rules'
import { addMonths } from '@/lib/shared/dates'
import { addHours, rollDay } from './calendar.rules'
import { compute, type Trigger } from './clock.rules'
import { readLetter, weigh } from './letter.rules'
import type { FirstDayRule, Rule } from './rule.rules'

const rule: Rule = {
  code: 'EXAMPLE',
  version: 3,
  meaning: 'act',
  event: 'cgrs_decision_notified',
  when: { all: [], any: [], none: [], notAll: [] },
  regime: 'PRE_PACT',
  start: 'notified_call',
  direction: 'after',
  periods: [
    {
      when: null,
      min: { amount: 10, unit: 'calendar_day' },
      max: { amount: 10, unit: 'calendar_day' },
    },
  ],
  opens: null,
  roll: 'forward',
  severity: 'critical',
  remind: { days: [], months: [] },
  suspensive: 'automatic',
  article: { text: 'Aliens Act, art. 39/57', status: 'general_knowledge' },
  sources: ['cgrs-appeal-call'],
  status: 'verified',
  validFrom: null,
  validTo: null,
  closedBy: ['appeal_lodged'],
  family: 'appeal',
}
const firstDays: readonly FirstDayRule[] = [
  {
    start: 'notified_call',
    notification: 'registered_post',
    firstDay: 'third_working_day',
    article: 'Aliens Act, art. 39/57, par. 2',
    status: 'general_knowledge',
  },
]
const trigger: Trigger = {
  event: 'cgrs_decision_notified',
  on: '2026-12-21',
  at: null,
  notification: 'registered_post',
  facts: [],
  lodgedOn: '2026-01-12',
  registeredOn: null,
}

describe('a computation', () => {
  it('is told step by step, with the article of each', () => {
    expect(compute(rule, trigger, firstDays)).toEqual({
      kind: 'date',
      on: '2027-01-04',
      earliest: '2026-12-31',
      time: null,
      opensOn: null,
      rule: {
        code: 'EXAMPLE',
        version: 3,
        status: 'verified',
        regime: 'PRE_PACT',
        article: { text: 'Aliens Act, art. 39/57', status: 'general_knowledge' },
        sources: ['cgrs-appeal-call'],
      },
      steps: [
        { code: 'happened', event: 'cgrs_decision_notified', on: '2026-12-21', at: null },
        { code: 'regime', regime: 'PRE_PACT', lodgedOn: '2026-01-12' },
        {
          code: 'notified',
          notification: 'registered_post',
          firstDay: 'third_working_day',
          on: '2026-12-24',
          article: 'Aliens Act, art. 39/57, par. 2',
          status: 'general_knowledge',
        },
        { code: 'counted', amount: 10, unit: 'calendar_day', on: '2027-01-02' },
        { code: 'rolledForward', from: '2027-01-02', on: '2027-01-04', because: 'saturday' },
        { code: 'safest', on: '2026-12-31' },
      ],
    })
  })

  it.each([
    {
      intention: 'posted on a Monday, third working day unread: as if handed over that day',
      status: 'general_knowledge' as const,
      on: '2026-12-21',
      safest: '2026-12-31',
    },
    {
      intention: 'the same, once the way of counting is confirmed: the counted day itself',
      status: 'confirmed' as const,
      on: '2026-12-21',
      safest: '2027-01-04',
    },
    {
      intention: 'to confirm is no more than general knowledge',
      status: 'to_confirm' as const,
      on: '2026-12-21',
      safest: '2026-12-31',
    },
  ])('reminds by the reading that gives least time: $intention', ({ status, on, safest }) => {
    const ways = firstDays.map((way) => ({ ...way, status }))
    const computation = compute(rule, { ...trigger, on }, ways)
    expect(weigh(computation, null)).toMatchObject({ dueOn: '2027-01-04', basis: 'rule', remindOn: safest })
    const hasStep = computation.steps.some(({ code }) => code === 'safest')
    expect(hasStep).toBe(safest !== '2027-01-04')
  })

  it.each([
    { intention: 'a verified rule that names no source', change: { sources: [] }, reason: 'noSource' },
    { intention: 'a rule to confirm', change: { status: 'to_confirm' as const }, reason: 'toConfirm' },
    {
      intention: 'a rule to confirm that names a source',
      change: { status: 'to_confirm' as const, sources: ['somewhere'] },
      reason: 'toConfirm',
    },
    {
      intention: 'general knowledge',
      change: { status: 'general_knowledge' as const },
      reason: 'generalKnowledge',
    },
    {
      intention: 'a range',
      change: {
        periods: [
          {
            when: null,
            min: { amount: 5, unit: 'calendar_day' as const },
            max: { amount: 10, unit: 'calendar_day' as const },
          },
        ],
      },
      reason: 'range',
    },
  ])('of $intention sets no date, and reminds on the earliest day', ({ change, reason }) => {
    const computation = compute({ ...rule, ...change }, trigger, firstDays)
    expect(computation).toMatchObject({ kind: 'none', reason })
    const { dueOn, remindOn } = weigh(computation, null)
    expect(dueOn).toBeNull()
    expect(remindOn).toBe(computation.kind === 'none' ? computation.window?.earliest : null)
  })

  it('of a rule that a coordinator confirmed sets a date', () => {
    const confirmed = { ...rule, status: 'confirmed' as const, sources: [] }
    expect(compute(confirmed, trigger, firstDays)).toMatchObject({ kind: 'date', on: '2027-01-04' })
  })

  it('of a rule that has ended sets no date from that day on', () => {
    const ended = { ...rule, validTo: '2026-12-21' }
    expect(compute(ended, trigger, firstDays)).toMatchObject({ kind: 'none', reason: 'notInForce' })
    expect(compute(ended, { ...trigger, on: '2026-12-20' }, firstDays).kind).toBe('date')
  })

  it('leaves a printed day where it is printed, and lets it win when it is earlier', () => {
    const letter = readLetter({ kind: 'lastDay', on: '2026-12-27' }, rule, trigger, firstDays)
    expect(weigh(compute(rule, trigger, firstDays), letter)).toEqual({
      dueOn: '2026-12-27',
      basis: 'letter',
      remindOn: '2026-12-27',
      conflict: {
        letter: '2026-12-27',
        rule: { earliest: '2027-01-04', latest: '2027-01-04' },
        earlier: 'letter',
        days: 8,
      },
    })
  })

  it('reminds on the earliest reading when a letter is later than any of them', () => {
    const unsure = { ...rule, status: 'to_confirm' as const }
    const letter = readLetter({ kind: 'lastDay', on: '2027-02-01' }, unsure, trigger, firstDays)
    expect(weigh(compute(unsure, trigger, firstDays), letter)).toMatchObject({
      dueOn: '2027-02-01',
      // Ten days from the day after it was posted: no reading gives less time.
      remindOn: '2026-12-31',
      conflict: { earlier: 'rule', days: 28 },
    })
  })
})

describe('the calendar', () => {
  it('knows why a day is no working day', () => {
    expect(restOn('2026-05-14')).toBe('ascension')
    expect(restOn('2026-08-15')).toBe('assumption')
    expect(restOn('2026-11-28')).toBe('saturday')
    expect(restOn('2026-11-29')).toBe('sunday')
    expect(isWorkingDay('2026-04-03')).toBe(true)
  })

  it('moves over several days at once, both ways', () => {
    expect(rollDay('2026-04-04', 'forward')).toBe('2026-04-07')
    expect(rollDay('2026-04-06', 'back')).toBe('2026-04-03')
    expect(rollDay('2026-04-04', 'none')).toBe('2026-04-04')
    expect(addWorkingDays('2026-04-07', -1)).toBe('2026-04-03')
    expect(addWorkingDays('2026-04-04', 0)).toBe('2026-04-04')
  })

  it('keeps to the end of shorter months', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28')
    expect(addMonths('2026-11-30', 15)).toBe('2028-02-29')
  })

  it.each([
    { intention: 'an ordinary night', from: '2026-11-24', time: '14:30', on: '2026-11-25', at: '14:30' },
    {
      intention: 'the night that has an hour more',
      from: '2026-10-24',
      time: '14:30',
      on: '2026-10-25',
      at: '13:30',
    },
    {
      intention: 'the same night, begun after it',
      from: '2026-10-25',
      time: '03:00',
      on: '2026-10-26',
      at: '03:00',
    },
    { intention: 'after midnight', from: '2026-10-25', time: '00:20', on: '2026-10-25', at: '23:20' },
    {
      intention: 'the night that has an hour less',
      from: '2026-03-28',
      time: '14:30',
      on: '2026-03-29',
      at: '14:30',
    },
  ])('counts 24 hours over $intention', ({ from, time, on, at }) => {
    expect(addHours(from, time, 24)).toEqual({ on, time: at })
  })
})
