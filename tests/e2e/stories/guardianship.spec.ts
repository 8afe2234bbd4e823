import type { Locator, Page } from '@playwright/test'
import { addDays, dayOf } from '../../../lib/shared/dates'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from '../fixtures'

// A girl says that they are sixteen, and others do not believe it: reported, tested, given a guardian, missing, found, eighteen.

const TODAY = dayOf(new Date())
const ago = (days: number) => addDays(TODAY, -days)

/** Presses, counted. */
const counter = () => {
  let presses = 0
  return {
    presses: () => presses,
    press: async (target: Locator) => {
      presses++
      await target.click()
    },
  }
}
const fillDay = async (form: Locator, group: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-')
  const box = form.getByRole('group', { name: group, exact: true })
  for (const [name, value] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const)
    await box.getByRole('textbox', { name, exact: true }).fill(value)
}

/** The page of their guardianship: what is chosen from the list, and the form that comes. */
const roomOf = (page: Page) => {
  const record = page.locator('#record')
  return {
    record,
    choose: async (what: string) => {
      await record.getByLabel('What happened?').selectOption(what)
      await record.getByRole('button', { name: 'Continue' }).click()
      await expect(record.getByRole('heading', { level: 3, name: what })).toBeVisible()
    },
    save: async (what: RegExp) => {
      await record.getByRole('button', { name: 'Record it' }).click()
      await expect(page.getByText(what).first()).toBeVisible()
    },
  }
}

