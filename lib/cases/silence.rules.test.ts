import { describe, expect, it } from 'vitest'
import { REGISTRY } from '@/lib/settings/registry.schema'
import { addDays } from '@/lib/shared/dates'
import { CLOSED_STATUSES } from './case.rules'
import { daysUnseen, type History, toSilence, toSilenceState } from './silence.rules'

const SHIPPED = REGISTRY['work.unseen'].shipped

const today = '2026-03-30'
const ago = (days: number): string => addDays(today, -days)
const history = (change: Partial<History> = {}): History => ({
  status: 'active',
  risk: 'medium',
  openedOn: ago(100),
  seenOn: [],
  goneOn: [],
  stays: [],
  ...change,
})
const held = (since: number | null) => [{ since: since === null ? null : ago(since), isClosedCentre: true }]
const housed = (since: number | null) => [
  { since: since === null ? null : ago(since), isClosedCentre: false },
]

describe('silence', () => {
  it.each([
    ['held, seen seven days ago', { stays: held(40), seenOn: [ago(7)] }, 'fine'],
    [
      'held, seen eight days ago, over the change of the clock',
      { stays: held(40), seenOn: [ago(8)] },
      'unseen',
    ],
    ['held for eight days and never seen', { stays: held(8) }, 'unseen'],
    ['held for seven days and never seen', { stays: held(7) }, 'fine'],
    ['held, never seen, nobody knows since when', { stays: held(null) }, 'unseen'],
    ['moved to a centre a week ago, not seen for long', { stays: held(7), seenOn: [ago(60)] }, 'fine'],
    ['held at high risk, seen seven days ago', { stays: held(40), seenOn: [ago(7)], risk: 'high' }, 'due'],
    ['at high risk, seen six days ago', { risk: 'high', seenOn: [ago(6)] }, 'fine'],
    ['at high risk, seen seven days ago', { risk: 'high', seenOn: [ago(7)] }, 'due'],
    ['at low risk, seen 29 days ago', { risk: 'low', seenOn: [ago(29)] }, 'fine'],
    ['at low risk, seen 30 days ago', { risk: 'low', seenOn: [ago(30)] }, 'due'],
    ['a risk nobody knows counts as medium', { risk: 'new_word', seenOn: [ago(14)] }, 'due'],
    ['never seen, the file opened a week ago', { openedOn: ago(7) }, 'fine'],
    ['never seen, the file is old', {}, 'due'],
    ['moved to a shelter three days ago', { seenOn: [ago(50)], stays: housed(3) }, 'fine'],
    ['gone since the last visit', { seenOn: [ago(20)], goneOn: [ago(9)] }, 'excused'],
    ['gone, and seen again later', { seenOn: [ago(20), ago(2)], goneOn: [ago(9)] }, 'fine'],
    ['gone from one centre, now held in another', { goneOn: [ago(20)], stays: held(15) }, 'unseen'],
    ['closed', { status: 'closed', stays: held(40) }, 'excused'],
  ] satisfies [string, Partial<History>, string][])('%s', (_what, change, state) => {
    expect(toSilenceState(toSilence(history(change), SHIPPED), today)).toBe(state)
  })

  it('every closed status is excused', () => {
    for (const status of CLOSED_STATUSES) expect(toSilence(history({ status }), SHIPPED).silenceOn).toBeNull()
  })

  it('counts from the first day of the file when no one was ever seen', () => {
    expect(daysUnseen(null, ago(12), today)).toBe(12)
    expect(daysUnseen(ago(2), ago(12), today)).toBe(2)
  })
})
