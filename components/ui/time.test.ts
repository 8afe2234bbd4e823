import { describe, expect, it } from 'vitest'
import { formatTime } from './time'

describe('a date on the page', () => {
  it.each([
    { locale: 'en', text: '24 November 2026' },
    { locale: 'fr', text: '24 novembre 2026' },
    { locale: 'nl', text: '24 november 2026' },
    { locale: 'de', text: '24. November 2026' },
  ])('has its month in words in $locale', ({ locale, text }) => {
    expect(formatTime(locale, '2026-11-24', 'day')).toBe(text)
  })

  it('shows an instant in Brussels, where the day may already be the next one', () => {
    expect(formatTime('en', new Date('2026-11-23T23:30:00Z'), 'day')).toBe('24 November 2026')
    expect(formatTime('fr', new Date('2026-06-30T22:05:00Z'), 'clock')).toBe('00:05')
  })

  it('does not shift a calendar day', () => {
    expect(formatTime('nl', '2026-01-01', 'weekday')).toContain('1 januari 2026')
  })
})
