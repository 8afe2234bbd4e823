import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { part, saidAs, say, several } from '../support/say'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'

test.describe.configure({ timeout: 120_000 })

/** What may stand between the beginning of the page and its first row, px: with a bar of 56 above it, 190 and 200. */
const MOST_ABOVE = 134
const MOST_ABOVE_PHONE = 144

// Without the link that removes them all.
const active = (page: Page) =>
  page
    .getByRole('list', { name: say('caseload.filter.active') })
    .getByRole('listitem')
    .filter({ hasText: say('caseload.filter.remove') })
const fold = (page: Page, name: string | RegExp) => page.locator('summary').filter({ hasText: name })
const openFold = (page: Page, name: string | RegExp) => fold(page, name).press('Enter')
const openFilters = (page: Page) => openFold(page, new RegExp(`${part(say('caseload.filter.open')).source}$`))
const tick = async (page: Page, group: string, name: string) => {
  const box = page
    .getByRole('group', { name: group, exact: true })
    .getByRole('checkbox', { name, exact: true })
  await box.focus()
  await page.keyboard.press('Space')
}

test('filters apply at once, turn round, ask for what is empty and go away one by one, by keyboard', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  const count = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: saidAs('caseload.count', { total: /\d/ }) })
    .first()
  await expect(count).toBeVisible()
  await expectAwake(page)
  await openFilters(page)
  await tick(page, say('caseload.filter.field.status'), 'Active')
  await expect(page).toHaveURL(/status=active/)
  await expect(active(page)).toHaveCount(1)
  await tick(page, say('caseload.filter.field.status'), say('caseload.filter.not'))
  await expect(page).toHaveURL(/not=status/)
  await expect(active(page)).toContainText([
    say('caseload.filter.isNot', { field: say('caseload.filter.field.status'), value: 'Active' }),
  ])
  await tick(page, say('caseload.filter.field.nationality'), say('caseload.filter.none'))
  await expect(page).toHaveURL(/nationality=none/)
  await expect(active(page)).toHaveCount(2)
  await expectAccessible(page)
  const chip = say('caseload.filter.is', {
    field: say('caseload.filter.field.nationality'),
    value: say('caseload.filter.none'),
  })
  await page.getByRole('link', { name: chip }).focus()
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/nationality/)
  await expect(active(page)).toHaveCount(1)
  // The box in the panel, which closed when the focus left it, follows the chip that was taken away.
  await expect(page.getByRole('group', { name: say('caseload.filter.field.nationality') })).toBeHidden()
  await openFilters(page)
  await expect(
    page
      .getByRole('group', { name: say('caseload.filter.field.nationality') })
      .getByRole('checkbox', { name: say('caseload.filter.none') }),
  ).not.toBeChecked()
})

test('the heads of the columns order the list and say how', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  const head = page.getByRole('columnheader', { name: say('caseload.column.silence') })
  // People in danger come first: the order of why a file asks for attention now.
  await expect(page.getByRole('columnheader', { name: say('caseload.column.why') })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(head).toHaveAttribute('aria-sort', 'none')
  await head.getByRole('link').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await head.getByRole('link').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/sort=-silence/)
  await openFold(page, new RegExp(`^${part(say('caseload.look.open')).source}$`))
  await tick(page, say('caseload.look.columns'), say('caseload.column.place'))
  await expect(page.getByRole('columnheader', { name: say('caseload.column.place') })).toHaveCount(0)
  await tick(page, say('caseload.look.columns'), say('caseload.column.worker'))
  await expect(page.getByRole('columnheader', { name: say('caseload.column.worker') })).toBeVisible()
  await expect(page).toHaveURL(/sort=-silence&column=person&column=silence&column=step&column=worker$/)
})

test('a view is saved, changed, put back, sent to a colleague and removed', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases?missing=step')
  await openFold(page, say('views.save'))
  await page.getByLabel(say('views.name')).fill('Without a step')
  await page.getByLabel(say('views.whose')).selectOption({ index: 1 })
  await expectAccessible(page)
  await page.getByRole('button', { name: say('views.save') }).press('Enter')
  const tab = page.getByRole('link', { name: /^Without a step/ })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  const shared = page.url()

  await openFilters(page)
  await tick(page, say('caseload.filter.field.missing'), say('caseload.missing.age'))
  await expect(tab).toContainText(say('views.changed'))
  await page.getByRole('button', { name: say('views.saveChange') }).press('Enter')
  await expect(tab).not.toContainText(say('views.changed'))
  await openFilters(page)
  await tick(page, say('caseload.filter.field.missing'), say('caseload.missing.language'))
  await expect(tab).toContainText(say('views.changed'))
  await page.getByRole('link', { name: say('views.reset') }).press('Enter')
  await expect(page).not.toHaveURL(/language/)

  await page.context().clearCookies()
  await signInAs(page, testServer, 'caseworker')
  await page.goto(shared)
  await expect(active(page)).toHaveCount(1)

  await page.context().clearCookies()
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  await tab.press('Enter')
  await openFold(page, say('views.change'))
  await page.getByRole('button', { name: say('views.remove') }).press('Enter')
  await expect(tab).toHaveCount(0)
})

