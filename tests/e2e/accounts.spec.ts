import type { Browser, Page } from '@playwright/test'
import { saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, PEOPLE, signInAs, test } from './fixtures'
import { codeOnPage } from './organisation'

const PASSWORD = 'lantern gravel piano otter'
const PHONE = { width: 390, height: 844 }

const newPage = async (browser: Browser, baseURL: string): Promise<Page> =>
  (await browser.newContext({ baseURL })).newPage()

const signInWith = async (page: Page, email: string, password: string): Promise<void> => {
  await page.getByLabel(say('accounts.signIn.email')).fill(email)
  await page.getByLabel(say('accounts.signIn.password')).fill(password)
  await page.getByLabel(say('accounts.signIn.password')).press('Enter')
}

test('an invited coordinator sets up their account and its second step, leaves and comes back', async ({
  page,
  testServer,
  browser,
}, info) => {
  const email = `noor.${info.workerIndex}.${Date.now()}@havenlicht.example`
  await signInAs(page, testServer, 'admin')
  await page.goto('/accounts')
  await page.getByLabel(say('accounts.invite.email')).fill(email)
  await page.getByRole('radio', { name: say('accounts.role.coordinator') }).check()
  await page
    .getByLabel(say('accounts.invite.team'), { exact: true })
    .selectOption({ label: 'Bruxelles / Brussel' })
  await page.getByRole('button', { name: say('accounts.invite.submit') }).click()
  const link = await page.getByLabel(say('accounts.invite.link', { email })).inputValue()
  await expect(page.getByText(email, { exact: true })).toBeVisible()

  const theirs = await newPage(browser, testServer.url)
  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { level: 1 })).toContainText(saidAs('accounts.accept.title'))
  expect(theirs.url()).not.toContain('#')
  await expectAccessible(theirs)
  await theirs.getByLabel(say('accounts.accept.name')).fill('Noor Voorbeeld')
  await theirs.getByLabel(say('accounts.accept.password')).fill('too short')
  await theirs.getByLabel(say('accounts.accept.again')).fill('too short')
  await theirs.getByRole('button', { name: say('accounts.accept.submit') }).click()
  await expect(theirs.getByRole('alert').filter({ hasText: saidAs('errors.passwordTooShort') })).toBeFocused()
  await theirs.getByLabel(say('accounts.accept.password')).fill(PASSWORD)
  await theirs.getByLabel(say('accounts.accept.again')).fill(PASSWORD)
  await theirs.getByRole('button', { name: say('accounts.accept.submit') }).click()

  await theirs.waitForURL('**/sign-in/enrol')
  await expectAccessible(theirs)
  await theirs.getByLabel(say('accounts.enrol.label')).fill('000000')
  await theirs.getByRole('button', { name: say('accounts.enrol.submit') }).click()
  await expect(theirs.getByRole('alert').filter({ hasText: say('errors.codeNotAccepted') })).toBeFocused()
  await theirs.getByLabel(say('accounts.enrol.label')).fill(await codeOnPage(theirs))
  await theirs.getByRole('button', { name: say('accounts.enrol.submit') }).click()
  await expect(theirs.getByRole('heading', { name: say('accounts.recovery.title') })).toBeFocused()
  const codes = await theirs.getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await expectAccessible(theirs)
  await theirs.getByRole('button', { name: say('accounts.recovery.kept') }).click()

  // A link alone opens nothing: a coordinator who knows the person says that it is them.
  await theirs.waitForURL('**/sign-in/waiting')
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(say('accounts.waitingAccounts.title'))
  await expectAccessible(theirs)
  await expectNoSidewaysScroll(theirs)
  await theirs.goto('/cases')
  await theirs.waitForURL('**/sign-in/waiting**')
  await page.reload()
  await expect(page.getByRole('row').filter({ hasText: 'Noor Voorbeeld' })).toContainText(
    say('accounts.people.awaited'),
  )
  const corina = await newPage(browser, testServer.url)
  await signInAs(corina, testServer, 'coordinator')
  await corina.goto('/')
  // What one decides is never behind a button.
  await corina.getByRole('link', { name: say('today.first.openAccount', { name: 'Noor Voorbeeld' }) }).click()
  await corina.waitForURL('**/team#accounts')
  await expectAccessible(corina)
  await corina
    .getByRole('button', {
      name: `${say('team.accounts.vouch')} ${say('team.accounts.vouchFor', { name: 'Noor Voorbeeld' })}`,
    })
    .click()
  await expect(corina.getByRole('heading', { name: say('team.accounts.title') })).toHaveCount(0)
  await theirs.getByRole('link', { name: say('accounts.waitingAccounts.again') }).click()
  await theirs.waitForURL('**/cases')

  await theirs.goto('/accounts/me')
  await theirs.getByRole('button', { name: say('accounts.me.everywhere') }).click()
  await theirs.waitForURL('**/sign-in')
  await signInWith(theirs, email.toUpperCase(), PASSWORD)
  await theirs.waitForURL('**/sign-in/code')
  await expectAccessible(theirs)
  await theirs.goto('/cases')
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(say('accounts.me.secondStep'))
  await theirs.getByLabel(say('accounts.code.label'), { exact: true }).fill(codes[3]?.toLowerCase() ?? '')
  await theirs.getByRole('button', { name: say('accounts.code.submit') }).click()
  // Back to the page that was asked for before the second step.
  await theirs.waitForURL('**/cases')

  await theirs.goto(link)
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(say('accounts.accept.closedTitle'))

  // They forgot it: the admin makes a link, they choose, and the second step is asked as ever.
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'Noor Voorbeeld' }).first().click()
  await page.getByRole('button', { name: say('accounts.reset.make') }).click()
  await expect(page.getByLabel(say('accounts.reset.link', { name: 'Noor Voorbeeld' }))).toBeVisible()
  await expectAccessible(page)
  await theirs.goto(
    await page.getByLabel(say('accounts.reset.link', { name: 'Noor Voorbeeld' })).inputValue(),
  )
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(say('accounts.reset.title'))
  expect(theirs.url()).not.toContain('#')
  await expectAccessible(theirs)
  await theirs.getByLabel(say('accounts.me.next'), { exact: true }).fill('velvet window harbour moss')
  await theirs.getByLabel(say('accounts.me.again')).fill('velvet window harbour moss')
  await theirs.getByRole('button', { name: say('accounts.reset.submit') }).click()
  await theirs.waitForURL('**/sign-in/code')
})

