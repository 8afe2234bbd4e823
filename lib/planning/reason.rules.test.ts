import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DANGER_REASONS, isDanger, RANKS } from '@/lib/cases/danger.rules'
import { addDays } from '@/lib/shared/dates'
import { byUrgency, checkAsked, checkNew, checkUnseen, checkWished, REASONS } from './reason.rules'

const today = '2026-11-24'
const daysAgo = (days: number) => addDays(today, -days)

describe('a reason to see someone', () => {
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
    expect(checkUnseen({ since, lastMetOn: met }, today, 8)?.days).toEqual(days)
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

  it('new: a file no one has met yet', () => {
    expect(checkNew({ since: daysAgo(3), lastMetOn: null }, daysAgo(3))?.code).toBe('new')
    expect(checkNew({ since: daysAgo(3), lastMetOn: daysAgo(1) }, daysAgo(3))).toBeNull()
  })
})

const reason = fc.record({
  code: fc.constantFrom(...REASONS.codes),
  on: fc.constant(null),
  days: fc.option(fc.nat({ max: 90 })),
  requests: fc.constant([]),
})
const danger = fc.record({
  rank: fc.constantFrom(...RANKS.codes),
  reason: fc.constantFrom(...DANGER_REASONS.codes),
  on: fc.constant(null),
  key: fc.constantFrom(daysAgo(3), daysAgo(20), daysAgo(40)),
})
const person = fc.record({
  danger,
  reasons: fc.uniqueArray(reason, { selector: ({ code }) => code, maxLength: 4 }),
  lastMet: fc.option(fc.record({ on: fc.constantFrom(daysAgo(2), daysAgo(9), daysAgo(30)) })),
  code: fc.constantFrom('A', 'B'),
  personId: fc.uuid(),
})

describe('the order in which people are to be seen', () => {
  it('is total, begins with those in danger in the order of every list, and ends with those who have no reason', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.array(person, { maxLength: 12 }), (some, more) => {
        const sorted = byUrgency([...some, ...more])
        expect(byUrgency([...more, ...some])).toEqual(sorted)
        const endangered = sorted.filter((one) => isDanger(one.danger.rank))
        expect(sorted.slice(0, endangered.length)).toEqual(endangered)
        const ranks = endangered.map((one) => RANKS.rank(one.danger.rank))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        const last = sorted.findIndex(
          (one) => !isDanger(one.danger.rank) && one.danger.reason !== 'unseen' && one.reasons.length === 0,
        )
        if (last >= 0) expect(sorted.slice(last).every((one) => one.reasons.length === 0)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('puts of two alike the one who was not seen for longer first', () => {
    const alike = (met: string | null, personId: string) => ({
      danger: { rank: 'rest', reason: 'rest', on: null, key: '9999-12-31' } as const,
      reasons: [],
      lastMet: met === null ? null : { on: met },
      code: 'A',
      personId,
    })
    const people = [alike(daysAgo(2), '1'), alike(daysAgo(29), '2'), alike(null, '3')]
    expect(byUrgency(people).map(({ personId }) => personId)).toEqual(['3', '2', '1'])
  })
})
