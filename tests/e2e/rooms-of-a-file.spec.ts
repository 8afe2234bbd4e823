import { FILE_PAGES } from '../access/truth'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

/** The parts of a file that another browser test looks at like this. */
const ELSEWHERE = [
  '',
  '/asylum',
  '/closing',
  '/contacts',
  '/deadlines',
  '/detention',
  '/history',
  '/reassign',
  '/rights',
  '/sheets',
  '/summary',
  '/tasks',
  '/trafficking',
]

// Pages that stand beside the file: each with a heading of its own, usable at 320 px and by everyone, in four languages.
for (const locale of LOCALES)
  test(`minors, referrals, consents, sharing and circles, in ${locale}`, async ({ page, testServer }) => {
    test.setTimeout(120_000)
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/cases')
    const code = (await fileCodes(page).first().textContent()) ?? ''
    await page.goto('/guardianship')
    const minor = (await page.locator('li[data-item] .code').first().textContent()) ?? ''
    for (const path of [
      '/guardianship',
      '/circles',
      '/circles/emergency',
      `/cases/${minor}/guardianship`,
      `/cases/${code}/summary?for=organisation`,
      ...FILE_PAGES.filter((part) => !ELSEWHERE.includes(part)).map((part) => `/cases/${code}${part}`),
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
