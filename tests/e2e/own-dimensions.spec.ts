import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { say, sayingsIn } from '../support/say'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  LOCALES,
  PEOPLE,
  signInAs,
  type TestServer,
  test,
} from './fixtures'
import { addField, ARRIVAL as NAMES } from './organisation'

// A report by what the organisation itself asks (docs/adr/0182).

/** Once: the tests of a file share their organisation. */
const askInFiles = async (page: Page, testServer: TestServer): Promise<void> => {
  const { rowCount } = await testServer.db.query(`SELECT FROM own_field WHERE key = 'way_of_arrival'`)
  if (rowCount !== 0) return
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings/fields')
  await addField(page, { names: NAMES, type: 'one', options: ['By land', 'By sea', 'By air'] })
  // The page asks for the languages that colleagues use, which are not all of them in every run.
  await testServer.db.query('UPDATE own_field_edition SET labels = $1', [NAMES])
}

test('a coordinator counts files by an own field and takes the table along', async ({ page, testServer }) => {
  const { rows: files } = await testServer.db.query(
    `SELECT f.code FROM case_file f JOIN team_member m ON m.team_id = f.team_id AND m.leads JOIN staff s ON s.id = m.staff_id
      WHERE s.name = $1 AND f.secrecy = 'open' AND f.status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived')
      ORDER BY f.code`,
    [PEOPLE.coordinator],
  )
  const [first] = files
  if (first === undefined) throw new Error('the demo has open files of Corina')
  await page.setViewportSize({ width: 1366, height: 768 })
  await askInFiles(page, testServer)

  await signInAs(page, testServer, 'coordinator')
  await page.goto(`/cases/${first.code}`)
  await expectAwake(page)
  const card = page.getByRole('region', { name: say('fields.title') })
  const question = card.getByLabel(NAMES.en)
  if (!(await question.isVisible())) await card.locator('summary').first().click()
  await question.selectOption('By sea')
  await card.getByRole('button', { name: say('fields.answer.save') }).click()
  await expect(card.getByRole('definition').filter({ hasText: 'By sea' })).toBeVisible()

  await page.goto('/reports?column=files_open&by=kind&reach=team')
  await expectAwake(page)
  const chip = (name: string) => page.locator('summary').filter({ hasText: name }).first()
  const show = page.getByRole('button', { name: say('reporting.change.apply') }).filter({ visible: true })
  await chip(say('reporting.change.by', { by: say('reporting.dimension.kind') })).click()
  await page
    .getByRole('group', { name: say('reporting.change.ownFields') })
    .getByLabel(NAMES.en)
    .check()
  await show.click()
  await expect(page).toHaveURL(/by=own%3Afile%3Away_of_arrival/)
  const table = page.getByRole('table').first()
  const cellsOf = (name: string) =>
    table.getByRole('row', { name: new RegExp(`^${name} `) }).getByRole('cell')
  // A small number says so.
  const isNumber = (count: number): RegExp => new RegExp(`^${count}( \\(.*\\))?$`)
  await expect(table.getByRole('columnheader', { name: NAMES.en })).toBeVisible()
  await expect(cellsOf('By sea')).toHaveText(isNumber(1))
  await expect(cellsOf(say('reporting.notRecorded'))).toHaveText(isNumber(files.length - 1))
  await expect(cellsOf(say('reporting.total'))).toHaveText(isNumber(files.length))
  await expect(page.getByText(say('reporting.note.answers', { field: NAMES.en }))).toBeVisible()
  await expectAccessible(page)
  // The number leads to the file.
  await cellsOf('By sea').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('reporting.files.title'))
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText(new RegExp(String(first.code)))
  await page.goBack()

  // As a condition, and taken away again.
  await chip(say('reporting.change.only')).click()
  await page.getByRole('combobox', { name: NAMES.en, exact: true }).selectOption('By sea')
  await show.click()
  await expect(cellsOf(say('reporting.total'))).toHaveText(isNumber(1))
  await page.goBack()
  await expect(page.getByText(say('reporting.publish.own', { dimensions: NAMES.en, count: 1 }))).toBeVisible()

  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: say('reporting.download.csv'), exact: true }).click()
  const csv = readFileSync(await (await saving).path(), 'utf8')
  expect(csv).toContain(`INTERNAL,${NAMES.en},`)
  expect(csv).toMatch(/,By sea,1\r\n/)
})

for (const locale of LOCALES)
  test(`a report by an own field is whole in ${locale}, on a small telephone and without a mouse`, {
    tag: '@sweep',
  }, async ({ page, testServer }) => {
    const sayHere = sayingsIn(locale)
    await askInFiles(page, testServer)
    await signInAs(page, testServer, 'coordinator', locale)
    const address =
      '/reports?column=files_open&by=own:file:way_of_arrival&only=own:file:way_of_arrival~-&reach=team'
    for (const width of [1366, 390, 320]) {
      await page.setViewportSize({ width, height: 768 })
      await page.goto(address)
      await expectAwake(page)
      await expect(
        page.getByRole('table').first().getByRole('columnheader', { name: NAMES[locale] }),
      ).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    const by = page
      .locator('summary')
      .filter({ hasText: sayHere('reporting.change.by', { by: NAMES[locale] }) })
    await by.focus()
    await page.keyboard.press('Enter')
    const fields = page.getByRole('group', { name: sayHere('reporting.change.ownFields') })
    await expect(fields.getByLabel(NAMES[locale]).filter({ visible: true })).toBeChecked()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
