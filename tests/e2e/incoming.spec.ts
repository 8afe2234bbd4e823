import type { Page } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locales'
import { say } from '../support/say'
import { expect, expectAccessible, expectAwake, expectNoSidewaysScroll, signInAs, test } from './fixtures'

const PERSON = 'Zz. Q.'
const NEED = 'A bed for tonight and someone who speaks Tigrinya.'

/** A coordinator makes a link on the page of a partner of the demo, and reads it once. */
const makeLink = async (page: Page): Promise<string> => {
  await page.goto('/partners')
  await page.getByRole('link', { name: 'Foyer Les Tilleuls' }).click()
  await expectAwake(page)
  const links = page.getByRole('region', { name: say('incoming.link.title') })
  await links.getByText(say('incoming.link.new'), { exact: true }).click()
  await links.getByRole('button', { name: say('incoming.link.make') }).click()
  const address = links.getByLabel(say('incoming.link.address'), { exact: true })
  await expect(address).toHaveValue(/\/incoming\/[\w-]{43}$/)
  return address.inputValue()
}

test('a partner without an account refers someone, and a coordinator opens a file of it', async ({
  page,
  browser,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  const address = await makeLink(page)
  await expectAccessible(page)

  // Someone outside: another browser, on a telephone, without a script.
  const outside = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
    ignoreHTTPSErrors: true,
  })
  const form = await outside.newPage()
  await form.goto(address)
  await expect(form.getByRole('link', { name: '112' })).toBeVisible()
  const answer = (field: Parameters<typeof say>[0]) => form.getByLabel(say(field))
  await form.getByRole('radio', { name: say('incoming.urgency.now') }).check()
  await answer('incoming.field.person').fill(PERSON)
  await answer('incoming.field.need').fill(NEED)
  await answer('incoming.field.language').selectOption('ti')
  await form.getByRole('radio', { name: say('incoming.agreed.minor') }).check()
  await answer('incoming.field.byName').fill('Zza Invented')
  await answer('incoming.field.byPhone').fill('12')
  await form.getByRole('button', { name: say('incoming.outside.send') }).click()
  // What is to be mended is said, and nothing is lost.
  await expect(form.getByRole('alert')).toContainText(say('incoming.outside.wrong.phoneInvalid'))
  await expect(answer('incoming.field.need')).toHaveValue(NEED)
  await answer('incoming.field.byPhone').fill('02 000 00 00')
  await answer('incoming.field.agreedWhy').fill('A child of nine.')
  await form.getByRole('button', { name: say('incoming.outside.send') }).click()
  await expect(form.getByRole('heading', { level: 1 })).toHaveText(say('incoming.outside.came'))
  const receipt = ((await form.locator('.receipt').textContent()) ?? '').replace(' ', '')
  await form.goto(address)
  expect(await form.content()).not.toContain(PERSON)
  await outside.close()

  await page.goto('/enquiries/incoming')
  const line = page.getByRole('listitem').filter({ hasText: receipt })
  await expect(line).toContainText(say('incoming.urgencyShort.now'))
  await expect(page.getByRole('main')).not.toContainText(PERSON)
  await expectAccessible(page)
  await line.getByRole('link').click()
  await expect(page.getByText(NEED)).toBeVisible()
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  await expectAccessible(page)
  await page.getByRole('link', { name: say('incoming.triage.file') }).click()
  await expectAwake(page)
  await expect(page.getByLabel(say('people.field.name'), { exact: true })).toHaveValue(PERSON)
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page).toHaveURL(/\/cases\/[^/]+\?file=/)
  // All of it is a note of the file, and nothing waits any more.
  await expect(page.getByText('Zza Invented').first()).toBeVisible()
  await page.goto('/enquiries/incoming')
  await expect(page.getByRole('link').filter({ hasText: receipt })).toHaveCount(0)
})

test('@sweep the form of a partner in every language, in the light and in the dark', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  const address = await makeLink(page)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const language of LOCALES.codes) {
      await page.emulateMedia({ colorScheme })
      for (const where of [address, `${address}x`]) {
        await page.goto(`${where}?l=${language}`)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await page.setViewportSize({ width: 320, height: 800 })
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
    }
})
