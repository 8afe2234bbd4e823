import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDay } from '../../tests/support/given/when'
import {
  byDanger,
  DANGER_REASONS,
  type DangerReason,
  dangerOf,
  dangersOf,
  isDanger,
  RANKS,
  type Ranked,
} from './danger.rules'
import { type DangerFacts, toDangerDays } from './danger-days.rules'

const TODAY = '2026-11-24'
const QUIET: DangerFacts = {
  status: 'active',
  signals: [],
  missing: [],
  acts: [],
  removals: [],
  places: [],
  adultOn: null,
  unseenOn: null,
  silenceOn: null,
  nextStepOn: null,
  tasks: [],
}
const file = (facts: Partial<DangerFacts>, risk = 'low'): Ranked => {
  const all = { ...QUIET, ...facts }
  const { unseenOn, silenceOn, nextStepOn } = all
  return { ...toDangerDays(all), risk, unseenOn, silenceOn, nextStepOn }
}
const signal = (severity: string, raisedOn = '2026-11-23') => ({ severity, raisedOn })
const held = { places: ['closed_centre'] }

/** One file of each kind, in the order in which they have to stand. */
const EXPECTED: readonly (readonly [string, Ranked, DangerReason, string | null])[] = [
  [
    'suicide risk since a week',
    file({ signals: [signal('critical', '2026-11-17')] }),
    'critical',
    '2026-11-17',
  ],
  ['suicide risk since yesterday', file({ signals: [signal('critical')] }), 'critical', '2026-11-23'],
  ['a missing child', file({ missing: ['2026-11-20'] }), 'missing', '2026-11-20'],
  [
    'an act that was not done',
    file({ acts: [{ from: '2026-11-10', until: '2026-11-20' }] }),
    'actPassed',
    '2026-11-20',
  ],
  ['an act today', file({ acts: [{ from: '2026-11-24', until: '2026-11-24' }] }), 'act', '2026-11-24'],
  [
    'an act in its last days',
    file({ acts: [{ from: '2026-11-20', until: '2026-11-26' }] }),
    'act',
    '2026-11-26',
  ],
  ['a removal on an unknown day', file({ removals: [null] }), 'removalUndated', null],
  [
    'a removal without an outcome',
    file({ removals: ['2026-11-22', '2027-01-01'] }),
    'removalPassed',
    '2026-11-22',
  ],
  ['a flight in a week', file({ removals: ['2026-12-01'] }), 'removal', '2026-12-01'],
  [
    'a child held',
    file({ signals: [signal('serious', '2026-11-21')], adultOn: '2026-11-25', ...held }),
    'seriousMinor',
    '2026-11-21',
  ],
  [
    'an adult held',
    file({ signals: [signal('serious', '2026-11-22')], ...held }),
    'seriousHeld',
    '2026-11-22',
  ],
  [
    'a child at home',
    file({ signals: [signal('serious')], adultOn: '2028-01-01' }),
    'seriousMinor',
    '2026-11-23',
  ],
  [
    'a person who turned eighteen today',
    file({ signals: [signal('serious', '2026-11-01')], adultOn: TODAY }),
    'serious',
    '2026-11-01',
  ],
  ['held, unseen, high', file({ unseenOn: '2026-11-24', ...held }, 'high'), 'unseen', '2026-11-24'],
  ['held, unseen, medium', file({ unseenOn: '2026-11-20', ...held }, 'medium'), 'unseen', '2026-11-20'],
  ['held, unseen, an unknown risk', file({ unseenOn: '2026-11-21' }, 'x'), 'unseen', '2026-11-21'],
  ['held, unseen, low', file({ unseenOn: '2026-11-02', ...held }), 'unseen', '2026-11-02'],
  ['a step since long', file({ nextStepOn: '2026-11-01' }), 'step', '2026-11-01'],
  ['a task since last week', file({ tasks: ['2026-12-20', '2026-11-17'] }), 'task', '2026-11-17'],
  ['not seen for too long', file({ silenceOn: '2026-11-24' }), 'silence', '2026-11-24'],
  [
    'an act whose reminders begin tomorrow',
    file({ acts: [{ from: '2026-11-25', until: '2026-12-09' }], nextStepOn: TODAY }),
    'rest',
    null,
  ],
  ['a signal to watch', file({ signals: [signal('watch')], silenceOn: '2026-12-01' }), 'rest', null],
  ['nothing at all', file({}), 'rest', null],
]

