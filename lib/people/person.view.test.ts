import { describe, expect, it } from 'vitest'
import { minority } from './minority.rules'
import { toAgeClaims } from './person.view'

const row = {
  basis: 'said',
  ageYears: 17,
  ageTo: null,
  testedTenths: null,
  marginTenths: null,
  bornWhen: null,
  bornText: null,
  asOf: new Date('2026-10-07'),
  bornEarliest: null,
  bornLatest: null,
  source: null,
  seen: null,
}
const days = (from: string, to: string) => ({
  ageYears: null,
  bornEarliest: new Date(from),
  bornLatest: new Date(to),
})

describe('age claims as they are read', () => {
  it('an age without its bounds still makes one think of a child', () => {
    const [claim] = toAgeClaims([row])
    expect(claim).toMatchObject({ bornEarliest: '2008-10-08', bornLatest: '2009-10-07' })
    expect(minority(toAgeClaims([row]), '2026-10-07').status).toBe('yes')
  })

  it.each([
    { intention: 'an age', change: {}, what: { form: 'age', from: 17, to: 17 } },
    { intention: 'two ages', change: { ageTo: 19 }, what: { form: 'age', from: 17, to: 19 } },
    {
      intention: 'a test',
      change: { ageYears: null, testedTenths: 187, marginTenths: 16 },
      what: { form: 'tested', tenths: 187, margin: 16 },
    },
    {
      intention: 'days that are a year',
      change: days('2009-01-01', '2009-12-31'),
      what: { form: 'born', when: '2009' },
    },
    {
      intention: 'days that are one day',
      change: days('2009-01-01', '2009-01-01'),
      what: { form: 'born', when: '2009-01-01' },
    },
    {
      intention: 'days that are neither',
      change: days('2009-01-05', '2010-03-01'),
      what: { form: 'born', when: '2009-01-05/2010-03-01' },
    },
    {
      intention: 'a date with its words',
      change: { ...days('2008-01-01', '2010-12-31'), bornWhen: '2009~', bornText: 'vers 2009' },
      what: { form: 'born', when: '2009~', text: 'vers 2009' },
    },
    { intention: 'no answer', change: { basis: 'declined', ageYears: null }, what: null },
  ])('$intention is read as such', ({ change, what }) => {
    const [claim] = toAgeClaims([{ ...row, ...change }])
    if (what === null) expect(claim).toMatchObject({ basis: 'declined', what: null, bornLatest: null })
    else expect(claim?.what).toMatchObject(what)
  })
})
