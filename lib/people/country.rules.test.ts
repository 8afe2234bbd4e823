import { describe, expect, it } from 'vitest'
import { countryName, languageName } from './country.rules'
import { COUNTRY_CODES, LANGUAGE_CODES } from './country-list.rules'

describe('countries and languages', () => {
  it('has 250 countries, each once', () => {
    expect(new Set(COUNTRY_CODES).size).toBe(250)
    expect(COUNTRY_CODES).toHaveLength(250)
  })

  it.each(['en', 'fr', 'nl', 'de'])('knows a name for every country and language in %s', (locale) => {
    expect(COUNTRY_CODES.filter((code) => countryName(code, locale) === code)).toEqual([])
    expect(LANGUAGE_CODES.filter((code) => languageName(code, locale) === code)).toEqual([])
  })

  it('shows a code it does not know instead of failing', () => {
    expect(countryName('not a code', 'fr')).toBe('not a code')
  })
})
