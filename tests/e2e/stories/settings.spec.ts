import { sayingsIn } from '../../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from '../fixtures'

const PAGES = [
  '/settings',
  '/settings/organisation',
  '/settings/offices',
  '/settings/places',
  '/settings/lists',
  '/settings/lists/encounter_topic',
  '/settings/lists/closure_reason',
  '/settings/work',
  '/settings/sign-in',
  '/settings/mail',
  ...['name', 'offices', 'work', 'places', 'lists', 'people', 'safety', 'first'].map(
    (step) => `/setup?step=${step}`,
  ),
] as const

for (const locale of LOCALES)
  test(`every page of settings is for everyone, narrow and by its keys, in ${locale}`, {
    tag: '@sweep',
  }, async ({ page, testServer }) => {
    test.setTimeout(240_000)
    const words = sayingsIn(locale)
    await signInAs(page, testServer, 'admin', locale)
    for (const one of PAGES) {
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.goto(one)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      // What is folded is opened by its keys, and its fields come next.
      const summary = page.locator('main summary').filter({ visible: true }).first()
      if ((await summary.count()) > 0) {
        await summary.focus()
        await page.keyboard.press('Enter')
        const opened = summary.locator('..')
        await expect(opened).toHaveAttribute('open', '')
        await page.keyboard.press('Tab')
        await expect(opened.locator(':focus')).toBeVisible()
      }
      await unfoldAll(page)
      await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
    }
    await page.goto('/settings')
    await page.getByRole('searchbox', { name: words('settings.find') }).fill('zzzz')
    await expect(page.getByRole('status').filter({ hasText: words('settings.notFound') })).toBeVisible()
  })
