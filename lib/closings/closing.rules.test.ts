import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isClosed } from '@/lib/cases/case.rules'
import { toDay } from '@/lib/shared/dates'
import {
  inOrderOfDay,
  LEFT_KINDS,
  LEFT_REASONS,
  REOPENED_STATUS,
  statusFor,
  stillOpen,
  toKey,
  unanswered,
} from './closing.rules'

describe('the status of a closed file', () => {
  it.each([
    ['referred', 'closed_referred'],
    ['duplicate', 'duplicate'],
    ['goal_reached', 'closed'],
    ['other', 'closed'],
  ])('for %s is %s, and is one of those in which no one works', (reason, status) => {
    expect(statusFor(reason)).toBe(status)
    expect(isClosed(statusFor(reason))).toBe(true)
  })
  it('a file that is opened again is not closed', () => {
    expect(isClosed(REOPENED_STATUS)).toBe(false)
  })
})

describe('the order of what is open', () => {
  it('has signals first, then the nearest day, and last what has none', () => {
    const things = [
      { kind: 'deadline', on: toDay(new Date('2028-04-05')) },
      { kind: 'goal', on: null },
      { kind: 'signal', on: null },
      { kind: 'step', on: toDay(new Date('2026-12-14')) },
      { kind: 'plan', on: toDay(new Date('2026-12-10')) },
    ] as const
    expect(inOrderOfDay(things).map(({ kind }) => kind)).toEqual([
      'signal',
      'plan',
      'step',
      'deadline',
      'goal',
    ])
  })
})

describe('what stays open', () => {
  const thing = fc.record({ kind: fc.constantFrom(...LEFT_KINDS.codes), ref: fc.constantFrom('a', 'b', 'c') })
  const open = fc.uniqueArray(thing, { selector: toKey })
  const answers = fc.dictionary(thing.map(toKey), fc.constantFrom('' as const, ...LEFT_REASONS.codes))

  it('is answered or asked for again, and no answer stands for what is not open', () => {
    fc.assert(
      fc.property(open, answers, (things, said) => {
        const { asked, isNew } = unanswered(things, said)
        const kept = stillOpen(things, said).map(toKey)
        expect(things.map(toKey)).toEqual(expect.arrayContaining(kept))
        for (const one of things) {
          const isKept = kept.includes(toKey(one))
          expect(isKept || isNew || asked.includes(one)).toBe(true)
          expect(isKept).toBe((said[toKey(one)] ?? '') !== '')
        }
      }),
    )
  })

  it('a task does not answer for a deadline of the same id, and what is new is told apart', () => {
    expect(unanswered([{ kind: 'deadline', ref: 'a' }], { task_a: 'notNeeded' })).toEqual({
      asked: [],
      isNew: true,
    })
    expect(unanswered([{ kind: 'deadline', ref: 'a' }], { deadline_a: '' })).toEqual({
      asked: [{ kind: 'deadline', ref: 'a' }],
      isNew: false,
    })
  })
})
