import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

for (const [index, locale] of LOCALES.entries())
  test(`the team room in ${locale}: from the first page, nothing hangs over, axe finds nothing`, async ({
    page,
    testServer,
  }) => {
    await page.setViewportSize(index % 2 === 0 ? { width: 1366, height: 768 } : { width: 390, height: 844 })
    await signInAs(page, testServer, 'coordinator', locale)
    await page.goto('/')
    await page.locator('main a[href="/team"]').click()
    await expect(page).toHaveURL(/\/team$/)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    // A number leads to the list it counts.
    const number = page.locator('main a[href^="/cases?worker="]').first()
    const files = Number(await number.textContent())
    await number.click()
    await expect(page).toHaveURL(/\/cases\?worker=/)
    await expect(page.getByRole('main')).toContainText(String(files))
  })
