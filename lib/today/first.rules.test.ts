import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency, FIRSTS, type Ranked, splitFirsts, URGENCIES } from './first.rules'

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
      'a visit four days ago',
      'a task four days late',
      'due today',
      'noted yesterday',
      'noted last week',
    ])
  })

  it('loses nothing, and puts no danger away', () => {
    const ranked = fc.record({
      kind: fc.constantFrom(...FIRSTS.codes),
      urgency: fc.constantFrom(...URGENCIES.codes),
      on: fc.constantFrom(null, '2026-11-20', '2026-11-24'),
      key: fc.uuid(),
    })
    fc.assert(
      fc.property(fc.array(ranked, { maxLength: 20 }), (firsts) => {
        const { shown, rest } = splitFirsts(firsts)
        expect([...keys(shown), ...keys(rest)].sort()).toEqual(keys(firsts).sort())
        expect(rest.filter(({ urgency }) => urgency !== 'due' && urgency !== 'new')).toEqual([])
        if (rest.length > 0) expect(shown.length).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})
