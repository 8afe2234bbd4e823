import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/shared/dates'
import {
  hearsAs,
  type Recipient,
  type RecipientRole,
  type Reminded,
  remindersOf,
  stageOn,
} from './reminder.rules'

const NONE = { days: [], months: [] }
const high: Reminded = { severity: 'high', remind: NONE, remindOn: '2026-12-24', knownOn: '2026-11-24' }
const critical: Reminded = { ...high, severity: 'critical' }

describe('the stage of a deadline on a day', () => {
  it.each<{ intention: string; of: Reminded; on: string; as: readonly Recipient[]; is: string | null }>([
    { intention: 'none before the first', of: high, on: '2026-12-09', as: ['worker'], is: null },
    { intention: 'the day itself', of: high, on: '2026-12-10', as: ['worker'], is: '2026-12-10' },
    { intention: 'the last one, days later', of: high, on: '2026-12-14', as: ['worker'], is: '2026-12-10' },
    { intention: 'nothing for a coordinator yet', of: high, on: '2026-12-14', as: ['coordinator'], is: null },
    {
      intention: 'a coordinator two days before',
      of: high,
      on: '2026-12-23',
      as: ['coordinator'],
      is: '2026-12-22',
    },
    { intention: 'the last day', of: critical, on: '2026-12-24', as: ['worker'], is: '2026-12-24' },
    { intention: 'each day after it', of: high, on: '2026-12-27', as: ['coordinator'], is: '2026-12-27' },
    { intention: 'nothing for nobody', of: critical, on: '2026-12-24', as: [], is: null },
  ])('$intention', ({ of, on, as, is }) => {
    expect(stageOn(of, on, as)).toBe(is)
  })

  it('an organisation that sleeps any days says the same last stage as one that never sleeps, and no stage twice', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-11-24', days))
    fc.assert(
      fc.property(
        fc.constantFrom(high, critical, { ...high, severity: 'normal' as const }),
        fc.subarray<Recipient>(['worker', 'deputy', 'coordinator'], { minLength: 1 }),
        fc.array(day, { minLength: 1, maxLength: 12 }),
        (of, as, days) => {
          const said: string[] = []
          for (const today of [...days].sort()) {
            const stage = stageOn(of, today, as)
            if (stage !== null && (said.at(-1) ?? '') < stage) said.push(stage)
          }
          const last = [...days].sort().at(-1) ?? ''
          expect(new Set(said).size).toBe(said.length)
          expect(said.at(-1) ?? null).toBe(stageOn(of, last, as))
          const known = new Set(remindersOf(of).map(({ on }) => on))
          for (const stage of said) expect(known.has(stage) || stage > of.remindOn).toBe(true)
        },
      ),
    )
  })
})

describe('as whom someone hears of a file', () => {
  it.each<{ intention: string; own: RecipientRole[]; all: RecipientRole[]; is: readonly Recipient[] }>([
    { intention: 'the worker as worker', own: ['worker'], all: ['worker', 'coordinator'], is: ['worker'] },
    {
      intention: 'a deputy stands in for the worker',
      own: ['deputy'],
      all: ['deputy', 'worker'],
      is: ['deputy', 'worker'],
    },
    { intention: 'a member beside a worker does not', own: ['member'], all: ['member', 'worker'], is: [] },
    {
      intention: 'without worker and deputy everybody hears',
      own: ['member'],
      all: ['member', 'coordinator'],
      is: ['worker', 'deputy', 'coordinator'],
    },
    {
      intention: 'who is both hears as both',
      own: ['worker', 'coordinator'],
      all: ['worker', 'coordinator'],
      is: ['worker', 'coordinator'],
    },
  ])('$intention', ({ own, all, is }) => {
    expect(hearsAs(own, all)).toEqual(is)
  })
})
