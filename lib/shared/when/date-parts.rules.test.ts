import { describe, expect, it } from 'vitest'
import { isDay } from '../dates'
import { toFieldText, toMonth, toParts } from './date-parts.rules'

describe('the three boxes of a date', () => {
  it.each([
    { typed: '4', is: '4' },
    { typed: '04', is: '4' },
    { typed: 'avr.', is: '4' },
    { typed: 'Août', is: '8' },
    { typed: 'mrt', is: '3' },
    { typed: 'März', is: '3' },
    { typed: 'mai', is: '5' },
    { typed: 'mars', is: '3' },
    { typed: 'jui', is: null },
    { typed: 'ju', is: null },
    { typed: '13', is: null },
    { typed: '', is: null },
  ])('reads the month "$typed"', ({ typed, is }) => {
    expect(toMonth(typed)).toBe(is)
  })

  it('makes one day of them', () => {
    expect(toFieldText({ day: '4', month: 'nov', year: '2026' })).toBe('2026-11-04')
    expect(toFieldText({ day: ' ', month: '', year: '' })).toBe('')
  })

  it.each([
    { day: '31', month: '2', year: '2026' },
    { day: '4', month: 'x', year: '2026' },
    { day: '4', month: '11', year: '26' },
    { day: '', month: '11', year: '2026' },
  ])('keeps what is not a date ($day/$month/$year) without passing it off as one', (parts) => {
    const text = toFieldText(parts)
    expect(isDay(text)).toBe(false)
    expect(toParts(text)).toEqual(parts)
  })

  it('comes back as it was written', () => {
    expect(toParts('2026-11-04')).toEqual({ day: '4', month: '11', year: '2026' })
  })
})
