import type { Page } from '@playwright/test'
import { part, saidAs, say, several } from '../support/say'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'

test.describe.configure({ timeout: 120_000 })

const CODE = /^[2-9A-Z]{3}-[2-9A-Z]{4}$/
// Without the link that removes them all.
const active = (page: Page) =>
  page
    .getByRole('list', { name: say('caseload.filter.active') })
    .getByRole('listitem')
    .filter({ hasText: say('caseload.filter.remove') })
const fold = (page: Page, name: string | RegExp) => page.locator('summary').filter({ hasText: name })
const openFold = (page: Page, name: string | RegExp) => fold(page, name).press('Enter')
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
  await openFold(page, new RegExp(`${part(say('caseload.filter.open')).source}$`))
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
  // The box in the fold follows the chip that was taken away.
  await expect(
    page
      .getByRole('group', { name: say('caseload.filter.field.nationality') })
      .getByRole('checkbox', { name: say('caseload.filter.none') }),
  ).not.toBeChecked()
})

test('the heads of the columns order the list and say how', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  const head = page.getByRole('columnheader', { name: say('caseload.column.contact') })
  // People in danger come first, which is the order of no column.
  await expect(page.getByRole('columnheader', { name: say('caseload.column.silence') })).toHaveAttribute(
    'aria-sort',
    'none',
  )
  await expect(head).toHaveAttribute('aria-sort', 'none')
  await head.getByRole('link').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await head.getByRole('link').press('Enter')
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/sort=-contact/)
  await openFold(page, say('caseload.look.open'))
  await tick(page, say('caseload.look.hide'), say('caseload.column.signals'))
  await expect(page.getByRole('columnheader', { name: say('caseload.column.signals') })).toHaveCount(0)
  await expect(page).toHaveURL(/hide=signals/)
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

  await openFold(page, new RegExp(`${part(say('caseload.filter.open')).source}$`))
  await tick(page, say('caseload.filter.field.missing'), say('caseload.missing.age'))
  await expect(tab).toContainText(say('views.changed'))
  await page.getByRole('button', { name: say('views.saveChange') }).press('Enter')
  await expect(tab).not.toContainText(say('views.changed'))
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
  const bar = page.getByRole('region', { name: say('caseload.select.bar') })
  await expect(bar.getByRole('status')).toHaveText(say('caseload.select.chosen', { count: 0 }))
  const first = page.getByRole('checkbox', { name: saidAs('caseload.select.one') }).first()
  await expect(first).toBeEnabled()
  await first.press('Space')
  await expect(bar.getByRole('status')).toHaveText(say('caseload.select.chosen', { count: 1 }))
  await bar.getByRole('button', { name: saidAs('caseload.select.matching', { total: /\d+/ }) }).press('Enter')
  await first.press('Space')
  await expect(first).not.toBeChecked()
  await bar.getByRole('button', { name: say('caseload.bulk.stepOn') }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('forms.day'), { exact: true }).fill('24')
  await dialog.getByLabel(say('forms.month'), { exact: true }).fill('12')
  await dialog.getByLabel(say('forms.year'), { exact: true }).fill('2099')
  await expectAccessible(page)
  await dialog
    .getByRole('button', { name: several((count) => say('caseload.bulk.save', { count })) })
    .press('Enter')
  const said = dialog.getByRole('status').filter({ hasText: saidAs('caseload.bulk.done') })
  await expect(said).toHaveText(several((count) => say('caseload.bulk.done', { count })))
  await expect(said).toBeFocused()
  // Seventy years ahead: what the change set, not the one file that was left out of it.
  const thousands = several((days) => say('cases.due.ahead', { days }), '\\d+,\\d{3}')
  await expect(page.getByRole('cell', { name: thousands }).first()).toBeAttached()
  await dialog.getByRole('button', { name: say('caseload.bulk.undo') }).press('Enter')
  await expect(
    dialog
      .getByRole('status')
      .filter({ hasText: several((count) => say('caseload.bulk.undone', { count })) }),
  ).toBeFocused()
  await dialog
    .getByRole('button', { name: say('caseload.bulk.close'), exact: true })
    .last()
    .press('Enter')
  await expect(bar.getByRole('status')).toHaveText(say('caseload.select.chosen', { count: 0 }))
  const { rows } = await testServer.db.query(`SELECT 1 FROM case_file WHERE next_step_on = '2099-12-24'`)
  expect(rows).toEqual([])
})

test('a caseworker sees their list and no bar', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  await expect(page.getByRole('link', { name: CODE }).first()).toBeVisible()
  await expect(page.getByRole('checkbox', { name: saidAs('caseload.select.one') })).toHaveCount(0)
})

test('the list is printed across the sheet, with codes and initials and who printed it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases?sort=step')
  await openFold(page, say('caseload.look.open'))
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
    const few = '/cases?signal=critical&dense=1'
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
