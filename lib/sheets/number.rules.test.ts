import { describe, expect, it } from 'vitest'
import { hasDigit, namedIn, piecesOf, spanOf } from './number.rules'

describe('a line of a sheet', () => {
  it('falls into words and the numbers it names', () => {
    expect(piecesOf('Call {tel:police} or {tel:emergency}.')).toEqual([
      'Call ',
      { kind: 'tel', key: 'police' },
      ' or ',
      { kind: 'tel', key: 'emergency' },
      '.',
    ])
    expect(piecesOf('{days:A_B}')).toEqual([{ kind: 'days', key: 'A_B' }])
    expect(piecesOf('{other:A}')).toEqual(['{other:A}'])
    expect(namedIn(['no number', '{months:X}'])).toEqual([{ kind: 'months', key: 'X' }])
  })

  it.each(['within 30 days', 'خلال ١٠ أيام', 'در ۵ روز'])('holds a digit: %s', (line) => {
    expect(hasDigit(line)).toBe(true)
  })
  it('holds none where it names one', () => {
    expect(hasDigit('within {days:APPEAL_2} days')).toBe(false)
  })
})

describe('the period of a rule', () => {
  const day = (amount: number) => ({ amount, unit: 'calendar_day' })
  it.each([
    { says: [{ when: null, min: day(30), max: day(30) }], is: 30, why: 'one thing' },
    { says: [{ when: null, min: day(5), max: day(10) }], is: null, why: 'more than one thing' },
    { says: [{ when: 'detained', min: day(5), max: day(5) }], is: null, why: 'something for some only' },
    { says: [], is: null, why: 'nothing' },
  ])('that says $why gives $is', ({ says, is }) => {
    expect(spanOf('days', says)).toBe(is)
  })
  it('in another unit gives nothing', () => {
    expect(spanOf('months', [{ when: null, min: day(30), max: day(30) }])).toBeNull()
  })
})
