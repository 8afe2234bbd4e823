import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'
import { say } from './say'

const csv = [
  'Nom;Prénom;Né le;Nationalité;Pointure',
  'Fictar;Élodie;03/04/1998;Guinée;38',
  'Inventis;Kalimo;05/06/2001;Ruritanie;41',
  'Exempla;Sorino;31/02/2002;Mali;40',
].join('\r\n')

test('a coordinator brings a table, sees what would happen, imports it, and takes it back', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  await page.getByRole('link', { name: say('imports.link') }).click()
  await expect(page.getByText(say('imports.none'))).toBeVisible()
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
  await expect(page.getByText(/is no table that we can read/).first()).toBeVisible()
  await field.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'latin1') })
  await page.getByRole('button', { name: say('imports.bring.do') }).click()

  await expect(page.getByText(/Windows-1252 .*separated by semicolons: 3 rows, 5 columns/)).toBeVisible()
  await expect(page.getByLabel('Column 1: Nom')).toHaveValue('familyName')
  await expect(page.getByText('For example: Élodie · Kalimo · Sorino')).toBeVisible()
  await expect(page.getByLabel('Column 5: Pointure')).toHaveValue('')
  await page.getByLabel(/^Kind of file, where/).selectOption({ label: 'Detention' })
  await page.getByLabel(say('imports.plan.worker')).selectOption({ index: 1 })
  // The order of the days is asked, never guessed.
  await page.getByRole('button', { name: say('imports.plan.do') }).click()
  await expect(page.getByText(/How are the days written/).first()).toBeVisible()
  await page.getByRole('radio', { name: /The day first: 03\/04\/1998 is 3 April 1998/ }).check()
  await page.getByRole('button', { name: say('imports.plan.do') }).click()

  await expect(page.getByText('1 row makes a file')).toBeVisible()
  await expect(page.getByText('2 rows stay out')).toBeVisible()
  await expect(page.getByText('Not brought in: Pointure')).toBeVisible()
  await expectAccessible(page)
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: say('imports.checked.save') }).click()
  expect((await saving).suggestedFilename()).toBe('rows.csv')

  await page.getByLabel(/Nationality: “Ruritanie”/).selectOption({ label: say('imports.plan.openAnswer') })
  await page.getByRole('button', { name: say('imports.plan.do') }).click()
  await expect(page.getByText('2 rows make files')).toBeVisible()
  await page.getByRole('button', { name: say('imports.known.look') }).click()
  await expect(page.getByText('3 of 3 rows were compared')).toBeVisible()
  await page.getByRole('button', { name: 'Write 2 files' }).click()
  await expect(page.getByText('2 files were made')).toBeVisible()

  await page.getByText(say('imports.result.files')).click()
  const first = page.getByRole('link', { name: /^[2-9A-Z]{3}-[2-9A-Z]{4}$/ }).first()
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
  await page.getByRole('button', { name: 'Take 2 files back' }).click()
  await expect(page.getByText('2 files were taken back, none stays.')).toBeVisible()
  await page.goto(file)
  await expect(page.getByText('Élodie Fictar')).toHaveCount(0)
})
