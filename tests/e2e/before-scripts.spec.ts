import type { Page } from '@playwright/test'
import { saidAs, say } from '../support/say'
import { expect, expectAwake, PEOPLE, signInAs, test } from './fixtures'

// The moment before the scripts of a page have come, which is seconds in a train, for as long as the test needs.

const holdScripts = async (page: Page): Promise<() => void> => {
  let bring: () => void = () => undefined
  const come = new Promise<void>((resolve) => {
    bring = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await come
    await route.continue()
  })
  return bring
}

test('what is typed into the search before the scripts come is there when they have', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const bring = await holdScripts(page)
  await page.goto('/people/search', { waitUntil: 'commit' })
  const line = page.getByRole('searchbox', { name: say('find.sentence') })
  await line.fill('somebody invented')
  bring()
  await expectAwake(page)
  await expect(line).toHaveValue('somebody invented')
  await line.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: saidAs('find.count') })).toBeVisible()
})

test('what a password manager fills before the scripts come is sent when they have', async ({ page }) => {
  const bring = await holdScripts(page)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await page.getByLabel(say('accounts.signIn.email')).fill('early@example.invalid')
  await page.getByLabel(say('accounts.signIn.password'), { exact: true }).fill('invented pass phrase')
  bring()
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: say('accounts.signIn.submit') }).click()
  const given = new URLSearchParams((await sent).postData() ?? '')
  expect([given.get('email'), given.get('password')]).toEqual([
    'early@example.invalid',
    'invented pass phrase',
  ])
  await expect(page.getByRole('alert').first()).toBeVisible()
})

test('the button hides the page before its scripts have come, and the session ends as soon as they have', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const bring = await holdScripts(page)
  await page.goto('/cases', { waitUntil: 'commit' })
  await page.getByRole('button', { name: say('layout.quiet.hide') }).click()
  await expect(page.locator('[data-quiet-page]')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/calendar')
  const live = async () =>
    (await testServer.db.query('SELECT FROM session WHERE revoked_at IS NULL')).rowCount
  const before = (await live()) ?? 0
  bring()
  await expect.poll(live).toBe(before - 1)
  await page.goBack()
  await expect(page.getByRole('button', { name: say('accounts.signIn.submit') })).toBeVisible()
})

test.describe('before the scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('anyone who presses Enter too early has no password in the address, and sends nothing', async ({
    page,
  }) => {
    await page.goto('/sign-in')
    const asked: string[] = []
    page.on('request', (request) => {
      // Fonts come when they come.
      if (request.isNavigationRequest()) asked.push(request.url())
    })
    await page.getByLabel(say('accounts.signIn.email')).fill('early@example.invalid')
    await page.getByLabel(say('accounts.signIn.password'), { exact: true }).fill('invented pass phrase')
    await page.getByLabel(say('accounts.signIn.password'), { exact: true }).press('Enter')
    await expect(page.getByRole('button', { name: say('accounts.signIn.submit') })).toBeDisabled()
    expect(asked).toEqual([])
    // A password manager may press it all the same.
    await page.locator('form').evaluate((form: HTMLFormElement) => form.submit())
    await expect(page.getByLabel(say('accounts.signIn.password'), { exact: true })).toHaveValue('')
    await expect(page).toHaveURL('/sign-in')
    expect(asked.join()).not.toMatch(/early|invented/)
  })

  test('a form says what stands in the file, and takes nothing yet', async ({ page, testServer }) => {
    const { rows } = await testServer.db.query<{ code: string }>(
      `SELECT code FROM case_file
     WHERE risk = 'high' AND secrecy = 'open' AND closed_on IS NULL AND worker_id = (SELECT id FROM staff WHERE name = $1)
     ORDER BY code LIMIT 1`,
      [PEOPLE.caseworker],
    )
    await signInAs(page, testServer, 'caseworker')
    await page.goto(`/cases/${rows[0]?.code}/details`)
    await page.getByText(say('cases.details.change'), { exact: true }).click()
    const risk = page.getByLabel(say('cases.details.risk'), { exact: true })
    await expect(risk.locator('option:checked')).toHaveText('High')
    await expect(risk).toBeDisabled()
  })

  test('boxes that no one would count take no tick yet', async ({ page, testServer }) => {
    await signInAs(page, testServer, 'coordinator')
    await page.goto('/cases')
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await expect(page.getByRole('checkbox', { name: saidAs('bulk.select.one') })).toHaveCount(0)
  })
})
