import { saidAs, say } from '../support/say'
import { expect, signInAs, test } from './fixtures'

// Not blocked but switched off: nothing that a page sends may be needed to read it, not even a line of script within it.
test.use({ javaScriptEnabled: false })

const CHAPTERS = ['people', 'migration', 'protection', 'detention', 'minors', 'trafficking'] as const
const OTHERS = [
  '',
  '/facts',
  '/facts/asylum-applications-2018-b',
  '/laws',
  '/powers',
  '/actors',
  '/quality',
  '/mistakes?about=fact&slug=land-area',
  '/actors/fedasil/refer',
] as const

for (const chapter of CHAPTERS)
  test(`the chapter ${chapter} has its heading, sentences, charts, tables and sources without a script`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker')
    await page.goto(`/countries/be/${chapter}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.getByRole('img').count()).toBeGreaterThan(0)
    await expect(page.getByText(saidAs('countries.chart.source')).first()).toBeVisible()
    await page.getByText(say('countries.views.table'), { exact: true }).first().click()
    await expect(page.getByRole('table').first()).toBeVisible()
  })

test('every other page of a country has its heading and its text without a script', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  for (const path of OTHERS) {
    const answer = await page.goto(`/countries/be${path}`)
    expect(answer?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    expect((await page.getByRole('main').textContent())?.length, path).toBeGreaterThan(200)
  }
})
