import { drawn } from '../support/sweep'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'

// What the reference data says beside a form.
for (const locale of LOCALES)
  test(`opened, it is clean for axe and fits a telephone, in ${locale}`, async ({ page, testServer }) => {
    test.setTimeout(120_000)
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/cases')
    const code = (await fileCodes(page).first().textContent()) ?? ''
    await page.goto('/guardianship')
    const minor = (await page.locator('li[data-item] .code').first().textContent()) ?? ''
    for (const path of [
      `/cases/${code}/asylum?event=cgrs_decision`,
      `/cases/${code}/details`,
      `/cases/${code}/detention`,
      `/cases/${code}/referrals`,
      `/cases/${minor}/guardianship?event=age_assessed`,
      '/planning/new?centre=civ',
      '/detention/new?centre=civ',
    ].filter((_, index) => index % drawn(2, 1) === 0)) {
      await page.goto(path)
      await unfoldAll(page)
      for (const width of [320, 1366]) {
        await page.setViewportSize({ width, height: 844 })
        await expectNoSidewaysScroll(page)
      }
      await expectAccessible(page)
    }
  })
