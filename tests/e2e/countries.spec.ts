import { say, several } from '../support/say'
import { drawn } from '../support/sweep'
import { tree } from '../support/tree'
import {
  expect,
  expectAccessible,
  expectAccessibleInDark,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'

const PAGES = [
  '',
  '/people',
  '/migration',
  '/protection',
  '/detention',
  '/minors',
  '/trafficking',
  '/facts',
  '/facts/asylum-applications-2018-b',
  '/laws',
  '/powers',
  '/actors',
  '/quality',
  '/mistakes?about=fact&slug=land-area',
  '/actors/fedasil/refer',
] as const
const KEPT_BY_ADMINS = ['/upkeep', '/facts/land-area/newer'] as const

// Parts, so that no test is longer than two minutes on a slow machine.
const PARTS = [
  { name: 'drawn', who: 'guest', pages: PAGES.slice(0, 7) },
  { name: 'kept', who: 'admin', pages: KEPT_BY_ADMINS },
  { name: 'listed', who: 'caseworker', pages: PAGES.slice(7) },
] as const

test.describe('Belgium', () => {
  for (const locale of LOCALES)
    for (const { name, who, pages } of PARTS.slice(0, drawn(2, 3)))
      test(`is whole in ${locale}, what is ${name}: clean for axe, no wider than a telephone`, async ({
        page,
        testServer,
      }) => {
        test.setTimeout(120_000)
        await page.emulateMedia({ colorScheme: 'light' })
        await signInAs(page, testServer, who, locale)
        for (const [index, path] of pages.entries()) {
          await page.setViewportSize({ width: 1366, height: 768 })
          await page.goto(`/countries/be${path}`)
          await expect(page.locator('html')).toHaveAttribute('lang', locale)
          await unfoldAll(page)
          await expectAccessible(page)
          if (locale === 'en' && index % drawn(3, 1) === 0) await expectAccessibleInDark(page)
          await page.setViewportSize({ width: 320, height: 700 })
          await expectNoSidewaysScroll(page)
        }
      })

  test('is where the list of countries leads, in the language of the account', async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', 'nl')
    await page.goto('/countries')
    await expect(page).toHaveURL(/\/countries\/be$/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('België')
  })

  test('says the finding first, then the same numbers as columns and as a table, without a script', async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'coordinator')
    await page.route('**/*.js', (route) => route.abort())
    await page.goto('/countries/be/protection')
    const chart = page.getByRole('region', { name: /Applications rose by 41%/ })
    await expect(chart.getByRole('img', { name: '2017: 19,688, 2018: 23,443, 2019: 27,742' })).toBeVisible()
    await expect(chart.getByText(say('countries.chart.also', { figure: '23,343' }))).toBeVisible()
    await chart.getByText(say('countries.views.table'), { exact: true }).click()
    await expect(chart.getByRole('row').filter({ hasText: '23,343' })).toBeVisible()
    await chart.getByText(several((count) => say('countries.quality.count', { count }))).click()
    await chart
      .getByRole('link', { name: say('countries.fact.conflict') })
      .first()
      .click()
    await expect(page).toHaveURL(/\/countries\/be\/quality#c-asylum-applications-2018/)
  })

  test('finds a figure by topic, year and words, and the address keeps the choice', async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker')
    await page.goto('/countries/be/facts')
    await expect(page.getByText(say('countries.facts.count', { count: 206 }))).toBeVisible()
    await page.getByLabel(say('countries.filter.topic')).selectOption({ label: say('countries.topics.uam') })
    await page.getByLabel(say('countries.filter.year'), { exact: true }).selectOption('2016')
    await page.getByLabel(say('countries.filter.text')).fill('ERITREA')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/topic=uam&year=2016&q=ERITREA/)
    await expect(page.getByText(say('countries.facts.count', { count: 1 }), { exact: true })).toBeVisible()
    await expect(page.getByRole('row', { name: /Eritrea/ })).toContainText('46 applications')
    await page.reload()
    await expect(page.getByLabel(say('countries.filter.text'))).toHaveValue('ERITREA')
    await page.getByLabel(say('countries.filter.text')).fill('nothing like this')
    await page.keyboard.press('Enter')
    await expect(page.getByText(say('countries.facts.empty'))).toBeVisible()
  })

  test('copies a citation with year, source and day, and says so', async ({ page, context, testServer }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signInAs(page, testServer, 'caseworker')
    await page.goto('/countries/be/facts/asylum-applications-2018-b')
    await expect(page.getByRole('main')).toMatchAriaSnapshot(
      tree([
        ['heading[level=1]'],
        ['navigation', say('countries.pages'), [['link'], ['link']]],
        ['paragraph', null, [['link']]],
        ['heading[level=2]', say('countries.fact.cite')],
        [
          'list',
          null,
          (['short', 'sentence', 'full'] as const).map((form) => [
            'listitem',
            null,
            [['paragraph'], ['button', say(`countries.copy.${form}`)], ['status']],
          ]),
        ],
      ]),
    )
    await page.getByRole('button', { name: say('countries.copy.full') }).click()
    await expect(page.getByText(say('countries.copy.done'))).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('23,443 applications, 2018. Source: ')
    expect(copied).toMatch(/consulted on \d{1,2}\s[A-Z][a-z]+\s20\d\d/)
    expect(copied).toContain('/countries/be/facts/asylum-applications-2018-b')
    expect(copied).toContain('The figure is disputed.')
  })

  test('finds the recognition rate by the word of each language, and cites it: nine keys and two presses', async ({
    page,
    context,
    testServer,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const words = {
      en: ['recogn', '36.9'],
      fr: ['reconn', '36,9'],
      nl: ['erkenn', '36,9'],
      de: ['anerke', '36,9'],
    } as const
    for (const locale of LOCALES) {
      const [typed, year] = words[locale]
      await signInAs(page, testServer, 'caseworker', locale)
      await page.goto('/countries/be/facts')
      let keys = 0
      let presses = 0
      await page.getByRole('searchbox').click()
      presses += 1
      for (const letter of typed) {
        await page.keyboard.press(letter)
        keys += 1
      }
      await page.keyboard.press('Enter')
      keys += 1
      await page.waitForURL(/q=/)
      const row = page.getByRole('row').filter({ hasText: year })
      await row.getByRole('button').first().click()
      presses += 1
      await expect(row.getByRole('status')).not.toBeEmpty()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(year)
      expect(keys).toBeLessThanOrEqual(9)
      expect(presses).toBeLessThanOrEqual(2)
    }
  })

  test('cuts no word of a drawing and lays none over another, at 320 pixels in German', async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', 'de')
    await page.setViewportSize({ width: 320, height: 700 })
    for (const chapter of ['people', 'migration', 'protection', 'detention', 'minors', 'trafficking'].slice(
      0,
      drawn(3, 6),
    )) {
      await page.goto(`/countries/be/${chapter}`)
      const faults = await page.evaluate(() =>
        [...document.querySelectorAll('svg[role=img]')].flatMap((svg) => {
          const frame = svg.getBoundingClientRect()
          const words = [...svg.querySelectorAll('text')].map((text) => ({
            said: text.textContent,
            at: text.getBoundingClientRect(),
          }))
          const cut = words.filter(({ at }) => at.left < frame.left - 1 || at.right > frame.right + 1)
          const over = words.flatMap((a, index) =>
            words
              .slice(index + 1)
              .filter(
                (b) =>
                  a.at.left < b.at.right - 1 &&
                  b.at.left < a.at.right - 1 &&
                  a.at.top < b.at.bottom - 4 &&
                  b.at.top < a.at.bottom - 4,
              )
              .map((b) => `${a.said} over ${b.said}`),
          )
          return [...cut.map(({ said }) => `${said} is cut`), ...over]
        }),
      )
      expect(faults, chapter).toEqual([])
    }
  })

  test('shows the text, selected, when the browser refuses to copy', async ({ page, testServer }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('refused')) },
      })
    })
    await signInAs(page, testServer, 'caseworker')
    await page.goto('/countries/be/facts/land-area')
    await page.getByRole('button', { name: say('countries.copy.full') }).click()
    await expect(page.getByText(say('countries.copy.failed'))).toBeVisible()
    const text = page.getByLabel(say('countries.copy.text'))
    await expect(text).toHaveValue(/30,528 km²/)
    const selected = await text.evaluate((area) =>
      area instanceof HTMLTextAreaElement ? area.selectionEnd - area.selectionStart : 0,
    )
    expect(selected).toBe((await text.inputValue()).length)
  })

  test('answers not found for a fact that does not exist', async ({ page, testServer }) => {
    await signInAs(page, testServer, 'caseworker')
    const answer = await page.goto('/countries/be/facts/no-such-fact')
    expect(answer?.status()).toBe(404)
  })
})
