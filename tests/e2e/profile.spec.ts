import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { PLAIN_SESSION_COOKIE } from '../../lib/shared/cookie.rules'
import { say } from '../support/say'
import { findOnDisk, wholeChromium } from './browser-profile'
import { expect, fileCodes, openPalette, signInAs, test } from './fixtures'

/** A field that asks for nothing: what stands in it shows that this browser keeps what it may, and when it has done so. */
const PLAIN = 'Zzplain field of another site'
const openPlain = async (page: Page): Promise<void> => {
  await page.route('**/plain', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Plain</title><textarea></textarea>',
    }),
  )
  await page.goto('/plain')
  await page.getByRole('textbox').fill(PLAIN)
}

test('what is typed and not sent stands nowhere in the profile of the browser', async ({ testServer }) => {
  // Five pages of a browser that keeps everything take their time.
  test.setTimeout(180_000)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-'))
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: wholeChromium(),
    baseURL: testServer.url,
    locale: 'en-GB',
  })
  const signIn = browser.pages()[0] ?? (await browser.newPage())
  await signIn.goto('/sign-in')
  await signIn.getByLabel(say('accounts.signIn.email')).fill('zztyped.address@example.org')

  const visit = await browser.newPage()
  await signInAs(visit, testServer, 'caseworker')
  await visit.goto('/detention/new?centre=')
  await visit.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  const card = visit.locator('li[id^="card-"]').first()
  const toggle = card.getByRole('button').first()
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
  await card.getByLabel(say('detention.form.note')).fill('Zztyped at a visit, not slept')

  const caseload = await browser.newPage()
  await caseload.goto('/cases')
  await fileCodes(caseload).first().click()
  await caseload.getByLabel(say('cases.write.title')).fill('Zztyped into a file, unsent')
  const search = await browser.newPage()
  await search.goto('/')
  await (await openPalette(search)).fill('Zztyped name looked for')

  await openPlain(await browser.newPage())
  // The browser asks its pages for what stands in them when their address changes, and writes it at the latest when it ends.
  for (const page of browser.pages())
    await page.evaluate(() => history.pushState(null, '', `${location.pathname}${location.search}#kept`))
  const [session] = (await browser.cookies()).filter(({ name }) => name === PLAIN_SESSION_COOKIE)
  await browser.close()

  expect(findOnDisk(folder, PLAIN)).not.toEqual([])
  for (const secret of ['Zztyped', 'zztyped', 'not slept', 'Casimir', session?.value ?? 'no session'])
    expect(findOnDisk(folder, secret), secret).toEqual([])
  fs.rmSync(folder, { recursive: true, force: true })
})
