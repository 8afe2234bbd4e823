import { saidAs, say } from '../support/say'
import { isSweep } from '../support/sweep'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

test('a newer figure is entered, waits, is agreed to by a second admin, and stands on its page with the old one kept', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/countries/be')
  await page.getByRole('link', { name: say('countries.upkeep.title') }).click()
  await expect(page.getByText(say('countries.upkeep.nothing'))).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('row', { name: /Italian residents/ })
    .getByRole('link', { name: say('countries.newer.enter') })
    .first()
    .click()
  await expect(page).toHaveURL(/\/facts\/residents-italian-2019\/newer$/)
  await expectAccessible(page)

  // A sign between thousands is not taken for what it may not be, and nothing typed is lost.
  await page.getByLabel(say('keeping.figure')).fill('1.250')
  await page.getByLabel(say('keeping.source'), { exact: true }).fill('Verzonnen bureau')
  await page.getByLabel(say('keeping.address')).fill('https://example.org/2024')
  const days = page.getByRole('group', { name: say('keeping.sourceOn') })
  await days.getByRole('button', { name: say('forms.today') }).click()
  await page.getByRole('button', { name: say('keeping.save') }).click()
  await expect(page.getByRole('alert').getByText(saidAs('errors.notPlainNumber')).first()).toBeVisible()
  await expect(page.getByLabel(say('keeping.source'), { exact: true })).toHaveValue('Verzonnen bureau')
  await page.getByLabel(say('keeping.figure')).fill('1250')
  await page.getByRole('button', { name: say('keeping.save') }).click()

  await expect(page).toHaveURL(/\/upkeep$/)
  await expect(page.getByText(say('countries.upkeep.second'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('keeping.agree') })).toHaveCount(0)
  const fact = await page.locator('#waiting + ul a').first().getAttribute('href')
  await page.goto(fact ?? '')
  await expect(page.getByText(say('countries.units.persons', { count: 1250, figure: '1,250' }))).toHaveCount(
    0,
  )

  await page.context().clearCookies()
  await signInAs(page, testServer, 'dataLead')
  await page.goto('/countries/be/upkeep')
  await page.getByRole('button', { name: say('keeping.agree') }).click()
  await expect(page.getByText(say('countries.upkeep.nothing'))).toBeVisible()
  await page.goto(fact ?? '')
  await expect(
    page.getByText(say('countries.units.persons', { count: 1250, figure: '1,250' })).first(),
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: say('countries.newer.number', { number: 1 }) }).click()
  await expect(page.getByText(say('countries.newer.old'))).toBeVisible()

  // Narrow and for axe both pages are looked at among those of the country (countries.spec.ts).
  for (const locale of isSweep ? LOCALES : []) {
    await signInAs(page, testServer, 'admin', locale)
    for (const path of ['/countries/be/upkeep', `${fact}/newer`]) {
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
  await signInAs(page, testServer, 'coordinator')
  expect((await page.goto('/countries/be/upkeep'))?.status()).toBe(404)
})
