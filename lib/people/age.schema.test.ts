import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ageFields, aheadOf, checkAge, toAgeClaim } from './age.schema'
import { emptyAge } from './empty-person'

const schema = z.object(ageFields).check(z.superRefine(checkAge))
const codes = (change: Partial<typeof emptyAge>) =>
  Object.fromEntries(
    (schema.safeParse({ ...emptyAge, ...change }).error?.issues ?? []).map(({ path, message }) => [
      path.join('.'),
      message,
    ]),
  )
const claimOf = (change: Partial<typeof emptyAge>) =>
  toAgeClaim(schema.parse({ ...emptyAge, ...change }), '2026-11-24')

describe('the questions about an age', () => {
  it.each([
    { change: { ageAnswer: 'years', ageYears: '' }, wrong: { ageYears: 'notANumber' } },
    { change: { ageAnswer: 'years', ageYears: '121' }, wrong: { ageYears: 'notANumber' } },
    { change: { ageAnswer: 'years', ageYears: '17', ageTo: '15' }, wrong: { ageTo: 'lessThanFirst' } },
    { change: { ageAnswer: 'born', born: '' }, wrong: { born: 'required' } },
    { change: { ageAnswer: 'born', born: 'not_known' }, wrong: { born: 'required' } },
    { change: { ageAnswer: 'born', born: '15/3/09' }, wrong: { born: 'whenWholeYear' } },
    { change: { ageAnswer: 'born', born: '30/2/2009' }, wrong: { born: 'whenNoSuchDay' } },
    {
      change: { ageAnswer: 'tested', ageTested: 'x', ageMargin: '' },
      wrong: { ageTested: 'notADecimal', ageMargin: 'notADecimal', ageAsOf: 'required' },
    },
    { change: { ageAnswer: 'years', ageYears: '17', ageAsOf: '7/10' }, wrong: { ageAsOf: 'notADay' } },
    // What someone looks like is no ground: an estimate says what it rests on.
    {
      change: { ageAnswer: 'years', ageYears: '17', ageBasis: 'estimate' },
      wrong: { ageSource: 'required' },
    },
    {
      change: { ageAnswer: 'years', ageYears: '17', ageBasis: 'estimate', ageSource: 'passport' },
      wrong: { ageSource: 'required' },
    },
    // Hidden answers are ignored, whatever stands in them.
    { change: { ageAnswer: 'declined', ageYears: 'old', born: '??', ageAsOf: 'x' }, wrong: {} },
  ] as const)('$change → $wrong', ({ change, wrong }) => expect(codes(change)).toEqual(wrong))

  it('make a claim with its ground, its day and its days of birth', () => {
    expect(
      claimOf({
        ageAnswer: 'tested',
        ageTested: '18,7',
        ageMargin: '1.6',
        ageSource: 'triple_test',
        ageAsOf: '2026-10-03',
      }),
    ).toEqual({
      basis: 'test',
      what: { form: 'tested', tenths: 187, margin: 16 },
      asOf: '2026-10-03',
      source: 'triple_test',
      seen: null,
      bornEarliest: '2006-06-15',
      bornLatest: '2009-08-28',
    })
    expect(
      claimOf({
        ageAnswer: 'born',
        born: 'printemps 2009',
        ageBasis: 'document',
        ageSource: 'school_paper',
        ageSeen: 'copy',
      }),
    ).toMatchObject({
      basis: 'document',
      what: { form: 'born', when: '2009-21', text: 'printemps 2009' },
      source: 'school_paper',
      seen: 'copy',
      bornEarliest: '2009-03-01',
      bornLatest: '2009-05-31',
    })
    expect(claimOf({ ageAnswer: 'years', ageYears: '15', ageTo: '17', ageSource: 'passport' })).toMatchObject(
      {
        basis: 'said',
        what: { form: 'age', from: 15, to: 17 },
        source: null,
        asOf: '2026-11-24',
      },
    )
  })

  it('three kinds of nothing stay apart', () => {
    expect(claimOf({})).toBeNull()
    expect(claimOf({ ageAnswer: 'notKnown' })).toMatchObject({ basis: 'not_known', what: null })
    expect(claimOf({ ageAnswer: 'declined' })).toMatchObject({ basis: 'declined', what: null })
  })

  it('a birth that can only lie ahead is pointed at; one that may have been is not', () => {
    const ahead = (change: Partial<typeof emptyAge>) =>
      aheadOf(schema.parse({ ...emptyAge, ...change }), '2026-11-24')
    expect(ahead({ ageAnswer: 'born', born: '25/11/2026' })).toBe('born')
    expect(ahead({ ageAnswer: 'born', born: '2026' })).toBeNull()
    expect(ahead({ ageAnswer: 'years', ageYears: '17', ageAsOf: '2026-11-25' })).toBe('ageAsOf')
    expect(ahead({ ageAnswer: 'declined', ageAsOf: '2026-11-25' })).toBeNull()
  })
})
