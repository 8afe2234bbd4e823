import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const CODE = /^[2-9A-Z]{3}-[2-9A-Z]{4}$/

// Pages that stand beside the file: each with a heading of its own, usable at 320 px and by everybody, in four languages.
for (const locale of LOCALES)
  test(`minors, referrals, consents, sharing and circles, in ${locale}`, async ({ page, house }) => {
    test.setTimeout(120_000)
    await signInAs(page, house, 'caseworker', locale)
    await page.goto('/cases')
    const code = (await page.getByRole('link', { name: CODE }).first().textContent()) ?? ''
    await page.goto('/guardianship')
    const minor = (await page.getByRole('link', { name: CODE }).first().textContent()) ?? ''
    for (const path of [
      '/guardianship',
      '/circles',
      '/circles/glass',
      `/cases/${code}/guardianship`,
      `/cases/${minor}/guardianship`,
      `/cases/${code}/referrals`,
      `/cases/${code}/consents`,
      `/cases/${code}/sharing`,
      `/cases/${code}/attachments`,
      `/cases/${code}/details`,
      `/cases/${code}/summary?for=organisation`,
    ]) {
      await page.goto(path)
      for (const width of [320, 1366]) {
        await page.setViewportSize({ width, height: 844 })
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
        await expectNoSidewaysScroll(page)
      }
      await expectAccessible(page)
    }
  })
