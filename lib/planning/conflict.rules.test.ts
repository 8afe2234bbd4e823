import { describe, expect, it } from 'vitest'
import { findConflicts, type Surroundings } from './conflict.rules'

const around: Surroundings = {
  closures: [{ from: '2026-12-11', until: '2026-12-12', reason: 'works' }],
  accreditations: {
    anna: [{ from: '2026-01-01', until: '2026-12-31' }],
    ben: [{ from: '2026-01-01', until: '2026-10-02' }],
    cleo: [{ from: '2027-01-01', until: '2027-12-31' }],
  },
  others: [
    { id: 'other', onDate: '2026-12-03', centre: 'vottem', visitors: ['anna'] },
    { id: 'self', onDate: '2026-12-04', centre: 'merksplas', visitors: ['anna'] },
  ],
}
const kindsOf = (plan: { id?: string; onDate: string; visitors: readonly string[] }) =>
  findConflicts({ id: plan.id ?? null, centre: 'merksplas', ...plan }, around).map(({ kind }) => kind)

describe('what speaks against a plan', () => {
  it.each([
    { intention: 'nothing', plan: { onDate: '2026-12-01', visitors: ['anna'] }, kinds: [] },
    {
      intention: 'the first day of a closure',
      plan: { onDate: '2026-12-11', visitors: ['anna'] },
      kinds: ['closed'],
    },
    { intention: 'its last day', plan: { onDate: '2026-12-12', visitors: ['anna'] }, kinds: ['closed'] },
    { intention: 'the day after', plan: { onDate: '2026-12-13', visitors: ['anna'] }, kinds: [] },
    {
      intention: 'a legal holiday',
      plan: { onDate: '2026-12-25', visitors: ['anna'] },
      kinds: ['holiday'],
    },
    {
      intention: 'an expired badge',
      plan: { onDate: '2026-12-01', visitors: ['ben'] },
      kinds: ['unaccredited'],
    },
    {
      intention: 'a badge of next year',
      plan: { onDate: '2026-12-01', visitors: ['cleo'] },
      kinds: ['unaccredited'],
    },
    { intention: 'no badge', plan: { onDate: '2026-12-01', visitors: ['dora'] }, kinds: ['unaccredited'] },
    {
      intention: 'somebody in two places',
      plan: { onDate: '2026-12-03', visitors: ['anna'] },
      kinds: ['elsewhere'],
    },
    { intention: 'no visitors', plan: { onDate: '2026-12-01', visitors: [] }, kinds: ['noVisitors'] },
    {
      intention: 'the same centre twice',
      plan: { onDate: '2026-12-04', visitors: ['anna'] },
      kinds: ['twice'],
    },
    {
      intention: 'the plan itself is no second one',
      plan: { id: 'self', onDate: '2026-12-04', visitors: ['anna'] },
      kinds: [],
    },
  ])('$intention', ({ plan, kinds }) => {
    expect(kindsOf(plan)).toEqual(kinds)
  })

  it('names the day a badge ended', () => {
    const [found] = findConflicts(
      { id: null, centre: 'merksplas', onDate: '2026-12-01', visitors: ['ben'] },
      around,
    )
    expect(found).toEqual({
      kind: 'unaccredited',
      staffId: 'ben',
      current: { kind: 'expired', until: '2026-10-02' },
    })
  })
})
