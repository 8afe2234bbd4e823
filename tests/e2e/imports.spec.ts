import { saidAs, say } from '../support/say'
import { workbookOf } from '../support/tables'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const csv = [
  'Nom;Prénom;Né le;Nationalité;Pointure',
  'Fictar;Élodie;03/04/1998;Guinée;38',
  'Inventis;Kalimo;05/06/2001;Ruritanie;41',
  'Exempla;Sorino;31/02/2002;Mali;40',
  'Total: 3;;;;',
].join('\r\n')

test('a coordinator brings a table, sees what would happen, imports it, and takes it back', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  await page.getByRole('main').getByText(say('caseload.more'), { exact: true }).click()
  await page.getByRole('link', { name: say('imports.link') }).click()
  // Where nothing was imported before, nothing is said of it.
  await expect(page.getByRole('heading', { name: say('imports.bring.title') })).toBeVisible()
  await expect(page.getByRole('heading', { name: say('imports.earlier') })).toHaveCount(0)
  const team = page.getByLabel(say('imports.bring.team'), { exact: true })
  if (await team.isVisible()) await team.selectOption({ index: 1 })

  // What is no table is refused beside its field.
  const field = page.getByLabel(say('imports.bring.file'))
  await field.setInputFiles({
    name: 'x.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0, 1, 2, 3]),
  })
  await page.getByRole('button', { name: say('imports.bring.do') }).click()
  await expect(page.getByText(saidAs('errors.tableNotRead')).first()).toBeVisible()
  await field.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'latin1') })
  await page.getByRole('button', { name: say('imports.bring.do') }).click()

  const read = {
    encoding: say('imports.encoding.windows-1252'),
    separator: say('imports.separator.semicolon'),
    rows: 4,
    columns: 5,
  }
  await expect(page.getByText(say('imports.readCsv', read))).toBeVisible()
  await expect(page.getByLabel(say('imports.plan.column', { number: 1, header: 'Nom' }))).toHaveValue(
    'familyName',
  )
  await expect(
    page.getByText(say('imports.plan.samples', { values: 'Élodie · Kalimo · Sorino' })),
  ).toBeVisible()
  await expect(page.getByLabel(say('imports.plan.column', { number: 5, header: 'Pointure' }))).toHaveValue('')
  await page.getByLabel(say('imports.plan.kind')).selectOption({ label: 'Detention' })
  await page.getByLabel(say('imports.plan.worker')).selectOption({ index: 1 })
  // The order of the days is asked, never guessed.
  await page.getByRole('button', { name: say('imports.plan.do') }).click()
  await expect(page.getByText(say('imports.plan.order')).first()).toBeVisible()
  const examples = say('imports.plan.is', { text: '03/04/1998', day: '3 April 1998' })
  await page.getByRole('radio', { name: say('imports.plan.dmy', { examples }) }).check()
  await page.getByRole('button', { name: say('imports.plan.do') }).click()

  // Every row about a person makes a file: what cannot be read costs the cell.
  await expect(page.getByText(say('imports.checked.good', { count: 3 }))).toBeVisible()
  await expect(page.getByText(say('imports.checked.notes', { count: 2 }))).toBeVisible()
  await expect(page.getByText(say('imports.checked.left.totalRow', { count: 1 }))).toBeVisible()
  await expect(page.getByText(say('imports.checked.off', { headers: 'Pointure' }))).toBeVisible()
  await expect(page.getByRole('cell', { name: /31\/02\/2002/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: say('imports.preview.rows.notes') }).click()
  await expect(page.getByRole('cell', { name: /31\/02\/2002/ })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Fictar' })).toHaveCount(0)
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: say('imports.checked.save') }).click()
  expect((await saving).suggestedFilename()).toBe('rows.csv')

  const unknown = { field: say('imports.field.nationality'), word: 'Ruritanie', count: 1 }
  await page
    .getByLabel(say('imports.questions.word', unknown))
    .selectOption({ label: say('imports.questions.open') })
  await page.getByRole('button', { name: say('imports.questions.do') }).click()
  await expect(page.getByText(say('imports.checked.notes', { count: 1 }))).toBeVisible()
  await page.getByRole('button', { name: say('imports.known.look') }).click()
  await expect(page.getByText(say('imports.known.asked', { done: 4, all: 4 }))).toBeVisible()
  await page.getByRole('button', { name: say('imports.checked.start', { count: 3 }) }).click()
  await expect(page.getByText(say('imports.result.made', { count: 3 }))).toBeVisible()
  await expect(page.getByRole('heading', { name: say('imports.missing.title', { count: 1 }) })).toBeVisible()
  await expect(page.getByRole('cell', { name: '31/02/2002' })).toBeVisible()
  await expect(
    page.getByRole('cell', { name: saidAs('errors.whenNoSuchDay', { label: say('imports.field.born') }) }),
  ).toBeVisible()

  // What was not imported in full lies there for a week, and goes earlier when someone says so.
  const left = page.getByRole('region', { name: say('imports.forget.title') })
  await expect(left.getByText(saidAs('imports.forget.rest'))).toContainText(/\b20\d\d\b/)
  await expect(left.getByRole('button', { name: say('imports.forget.now') })).toBeVisible()

  await page.getByText(say('imports.result.files')).click()
  const first = page
    .getByRole('listitem')
    .getByRole('link', { name: /^[2-9A-Z]{3}-[2-9A-Z]{4}$/ })
    .first()
  const file = (await first.getAttribute('href')) ?? ''
  const here = new URL(page.url()).pathname
  await page.goto(file)
  await expect(page.getByText('Élodie Fictar').first()).toBeVisible()

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'coordinator', locale)
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of ['/imports', here]) {
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
  await signInAs(page, testServer, 'coordinator')
  await page.goto(here)
  await page.getByRole('button', { name: say('imports.undo.do', { count: 3 }) }).click()
  await expect(page.getByText(say('imports.undo.done', { gone: 3, kept: 0 }))).toBeVisible()
  await left.getByRole('button', { name: say('imports.forget.now') }).click()
  await expect(page.getByText(say('imports.forgotten'))).toBeVisible()
  await expect(left).toHaveCount(0)
  await page.goto(file)
  await expect(page.getByText('Élodie Fictar')).toHaveCount(0)
})

test('a workbook with several sheets and a title: the sheet and the row of the headings are chosen, then its columns are known', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/imports')
  const team = page.getByLabel(say('imports.bring.team'), { exact: true })
  if (await team.isVisible()) await team.selectOption({ index: 1 })
  await page.getByLabel(say('imports.bring.file')).setInputFiles({
    name: 'x.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: workbookOf(
      [
        ['Codes', 'Uitleg'],
        ['A', 'asiel'],
      ],
      [['Overzicht 2026'], [], ['Naam', 'Geslacht', 'Centrum'], ['Fictar Kalimo', 'V', 'Holsbeek']],
    ),
  })
  await page.getByRole('button', { name: say('imports.bring.do') }).click()
  await page.getByRole('radio', { name: /^Blad2/ }).check()
  await expect(page.getByRole('radio', { name: say('imports.choose.row', { line: 3 }) })).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('button', { name: say('imports.bring.goOn') }).click()
  await expect(page.getByText('Overzicht 2026')).toBeVisible()
  await expect(page.getByLabel(say('imports.plan.column', { number: 3, header: 'Centrum' }))).toHaveValue(
    'place',
  )
})
