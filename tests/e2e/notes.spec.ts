import type { Page } from '@playwright/test'
import { part, saidAs, say } from '../support/say'
import { openTools } from './file-pages'
import { expect, expectAccessible, fileCodes, signInAs, test } from './fixtures'

const FIRST = 'The brother phoned on Monday.'
const CORRECTED = 'The brother phoned on Tuesday, from the airport.'

/** The last file of the caseload: those in danger come first and have tasks and signals of their own. */
const openFile = async (page: Page): Promise<string> => {
  await page.goto('/cases')
  const code = await fileCodes(page).last().textContent()
  await page.goto(`/cases/${code}`)
  return code ?? ''
}
const write = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel(say('cases.write.title')).fill(text)
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  await expect(page.getByText(say('cases.write.saved'))).toBeVisible()
}
const kept = (page: Page) => page.getByText(saidAs('forms.draftSaved'))

test('a note is corrected by keyboard, through a dead window and a second device, and says what it said', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const code = await openFile(page)
  await write(page, FIRST)
  const first = page.getByRole('listitem').filter({ hasText: FIRST })
  await first.locator('summary').focus()
  await page.keyboard.press('Enter')
  await first.getByRole('link', { name: say('cases.note.correct') }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: say('cases.note.text'), exact: true }).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(CORRECTED)
  await expect(kept(page)).toBeVisible()
  const address = page.url()
  const context = page.context()
  await page.close()

  // Another device has corrected it meanwhile.
  const other = await context.newPage()
  await other.goto(address)
  await expect(other.getByRole('button', { name: say('forms.draftKeep'), exact: true })).toBeVisible()
  await other
    .getByRole('textbox', { name: say('cases.note.text'), exact: true })
    .fill('The brother phoned on Wednesday, twice.')
  await other.getByRole('button', { name: say('cases.note.save') }).click()
  await expect(other.getByText(say('cases.note.saved'))).toBeVisible()
  await other.close()

  const next = await context.newPage()
  await next.goto(address)
  await next.getByRole('button', { name: say('forms.draftKeep'), exact: true }).focus()
  await next.keyboard.press('Enter')
  await expect(next.getByRole('textbox', { name: say('cases.note.text'), exact: true })).toHaveValue(
    CORRECTED,
  )
  await next.getByRole('button', { name: say('cases.note.save') }).focus()
  await next.keyboard.press('Enter')
  const conflict = next.getByRole('alert', { name: say('forms.conflictTitle') })
  await expect(conflict).toBeFocused()
  await expect(conflict).toContainText('on Wednesday, twice')
  await expectAccessible(next)
  await conflict.getByRole('radio', { name: say('forms.conflictChoice.mine') }).check()
  await conflict.getByRole('button', { name: say('forms.conflictSave') }).focus()
  await next.keyboard.press('Enter')
  await expect(next.getByText(say('cases.note.saved'))).toBeVisible()
  await expect(next.getByRole('listitem').filter({ hasText: FIRST })).toBeVisible()
  await expectAccessible(next)

  await signInAs(next, testServer, 'coordinator')
  await next.goto(`/cases/${code}`)
  const entry = next.getByRole('listitem').filter({ hasText: CORRECTED })
  const corrected = saidAs('cases.timeline.corrected', { name: 'Casimir Caseworker' })
  await expect(entry.getByText(corrected)).toBeVisible()
  await openTools(entry)
  await entry.getByRole('link', { name: say('cases.note.earlier') }).click()
  await expect(next.getByRole('listitem').filter({ hasText: FIRST })).toBeVisible()
  await expect(next.getByRole('button', { name: say('cases.note.save') })).toHaveCount(0)
})

test('a new note is undone: its text is in the field again, and it stays once someone has read it', async ({
  page,
  browser,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const code = await openFile(page)
  const text = 'The cousin phoned from the station.'
  const field = page.getByLabel(say('cases.write.title'))
  const undo = page.getByRole('button', { name: say('forms.toast.undo'), exact: true })
  const listed = page.getByRole('listitem').filter({ hasText: text })
  await write(page, text)
  await expect(listed).toBeVisible()
  await undo.press('Enter')
  await expect(page.getByText(say('forms.toast.undone'))).toBeVisible()
  await expect(field).toHaveValue(text)
  await expect(field).toBeFocused()
  await expect(listed).toHaveCount(0)
  await expect(kept(page)).toBeVisible()
  await expectAccessible(page)

  // The way back is on the page where one wrote; the line goes along with the way to correct it.
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  await expect(undo).toBeVisible()
  await page
    .getByRole('navigation', { name: say('cases.parts') })
    .getByRole('link', { name: say('cases.part.person') })
    .click()
  await expect(field).toHaveCount(0)
  await expect(page.getByText(say('cases.write.saved'))).toBeVisible()
  await expect(undo).toHaveCount(0)
  await page.goto(`/cases/${code}`)
  await expect(listed).toHaveCount(1)

  // A colleague has opened the file: it stays, and one is told why.
  await write(page, 'The cousin phoned again.')
  await undo.hover()
  const other = await (await browser.newContext()).newPage()
  await signInAs(other, testServer, 'coordinator')
  await other.goto(new URL(`/cases/${code}`, page.url()).href)
  await expect(other.getByRole('listitem').filter({ hasText: 'The cousin phoned again.' })).toBeVisible()
  await other.context().close()
  await undo.click()
  await expect(page.getByText(say('errors.noteSeen'))).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'The cousin phoned again.' })).toBeVisible()
  await expect(field).toHaveValue('')
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
  const waiting = page.getByText(say('forms.queuedTitle'))

  await page.goto(`/cases/${code}/tasks`)
  await page.getByLabel(say('tasks.new'), { exact: true }).fill('Ask for the medical file')
  await page.getByText(say('comments.say'), { exact: true }).click()
  await page.getByLabel(say('comments.text'), { exact: true }).fill('Thank you for Thursday.')
  await expect(kept(page)).toHaveCount(2)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: say('tasks.add'), exact: true }).click()
  await expect(waiting).toHaveCount(1)
  await page.getByRole('button', { name: say('comments.send'), exact: true }).click()
  await expect(waiting).toHaveCount(2)
  await page.close()

  const next = await page.context().newPage()
  await next.context().setOffline(false)
  await next.goto('/drafts')
  await expect(next.getByRole('heading', { name: say('drafts.sent', { count: 2 }) })).toBeVisible()
  for (const kind of ['drafts.kind.task', 'drafts.kind.comment'] as const) {
    const sent = new RegExp(`^${part(say(kind)).source} ${saidAs('drafts.sentAt').source}`)
    await expect(next.getByRole('listitem').filter({ hasText: sent })).toBeVisible()
  }

  await next.goto(`/cases/${code}`)
  const noted = next.getByRole('listitem').filter({ hasText: text })
  await openTools(noted)
  await noted.getByRole('link', { name: say('cases.note.correct') }).click()
  await next
    .getByRole('textbox', { name: say('cases.note.text'), exact: true })
    .fill('Spoke with the new guardian.')
  await expect(kept(next)).toBeVisible()
  await next.context().setOffline(true)
  await next.getByRole('button', { name: say('cases.note.save') }).click()
  await expect(next.getByText(say('forms.queuedTitle'))).toBeVisible()
  await next.context().setOffline(false)
  await expect(next.getByText(say('cases.note.saved'))).toBeVisible()
  expect([await count('task'), await count('comment'), await count('note_revision')]).toEqual(
    before.map((one) => one + 1),
  )
})
