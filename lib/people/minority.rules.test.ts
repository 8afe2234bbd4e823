import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDay } from '../../tests/support/given/when'
import { AGE_BASES, type AgeClaim, type AgeWhat, ageRange, makeAgeClaim } from './age.rules'
import { minority } from './minority.rules'

const TODAY = '2026-11-24'
const claim = (basis: AgeClaim['basis'], what: AgeWhat | null, asOf = TODAY): AgeClaim =>
  makeAgeClaim({ basis, what, asOf })
const age = (from: number, to = from): AgeWhat => ({ form: 'age', from, to })
const says = (years: number) => claim('said', age(years), '2026-10-07')
const born = (when: string): AgeWhat => ({ form: 'born', when, text: when })

const anyWhat: fc.Arbitrary<AgeWhat> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 4 }))
    .map(([from, more]): AgeWhat => age(from, from + more)),
  fc
    .tuple(fc.integer({ min: 100, max: 300 }), fc.integer({ min: 0, max: 40 }))
    .map(([tenths, margin]): AgeWhat => ({ form: 'tested', tenths, margin })),
  fc.integer({ min: 1990, max: 2020 }).map((year): AgeWhat => born(`${year}~`)),
)
const anyClaim = fc
  .tuple(fc.constantFrom(...AGE_BASES.codes), anyWhat, anyDay)
  .map(([basis, what]) => claim(basis, what))

describe('is this a child?', () => {
  it.each([
    { intention: 'nothing asked', claims: [], status: 'unknown', treated: false, code: 'notAsked' },
    {
      intention: 'asked and not told',
      claims: [claim('declined', null)],
      status: 'unknown',
      treated: false,
      code: 'noAnswer',
    },
    { intention: 'says 15', claims: [says(15)], status: 'yes', treated: true, code: 'allMinor' },
    { intention: 'says 30', claims: [says(30)], status: 'no', treated: false, code: 'allAdult' },
    {
      intention: 'says 16, the authority says 21',
      claims: [claim('authority', age(21)), says(16)],
      status: 'disputed',
      treated: true,
      code: 'differ',
    },
    {
      intention: 'says 30, a paper says 2011',
      claims: [says(30), claim('document', born('2011'))],
      status: 'disputed',
      treated: true,
      code: 'differ',
    },
    {
      intention: 'an estimate on both sides of eighteen',
      claims: [claim('estimate', age(16, 19))],
      status: 'unknown',
      treated: true,
      code: 'bothSides',
    },
    {
      intention: 'a test of 18.7 ± 1.6',
      claims: [claim('test', { form: 'tested', tenths: 187, margin: 16 })],
      status: 'unknown',
      treated: true,
      code: 'lowestOfTest',
    },
    {
      intention: 'a test of 20.0 ± 2.0, at its lowest exactly eighteen',
      claims: [claim('test', { form: 'tested', tenths: 200, margin: 20 })],
      status: 'no',
      treated: false,
      code: 'allAdult',
    },
    {
      intention: 'a test of 20.0 ± 2.1 and says 17',
      claims: [claim('test', { form: 'tested', tenths: 200, margin: 21 }), says(16)],
      status: 'yes',
      treated: true,
      code: 'allMinor',
    },
  ])('$intention: $status', ({ claims, status, treated, code }) => {
    expect(minority(claims, TODAY)).toMatchObject({ status, treatedAsMinor: treated, reason: { code } })
  })

  it('names the claim that protects most, in whatever order they came', () => {
    const authority = claim('authority', age(21))
    expect(minority([authority, says(16)], TODAY).because?.basis).toBe('said')
    expect(minority([says(16), authority], TODAY)).toMatchObject({
      because: { basis: 'said' },
      reason: { code: 'differ', basis: 'said', from: 16, against: 'authority' },
    })
  })

  it('is no child any more from the eighteenth birthday on', () => {
    const exact = claim('document', born('2008-11-24'))
    expect(minority([exact], '2026-11-23').status).toBe('yes')
    expect(minority([exact], '2026-11-24').status).toBe('no')
    const leap = claim('document', born('2008-02-29'))
    expect(minority([leap], '2026-02-28').status).toBe('yes')
    expect(minority([leap], '2026-03-01').status).toBe('no')
  })

  it('treats as a child exactly the one whom one claim leaves under eighteen', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 5 }), (claims) => {
        const may = claims.some((one) => (ageRange(one, TODAY)?.from ?? 18) < 18)
        expect(minority(claims, TODAY).treatedAsMinor).toBe(may)
      }),
    )
  })

  it('one more claim never takes protection away, and their order says nothing', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 4 }), anyClaim, (claims, more) => {
        const [before, after] = [minority(claims, TODAY), minority([...claims, more], TODAY)]
        if (before.treatedAsMinor) expect(after.treatedAsMinor).toBe(true)
        const turned = minority([more, ...claims], TODAY)
        expect({ ...turned, because: null, reason: null }).toEqual({ ...after, because: null, reason: null })
        expect(turned.because?.bornLatest).toBe(after.because?.bornLatest)
      }),
    )
  })

  it('says yes and no only where no claim leaves the other open', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 4 }), (claims) => {
        const { status } = minority(claims, TODAY)
        const ranges = claims.flatMap((one) => ageRange(one, TODAY) ?? [])
        if (status === 'no') expect(ranges.every(({ from }) => from >= 18)).toBe(true)
        if (status === 'yes') expect(ranges.every(({ from }) => from < 18)).toBe(true)
        if (status === 'disputed')
          expect([ranges.some(({ from }) => from < 18), ranges.some(({ from }) => from >= 18)]).toEqual([
            true,
            true,
          ])
      }),
    )
  })
})
