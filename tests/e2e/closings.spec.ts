import { saidAs, say, several } from '../support/say'
import { openFilePage } from './file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

test('a file is closed with an answer for what is open, stays readable, and is opened again with a reason', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  // Of a file with a signal the page says that first, and that it is closed below it.
  const { rows } = await testServer.db.query<{ code: string }>(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' AND f.status = 'active' AND f.kind = 'detention'
        AND NOT EXISTS (SELECT FROM signal g WHERE g.case_id = f.id AND g.answered_at IS NULL) ORDER BY f.opened_on, f.code LIMIT 1`,
  )
  const code = rows[0]?.code ?? ''
  await page.goto(`/cases/${code}/tasks`)
  await page.getByLabel(say('tasks.new'), { exact: true }).fill('Ask the lawyer for the decision')
  await page.getByRole('button', { name: say('tasks.add') }).click()
  await expect(page.getByText(say('tasks.added'))).toBeVisible()

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`/cases/${code}/closing`)
    await expect(page.locator('h1')).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }

  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`/cases/${code}/details`)
  await openFilePage(page, 'closing')
  await expect(page.getByRole('heading', { name: say('closings.open') })).toBeVisible()
  await page.getByRole('button', { name: say('closings.save') }).click()
  // Nothing is closed before each open thing has its answer, and all that is missing is said at once.
  const missing = page.getByRole('main').getByRole('alert')
  await expect(missing).toContainText(saidAs('closings.why'))
  await expect(missing).toContainText(say('closings.reason'))
  await page.getByLabel(say('closings.reason')).selectOption('Goal reached')
  for (const field of await page.getByLabel(saidAs('closings.why')).all())
    await field.selectOption(say('closings.leftReason.followedElsewhere'))
  await page.getByRole('button', { name: say('closings.save') }).click()
  await expect(page.getByText(saidAs('cases.closed.since'))).toBeVisible()

  await page.getByRole('link', { name: say('cases.closed.more') }).click()
  await page.getByText(several((count) => say('closings.left', { count }))).click()
  const left = saidAs('closings.thingLeft', {
    about: /Ask the lawyer.*/,
    reason: say('closings.leftReason.followedElsewhere'),
  })
  await expect(page.getByText(left)).toBeVisible()
  await page.getByLabel(say('closings.wordsAgain')).fill('She came back.')
  await page.getByRole('button', { name: say('closings.saveAgain') }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${code}\\?`))
  await expect(page.getByText(saidAs('cases.closed.since'))).toHaveCount(0)
})
