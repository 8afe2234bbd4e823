import { describe, expect, it } from 'vitest'
import { formatTime } from './time'

describe('a date on the page', () => {
  it.each([
    { locale: 'en', text: '24\u00a0November\u00a02026' },
    { locale: 'fr', text: '24\u00a0novembre\u00a02026' },
    { locale: 'nl', text: '24\u00a0november\u00a02026' },
    { locale: 'de', text: '24.\u00a0November\u00a02026' },
  ])('has its month in words in $locale', ({ locale, text }) => {
    expect(formatTime(locale, '2026-11-24', 'day')).toBe(text)
  })

  it('shows an instant in Brussels, where the day may already be the next one', () => {
    expect(formatTime('en', new Date('2026-11-23T23:30:00Z'), 'day')).toBe('24\u00a0November\u00a02026')
    expect(formatTime('fr', new Date('2026-06-30T22:05:00Z'), 'clock')).toBe('00:05')
  })

  it('lets a line break only after a long day of the week and before the time', () => {
    expect(formatTime('en', '2026-11-24', 'weekday')).toBe('Tuesday, 24\u00a0November\u00a02026')
    expect(formatTime('de', '2026-11-24', 'shortWeekday')).toMatch(/^Di\.?,\u00a024\.\u00a0Nov\.?$/)
    expect(formatTime('en', new Date('2026-11-24T13:30:00Z'), 'moment')).toMatch(
      /^24\u00a0November\u00a02026.* 14:30$/,
    )
  })

  it('does not shift a calendar day', () => {
    expect(formatTime('nl', '2026-01-01', 'weekday')).toContain('1\u00a0januari\u00a02026')
  })
})
