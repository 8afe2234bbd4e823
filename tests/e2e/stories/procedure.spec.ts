import type { Page } from '@playwright/test'
import { addDays } from '../../../lib/shared/dates'
import { say, starting } from '../../support/say'
import { openFilePage } from '../file-pages'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from '../fixtures'
import { fillDay, TODAY } from './writing'

// All procedures of a file on one page: what happened, what is ahead and why, what may come next, and the way to write it down.

type TestServer = Parameters<typeof signInAs>[1]
/** An open file of the caseworker in which much is recorded and one of these is there, by its code. */
const codeWith = async (testServer: TestServer, where: string): Promise<string> => {
  const { rows } = await testServer.db.query<{ code: string }>(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id AND s.name = 'Casimir Caseworker'
      WHERE f.secrecy = 'open' AND f.status <> 'closed' AND ${where}
      ORDER BY (SELECT count(*) FROM asylum_event e WHERE e.case_id = f.id)
             + (SELECT count(*) FROM detention_event e WHERE e.case_id = f.id)
             + (SELECT count(*) FROM guardianship_event e WHERE e.case_id = f.id)
             + (SELECT count(*) FROM deadline d WHERE d.case_id = f.id AND d.status = 'open') DESC, f.code LIMIT 1`,
  )
  const [file] = rows
  if (file === undefined) throw new Error(`the demo has no file where ${where}`)
  return file.code
}
const story = (page: Page) => page.getByRole('region', { name: say('procedure.story'), exact: true })

test('an event is added from the story, has its place in it, and each deadline explains itself', async ({
  page,
  testServer,
}) => {
  const code = await codeWith(
    testServer,
    `(SELECT count(*) FROM asylum_application a WHERE a.case_id = f.id) = 1
     AND NOT EXISTS (SELECT FROM asylum_event e WHERE e.case_id = f.id AND e.kind = 'municipality')`,
  )
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/cases/${code}`)
  expect(await openFilePage(page, 'procedure')).toBe(1)
  await page
    .locator('summary')
    .filter({ hasText: say('procedure.add.title') })
    .click()
  const asylum = say('procedure.strand.asylum')
  await page
    .getByLabel(say('procedure.add.kind', { strand: asylum }))
    .selectOption(say('asylum.kind.municipality'))
  await page
    .getByRole('button')
    .filter({ hasText: `${say('procedure.add.goOn')}: ${asylum}` })
    .click()
  await expect(page).toHaveURL(/\/asylum\?.*event=municipality/)
  await fillDay(page, say('asylum.field.on'), addDays(TODAY, -1))
  await page.getByRole('button', { name: say('asylum.field.save'), exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: say('asylum.kind.municipality') })).toBeVisible()

  await openFilePage(page, 'procedure')
  const row = story(page)
    .getByRole('listitem')
    .filter({ hasText: say('asylum.kind.municipality') })
  await expect(row).toBeVisible()
  // What happened is above the line of today, what is ahead below it.
  const line = story(page)
    .getByText(starting(say('procedure.todayIs', { day: '' }).trim()))
    .first()
  const [above, today] = [await row.boundingBox(), await line.boundingBox()]
  expect(above?.y).toBeLessThan(today?.y ?? 0)
  await row.getByRole('link').click()
  await expect(page).toHaveURL(/\/asylum\?.*#event-/)

  await page.goto(
    `/cases/${await codeWith(testServer, "EXISTS (SELECT FROM deadline d WHERE d.case_id = f.id AND d.status = 'open' AND d.due_on > now())")}/procedure`,
  )
  const deadline = story(page)
    .getByRole('listitem')
    .filter({ has: page.locator('summary', { hasText: say('deadlines.explained.title') }) })
    .first()
  await deadline.locator('summary').click()
  await expect(deadline.getByRole('link', { name: /^Rule / })).toHaveAttribute('href', /\/deadlines\/rules\//)
  await expectAccessible(page)
})

test('what may come next leads to the form that begins with it', async ({ page, testServer }) => {
  const code = await codeWith(
    testServer,
    `EXISTS (SELECT FROM detention_episode e JOIN place_stay p ON p.episode_id = e.id WHERE e.case_id = f.id AND p.until IS NULL)`,
  )
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/cases/${code}/procedure`)
  const next = page.getByRole('region', { name: say('procedure.next.title'), exact: true })
  const removal = say('detention.episode.kind.removal_planned')
  await next
    .getByRole('link')
    .filter({ hasText: `${say('procedure.next.record')}: ${removal}` })
    .click()
  await expect(page).toHaveURL(/\/detention\?.*event=removal_planned#recorder-/)
  await expect(page.getByLabel(say('detention.episode.form.kind')).first()).toHaveValue('removal_planned')
})

test('events are chosen before any script has come', async ({ browser, testServer }) => {
  const code = await codeWith(testServer, 'EXISTS (SELECT FROM asylum_event e WHERE e.case_id = f.id)')
  const context = await browser.newContext({ baseURL: testServer.url })
  const page = await context.newPage()
  await signInAs(page, testServer, 'caseworker')
  const state = await context.storageState()
  await context.close()
  const plain = await browser.newContext({
    baseURL: testServer.url,
    javaScriptEnabled: false,
    storageState: state,
  })
  const theirs = await plain.newPage()
  await theirs.goto(`/cases/${code}/procedure`)
  await theirs
    .locator('summary')
    .filter({ hasText: say('procedure.add.title') })
    .click()
  const asylum = say('procedure.strand.asylum')
  await theirs
    .getByLabel(say('procedure.add.kind', { strand: asylum }))
    .selectOption(say('asylum.kind.interview'))
  await theirs
    .getByRole('button')
    .filter({ hasText: `${say('procedure.add.goOn')}: ${asylum}` })
    .click()
  await expect(theirs).toHaveURL(/\/asylum\?.*event=interview/)
  await expect(theirs.getByRole('heading', { level: 3, name: say('asylum.kind.interview') })).toBeVisible()
  await plain.close()
})

for (const locale of LOCALES)
  test(`the longest story fits a phone, in ${locale}`, async ({ page, testServer }) => {
    const code = await codeWith(testServer, 'true')
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`/cases/${code}/procedure`)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3000)
    await unfoldAll(page)
    await page.setViewportSize({ width: 320, height: 844 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