test('a refused sign-in says the same for an unknown and a known address, and what to do', async ({
  page,
  testServer,
}) => {
  await page.goto('/sign-in')
  const words: string[] = []
  for (const email of ['nobody@havenlicht.example', 'casimir.caseworker@demo.invalid']) {
    await signInWith(page, email, 'not this one at all')
    const refusal = page.getByRole('alert').filter({ hasText: say('errors.signInNotAccepted') })
    await expect(refusal).toBeVisible()
    words.push((await refusal.textContent()) ?? '')
    await expect(page.getByLabel(say('accounts.signIn.email'))).toHaveValue(email)
    await page.reload()
  }
  expect(words[0]).toBe(words[1])
  await expect(page.getByLabel(say('accounts.signIn.email'))).toHaveAttribute('autocomplete', 'username')
  await expect(page.getByLabel(say('accounts.me.password'))).toHaveAttribute(
    'autocomplete',
    'current-password',
  )
  expect(await testServer.db.query("SELECT 1 FROM throttle WHERE key LIKE '%casimir%'")).toMatchObject({
    rowCount: 0,
  })
})

test('one press enters the demo, and the way back leads nowhere else', async ({ page, testServer }) => {
  await page.goto('/accounts/me')
  await page.waitForURL('**/sign-in?back=*')
  await page.getByRole('button', { name: PEOPLE.caseworker }).click()
  await page.waitForURL('**/accounts/me')
  await page.goto('/sign-in?back=//elsewhere.example/')
  await page.waitForURL(`${testServer.url}/`)
})

test('another session is ended, and opens nothing from the next click on', async ({
  page,
  testServer,
  browser,
}) => {
  const other = await newPage(browser, testServer.url)
  await signInAs(page, testServer, 'stranger')
  await signInAs(other, testServer, 'stranger')
  await other.goto('/accounts/me')
  await page.goto('/accounts/me')
  // While it works the button bears another name: the answer tells that it is done.
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/accounts/me'),
  )
  await page.getByRole('button', { name: say('accounts.me.endOthers') }).click()
  await answered
  await expect(page.getByRole('button', { name: say('accounts.me.endOthers') })).toHaveCount(0)
  await other.reload()
  await other.waitForURL('**/sign-in**')
  await expect(other.getByText('ada.admin@demo.invalid')).toHaveCount(0)
})

test('an admin accredits a colleague, switches the account off and on again', async ({
  page,
  testServer,
  browser,
}) => {
  const colleague = await newPage(browser, testServer.url)
  await signInAs(colleague, testServer, 'guest')
  await colleague.goto('/accounts/me')
  await signInAs(page, testServer, 'admin')
  await page.goto('/accounts')
  await page.getByRole('link', { name: PEOPLE.guest }).click()
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}$/)
  await expectAccessible(page)
  await page.getByLabel(say('accounts.colleague.centre')).selectOption({ index: 1 })
  for (const [group, day] of [
    ['accounts.colleague.from', ['1', '3', '2026']],
    ['accounts.colleague.until', ['28', 'February', '2027']],
  ] as const)
    for (const [at, box] of (['forms.day', 'forms.month', 'forms.year'] as const).entries())
      await page
        .getByRole('group', { name: say(group), exact: true })
        .getByLabel(say(box))
        .fill(day[at] ?? '')
  await page.getByRole('button', { name: say('accounts.colleague.saveAccreditation'), exact: true }).click()
  await expect(page.getByText('1 March 2026 – 28 February 2027')).toBeVisible()
  await page.getByRole('button', { name: say('accounts.colleague.deactivate') }).click()
  await expect(page.getByRole('button', { name: say('accounts.colleague.reactivate') })).toBeVisible()
  await colleague.reload()
  await colleague.waitForURL('**/sign-in**')
  await page.getByRole('button', { name: say('accounts.colleague.reactivate') }).click()
  await expect(page.getByRole('button', { name: say('accounts.colleague.deactivate') })).toBeVisible()
})

for (const locale of LOCALES)
  test(`the pages of sign-in and accounts stand in ${locale}, on a phone too, and axe finds nothing`, async ({
    page,
    testServer,
  }) => {
    await page.context().addCookies([{ name: 'locale', value: locale, url: testServer.url }])
    for (const path of ['/sign-in', '/accept-invitation', '/reset-password']) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
    }
    await signInAs(page, testServer, 'admin', locale)
    await page.setViewportSize(PHONE)
    for (const path of ['/accounts', '/accounts/me', '/sign-in/enrol']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
  })
