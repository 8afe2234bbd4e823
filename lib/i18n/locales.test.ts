import { describe, expect, it } from 'vitest'
import { chooseLocale, fromAcceptLanguage, toLocale } from './locales'

describe('the language of a page', () => {
  it.each([
    {
      intention: 'the switch on this device wins',
      cookie: 'de',
      account: 'fr',
      acceptLanguage: 'nl',
      is: 'de',
    },
    { intention: 'then the account', cookie: undefined, account: 'fr', acceptLanguage: 'nl', is: 'fr' },
    { intention: 'then the browser', cookie: undefined, account: null, acceptLanguage: 'nl-BE', is: 'nl' },
    {
      intention: 'a forged cookie is ignored',
      cookie: '../etc',
      account: null,
      acceptLanguage: 'de',
      is: 'de',
    },
    {
      intention: 'English when nothing fits',
      cookie: undefined,
      account: null,
      acceptLanguage: 'ti',
      is: 'en',
    },
  ])('$intention', ({ is, ...from }) => {
    expect(chooseLocale(from)).toBe(is)
  })

  it.each([
    { header: 'de;q=0.7, fr-BE;q=0.9', is: 'fr' },
    { header: 'ar, nl;q=0.2', is: 'nl' },
    { header: 'fr;q=0, de;q=0.1', is: 'de' },
    { header: '', is: null },
    { header: null, is: null },
  ])('reads $header', ({ header, is }) => {
    expect(fromAcceptLanguage(header)).toBe(is)
  })

  it('knows a region and refuses another language', () => {
    expect(toLocale('NL-be')).toBe('nl')
    expect(toLocale('es')).toBeNull()
  })
})
