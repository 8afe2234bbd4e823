import { describe, expect, it } from 'vitest'
import { isLoud } from './deadline-state.rules'
import type { Rule } from './rule.rules'
import { rulingOn } from './ruling.rules'

const edition = (version: number, change: Partial<Rule> = {}): Rule => ({
  code: 'EXAMPLE',
  version,
  meaning: 'act',
  event: 'order_to_leave_notified',
  when: { all: [], any: [], none: [], notAll: [] },
  regime: 'ANY',
  start: 'excluded',
  direction: 'after',
  periods: [
    { when: null, min: { amount: 7, unit: 'calendar_day' }, max: { amount: 7, unit: 'calendar_day' } },
  ],
  opens: null,
  roll: 'none',
  severity: 'high',
  remind: { days: [], months: [] },
  suspensive: null,
  article: { text: 'Aliens Act, art. 74/14', status: 'to_confirm' },
  sources: [],
  status: 'to_confirm',
  validFrom: null,
  validTo: null,
  closedBy: ['territory_left'],
  family: 'example',
  ...change,
})
const eight = { amount: 8, unit: 'calendar_day' } as const
const on = (ruled: readonly number[]) => (version: number) =>
  ruled.includes(version) ? `of ${version}` : null
const of = (editions: readonly Rule[], ruled: readonly number[]) => rulingOn(3, editions, on(ruled))

describe('a word of the organisation about an edition', () => {
  it('counts on for one that says the same law, no matter who closes it and where it was read', () => {
    const editions = [
      edition(1),
      edition(2, { closedBy: ['territory_left', 'died'] }),
      edition(3, { sources: ['another'], severity: 'critical' }),
    ]
    expect(of(editions, [1])).toEqual({ ruling: 'of 1', carriedFrom: 1, leftBehind: null })
    expect(of([...editions].reverse(), [1, 2])).toMatchObject({ ruling: 'of 2', carriedFrom: 2 })
    expect(of(editions, [1, 3])).toEqual({ ruling: 'of 3', carriedFrom: null, leftBehind: null })
    expect(of(editions, [])).toEqual({ ruling: null, carriedFrom: null, leftBehind: null })
  })

  it.each<[string, Partial<Rule>]>([
    ['a period', { periods: [{ when: null, min: eight, max: eight }] }],
    ['a unit', { periods: [{ when: null, min: { ...eight, amount: 7, unit: 'working_day' }, max: eight }] }],
    ['an article', { article: { text: 'Aliens Act, art. 74/15', status: 'to_confirm' } }],
    ['no article', { article: null }],
    ['a first day', { start: 'included' }],
    ['a free last day', { roll: 'forward' }],
    ['a fact', { when: { all: ['detained'], any: [], none: [], notAll: [] } }],
    ['a day from which it holds', { validFrom: '2026-06-12' }],
  ])('is left behind by another %s, and comes back by no later edition', (_, change) => {
    const left = { ruling: null, carriedFrom: null, leftBehind: 1 }
    expect(of([edition(1), edition(2), edition(3, change)], [1])).toEqual(left)
    expect(of([edition(1), edition(2, change), edition(3)], [1])).toEqual(left)
  })
})

describe('a critical deadline', () => {
  const at = (remindOn: string | null, severity: 'critical' | 'high' = 'critical') =>
    isLoud({ severity, dueOn: null, remindOn }, '2026-11-25')

  it('is red when its day is near, past or not known, and no other deadline is', () => {
    expect([at('2026-12-09'), at('2026-11-25'), at('2026-11-01'), at(null)]).toEqual([true, true, true, true])
    expect([at('2026-12-10'), at('2026-11-25', 'high'), at(null, 'high')]).toEqual([false, false, false])
  })

  it('goes by the day that reminds, which is never the later one', () => {
    expect(isLoud({ severity: 'critical', dueOn: '2026-12-10', remindOn: '2026-12-09' }, '2026-11-25')).toBe(
      true,
    )
  })
})
