import { describe, expect, it } from 'vitest'
import type { Day } from '@/lib/shared/dates'
import { isMovedByLaw } from './moved.rules'
import type { Step } from './step.rules'

const words = {
  event: 'transfer_accepted',
  notification: null,
  facts: [],
  lodgedOn: '2026-07-10',
} as const
const begun = (registeredOn: Day | null) => ({
  rows: new Set(['row']),
  trigger: { ...words, registeredOn, on: '2026-10-20', at: null },
  letter: null,
})
const written = (registeredOn: Day | null, steps: readonly Step[]) => ({
  ...words,
  registeredOn,
  explanation: { computation: { steps } },
  causeRef: 'row',
  family: 'dublin_transfer',
  happenedOn: '2026-10-20',
  happenedAt: null,
  letterOn: null,
  letterAmount: null,
  letterUnit: null,
})
const asked: Step = { code: 'registered', regime: 'PACT', registeredOn: null }
const lodged: Step = { code: 'regime', regime: 'PRE_PACT', lodgedOn: '2026-07-10' }

describe('a deadline that no rule counts any more', () => {
  it.each<[string, Day | null, readonly Step[], Day | null, boolean]>([
    ['the same registration', '2026-06-20', [asked], '2026-06-20', true],
    ['another registration', '2026-06-19', [asked], '2026-06-20', false],
    ['a registration that became known', null, [asked], '2026-06-20', false],
    ['none, written before it was asked for', null, [lodged], '2026-06-20', true],
    ['one that is not on record any more', '2026-06-20', [asked], null, false],
  ])('is left behind by the law, and not by the record: %s', (_, was, steps, now, isLaw) => {
    expect(isMovedByLaw(written(was, steps), [begun(now)], [])).toBe(isLaw)
  })
})
