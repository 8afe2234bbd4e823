import { describe, expect, it } from 'vitest'
import { STATES as ASYLUM_STATES } from '@/lib/asylum/state.rules'
import { STATES as GUARDIANSHIP_STATES } from '@/lib/guardianship/state.rules'
import rules from '@/prisma/reference/be/deadline-rules.json'
import { asylumSteps, detentionSteps, guardianshipSteps, lawOf } from './next-step.rules'

const HELD = ['noOrder', 'held', 'orderRunOut', 'releaseOrdered', 'gone', 'ended'] as const
const every = [
  ...ASYLUM_STATES.codes.flatMap(asylumSteps),
  ...GUARDIANSHIP_STATES.codes.flatMap(guardianshipSteps),
  ...HELD.flatMap((state) =>
    (['now', 'waiting', 'after', 'dayNotExact'] as const).flatMap((slot) => detentionSteps(state, slot)),
  ),
]
const shipped = rules.rows.map(({ code, regime }) => ({ code, regime }))

describe('what may come next', () => {
  it('names only rules that the table of deadlines has', () => {
    const known = new Set(shipped.map(({ code }) => code))
    expect(every.flatMap((step) => step.rules.filter((code) => !known.has(code)))).toEqual([])
  })

  it('names the rule of the law of the file, and of no other one', () => {
    const [registration] = asylumSteps('made')
    if (registration === undefined) throw new Error('no step')
    expect(lawOf(registration, shipped, 'PRE_PACT')?.code).toBe('REG_IO')
    expect(lawOf(registration, shipped, 'PACT')?.code).toBe('PACT_REGISTER')
    expect(lawOf(registration, shipped, null)).toBeNull()
    // Outside of both laws a rule holds whatever the file says.
    const [, order] = asylumSteps('refused')
    expect(order && lawOf(order, shipped, null)?.code).toBe('ORDER_TO_LEAVE')
  })

  it('is a petition for a person who is held, and its decision while one waits', () => {
    expect(detentionSteps('held', 'now').map(({ kind }) => kind)).toContain('petition_filed')
    expect(detentionSteps('held', 'after').map(({ kind }) => kind)).toContain('petition_filed')
    expect(detentionSteps('held', 'waiting').map(({ kind }) => kind)).not.toContain('petition_filed')
    expect(detentionSteps('held', 'waiting').map(({ kind }) => kind)).toContain('petition_decided')
    expect(detentionSteps('ended', 'after')).toEqual([])
  })
})
