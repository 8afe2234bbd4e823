import { describe, expect, it } from 'vitest'
import { LEAST_TIMES } from '@/tests/support/least-times'
import { ASKED, FILES, namedFacts, pairsOf, RULES, threes, walk } from '@/tests/support/silence-walk'
import type { EventCode, Fact } from './vocabulary.rules'

/** Every pair of the facts that a rule of the event names; with every pair of all facts it is tests/stress/silence.test.ts. */
const named = (event: EventCode): readonly (readonly Fact[])[] => pairsOf(namedFacts(event))

describe('the walk over events, laws, days and facts', () => {
  it('meets every rule that starts a deadline', () => {
    const stated = new Set(LEAST_TIMES.map(({ event, family }) => `${event} ${family}`))
    expect(RULES.map(({ event, family }) => `${event} ${family}`).filter((one) => !stated.has(one))).toEqual(
      [],
    )
  })

  it('finds silence nowhere', () => {
    expect(walk(RULES, ASKED, named).slice(0, 20)).toEqual([])
  }, 60_000)

  it('turns red when any one rule is taken away', () => {
    const some = FILES.filter(({ lodgedOn, registeredOn }) => lodgedOn !== null && registeredOn !== null)
    const unseen = RULES.filter((rule) => {
      const others = RULES.filter((one) => one.event === rule.event && one !== rule)
      return (
        walk(
          others,
          [rule.event],
          (event) => threes(namedFacts(event)),
          some.slice(0, 1).concat(some.slice(-1)),
        ).length === 0
      )
    })
    expect(unseen.map(({ code }) => code)).toEqual([])
  }, 60_000)
})
