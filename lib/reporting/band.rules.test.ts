import { describe, expect, it } from 'vitest'
import { rows } from '@/prisma/reference/be/deadline-rules.json'
import { BANDS_UNSEEN, DEADLINE_KINDS, OPEN_FOR } from './band.rules'
import { VALUES } from './dimension.rules'

describe('the kinds of deadlines', () => {
  it('know the family of every rule by which we act or have to be somewhere, and no other', () => {
    const ours = rows.filter(({ meaning }) => meaning === 'act' || meaning === 'attend')
    expect(Object.keys(DEADLINE_KINDS).sort()).toEqual([...new Set(ours.map(({ family }) => family))].sort())
  })
  it('are the values that have words, as the bands are', () => {
    expect([...VALUES.deadline.codes].sort()).toEqual([...new Set(Object.values(DEADLINE_KINDS))].sort())
    expect(VALUES.unseen.codes).toEqual(BANDS_UNSEEN.map(([band]) => band))
    expect(VALUES.open_for.codes).toEqual(OPEN_FOR.map(([band]) => band))
  })
})

describe('the bands of days', () => {
  it('follow one another without a day between', () => {
    for (const [at, [, , highest]] of BANDS_UNSEEN.slice(0, -1).entries())
      expect(BANDS_UNSEEN[at + 1]?.[1]).toBe(highest + 1)
  })
})
