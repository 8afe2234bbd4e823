// The first people of a new organisation, in a browser: an admin, an office, a caseworker, a visit.
import { type Browser, chromium, expect, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { visitCards } from '../e2e/visit-cards'
import { say } from '../support/say'

const PASSWORD = 'lantern gravel piano otter'
const EMAIL = 'willem@verzonnen.example'
const NOTE = 'Arrived on Sunday, sleeps badly.'
expect.configure({ timeout: 20_000 })

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(process.env.CHROMIUM_PATH === undefined ? {} : { executablePath: process.env.CHROMIUM_PATH }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-quic'],
  })

/** The proxy of this machine signs its own certificate. */
const newPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Brussels',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  return context.newPage()
}

const accept = async (page: Page, link: string, name: string): Promise<void> => {
  await page.goto(link)
  await page.getByLabel(say('accounts.accept.name')).fill(name)
  await page.getByLabel(say('accounts.accept.password')).fill(PASSWORD)
  await page.getByLabel(say('accounts.accept.again')).fill(PASSWORD)
  await page.getByRole('button', { name: say('accounts.accept.submit') }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/accept-invitation'))
}

/** Where the role wants a second step: the code an app on a telephone would show. */
const enrol = async (page: Page): Promise<void> => {
  await page.waitForURL('**/sign-in/enrol')
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? ''
  const code = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()
  await page.getByLabel(say('accounts.enrol.label')).fill(code)
  await page.getByRole('button', { name: say('accounts.enrol.submit') }).click()
  await page.getByRole('button', { name: say('accounts.recovery.kept') }).click()
}

/** @returns the page of the admin, signed in, with an office */
export const firstAdmin = async (browser: Browser, link: string): Promise<Page> => {
  const page = await newPage(browser)
  await accept(page, link, 'Anna Verzonnen')
  await enrol(page)
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await page.goto(new URL('/settings/offices', link).href)
  const office = page.getByRole('region', { name: say('settings.offices.new') })
  await office.getByLabel(say('settings.offices.name')).fill('Brussel')
  await office.getByRole('button', { name: say('settings.offices.add') }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Brussel' })).toBeVisible()
  await page.goto(new URL('/accounts', link).href)
  return page
}

export type Visit = { readonly page: Page; readonly url: string }

/** Invites a caseworker, who logs a visit. @returns the page of the visit */
export const firstVisit = async (browser: Browser, admin: Page): Promise<Visit> => {
  await admin.reload()
  await admin.getByLabel(say('accounts.invite.email')).fill(EMAIL)
  await admin.getByRole('radio', { name: say('accounts.role.caseworker') }).check()
  await admin.getByLabel(say('accounts.invite.team'), { exact: true }).selectOption({ label: 'Brussel' })
  await admin.getByRole('button', { name: say('accounts.invite.submit') }).click()
  const link = await admin.getByLabel(say('accounts.invite.link', { email: EMAIL })).inputValue()

  const page = await newPage(browser)
  await accept(page, link, 'Willem Verzonnen')
  await page.goto(new URL('/detention/new', link).href)
  await page.getByRole('main').locator('a[href*="/detention/new?"]').first().click()
  await page.getByRole('button', { name: say('detention.form.addNew') }).click()
  const card = visitCards(page).nth(-1)
  await card.getByLabel(say('detention.form.name')).fill('Belio Inventis')
  await card.getByLabel(say('detention.form.note'), { exact: true }).fill(NOTE)
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.getByRole('button', { name: say('detention.form.save') }).click()
  await page.waitForURL(/\/detention\/[0-9a-f-]{36}$/)
  await expect(page.getByText(NOTE).first()).toBeVisible()
  return { page, url: page.url() }
}

export const readsVisit = async ({ page, url }: Visit): Promise<void> => {
  await page.goto(url)
  await expect(page.getByText(NOTE).first()).toBeVisible()
}

/** A restore ends every session. */
export const signInAgain = async ({ page, url }: Visit): Promise<void> => {
  await page.goto(url)
  await page.waitForURL('**/sign-in**')
  await page.getByLabel(say('accounts.signIn.email')).fill(EMAIL)
  await page.getByLabel(say('accounts.signIn.password')).fill(PASSWORD)
  await page.getByLabel(say('accounts.signIn.password')).press('Enter')
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'))
}
