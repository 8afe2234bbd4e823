import { part, say } from '../support/say'
import { drawn } from '../support/sweep'
import {
  expect,
  expectAccessible,
  expectAccessibleInDark,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

test('an admin reads who is counted, then sees our shares beside those of the country', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  // Nothing of it needs a script.
  await page.route('**/*.js', (route) => route.abort())
  await page.goto('/countries/be/protection')
  await page.getByRole('link', { name: say('countries.beside.link') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('countries.beside.title'))
  await expect(page.getByText(/^These are not the same people/)).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.getByRole('button', { name: say('countries.beside.show') }).click()
  const figure = page.getByRole('region', {
    name: say('countries.beside.chartTitle', { title: 'Countries of origin' }),
  })
  await expect(figure.getByText(/^These are not the same people/)).toBeVisible()
  const [ours, theirs] = [
    part(say('countries.beside.ours')).source,
    part(say('countries.beside.theirs')).source,
  ]
  await expect(figure.getByRole('img')).toHaveAttribute(
    'aria-label',
    new RegExp(`Syria: ${ours} [^;]*${theirs} 25`),
  )
  const rows = await figure.getByRole('row').allInnerTexts()
  expect(rows.at(-1)).toContain(say('countries.beside.rest'))
  const share = new RegExp(`%|${part(say('countries.beside.notGiven')).source}`)
  for (const row of rows.slice(1)) expect(row).toMatch(share)
  await page.getByRole('link', { name: say('countries.beside.whole') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('statistics.table.peopleByNationality'),
  )
})

test('a coordinator compares what they count, and reads why the two differ', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/countries/be/protection')
  await page.getByRole('link', { name: say('countries.beside.link') }).click()
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.getByRole('button', { name: say('countries.beside.show') }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByText(say('countries.beside.differs'))).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: say('countries.beside.wholeCounted') }).click()
  await expect(page).toHaveURL(/\/reports\?.*column=people_met/)
})

test('a guest does not find the page or a way to it', async ({ page, testServer }) => {
  for (const who of ['guest'] as const) {
    await page.context().clearCookies()
    await signInAs(page, testServer, who)
    expect(
      (await page.request.get(`${testServer.url}/countries/be/comparison?compare=origins`)).status(),
    ).toBe(404)
    await page.goto('/countries/be/protection')
    await expect(
      page.getByRole('region', { name: 'One applicant in four came from Syria in 2019' }),
    ).toBeVisible()
    await expect(page.getByRole('link', { name: say('countries.beside.link') })).toHaveCount(0)
  }
})

for (const locale of LOCALES)
  test(`is whole in ${locale}, on a telephone and a desk`, async ({ page, testServer }) => {
    await signInAs(page, testServer, 'admin', locale)
    await page.goto('/countries/be/comparison')
    const period = await page.locator('select[name=period] option').first().getAttribute('value')
    // Colours are judged in English (see expectAccessible).
    for (const compare of ['origins', 'continents'].slice(0, drawn(1, 2))) {
      await page.goto(`/countries/be/comparison?compare=${compare}&period=${period}`)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.getByRole('table')).toBeVisible()
      for (const width of [390, 1366]) {
        await page.setViewportSize({ width, height: 844 })
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      if (locale === 'en') await expectAccessibleInDark(page)
    }
    await page.setViewportSize({ width: 320, height: 700 })
    for (const search of ['', `?compare=minors&period=${period}`]) {
      await page.goto(`/countries/be/comparison${search}`)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  })
