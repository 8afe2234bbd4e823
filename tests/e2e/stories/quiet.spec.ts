import type { Page } from '@playwright/test'
import { say, sayingsIn } from '../../support/say'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
} from '../fixtures'

/** The month ends the session by its script: what is signed in while it does would be ended with it. Asked for before the month is led to. */
const untilEnded = (page: Page): Promise<unknown> =>
  page.waitForResponse(
    (response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/calendar',
  )

test('a page is hidden by Escape three times and by a button: its title, its sign and its address are gone, and coming back asks to sign in', async ({
  page,
  testServer,
  context,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.getByRole('link', { name: code }).first().click()
  await expect(page).toHaveTitle(new RegExp(code))

  // Escape that closes a panel hides nothing, however often it is pressed in it.
  await page.getByRole('button', { name: say('layout.urgentHelp') }).click()
  await expect(page.getByRole('dialog', { name: say('layout.urgentHelp') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: say('layout.urgentHelp') })).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: say('layout.quiet.hide') })).toBeVisible()
  await page.keyboard.press('Shift')

  // Without a network: covered at once, with nothing of the file in the tab.
  await page.getByLabel(say('cases.write.title')).fill('Verzonnen zin')
  await expectAwake(page)
  await context.setOffline(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: say('layout.quiet.back') })).toBeVisible()
  const isNeutral = async () => {
    await expect(page).toHaveTitle(/^[A-Z][a-z]+\s\d{4}$/)
    expect(new URL(page.url()).pathname).toBe('/calendar')
    await expect(page.getByText(code).filter({ visible: true })).toHaveCount(0)
    await expect(page.getByText(say('common.name')).filter({ visible: true })).toHaveCount(0)
  }
  await isNeutral()
  await page.getByRole('button', { name: say('layout.quiet.back') }).click()
  await isNeutral()

  // As soon as there is one, the session ends and the page of the tab is another.
  const ended = untilEnded(page)
  await context.setOffline(false)
  await expect(page.locator('link[href="/calendar.svg"]').first()).toBeAttached()
  await isNeutral()
  await ended
  const { rows } = await testServer.db.query(
    'SELECT count(*)::int AS n FROM session WHERE revoked_at IS NULL',
  )
  expect(rows).toEqual([{ n: 0 }])
  await page.goBack().catch(() => null)
  await expect(page.getByText(code).filter({ visible: true })).toHaveCount(0)
  await page.goto(`/cases/${code}`)
  await expect(page.getByRole('button', { name: say('accounts.signIn.submit') })).toBeVisible()

  // What was typed is still there.
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/drafts')
  await page.getByRole('button', { name: say('drafts.restore') }).click()
  await expect(page).toHaveTitle(new RegExp(code))
  await expect(page.getByLabel(say('cases.write.title'))).toHaveValue('Verzonnen zin')

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`/cases/${code}`)
    await expectNoSidewaysScroll(page)
    const over = untilEnded(page)
    await page.goto('/calendar')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await over
  }
  // On a phone it is a button.
  await signInAs(page, testServer, 'caseworker', 'de')
  await page.goto(`/cases/${code}`)
  const left = untilEnded(page)
  await page.getByRole('button', { name: sayingsIn('de')('layout.quiet.hide') }).click()
  await expect(page.locator('link[href="/calendar.svg"]').first()).toBeAttached()
  await expect(page).toHaveTitle(/^[A-Z][a-zä]+\s\d{4}$/)
  await left

  // Hidden before the application could end the session: it shows none of its pages until it has.
  // The month of before forgets that something was hidden, once it has read its answer.
  await page.goto('about:blank')
  await signInAs(page, testServer, 'caseworker')
  await page.context().addCookies([{ name: 'quiet', value: 'yes', url: testServer.url }])
  await page.goto(`/cases/${code}`)
  expect(new URL(page.url()).pathname).toBe('/calendar')
  await page.getByRole('button', { name: say('layout.quiet.back') }).click()
  await expect(page.getByRole('button', { name: say('accounts.signIn.submit') })).toBeVisible()
})

test('the month asks again until the session is over', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  let refused = 0
  await page.route('**/calendar', async (route) => {
    if (route.request().method() !== 'POST' || refused > 0) return route.continue()
    refused += 1
    await route.fulfill({ status: 503, body: 'busy' })
  })
  await page.goto('/calendar')
  await expect
    .poll(async () => {
      const { rows } = await testServer.db.query(
        'SELECT revoked_at IS NOT NULL AS over FROM session ORDER BY created_at DESC LIMIT 1',
      )
      return [refused, rows[0]?.over]
    })
    .toEqual([1, true])
})
