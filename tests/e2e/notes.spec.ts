import type { Page } from '@playwright/test'
import { expect, expectAccessible, signInAs, test } from './fixtures'

const FIRST = 'The brother phoned on Monday.'
const CORRECTED = 'The brother phoned on Tuesday, from the airport.'

/** The last file of the caseload: those in danger come first and have tasks and signals of their own. */
const openFile = async (page: Page): Promise<string> => {
  await page.goto('/cases')
  const code = await page
    .getByRole('link', { name: /^[2-9A-Z]{3}-[2-9A-Z]{4}$/ })
    .last()
    .textContent()
  await page.goto(`/cases/${code}`)
  return code ?? ''
}
const write = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Write what happened').fill(text)
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect(page.getByText('The note is in the file.')).toBeVisible()
}
const kept = (page: Page) => page.getByText(/^Kept on this device .+ encrypted$/)

test('a note is corrected by keyboard, through a dead window and a second device, and says what it said', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const code = await openFile(page)
  await write(page, FIRST)
  await page
    .getByRole('listitem')
    .filter({ hasText: FIRST })
    .getByRole('link', { name: 'Correct this note' })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('What happened', { exact: true }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(CORRECTED)
  await expect(kept(page)).toBeVisible()
  const address = page.url()
  const context = page.context()
  await page.close()

  // Another device has corrected it meanwhile.
  const other = await context.newPage()
  await other.goto(address)
  await expect(other.getByRole('button', { name: 'Keep', exact: true })).toBeVisible()
  await other.getByLabel('What happened', { exact: true }).fill('The brother phoned on Wednesday, twice.')
  await other.getByRole('button', { name: 'Save the correction' }).click()
  await expect(other.getByText('The corrected note is in the file.')).toBeFocused()
  await other.close()

  const next = await context.newPage()
  await next.goto(address)
  await next.getByRole('button', { name: 'Keep', exact: true }).focus()
  await next.keyboard.press('Enter')
  await expect(next.getByLabel('What happened', { exact: true })).toHaveValue(CORRECTED)
  await next.getByRole('button', { name: 'Save the correction' }).focus()
  await next.keyboard.press('Enter')
  const conflict = next.getByRole('alert', { name: 'Somebody changed this while you were writing' })
  await expect(conflict).toBeFocused()
  await expect(conflict).toContainText('on Wednesday, twice')
  await expectAccessible(next)
  await conflict.getByRole('radio', { name: 'Keep mine' }).check()
  await conflict.getByRole('button', { name: 'Save this' }).focus()
  await next.keyboard.press('Enter')
  await expect(next.getByText('The corrected note is in the file.')).toBeFocused()
  await expect(next.getByRole('listitem').filter({ hasText: FIRST })).toBeVisible()
  await expectAccessible(next)

  await signInAs(next, testServer, 'coordinator')
  await next.goto(`/cases/${code}`)
  const entry = next.getByRole('listitem').filter({ hasText: CORRECTED })
  await expect(entry.getByText(/^Corrected on .+ by Casimir Caseworker$/)).toBeVisible()
  await entry.getByRole('link', { name: 'Earlier texts' }).click()
  await expect(next.getByRole('listitem').filter({ hasText: FIRST })).toBeVisible()
  await expect(next.getByRole('button', { name: 'Save the correction' })).toHaveCount(0)
})

test('a task, a word to a colleague and a correction wait without network, are named, and arrive once', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const code = await openFile(page)
  const text = 'Spoke with the guardian.'
  await write(page, text)
  const count = async (table: string) =>
    Number((await testServer.db.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n)
  const before = [await count('task'), await count('comment'), await count('note_revision')]
  const waiting = page.getByText(/^Waiting on this device/)

  await page.goto(`/cases/${code}/tasks`)
  await page.getByLabel('What is to be done').fill('Ask for the medical file')
  await page.getByLabel('Your words').fill('Thank you for Thursday.')
  await expect(kept(page)).toHaveCount(2)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Add the task' }).click()
  await expect(waiting).toHaveCount(1)
  await page.getByRole('button', { name: 'Say it' }).click()
  await expect(waiting).toHaveCount(2)
  await page.close()

  const next = await page.context().newPage()
  await next.context().setOffline(false)
  await next.goto('/drafts')
  await expect(next.getByRole('heading', { name: '2 texts were sent' })).toBeVisible()
  for (const name of [/^Task sent/, /^Words to a colleague sent/])
    await expect(next.getByRole('listitem').filter({ hasText: name })).toBeVisible()

  await next.goto(`/cases/${code}`)
  await next
    .getByRole('listitem')
    .filter({ hasText: text })
    .getByRole('link', { name: 'Correct this note' })
    .click()
  await next.getByLabel('What happened', { exact: true }).fill('Spoke with the new guardian.')
  await expect(kept(next)).toBeVisible()
  await next.context().setOffline(true)
  await next.getByRole('button', { name: 'Save the correction' }).click()
  await expect(next.getByText(/^Waiting on this device/)).toBeVisible()
  await next.context().setOffline(false)
  await expect(next.getByText('The corrected note is in the file.')).toBeVisible()
  expect([await count('task'), await count('comment'), await count('note_revision')]).toEqual(
    before.map((one) => one + 1),
  )
})
