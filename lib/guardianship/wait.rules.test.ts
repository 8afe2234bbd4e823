import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '@/lib/holidays/working-day.rules'
import { ageOn, bornWhenAged } from '@/lib/people/age.rules'
import { addDays, daysBetween } from '@/lib/shared/dates'
import { anyDay } from '../../tests/support/given/when'
import { countdownOf, mayBeAlone, reminderOf, remindsOn, waitOf } from './wait.rules'

describe('waiting for a guardian', () => {
  it.each([
    ['no alarm on the fourth working day', '2026-11-24', '2026-11-30', null],
    ['the first alarm on the fifth', '2026-11-24', '2026-12-01', 5],
    ['11 November is no working day', '2026-11-06', '2026-11-13', null],
    ['so the fifth is the Monday after', '2026-11-06', '2026-11-16', 5],
    ['the second over Christmas and New Year', '2026-12-10', '2027-01-04', 15],
    ['and the day before it still the first', '2026-12-10', '2027-01-03', 5],
  ])('%s', (_intention, since, today, alarm) => {
    expect(waitOf(since, today)).toEqual({ since, days: daysBetween(since, today), alarm })
  })

  it('rings after as many working days as it says, never earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (since, days) => {
        const today = addDays(since, days)
        let worked = 0
        for (let day = addDays(since, 1); day <= today; day = addDays(day, 1))
          if (isWorkingDay(day)) worked += 1
        expect(waitOf(since, today).alarm).toBe(worked >= 15 ? 15 : worked >= 5 ? 5 : null)
      }),
    )
  })
})

describe('the countdown to eighteen', () => {
  it.each([
    ['a day of birth', { bornEarliest: '2009-03-14', bornLatest: '2009-03-14' }, '2027-03-14', '2027-03-14'],
    // Who is born on the leap day has their birthday on 1 March in other years.
    ['a leap day', { bornEarliest: '2008-02-29', bornLatest: '2008-02-29' }, '2026-03-01', '2026-03-01'],
    ['a year', { bornEarliest: '2009-01-01', bornLatest: '2009-12-31' }, '2027-01-01', '2027-12-31'],
  ])('%s has both its ends', (_intention, birth, earliest, latest) => {
    expect(countdownOf(birth, '2026-01-10')).toMatchObject({ earliest, latest, isOver: false })
  })

  it('is none without bounds', () => {
    expect(countdownOf({ bornEarliest: null, bornLatest: null }, '2026-01-10')).toBeNull()
  })

  it.each([
    ['2026-09-13', null],
    ['2026-09-14', 'six_months'],
    ['2026-09-27', 'six_months'],
    ['2026-09-28', null],
    ['2026-12-14', 'three_months'],
    ['2026-12-28', null],
    ['2027-02-12', 'thirty_days'],
    ['2027-03-27', 'thirty_days'],
    ['2027-03-28', null],
  ])('of a day of birth: on %s the first screen reminds of %s', (today, reminder) => {
    expect(reminderOf({ earliest: '2027-03-14', latest: '2027-03-14' }, today)).toBe(reminder)
  })

  it.each([
    // The first day of the year in which the birthday may fall is no alarm, neither before nor on it.
    ['2026-09-14', null],
    ['2027-02-12', null],
    ['2027-03-13', null],
    ['2027-03-14', null],
    ['2027-09-14', 'six_months'],
    ['2027-12-14', 'three_months'],
    ['2028-02-13', 'thirty_days'],
    ['2028-03-14', 'thirty_days'],
    ['2028-03-15', null],
  ])('of a range of a year: on %s the first screen reminds of %s', (today, reminder) => {
    expect(reminderOf({ earliest: '2027-03-14', latest: '2028-03-14' }, today)).toBe(reminder)
  })

  it.each([
    ['2027-03-13', null],
    ['2027-09-13', null],
    ['2027-09-14', 'six_months'],
    ['2028-03-14', 'thirty_days'],
  ])('of a range: on %s the reminder that has come is %s', (today, reached) => {
    expect(countdownOf({ bornEarliest: '2009-03-14', bornLatest: '2010-03-14' }, today)?.reached).toBe(
      reached,
    )
  })

  it('agrees with the age: over exactly when by the latest birth the person is eighteen, and the later day reminds', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 8000 }),
        (asOf, age, later) => {
          const birth = bornWhenAged(age, asOf)
          const today = addDays(asOf, later)
          const countdown = countdownOf(birth, today)
          if (countdown === null) throw new Error('a said age has bounds')
          expect(countdown.isOver).toBe(ageOn(birth.bornLatest, today) >= 18)
          expect(countdown.days <= 0).toBe(ageOn(birth.bornEarliest, today) >= 18)
          expect(countdown.earliest <= countdown.latest).toBe(true)
          const [half, quarter, month] = [
            remindsOn('six_months', countdown.latest),
            remindsOn('three_months', countdown.latest),
            remindsOn('thirty_days', countdown.latest),
          ]
          expect(half < quarter && quarter < month && month < countdown.latest).toBe(true)
          expect(countdown.reached === null).toBe(today < half)
        },
      ),
    )
  })
})

describe('who may be alone', () => {
  it.each([
    ['the main person of any file', { kind: 'general', role: 'principal', others: [] }, true],
    [
      'also beside a relative, who is no parent',
      { kind: 'asylum', role: 'principal', others: ['other_relative'] },
      true,
    ],
    ['not beside a parent', { kind: 'asylum', role: 'principal', others: ['parent'] }, false],
    ['not the child of the main person', { kind: 'asylum', role: 'child', others: ['principal'] }, false],
    [
      'anybody in a file kept for a minor alone',
      { kind: 'uam', role: 'sibling', others: ['principal'] },
      true,
    ],
  ])('%s', (_intention, of, expected) => {
    expect(mayBeAlone(of)).toBe(expected)
  })
})
