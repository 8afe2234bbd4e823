import type { Locator, Page } from '@playwright/test'
import { pressOf, saidAs, say, sayingsIn, starting } from '../../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from '../fixtures'
import { openVisitCard } from '../visit-cards'

const place = (page: Page, key: 'settings' | 'caseload') =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: starting(say(`menu.place.${key}`)) })
    .first()
const fold = (page: Page, press: string, of: string): Locator =>
  page.locator('summary').filter({ hasText: new RegExp(`${pressOf(press, of).source}$`) })

test('an organisation says what it is called, where it works, its days, words and places, and the work follows', async ({
  page,
  testServer,
}) => {
  test.setTimeout(120_000)
  const main = page.getByRole('main')
  const late = main.getByText(saidAs('cases.why.unseen')).or(main.getByText(saidAs('cases.why.silence')))
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  await place(page, 'caseload').click()
  await expect(fileCodes(page).first()).toBeVisible()
  const before = await late.count()

  await signInAs(page, testServer, 'admin')
  await page.goto('/')
  await place(page, 'settings').click()
  await main.getByRole('link', { name: say('settings.goOn') }).click()
  const step = (key: 'name' | 'offices' | 'work' | 'places' | 'lists') =>
    page.getByRole('heading', { level: 2, name: say(`setup.step.${key}.name`) })
  const saveOn = main.getByRole('button', { name: say('setup.saveOn') })

  await expect(step('name')).toBeVisible()
  await main.getByLabel(say('settings.label.organisation.name'), { exact: true }).fill('Verzonnen Bijstand')
  await saveOn.click()
  await expect(step('offices')).toBeVisible()
  await expect(page.getByText('Verzonnen Bijstand').filter({ visible: true }).first()).toBeVisible()
  await main.getByLabel(say('settings.offices.name'), { exact: true }).fill('Verzonnen Kortrijk')
  await main.getByRole('button', { name: say('settings.offices.add') }).click()
  await expect(main.getByRole('listitem').filter({ hasText: 'Verzonnen Kortrijk' })).toBeVisible()
  await main.getByRole('button', { name: say('setup.goOn'), exact: true }).click()

  await expect(step('work')).toBeVisible()
  for (const who of ['held', 'high', 'medium', 'low'] as const)
    await main.getByLabel(say(`settings.unseen.${who}`), { exact: true }).fill('45')
  await saveOn.click()
  await expect(step('places')).toBeVisible()
  await main
    .locator('summary')
    .filter({ hasText: say('setup.another') })
    .click()
  await main.getByLabel('English', { exact: true }).fill('Shelter De Vlinder')
  await main.getByRole('button', { name: say('settings.places.add') }).click()
  await expect(main.getByRole('checkbox', { name: 'Shelter De Vlinder' })).toBeChecked()
  await saveOn.click()

  await expect(step('lists')).toBeVisible()
  await main.getByRole('link', { name: say('setup.more.topics') }).click()
  const topicsPage = page.getByRole('heading', {
    level: 1,
    name: say('settings.lists.name.encounter_topic'),
  })
  await expect(topicsPage).toBeVisible()
  const change = say('settings.lists.change')
  const family = main.getByRole('listitem').filter({ has: fold(page, change, 'Family') })
  await fold(page, change, 'Family').click()
  await family.getByLabel('English', { exact: true }).first().fill('Relatives')
  await family.getByRole('button', { name: say('settings.lists.save') }).click()
  await expect(main.getByText('Relatives', { exact: true })).toBeVisible()
  const add = fold(page, say('settings.lists.add'), 'Health')
  const health = main.getByRole('listitem').filter({ has: add })
  await add.click()
  await health.getByLabel('English', { exact: true }).last().fill('Diabetes')
  await health.getByRole('button', { name: say('settings.lists.addNow') }).click()
  await expect(health.getByRole('listitem').filter({ hasText: 'Diabetes' })).toBeVisible()

  // What counts the days anew runs beside the server, and beside the one of the tests nothing runs.
  await testServer.db.query('SELECT app.recount_silence(5000)')
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  await place(page, 'caseload').click()
  await expect(fileCodes(page).first()).toBeVisible()
  expect(await late.count()).toBeLessThan(before)

  await page.goto('/')
  await main.locator('a[href="/detention/new"]').first().click()
  await main.getByRole('button', { name: say('detention.form.headerRight') }).click()
  const card = await openVisitCard(page)
  await card.getByRole('radio', { name: say('detention.answer.seen'), exact: true }).click()
  const topics = card.getByRole('group', { name: say('detention.form.topics') })
  await topics.getByRole('button').first().click()
  await expect(topics.getByRole('checkbox', { name: 'Relatives', exact: true })).toBeVisible()
  await expect(topics.getByRole('checkbox', { name: 'Family', exact: true })).toHaveCount(0)
  await topics.getByRole('checkbox', { name: 'Diabetes', exact: true }).click()

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('button', { name: say('layout.more'), exact: true }).click()
  const begin = page.getByRole('link', { name: say('menu.begin.newActivity'), exact: true })
  await begin.filter({ visible: true }).click()
  await main.locator('a[href*="/activities?file="]').first().click()
  const where = main.getByLabel(say('activities.field.place'), { exact: true })
  await expect(where.locator('option').filter({ hasText: 'Shelter De Vlinder' })).toBeAttached()
  await page.setViewportSize({ width: 1366, height: 768 })

  await signInAs(page, testServer, 'admin')
  await page.goto('/')
  await place(page, 'settings').click()
  await main.getByRole('link', { name: starting(say('settings.page.lists.title')) }).click()
  await main.getByRole('link', { name: starting(say('settings.lists.name.encounter_topic')) }).click()
  await fold(page, say('settings.history.title', { count: 1 }), 'Relatives').click()
  await main.getByRole('button', { name: pressOf(say('settings.history.undo'), 'Relatives') }).click()
  await expect(main.getByText('Relatives', { exact: true })).toHaveCount(0)
  await expect(fold(page, change, 'Family')).toBeVisible()
})

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