describe('the order of danger', () => {
  it('is the issue’s, tier by tier, and says why and since when', () => {
    const files = EXPECTED.map(([name, days], n) => ({
      name,
      id: String(n).padStart(2, '0'),
      ...dangerOf(days, TODAY),
    }))
    const sorted = [...files].reverse().sort(byDanger)
    expect(sorted.map(({ name }) => name)).toEqual(EXPECTED.map(([name]) => name))
    for (const [name, days, reason, on] of EXPECTED)
      expect({ name, ...dangerOf(days, TODAY) }).toMatchObject({ name, reason, on })
    expect(new Set(files.map(({ rank }) => rank))).toEqual(new Set(RANKS.codes))
    expect(new Set(files.map(({ reason }) => reason))).toEqual(new Set(DANGER_REASONS.codes))
  })

  it('puts nothing that is overdue or unseen among the dangers', () => {
    expect(RANKS.codes.filter(isDanger)).toEqual([
      'critical',
      'missing',
      'act',
      'removal',
      'seriousFirst',
      'serious',
    ])
  })

  it('of a closed file leaves the signals', () => {
    const closed = file({
      status: 'closed',
      signals: [signal('critical')],
      missing: ['2026-11-20'],
      acts: [{ from: '2026-11-10', until: '2026-11-20' }],
      removals: [null],
      nextStepOn: '2026-11-01',
    })
    expect(dangersOf(closed, TODAY).map(({ rank }) => rank)).toEqual(['critical'])
    expect(dangerOf({ ...closed, criticalOn: null }, TODAY).rank).toBe('rest')
  })

  it('says everything that holds, the strongest first, and a serious signal once', () => {
    const all = file({
      signals: [signal('serious'), signal('critical')],
      missing: ['2026-11-20'],
      ...held,
      unseenOn: '2026-11-02',
      nextStepOn: '2026-11-01',
    })
    expect(dangersOf(all, TODAY).map(({ rank }) => rank)).toEqual([
      'critical',
      'missing',
      'seriousFirst',
      'unseenLow',
      'overdue',
    ])
  })

  const maybe = fc.option(anyDay)
  const anyFile: fc.Arbitrary<Ranked> = fc
    .record({
      status: fc.constantFrom('active', 'closed'),
      signals: fc.array(
        fc.record({ severity: fc.constantFrom('critical', 'serious', 'watch'), raisedOn: anyDay }),
        {
          maxLength: 2,
        },
      ),
      missing: fc.array(anyDay, { maxLength: 1 }),
      acts: fc.array(fc.record({ from: anyDay, until: anyDay }), { maxLength: 2 }),
      removals: fc.array(maybe, { maxLength: 2 }),
      places: fc.array(fc.constantFrom('closed_centre', 'city'), { maxLength: 2 }),
      adultOn: maybe,
      unseenOn: maybe,
      silenceOn: maybe,
      nextStepOn: maybe,
      tasks: fc.array(anyDay, { maxLength: 2 }),
    })
    .map((facts) => file(facts))

  it('never loses its place as days pass and nothing else happens, but for a minor who turns eighteen', () => {
    fc.assert(
      fc.property(anyFile, anyDay, anyDay, (one, a, b) => {
        const [before, after] = a < b ? [a, b] : [b, a]
        const rankOn = (day: string): number => RANKS.rank(dangerOf({ ...one, adultOn: null }, day).rank)
        expect(rankOn(after)).toBeLessThanOrEqual(rankOn(before))
      }),
    )
  })

  it('is the same in both directions: one order for any two files', () => {
    fc.assert(
      fc.property(anyFile, anyFile, anyDay, (one, other, day) => {
        const a = { ...dangerOf(one, day), id: 'a' }
        const b = { ...dangerOf(other, day), id: 'b' }
        expect(Math.sign(byDanger(a, b))).toBe(-Math.sign(byDanger(b, a)))
      }),
    )
  })
})
