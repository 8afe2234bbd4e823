import { saidAs, say, starting } from '../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'

test('a mistake in a figure is reported, answered by an admin, and the answer reaches the one who reported it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/countries/be/facts/land-area')
  await page.getByRole('link', { name: starting(say('countries.mistakes.report')) }).click()
  await expect(page).toHaveURL(/\/mistakes\?about=fact&slug=land-area$/)
  await expectAccessible(page)
  await page.getByRole('button', { name: say('keeping.report') }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
  await page.getByLabel(say('keeping.wrong')).fill('Zz the sea was counted')
  await page.getByRole('button', { name: say('keeping.report') }).click()
  await expect(page.getByRole('main').getByText('Zz the sea was counted')).toBeVisible()
  await expect(page.getByText(say('countries.mistakes.state.waits'), { exact: true })).toBeVisible()

  await page.context().clearCookies()
  await signInAs(page, testServer, 'admin')
  await page.goto('/countries/be/upkeep')
  await page.getByText(say('countries.mistakes.answer')).click()
  await expectAccessible(page)
  await page
    .getByLabel(say('keeping.done'), { exact: true })
    .selectOption({ label: say('keeping.outcomes.kept') })
  await page.getByLabel(say('keeping.doneWords')).fill('Zz the source says land alone')
  await page.getByRole('button', { name: say('keeping.answer'), exact: true }).click()
  await expect(
    page.getByText(say('countries.mistakes.nothing')).or(page.getByText('Zz the source says land alone')),
  ).toBeVisible()

  await page.context().clearCookies()
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/countries/be/mistakes')
  await expect(page.getByText('Zz the source says land alone')).toBeVisible()
  await expect(page.getByText(say('countries.mistakes.state.kept'))).toBeVisible()

  // No one else reads it.
  await page.context().clearCookies()
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/countries/be/mistakes')
  await expect(page.getByText(say('countries.mistakes.none'))).toBeVisible()
})

test('a person is referred from the page of who is who, and no name stands in an address', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/countries/be/actors')
  const referTo = (slug: string) =>
    page.locator(`li#${slug}`).getByRole('link', { name: starting(say('countries.refer.link')) })
  await expect(referTo('jrs-belgium')).toHaveCount(1)
  for (const takesNone of ['ministry-asylum-migration', 'comece', 'statbel', 'european-commission'])
    await expect(referTo(takesNone)).toHaveCount(0)
  await page
    .getByRole('link', { name: starting(say('countries.refer.link')) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(saidAs('countries.refer.title'))
  await expectAccessible(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: /[2-9A-Z]{3}-[2-9A-Z]{4}$/ })
    .first()
    .click()
  await expect(page).toHaveURL(
    /\/cases\/[2-9A-Z]{3}-[2-9A-Z]{4}\/referrals\?file=[0-9a-f-]{36}&to=[a-z0-9-]+$/,
  )
  await expectAccessible(page)
})

for (const locale of LOCALES)
  test(`names that are one fit a telephone, in ${locale}`, async ({ page, testServer }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await signInAs(page, testServer, 'admin', locale)
    await page.goto('/people/names')
    await unfoldAll(page)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
