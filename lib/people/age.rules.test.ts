import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf, whenCode } from '@/lib/shared/when/when.rules'
import { anyDay, anyKnownWhen } from '../../tests/support/given/when'
import { addDays } from '../shared/dates'
import {
  ageOn,
  ageRange,
  birthdayOf,
  bornWhenAged,
  bornWhenTested,
  majorityOf,
  makeAgeClaim,
} from './age.rules'

const anyAge = fc.integer({ min: 0, max: 100 })

describe('days of birth', () => {
  it.each([
    { intention: 'an ordinary day', age: 17, asOf: '2026-10-07', from: '2008-10-08', to: '2009-10-07' },
    { intention: 'the last of the year', age: 17, asOf: '2026-12-31', from: '2009-01-01', to: '2009-12-31' },
    { intention: 'a leap day', age: 17, asOf: '2028-02-29', from: '2010-03-01', to: '2011-02-28' },
    { intention: 'a newborn', age: 0, asOf: '2026-10-07', from: '2025-10-08', to: '2026-10-07' },
  ])('an age said on $intention leaves exactly one year', ({ age, asOf, from, to }) => {
    expect(bornWhenAged(age, asOf)).toEqual({ bornEarliest: from, bornLatest: to })
  })

  it('an age holds all births of that age and no other', () => {
    fc.assert(
      fc.property(anyAge, anyDay, (age, asOf) => {
        const { bornEarliest, bornLatest } = bornWhenAged(age, asOf)
        expect([ageOn(bornEarliest, asOf), ageOn(bornLatest, asOf)]).toEqual([age, age])
        expect(ageOn(addDays(bornEarliest, -1), asOf)).toBe(age + 1)
        expect(ageOn(addDays(bornLatest, 1), asOf)).toBe(age - 1)
      }),
    )
  })

  it('one is a year older from the birthday on, and not the day before', () => {
    fc.assert(
      fc.property(anyDay, anyAge, (born, age) => {
        const birthday = birthdayOf(born, age)
        expect(ageOn(born, birthday)).toBe(age)
        expect(ageOn(born, addDays(birthday, -1))).toBe(age - 1)
      }),
    )
    expect(birthdayOf('2008-02-29', 18)).toBe('2026-03-01')
    expect(birthdayOf('2008-02-29', 20)).toBe('2028-02-29')
  })

  it.each([
    { what: '18.7 ± 1.6', tenths: 187, margin: 16, from: '2006-06-15', to: '2009-08-28' },
    { what: '17.0 ± 0', tenths: 170, margin: 0, from: '2009-10-03', to: '2009-10-03' },
    { what: '0.5 ± 1.0', tenths: 5, margin: 10, from: '2025-04-03', to: '2026-10-03' },
  ])('a test of $what reaches from its highest age to its lowest', ({ tenths, margin, from, to }) => {
    expect(bornWhenTested(tenths, margin, '2026-10-03')).toEqual({ bornEarliest: from, bornLatest: to })
  })

  it('a wider margin never excludes a birth that a narrower one allowed, and the lowest age is the floor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 99 }),
        anyDay,
        (tenths, margin, asOf) => {
          const [narrow, wide] = [
            bornWhenTested(tenths, margin, asOf),
            bornWhenTested(tenths, margin + 1, asOf),
          ]
          expect(narrow.bornEarliest <= narrow.bornLatest).toBe(true)
          expect(wide.bornEarliest <= narrow.bornEarliest && wide.bornLatest >= narrow.bornLatest).toBe(true)
          expect(ageOn(narrow.bornLatest, asOf)).toBe(Math.floor(Math.max(0, tenths - margin) / 10))
          expect(ageOn(narrow.bornEarliest, asOf)).toBeGreaterThanOrEqual(Math.floor((tenths + margin) / 10))
        },
      ),
    )
  })
})

describe('a claim', () => {
  it('of a date of birth has the days of that date, and a year is no first of January', () => {
    fc.assert(
      fc.property(anyKnownWhen, (when) => {
        const claim = makeAgeClaim({
          basis: 'document',
          what: { form: 'born', when: whenCode(when), text: 'x' },
          asOf: '2026-11-24',
        })
        const { earliest, latest } = boundsOf(when)
        expect(claim).toMatchObject({ bornEarliest: earliest, bornLatest: latest })
      }),
    )
  })

  it('of two ages reaches from the older to the younger', () => {
    const what = { form: 'age', from: 15, to: 17 } as const
    expect(makeAgeClaim({ basis: 'estimate', what, asOf: '2026-10-07' })).toMatchObject({
      bornEarliest: '2008-10-08',
      bornLatest: '2011-10-07',
    })
  })

  it('grows older: 17 said in October is 17 or 18 a month later', () => {
    const claim = bornWhenAged(17, '2026-10-07')
    expect(ageRange(claim, '2026-10-07')).toEqual({ from: 17, to: 17 })
    expect(ageRange(claim, '2026-11-24')).toEqual({ from: 17, to: 18 })
  })

  it('counts down to eighteen between two days, which are one for an exact birth', () => {
    expect(majorityOf(bornWhenAged(17, '2026-10-07'))).toEqual({
      earliest: '2026-10-08',
      latest: '2027-10-07',
    })
    expect(majorityOf({ bornEarliest: '2008-02-29', bornLatest: '2008-02-29' })).toEqual({
      earliest: '2026-03-01',
      latest: '2026-03-01',
    })
    expect(majorityOf({ bornEarliest: null, bornLatest: null })).toBeNull()
  })

  it('is of age on the last day of the countdown and not on the day before the first', () => {
    fc.assert(
      fc.property(anyKnownWhen, (when) => {
        const { earliest, latest } = boundsOf(when)
        const birth = { bornEarliest: earliest, bornLatest: latest }
        const at = majorityOf(birth)
        if (at === null) throw new Error('a birth without a countdown')
        expect(ageRange(birth, at.latest)?.from).toBe(18)
        expect(ageRange(birth, addDays(at.latest, -1))?.from).toBe(17)
        expect(ageRange(birth, addDays(at.earliest, -1))?.to).toBe(17)
      }),
    )
  })
})
