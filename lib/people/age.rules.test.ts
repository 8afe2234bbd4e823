import { describe, expect, it } from 'vitest'
import {
  type AgeBasis,
  type AgeClaim,
  ageOn,
  ageRange,
  type Born,
  bornInYear,
  bornWhenAged,
  bornWhenAgedBetween,
  isFirstOfJanuary,
  minority,
} from './age.rules'

const claim = (basis: AgeBasis, born: Born, asOf = '2026-11-24'): AgeClaim => ({
  basis,
  ageYears: null,
  asOf,
  ...born,
})
const says = (age: number) => claim('said', bornWhenAged(age, '2026-10-07'), '2026-10-07')

describe('days of birth', () => {
  it.each([
    { intention: 'an ordinary day', age: 17, asOf: '2026-10-07', from: '2008-10-08', to: '2009-10-07' },
    { intention: 'the last of the year', age: 17, asOf: '2026-12-31', from: '2009-01-01', to: '2009-12-31' },
    { intention: 'a leap day', age: 17, asOf: '2028-02-29', from: '2010-03-01', to: '2011-02-28' },
    { intention: 'a newborn', age: 0, asOf: '2026-10-07', from: '2025-10-08', to: '2026-10-07' },
  ])('an age said on $intention leaves exactly one year', ({ age, asOf, from, to }) => {
    const born = bornWhenAged(age, asOf)
    expect(born).toEqual({ bornEarliest: from, bornLatest: to })
    expect(ageOn(from, asOf)).toBe(age)
    expect(ageOn(to, asOf)).toBe(age)
  })

  it('an age between two bounds reaches from the older to the younger', () => {
    expect(bornWhenAgedBetween(15, 17, '2026-10-07')).toEqual({
      bornEarliest: '2008-10-08',
      bornLatest: '2011-10-07',
    })
  })

  it('a year of birth stays a year and is no first of January', () => {
    expect(bornInYear(2009)).toEqual({ bornEarliest: '2009-01-01', bornLatest: '2009-12-31' })
    expect(isFirstOfJanuary(claim('document', bornInYear(2009)))).toBe(false)
    expect(
      isFirstOfJanuary(claim('document', { bornEarliest: '2009-01-01', bornLatest: '2009-01-01' })),
    ).toBe(true)
  })

  it('who was born on a leap day has her birthday on 1 March', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })

  it('grows older: 17 said in October is 17 or 18 a month later', () => {
    expect(ageRange(says(17), '2026-10-07')).toEqual({ from: 17, to: 17 })
    expect(ageRange(says(17), '2026-11-24')).toEqual({ from: 17, to: 18 })
  })
})

describe('is this a child?', () => {
  const silent: AgeClaim = {
    basis: 'declined',
    ageYears: null,
    asOf: '2026-10-07',
    bornEarliest: null,
    bornLatest: null,
  }
  it.each([
    { intention: 'nothing asked', claims: [], status: 'unknown', treated: false },
    { intention: 'asked and not told', claims: [silent], status: 'unknown', treated: false },
    { intention: 'says 15', claims: [says(15)], status: 'yes', treated: true },
    { intention: 'says 30', claims: [says(30)], status: 'no', treated: false },
    {
      intention: 'says 16, the authority says 21',
      claims: [claim('authority', bornWhenAged(21, '2026-11-01')), says(16)],
      status: 'disputed',
      treated: true,
    },
    {
      intention: 'says 30, a paper says 15',
      claims: [says(30), claim('document', bornInYear(2011))],
      status: 'disputed',
      treated: true,
    },
    {
      intention: 'an estimate on both sides of eighteen',
      claims: [claim('estimate', bornWhenAgedBetween(16, 19, '2026-11-24'))],
      status: 'unknown',
      treated: true,
    },
  ])('$intention: $status', ({ claims, status, treated }) => {
    expect(minority(claims, '2026-11-24')).toMatchObject({ status, treatedAsMinor: treated })
  })

  it('names the claim that protects most, in whatever order they came', () => {
    const authority = claim('authority', bornWhenAged(21, '2026-11-01'))
    expect(minority([authority, says(16)], '2026-11-24').because?.basis).toBe('said')
    expect(minority([says(16), authority], '2026-11-24').because?.basis).toBe('said')
  })

  it('is no child any more from the eighteenth birthday on', () => {
    const exact = claim('document', { bornEarliest: '2008-11-24', bornLatest: '2008-11-24' })
    expect(minority([exact], '2026-11-23').status).toBe('yes')
    expect(minority([exact], '2026-11-24').status).toBe('no')
  })
})
