import { saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, PEOPLE, signInAs, test } from './fixtures'

const givenNotice = (db: { query: (sql: string, values: unknown[]) => Promise<unknown> }, kind: string) =>
  db.query(
    `INSERT INTO notice (staff_id, kind, case_id)
     SELECT s.id, $2, f.id FROM staff s JOIN team_member m ON m.staff_id = s.id AND m.leads
       JOIN case_file f ON f.team_id = m.team_id AND f.secrecy = 'open' WHERE s.name = $1 ORDER BY f.id LIMIT 1`,
    [PEOPLE.coordinator, kind],
  )

// Other mornings in this organisation leave notices behind.
test.beforeEach(async ({ testServer }) => {
  await testServer.db.query('DELETE FROM notice')
})

test('a coordinator opens what they were told of, and the bell forgets it', async ({ page, testServer }) => {
  await givenNotice(testServer.db, 'signal_critical')
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/')
  await page.getByRole('link', { name: say('layout.bell', { count: 1 }) }).click()
  await expect(page.getByRole('heading', { name: say('notices.unread') })).toBeVisible()
  await page.getByRole('link', { name: saidAs('notices.openFile') }).click()
  await expect(page).toHaveURL(/\/cases\//)
  await expect(page.getByRole('link', { name: say('layout.bell', { count: 0 }), exact: true })).toBeVisible()
})

test('a kind that was switched off is no longer shown', async ({ page, testServer }) => {
  await givenNotice(testServer.db, 'task_given')
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/notices/settings')
  await page.getByLabel(say('notices.kind.task_given')).selectOption('off')
  await page.getByRole('button', { name: say('notices.set.save') }).click()
  await expect(page.getByText(say('forms.toast.saved'), { exact: true })).toBeVisible()
  await page.goto('/notices')
  await expect(page.getByText(say('notices.line.task_given'))).toHaveCount(0)
})

for (const locale of LOCALES)
  test(`notices are whole in ${locale}, on a small telephone too`, async ({ page, testServer }) => {
    await givenNotice(testServer.db, 'question_asked')
    await signInAs(page, testServer, 'coordinator', locale)
    for (const path of ['/notices', '/notices/settings'])
      for (const width of [1366, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        await expect(page.locator('h1')).toBeVisible()
        await expectNoSidewaysScroll(page)
        if (width === 390) await expectAccessible(page)
      }
  })
