import type { Page } from '@playwright/test'
import { saidAs, say, starting } from '../support/say'
import { openTools } from './file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, fileCodes, signInAs, test } from './fixtures'

const openFile = async (page: Page): Promise<string> => {
  await page.goto('/cases')
  const code = (await fileCodes(page).last().textContent()) ?? ''
  await page.goto(`/cases/${code}`)
  return code
}
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
const undo = (page: Page) => page.getByRole('button', { name: say('forms.toast.undo'), exact: true })

test('what was saved is said where the eye is, takes no focus, and goes along to the next page', async ({
  page,
  testServer,
}) => {
  await page.clock.install()
  await signInAs(page, testServer, 'caseworker')
  const code = await openFile(page)
  await page.getByLabel(say('cases.write.title')).fill('The sister phoned.')
  await page.getByRole('button', { name: say('cases.write.save') }).press('Enter')
  const line = said(page, say('cases.write.saved'))
  await expect(line).toBeInViewport()
  await expect(line.locator('..')).not.toBeFocused()
  await expectAccessible(page)

  // A new note is taken back, or corrected: both ways are in the line.
  await expect(undo(page)).toBeVisible()
  await expect(page.locator('header').getByRole('link', { name: say('cases.note.correct') })).toHaveAttribute(
    'href',
    new RegExp(`^/cases/${code}/notes/[0-9a-f-]{36}\\?file=`),
  )

  // It goes along, with nothing of it in the address.
  await page
    .getByRole('link', { name: say('menu.place.caseload'), exact: false })
    .first()
    .click()
  await expect(page).toHaveURL(/\/cases$/)
  await expect(line).toBeVisible()

  // Under the mouse it stays, and ten seconds later it is gone.
  await line.hover()
  await page.clock.fastForward(20_000)
  await expect(line).toBeVisible()
  await page.mouse.move(5, 5)
  await page.clock.fastForward(11_000)
  await expect(line).toHaveCount(0)
})

test('what can be taken back is taken back, by its button and by Ctrl Z, but not where one writes', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await openFile(page)
  await page.getByLabel(say('cases.write.title')).fill('The uncle phoned.')
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  const entry = page.getByRole('listitem').filter({ hasText: 'The uncle phoned.' }).first()
  const pinned = page.getByRole('region', { name: say('cases.pin.title') })
  const pin = entry.getByRole('button', { name: starting(say('cases.pin.pin')) })
  await openTools(entry)
  await pin.click()
  await expect(said(page, say('cases.pin.pinned'))).toBeVisible()
  await expect(pinned).toBeVisible()

  await page.getByLabel(say('cases.write.title')).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(pinned).toBeVisible()
  await page.getByLabel(say('cases.write.title')).blur()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(said(page, say('forms.toast.undone'))).toBeVisible()
  await expect(pinned).toHaveCount(0)
  await expect(undo(page)).toHaveCount(0)

  await pin.click()
  await expect(pinned).toBeVisible()
  await page.setViewportSize({ width: 320, height: 700 })
  await expect(undo(page)).toBeInViewport()
  await expectNoSidewaysScroll(page)
  await undo(page).click()
  await expect(pinned).toHaveCount(0)
})

test('a form as it began leaves no draft, nor does a name that was only looked up', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  const name = page.getByLabel(say('people.field.name'), { exact: true })
  await name.fill('Verzonnen Naam')
  await page.goto('/drafts')
  await expect(page.getByText(say('drafts.state.nothing'))).toBeVisible()

  await page.goto('/people/new')
  await name.fill('Verzonnen Naam')
  await page.getByLabel(say('people.field.nextStep')).fill('Phone')
  await expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()
  await page.goto('/drafts')
  const draft = page.getByRole('article')
  await expect(draft).toHaveCount(1)
  // The preview shows what was typed, a single word too, and nothing that stood there before.
  await draft.getByRole('button', { name: say('drafts.look') }).click()
  await expect(draft.getByRole('region').locator('p')).toHaveText(['Verzonnen Naam', 'Phone'])
  await draft.getByRole('button', { name: say('drafts.restore') }).click()
  await expect(name).toHaveValue('Verzonnen Naam')

  // Taken out again, nothing of it is offered any more.
  await name.fill('')
  await page.getByLabel(say('people.field.nextStep')).fill('')
  // A page that is left before the device has taken the draft away still offers it: nothing is lost by that.
  await expect(page.getByText(say('forms.draftNothingLost'))).toBeVisible()
  await page.goto('/drafts')
  await expect(page.getByText(say('drafts.state.nothing'))).toBeVisible()
})

test('what was done on one page is taken back from another', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await testServer.db.query(
    `UPDATE task SET due_on = current_date - 400 WHERE id = (
       SELECT t.id FROM task t JOIN staff s ON s.id = t.assigned_to JOIN case_file f ON f.id = t.case_id AND f.worker_id = s.id
        WHERE s.name = 'Casimir Caseworker' AND t.done_at IS NULL AND t.withdrawn_at IS NULL AND t.repeats IS NULL
          AND f.secrecy = 'open' AND f.status = 'active' ORDER BY t.due_on NULLS LAST, t.id LIMIT 1)`,
  )
  const open = async (): Promise<number> =>
    (await testServer.db.query('SELECT id FROM task WHERE done_at IS NULL')).rows.length
  const before = await open()
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  await page
    .getByRole('listitem')
    .getByRole('button', { name: starting(say('today.first.markDone')) })
    .first()
    .press('Enter')
  await expect(page.getByRole('status').filter({ hasText: say('tasks.ticked') })).toBeVisible()
  expect(await open()).toBe(before - 1)
  await page
    .getByRole('link', { name: say('menu.place.belgium') })
    .first()
    .click()
  await expect(page).toHaveURL(/\/countries\//)
  await page.getByRole('button', { name: say('forms.toast.undo'), exact: true }).click()
  await expect(page.getByText(say('forms.toast.undone'), { exact: true })).toBeVisible()
  expect(await open()).toBe(before)
})