test('a coordinator dates the next step of several files at once, reads what was not done, and undoes it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  const bar = page.getByRole('region', { name: say('bulk.select.bar') })
  await expect(bar.getByRole('status')).toHaveText(say('bulk.select.chosen', { count: 0 }))
  const first = page.getByRole('checkbox', { name: saidAs('bulk.select.one') }).first()
  await expect(first).toBeEnabled()
  await first.press('Space')
  await expect(bar.getByRole('status')).toHaveText(say('bulk.select.chosen', { count: 1 }))
  await bar.getByRole('button', { name: saidAs('bulk.select.matching', { total: /\d+/ }) }).press('Enter')
  await first.press('Space')
  await expect(first).not.toBeChecked()
  await bar.getByRole('button', { name: say('bulk.stepOn') }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('forms.day'), { exact: true }).fill('24')
  await dialog.getByLabel(say('forms.month'), { exact: true }).fill('12')
  await dialog.getByLabel(say('forms.year'), { exact: true }).fill('2099')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: several((count) => say('bulk.save', { count })) }).press('Enter')
  const said = dialog.getByRole('status').filter({ hasText: saidAs('bulk.done') })
  await expect(said).toHaveText(several((count) => say('bulk.done', { count })))
  await expect(said).toBeFocused()
  // Seventy years ahead: what the change set, not the one file that was left out of it.
  await expect(page.getByRole('cell', { name: /2099$/ }).first()).toBeAttached()
  await dialog.getByRole('button', { name: say('bulk.undo') }).press('Enter')
  await expect(
    dialog.getByRole('status').filter({ hasText: several((count) => say('bulk.undone', { count })) }),
  ).toBeFocused()
  await dialog
    .getByRole('button', { name: say('bulk.close'), exact: true })
    .last()
    .press('Enter')
  await expect(bar.getByRole('status')).toHaveText(say('bulk.select.chosen', { count: 0 }))
  const { rows } = await testServer.db.query(`SELECT 1 FROM case_file WHERE next_step_on = '2099-12-24'`)
  expect(rows).toEqual([])
})

test('a caseworker sees their list and no bar', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  await expect(fileCodes(page).first()).toBeVisible()
  await expect(page.getByRole('checkbox', { name: saidAs('bulk.select.one') })).toHaveCount(0)
})

test('the list is printed across the sheet, with codes and initials and who printed it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases?sort=step')
  await page.getByRole('link', { name: say('caseload.look.print') }).press('Enter')
  await expect(page).toHaveURL(/\/cases\/print\?sort=step/)
  await expect(page.getByRole('main')).toContainText(say('caseload.print.by', { name: PEOPLE.coordinator }))
  await expect(page.getByRole('main')).toContainText(say('caseload.print.confidential'))
  await expectAccessible(page)
  const { rows } = await testServer.db.query('SELECT DISTINCT text FROM person_name WHERE length(text) > 5')
  const words = (await page.getByRole('main').textContent()) ?? ''
  for (const { text } of rows) expect(words).not.toContain(String(text))
})

for (const locale of LOCALES)
  test(`the caseload stands in ${locale}, at every width`, async ({ page, testServer }) => {
    test.setTimeout(120_000)
    await signInAs(page, testServer, 'coordinator', locale)
    const few = '/cases?signal=critical'
    for (const path of [few, '/cases/print']) {
      await page.goto(path)
      await unfoldAll(page)
      for (const width of [1366, 390, 320]) {
        await page.setViewportSize({ width, height: 900 })
        await expectNoSidewaysScroll(page)
      }
    }
    // A list of fifty takes axe a quarter of a minute and holds nothing that a short one does not.
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(few)
    await expectAccessible(page)
  })

/** A named person of a file that the demo coordinator may open, by the name that lists show. */
const givenNamed = async (page: Page) => {
  const name = (await page.getByRole('rowheader').locator('bdi span').first().textContent()) ?? ''
  expect(name).toMatch(/\p{L}{3,}/u)
  return name
}

test('fourteen people stand whole on the screen of a laptop, the first where the eye is', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto('/cases')
  const { start, tops, heights, bottoms } = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('main tbody tr')].map((row) => row.getBoundingClientRect())
    return {
      start: document.querySelector('main')?.getBoundingClientRect().top ?? 0,
      tops: boxes.map(({ top }) => top),
      heights: boxes.map(({ height }) => height),
      bottoms: boxes.map(({ bottom }) => bottom),
    }
  })
  // Below the frame of the page, which has tests of its own.
  expect((tops[0] ?? 0) - start).toBeLessThanOrEqual(MOST_ABOVE)
  for (const height of heights) expect(height).toBeLessThanOrEqual(41)
  expect(bottoms.filter((bottom) => bottom - start <= 768 - 56)).toHaveLength(14)
  // On a phone a card of three lines.
  await page.setViewportSize({ width: 390, height: 844 })
  const card = await page.locator('main tbody tr').first().boundingBox()
  expect(card?.height).toBeLessThanOrEqual(88)
  const above = await page.evaluate(
    () =>
      (document.querySelector('main tbody tr')?.getBoundingClientRect().top ?? 0) -
      (document.querySelector('main')?.getBoundingClientRect().top ?? 0),
  )
  expect(above).toBeLessThanOrEqual(MOST_ABOVE_PHONE)
})

