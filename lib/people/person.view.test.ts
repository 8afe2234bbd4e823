import { describe, expect, it } from 'vitest'
import { minority } from './age.rules'
import { toAgeClaims, toAgeShape } from './person.view'

const row = {
  basis: 'said',
  ageYears: 17,
  asOf: new Date('2026-10-07'),
  bornEarliest: null,
  bornLatest: null,
}

describe('age claims as they are read', () => {
  it('an age without its bounds still makes one think of a child', () => {
    const [claim] = toAgeClaims([row])
    expect(claim).toMatchObject({ bornEarliest: '2008-10-08', bornLatest: '2009-10-07' })
    expect(minority(toAgeClaims([row]), '2026-10-07').status).toBe('yes')
  })

  it.each([
    { intention: 'an age', change: {}, shape: { form: 'age', age: 17 } },
    {
      intention: 'a year',
      change: {
        ageYears: null,
        bornEarliest: new Date('2009-01-01'),
        bornLatest: new Date('2009-12-31'),
      },
      shape: { form: 'year', year: '2009' },
    },
    {
      intention: 'a suspicious day',
      change: {
        ageYears: null,
        bornEarliest: new Date('2009-01-01'),
        bornLatest: new Date('2009-01-01'),
      },
      shape: { form: 'day', isFirstOfJanuary: true },
    },
    { intention: 'no answer', change: { basis: 'declined', ageYears: null }, shape: { form: 'declined' } },
  ])('$intention is said as such', ({ change, shape }) => {
    expect(toAgeClaims([{ ...row, ...change }]).map(toAgeShape)).toMatchObject([shape])
  })
})
