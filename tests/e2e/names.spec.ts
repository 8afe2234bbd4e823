import { countryName, languageName, NAMED_BY_US } from '@/lib/people/country.rules'
import { COUNTRY_CODES, LANGUAGE_CODES } from '@/lib/people/country-list.rules'
import { expect, LOCALES, test } from './fixtures'

// What only the server can name stands in a list as two letters, and a page that both draw differs between them.
test('every country and language has one name, in the browser as on the server', async ({ page }) => {
  for (const locale of LOCALES) {
    const inBrowser = await page.evaluate(
      ([language, regions, languages]) => {
        const name = (type: 'region' | 'language', code: string) =>
          new Intl.DisplayNames([language], { type, fallback: 'code' }).of(code) ?? code
        return [
          ...regions.map((code) => [code, name('region', code)] as const),
          ...languages.map((code) => [code, name('language', code)] as const),
        ]
      },
      [locale, [...COUNTRY_CODES], [...LANGUAGE_CODES]] as const,
    )
    const named = new Map(inBrowser)
    const differing = [...COUNTRY_CODES, ...LANGUAGE_CODES].filter((code) => {
      const here = COUNTRY_CODES.includes(code) ? countryName(code, locale) : languageName(code, locale)
      return here !== named.get(code)
    })
    // Palestine is named by our messages wherever it is shown.
    expect(
      differing.filter((code) => !NAMED_BY_US.includes(code) && code !== 'PS'),
      locale,
    ).toEqual([])
    for (const code of LANGUAGE_CODES) expect(languageName(code, locale), locale).not.toBe(code)
  }
})
