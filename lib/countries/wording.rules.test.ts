import { describe, expect, it } from 'vitest'
import { countryName, formatNumber, formatPartialDate, formatPercent } from './wording.rules'

describe('numbers and days in four languages', () => {
  it.each([
    { locale: 'en', is: '27,742' },
    { locale: 'nl', is: '27.742' },
    { locale: 'de', is: '27.742' },
  ] as const)('groups thousands in $locale', ({ locale, is }) => {
    expect(formatNumber(27742, locale)).toBe(is)
  })

  it('groups thousands in French by a space that does not break', () => {
    expect(formatNumber(27742, 'fr')).toMatch(/^27[\u00a0\u202f]742$/)
  })

  it('never groups a year', () => {
    expect(formatNumber(2013, 'en', { grouped: false })).toBe('2013')
  })

  it('writes shares and changes with their sign, in English without a space', () => {
    expect(formatPercent(36.9, 'nl')).toBe('36,9\u00a0%')
    expect(formatPercent(19.07, 'en', { digits: 0, signed: true })).toBe('+19%')
    expect(formatPercent(-20.8, 'en', { signed: true })).toBe('−20.8%')
  })

  it('says no more of a date than is known', () => {
    expect(formatPartialDate('2012', 'fr')).toBe('2012')
    expect(formatPartialDate('1994-03', 'de')).toBe('März\u00a01994')
    expect(formatPartialDate('2019-05-07', 'nl')).toBe('7\u00a0mei\u00a02019')
  })

  it('names countries, Kosovo among them', () => {
    expect(countryName('SY', 'fr')).toBe('Syrie')
    expect(countryName('XK', 'de')).toBe('Kosovo')
  })
})
