import { saidAs, say } from '../support/say'
import { openFilePage } from './file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, openPalette, signInAs, test } from './fixtures'

test('a number is written with the person, doubted, and found in the palette however it is typed', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Numbered')
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Numbered')
  await openFilePage(page, 'details')

  await page.getByText(say('people.number.add'), { exact: true }).click()
  await page.getByLabel(say('people.number.field.kind')).selectOption('national')
  const number = page.getByLabel(say('people.number.field.text'), { exact: true })
  await number.fill('85.07.30-033 29')
  await page.getByRole('button', { name: say('people.number.save'), exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: saidAs('forms.summaryTitle') })).toContainText(
    say('errors.numberCheckDigits', { label: say('people.number.field.text') }),
  )
  await expectAccessible(page)
  await page.getByLabel(say('people.number.field.toConfirm')).check()
  await page.getByRole('button', { name: say('people.number.save'), exact: true }).click()
  const card = page.getByRole('table').first()
  await expect(card).toContainText('85.07.30-033 29')
  await expect(card).toContainText(say('people.number.toConfirm'))

  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const typed of ['85073003329', '850730/033.29', '3329']) {
    await page.goto('/cases')
    const line = await openPalette(page)
    await line.fill(typed)
    await page.getByRole('option', { name: /Invented Numbered/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Numbered')
  }
})

test('a note that holds a telephone number says so once, and is saved all the same', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Warned')
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  const text = page.getByLabel(say('cases.write.title'))
  await text.fill('Asked about the brother.')
  const warning = page.getByRole('status').filter({ hasText: say('warn.phone') })
  await expect(warning).toHaveCount(0)
  await text.fill('Asked about the brother: 0470 12 34 56')
  await expect(warning).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  await expect(page.getByText('Asked about the brother: 0470 12 34 56').first()).toBeVisible()
  await expect(warning).toHaveCount(0)
})