test('a girl of disputed age is reported, tested, given a guardian, missing, found and eighteen', async ({
  page,
  testServer,
}) => {
  test.setTimeout(240_000)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel('Name as said').fill('Mirabel Invented')
  await page.getByRole('radio', { name: 'An age', exact: true }).check()
  await page.getByLabel('Age in years').fill('16')
  await page.getByRole('radio', { name: 'Unaccompanied minor' }).check()
  await page.getByRole('button', { name: 'Open the file' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mirabel Invented')
  const path = new URL(page.url()).pathname
  const code = path.split('/').at(-1) ?? ''
  const room = roomOf(page)

  // From Today to a complete report that is recorded as made.
  await page.goto('/')
  const { presses, press } = counter()
  await press(page.getByRole('link', { name: 'Minors', exact: true }).first())
  await expect(page.getByRole('heading', { level: 1, name: 'Minors without a guardian' })).toBeVisible()
  expect(presses()).toBe(1)
  await press(page.getByRole('link', { name: code }))
  await expect(page.getByText('No guardian, and no report is recorded')).toBeVisible()
  await press(page.getByRole('link', { name: 'Write the report' }))
  const paper = page.locator('[data-preview="report"]')
  await expect(paper.getByRole('cell', { name: /^says 16/ })).toBeVisible()
  await expect(page.getByRole('link', { name: '078 15 43 24' })).toBeVisible()
  await expect(page.getByText('Nobody of us has called it yet: to confirm.')).toBeVisible()
  await page.getByLabel('Where and when met').fill('Invented bus stop, yesterday evening')
  await page.getByLabel('Family', { exact: true }).fill('An invented aunt, somewhere in Belgium')
  await page.getByLabel('Urgent needs').fill('Insulin, every evening')
  await press(page.getByRole('button', { name: 'Put it on the sheet' }))
  await expect(paper.getByText('Insulin, every evening')).toBeVisible()
  await expect(paper.getByText('An invented aunt, somewhere in Belgium')).toBeVisible()
  // No one knows their route: the paper says so instead of current empty.
  await expect(paper.getByText('unknown').first()).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(paper).toBeVisible()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'screen' })
  const reported = presses()
  await press(page.getByRole('link', { name: 'It was reported: record it' }))
  await expect(room.record.getByLabel('How was it reported?')).toHaveValue('by_sheet')
  await room.record.getByLabel('Reference').fill('INVENTED-77')
  await press(room.record.getByRole('button', { name: 'Record it' }))
  await expect(page.getByText('Reported, nobody has answered')).toBeVisible()
  expect(presses() - reported).toBe(2)
  expect(presses()).toBeLessThanOrEqual(16)

  await page.goto('/cases')
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText('no guardian, reported today')
  await page.goto(`${path}/guardianship`)

  // Their age is doubted and tested: the finding stands beside what they say, and the lowest age counts.
  await room.choose('Doubt about the age')
  await room.record.getByLabel('Who doubts?').selectOption({ label: 'Immigration Office' })
  await fillDay(room.record, 'Which day?', ago(12))
  await room.save(/^Recorded: Doubt about the age/)
  await room.choose('Assessment of the age')
  await room.record.getByLabel('By which method?').selectOption({ index: 3 })
  await room.record.getByLabel('What did it find?').selectOption({ index: 2 })
  await fillDay(room.record, 'Which day?', ago(5))
  await room.record.getByLabel('Age found').fill('18.7')
  await room.record.getByLabel('Margin').fill('1.6')
  await room.save(/^Recorded: Assessment of the age/)
  await expect(page.getByText(/age test: 18\.7 ± 1\.6 years/).first()).toBeVisible()
  await page.goto(`${path}/guardianship/report`)
  await expect(paper.getByRole('cell', { name: /^age test: 18\.7 ± 1\.6/ })).toBeVisible()
  await expect(paper.getByText(/Doubt about the age/)).toBeVisible()
  await page.goto(`${path}/guardianship`)
  await room.choose('Decision of the Guardianship Service')
  await room.record.getByLabel('What was decided?').selectOption({ index: 1 })
  await fillDay(room.record, 'Which day?', ago(3))
  await room.save(/^Recorded: Decision of the Guardianship Service/)

  // A guardian is named.
  const naming = counter()
  await naming.press(page.getByRole('link', { name: 'A guardian was appointed' }))
  await room.record.getByLabel('Name of the guardian').fill('Gudrun Invented')
  await room.record.getByLabel('Telephone').fill('0400 00 00 00')
  await fillDay(room.record, 'Which day?', ago(2))
  await naming.press(room.record.getByRole('button', { name: 'Record it' }))
  await expect(page.getByText('Guardian: Gudrun Invented')).toBeVisible()
  expect(naming.presses()).toBeLessThanOrEqual(6)
  await page.goto('/guardianship')
  await expect(page.getByRole('row').filter({ hasText: code })).toHaveCount(0)
  await page.goto('/cases')
  await expect(page.getByRole('row').filter({ hasText: code })).not.toContainText('no guardian')

  // They are missing: told at once, said on every page of their file and on the first screen.
  await page.goto(`${path}/guardianship`)
  await page.getByRole('link', { name: 'This minor is missing' }).click()
  await room.record.getByLabel('At what time?').fill('21:30')
  await room.save(/^Recorded: Missing/)
  await expect(page.getByText('Mirabel Invented: missing since')).toBeVisible()
  await expect(page.getByRole('link', { name: '116 000' }).last()).toBeVisible()
  await page.getByRole('link', { name: /^Record\s*: Police$/ }).click()
  await room.save(/^Recorded: Told of the disappearance/)
  await expectAccessible(page)
  await page.goto(`${path}/tasks`)
  await expect(page.getByText('Mirabel Invented: missing since')).toBeVisible()
  await page.getByRole('link', { name: 'Who has been told?' }).click()
  await expect(page.getByRole('heading', { name: 'Who has been told?' })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('listitem').filter({ hasText: code }).first()).toContainText(
    'Child Focus is not told yet',
  )

  // In every language, on the smallest phone.
  await page.setViewportSize({ width: 320, height: 844 })
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    for (const part of ['/guardianship', '/guardianship/report']) {
      await page.goto(`${path}${part}`)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'caseworker')

  // They are found, and one day they are eighteen.
  await page.goto(`${path}/guardianship`)
  await page.getByRole('link', { name: 'This minor is found' }).click()
  await room.record.getByLabel('How did it end?').selectOption({ index: 1 })
  await room.save(/^Recorded: End of the disappearance/)
  await expect(page.getByText('Who has been told?')).toHaveCount(0)
  await room.choose('End of the guardian’s task')
  await room.record.getByLabel('Why did it end?').selectOption({ label: 'Majority' })
  await fillDay(room.record, 'Which day?', TODAY)
  await room.save(/^Recorded: End of the guardian’s task/)
  await expect(page.getByText('The guardianship has ended').first()).toBeVisible()
})
