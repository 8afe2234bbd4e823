import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/shared/dates'
import {
  byUrgency,
  checkAsked,
  checkNew,
  checkUnseen,
  checkWished,
  REASONS,
  type Reason,
} from './reason.rules'

const today = '2026-11-24'
const daysAgo = (days: number) => addDays(today, -days)

describe('a reason to see somebody', () => {
  it.each([
    { intention: 'seen a week ago', since: daysAgo(40), met: daysAgo(7), days: undefined },
    { intention: 'seen eight days ago', since: daysAgo(40), met: daysAgo(8), days: 8 },
    { intention: 'here for a week, never seen', since: daysAgo(7), met: null, days: undefined },
    { intention: 'here for nine days, never seen', since: daysAgo(9), met: null, days: 9 },
    { intention: 'nobody knows since when', since: null, met: null, days: null },
    {
      intention: 'seen long ago, back since yesterday',
      since: daysAgo(1),
      met: daysAgo(60),
      days: undefined,
    },
  ])('not seen: $intention', ({ since, met, days }) => {
    expect(checkUnseen({ since, lastMetOn: met }, today)?.days).toEqual(days)
  })

  it.each([
    { intention: 'noted after the last visit', wished: daysAgo(2), met: daysAgo(5), stands: true },
    { intention: 'noted on the day of the visit', wished: daysAgo(2), met: daysAgo(2), stands: true },
    { intention: 'seen since', wished: daysAgo(5), met: daysAgo(2), stands: false },
    { intention: 'never seen', wished: daysAgo(5), met: null, stands: true },
    { intention: 'no wish', wished: null, met: daysAgo(2), stands: false },
  ])('wished: $intention', ({ wished, met, stands }) => {
    expect(checkWished(wished, met) !== null).toBe(stands)
  })

  it('asked: only what was asked in the last conversation', () => {
    expect(checkAsked(daysAgo(3), ['contact_lawyer'])).toMatchObject({
      on: daysAgo(3),
      requests: ['contact_lawyer'],
    })
    expect(checkAsked(daysAgo(3), [])).toBeNull()
    expect(checkAsked(null, ['contact_lawyer'])).toBeNull()
  })

  it('new: a file nobody has met yet', () => {
    expect(checkNew({ since: daysAgo(3), lastMetOn: null }, daysAgo(3))?.code).toBe('new')
    expect(checkNew({ since: daysAgo(3), lastMetOn: daysAgo(1) }, daysAgo(3))).toBeNull()
  })
})

const reason = fc.record({
  code: fc.constantFrom(...REASONS),
  on: fc.constant(null),
  days: fc.option(fc.nat({ max: 90 })),
  requests: fc.constant([]),
})
const person = fc.record({
  reasons: fc.uniqueArray(reason, { selector: ({ code }) => code, maxLength: 4 }),
  code: fc.constantFrom('A', 'B'),
  personId: fc.uuid(),
})
const rank = (reasons: readonly Reason[]): number =>
  Math.min(REASONS.length, ...reasons.map(({ code }) => REASONS.indexOf(code)))

describe('the order in which people are to be seen', () => {
  it('is total, never puts the less urgent first, and leaves those without a reason for last', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.array(person, { maxLength: 12 }), (some, more) => {
        const sorted = [...some, ...more].sort(byUrgency)
        expect([...more, ...some].sort(byUrgency)).toEqual(sorted)
        const ranks = sorted.map(({ reasons }) => rank(reasons))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }),
      { numRuns: 300 },
    )
  })
})
