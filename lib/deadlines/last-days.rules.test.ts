import { describe, expect, it } from 'vitest'
import { type Act, lastDaysFrom } from './last-days.rules'

const act = (change: Partial<Act>): Act => ({
  meaning: 'act',
  severity: 'critical',
  remind: { days: [], months: [] },
  happenedOn: '2026-11-01',
  remindOn: '2026-12-01',
  spans: [{ amount: 30, unit: 'calendar_day' }],
  ...change,
})

describe('the last days of an act', () => {
  it.each([
    ['thirty days, critical: five days before', {}, '2026-11-26'],
    ['thirty days, high: a fortnight before', { severity: 'high' }, '2026-11-17'],
    ['thirty days, normal: a week before', { severity: 'normal' }, '2026-11-24'],
    ['the rule reminds earlier itself', { remind: { days: [30], months: [] } }, '2026-11-01'],
    ['a month before', { remind: { days: [], months: [1] } }, '2026-11-01'],
    [
      'ten days: from day one',
      { remindOn: '2026-11-11', spans: [{ amount: 10, unit: 'calendar_day' }] },
      '2026-11-01',
    ],
    [
      'ten days that end after a long weekend',
      { remindOn: '2026-11-16', spans: [{ amount: 10, unit: 'calendar_day' }] },
      '2026-11-01',
    ],
    [
      'eight working days',
      { severity: 'normal', remindOn: '2026-11-16', spans: [{ amount: 8, unit: 'working_day' }] },
      '2026-11-01',
    ],
    ['24 hours', { remindOn: '2026-11-02', spans: [{ amount: 24, unit: 'hour' }] }, '2026-10-28'],
    [
      'eleven days: from the first reminder',
      { remindOn: '2026-11-12', spans: [{ amount: 11, unit: 'calendar_day' }] },
      '2026-11-07',
    ],
    ['two weeks', { remindOn: '2026-11-15', spans: [{ amount: 2, unit: 'week' }] }, '2026-11-10'],
    [
      'a card that expires',
      { severity: 'high', happenedOn: '2027-01-01', spans: [{ amount: 1, unit: 'month' }] },
      '2026-11-17',
    ],
    [
      'an interview',
      { meaning: 'attend', happenedOn: '2026-12-01', spans: [{ amount: 0, unit: 'calendar_day' }] },
      '2026-11-26',
    ],
  ] as const)('%s', (_what, change, from) => {
    expect(lastDaysFrom(act(change))).toBe(from)
  })

  it.each(['watch', 'limit', 'opens'] as const)('are none of what is to %s, however critical', (meaning) => {
    expect(lastDaysFrom(act({ meaning, severity: 'critical' }))).toBeNull()
  })
})
