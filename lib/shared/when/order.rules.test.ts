import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDay, anyKnownWhen, anyWhen } from '../../../tests/support/given/when'
import { compareWhen, fitsRange, isSurelyBefore, isWithin } from './order.rules'
import { boundsOf, isKnown, readWhenCode, type When } from './when.rules'

const sign = Math.sign

describe('before and after', () => {
  it('is an order: of two dates at most one is surely before, and before passes on', () => {
    fc.assert(
      fc.property(anyKnownWhen, anyKnownWhen, anyKnownWhen, (a, b, c) => {
        expect(isSurelyBefore(a, b) && isSurelyBefore(b, a)).toBe(false)
        expect(isSurelyBefore(a, a)).toBe(false)
        if (isSurelyBefore(a, b) && isSurelyBefore(b, c)) expect(isSurelyBefore(a, c)).toBe(true)
      }),
    )
  })

  it('the order of lists is total, says the same twice, and never contradicts what is sure', () => {
    fc.assert(
      fc.property(anyWhen, anyWhen, anyWhen, (a, b, c) => {
        expect(sign(compareWhen(a, b))).toBe(-sign(compareWhen(b, a)) + 0)
        if (compareWhen(a, b) <= 0 && compareWhen(b, c) <= 0) expect(compareWhen(a, c)).toBeLessThanOrEqual(0)
        if (compareWhen(a, b) === 0) expect(a).toEqual(b)
        if (isKnown(a) && isKnown(b) && isSurelyBefore(a, b)) expect(compareWhen(a, b)).toBeLessThan(0)
      }),
    )
  })

  it('what has no date stands at the end whichever way the list runs', () => {
    const list: (When | null)[] = [
      null,
      readWhenCode('2010'),
      readWhenCode('declined'),
      readWhenCode('2009-03'),
      readWhenCode('not_known'),
      readWhenCode('2009'),
    ]
    const codes = (isDown: boolean) =>
      [...list].sort((a, b) => compareWhen(a, b, isDown)).map((when) => when?.form ?? 'notAsked')
    expect(codes(false)).toEqual(['year', 'month', 'year', 'not_known', 'declined', 'notAsked'])
    expect(codes(true)).toEqual(['year', 'month', 'year', 'not_known', 'declined', 'notAsked'])
    expect([...list].sort((a, b) => compareWhen(a, b, true))[0]).toEqual({ form: 'year', year: 2010 })
  })
})

describe('within and in a range', () => {
  it('containment is an order, and what is within lies in every range that holds the outer', () => {
    fc.assert(
      fc.property(anyKnownWhen, anyKnownWhen, anyKnownWhen, (a, b, c) => {
        expect(isWithin(a, a)).toBe(true)
        if (isWithin(a, b) && isWithin(b, c)) expect(isWithin(a, c)).toBe(true)
        if (isWithin(a, b) && isWithin(b, a)) expect(boundsOf(a)).toEqual(boundsOf(b))
        const range = { from: boundsOf(b).earliest, to: boundsOf(b).latest }
        expect(fitsRange(a, range) === 'surely').toBe(isWithin(a, b))
      }),
    )
  })

  it('a range says surely, possibly or no, as a day by day look would', () => {
    fc.assert(
      fc.property(anyKnownWhen, anyDay, anyDay, (when, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const { earliest, latest } = boundsOf(when)
        const isIn = (day: string) => day >= from && day <= to
        const touches = isIn(earliest) || isIn(latest) || (earliest < from && latest > to)
        const fit = fitsRange(when, { from, to })
        expect(fit).toBe(!touches ? 'no' : isIn(earliest) && isIn(latest) ? 'surely' : 'possibly')
        if (fit === 'surely') expect(fitsRange(when, { from: null, to })).toBe('surely')
        expect(fitsRange(when, { from: null, to: null })).toBe('surely')
      }),
    )
  })

  it('a date no one knows is neither in nor out', () => {
    for (const when of [null, readWhenCode('not_known'), readWhenCode('declined')])
      expect(fitsRange(when, { from: '2009-01-01', to: null })).toBe('unknown')
  })
})