test('people stand by name on screen, by initials on paper and in discreet mode, and in no address and no title', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  const name = await givenNamed(page)
  const shown = page.getByRole('main').getByText(name, { exact: true }).filter({ visible: true })
  await expect(shown.first()).toBeVisible()
  const row = page.locator('main tbody tr').first()
  await page.emulateMedia({ media: 'print' })
  await expect(shown).toHaveCount(0)
  await expect(row.locator('bdi span').filter({ visible: true }).first()).toHaveText(
    /^(\p{L}\.)( \p{L}\.)*$/u,
  )
  // The words of a step may name someone.
  await expect(page.locator('main td.step').filter({ visible: true })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })

  await expectAwake(page)
  await page.getByRole('button', { name: say('layout.me') }).press('Enter')
  await page.getByRole('radio', { name: say('layout.discreet.initials'), exact: true }).press('Space')
  await expect(row.locator('bdi').first()).toHaveText(/^(\p{L}\.)( \p{L}\.)*$/u)
  // Remembered on this device, and what was not asked for has not come.
  const html = await (await page.request.get('/cases')).text()
  expect(html).not.toContain(name)
  await page.goto('/cases')
  await expect(shown).toHaveCount(0)
  await expectAwake(page)
  await page.getByRole('button', { name: say('layout.me') }).press('Enter')
  await expect(page.getByRole('radio', { name: say('layout.discreet.initials'), exact: true })).toBeChecked()
  await page.getByRole('radio', { name: say('layout.discreet.names'), exact: true }).press('Space')
  await expect(shown.first()).toBeVisible()
  for (const said of [page.url(), await page.title(), ...(await hrefsIn(page))])
    expect(decodeURIComponent(said)).not.toContain(name)
})

const hrefsIn = (page: Page): Promise<string[]> =>
  page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

test('a name typed above the list is looked for by the search of people and stands in no address', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  const name = await givenNamed(page)
  await expectAwake(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page
    .getByRole('main')
    .getByRole('searchbox', { name: say('caseload.find') })
    .fill(name)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/people\/search$/)
  await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible()
  for (const url of asked) expect(decodeURIComponent(url)).not.toContain(name.split(' ')[0])
})

test('what is chosen takes the place of the filters, and no row moves', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto('/cases')
  const top = () =>
    page
      .locator('main tbody tr')
      .first()
      .evaluate((row) => row.getBoundingClientRect().top)
  const before = await top()
  const all = page.getByRole('checkbox', { name: say('bulk.select.page') })
  await expect(all).toBeEnabled()
  await all.press('Space')
  await expect(page.getByRole('searchbox', { name: say('caseload.find') })).toBeHidden()
  expect(await top()).toBe(before)
  await page.getByRole('button', { name: say('bulk.select.cleared') }).press('Enter')
  await expect(page.getByRole('searchbox', { name: say('caseload.find') })).toBeVisible()
  expect(await top()).toBe(before)
})

test('the list leaves as a file: with a reason, by initials, and with names only by a tick', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases?status=active')
  await openFold(page, new RegExp(`^${part(say('caseload.more')).source}$`))
  await page.getByRole('link', { name: say('caseload.export.link') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('caseload.export.title') })).toBeVisible()
  await expectAccessible(page)
  const saved = async (): Promise<string> => {
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: saidAs('caseload.export.do', { files: /\d+/ }) }).click()
    const file = await saving
    expect(file.suggestedFilename()).toMatch(/^caseload-[2-9A-Z]{3}-[2-9A-Z]{4}\.csv$/)
    return readFileSync(await file.path(), 'utf8')
  }
  await page.getByRole('radio', { name: say('caseload.export.form.csv') }).check()
  await page
    .getByLabel(say('caseload.export.why'))
    .selectOption({ label: say('caseload.export.reason.meeting') })
  const initials = await saved()
  expect(initials.split('\r\n')[0]).toContain(say('caseload.export.initials'))
  expect(initials).toContain(say('caseload.export.reason.meeting'))
  await page.getByLabel(say('caseload.export.names')).check()
  const named = await saved()
  expect(named.split('\r\n')[0]).toContain(say('caseload.export.name'))
  expect(named.split('\r\n')).toHaveLength(initials.split('\r\n').length)
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'coordinator', locale)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/cases/export')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})
