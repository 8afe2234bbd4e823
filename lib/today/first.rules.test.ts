import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RANKS } from '@/lib/cases/danger.rules'
import { byUrgency, FIRSTS, firstTierOf, groupFirsts, type Ranked, URGENCIES } from './first.rules'

const first = (key: string, change: Partial<Ranked> = {}): Ranked => ({
  kind: 'step',
  urgency: 'due',
  on: '2026-11-20',
  key,
  ...change,
})
const keys = (firsts: readonly Ranked[]) => firsts.map(({ key }) => key)

describe('what stands first', () => {
  it('is danger, then what is due the longest, then the newest', () => {
    const some = [
      first('noted yesterday', { kind: 'signal', urgency: 'new', on: '2026-11-23' }),
      first('due today', { on: '2026-11-24' }),
      first('noted last week', { kind: 'signal', urgency: 'new', on: '2026-11-17' }),
      first('danger since yesterday', { kind: 'signal', urgency: 'critical', on: '2026-11-23' }),
      first('a task four days late', { kind: 'task' }),
      first('danger for a week', { kind: 'signal', urgency: 'critical', on: '2026-11-17' }),
      first('a visit four days ago', { kind: 'visit' }),
      first('an account that waits', { kind: 'account', urgency: 'decide', on: null }),
      first('unseen, at low risk', { kind: 'unseen', urgency: 'unseenLow', on: '2026-11-01' }),
      first('unseen, at high risk', { kind: 'unseen', urgency: 'unseenHigh', on: '2026-11-22' }),
      first('a child held', { kind: 'signal', urgency: 'seriousFirst', on: '2026-11-01' }),
      first('a missing child', { kind: 'missing', urgency: 'missing', on: '2026-11-01' }),
      first('a flight today', { kind: 'removal', urgency: 'removal', on: '2026-11-24' }),
      first('an appeal today', { kind: 'deadline', urgency: 'act', on: '2026-11-24' }),
    ]
    expect(keys([...some].sort(byUrgency))).toEqual([
      'danger for a week',
      'danger since yesterday',
      'a missing child',
      'an appeal today',
      'a flight today',
      'a child held',
      'an account that waits',
      'unseen, at high risk',
      'unseen, at low risk',
      'a visit four days ago',
      'a task four days late',
      'due today',
      'noted yesterday',
      'noted last week',
    ])
  })

  it('has the ranks of danger in their one order; only what is overdue is said by its day', () => {
    const said = RANKS.codes.filter((rank) => rank !== 'overdue' && rank !== 'rest')
    const ranks: readonly string[] = said
    expect(URGENCIES.codes.filter((urgency) => ranks.includes(urgency))).toEqual(said)
  })

  it('loses nothing, puts no danger away, and shows the first of every group', () => {
    const ranked = fc.record({
      kind: fc.constantFrom(...FIRSTS.codes),
      urgency: fc.constantFrom(...URGENCIES.codes),
      on: fc.constantFrom(null, '2026-11-20', '2026-11-24'),
      key: fc.uuid(),
    })
    fc.assert(
      fc.property(fc.array(ranked, { maxLength: 30 }), (firsts) => {
        const groups = groupFirsts(firsts)
        const [shown, rest] = [groups.flatMap((one) => one.shown), groups.flatMap((one) => one.rest)]
        // One order from the first row to the last, groups and all.
        expect(keys(groups.flatMap((one) => [...one.shown, ...one.rest]))).toEqual(
          keys([...firsts].sort(byUrgency)),
        )
        expect(
          rest.filter(({ urgency }) => !['unseen', 'due', 'new'].includes(firstTierOf(urgency))),
        ).toEqual([])
        for (const group of groups) expect(group.shown.length).toBeGreaterThan(0)
        if (rest.length > 0) expect(shown.length).toBeGreaterThanOrEqual(11)
      }),
    )
  })

  it('shares the room of a full screen, so that a long group hides no other', () => {
    const many = (count: number, urgency: Ranked['urgency']) =>
      Array.from({ length: count }, (_, n) => first(`${urgency} ${String(n).padStart(2, '0')}`, { urgency }))
    const shown = groupFirsts([
      ...many(3, 'critical'),
      ...many(17, 'unseenLow'),
      ...many(9, 'due'),
      ...many(1, 'new'),
    ]).map((group) => [group.tier, group.shown.length, group.rest.length])
    expect(shown).toEqual([
      ['danger', 3, 0],
      ['unseen', 4, 13],
      ['due', 3, 6],
      ['new', 1, 0],
    ])
  })
})
