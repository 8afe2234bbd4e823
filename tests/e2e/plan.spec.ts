import { pressOf, saidAs, say, starting } from '../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

test('a goal gets its steps, comes nearer in words, and is reached when someone says so', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  // The last file of the list: those in danger come first and have goals of their own.
  const code = (await fileCodes(page).last().textContent()) ?? ''
  await page.goto(`/cases/${code}/tasks`)
  await page.locator('summary', { hasText: say('tasks.goal.add') }).click()
  await page.getByRole('textbox', { name: say('tasks.goal.what'), exact: true }).fill('A room of her own')
  await page.getByRole('button', { name: say('tasks.goal.add') }).click()
  const goal = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'A room of her own' }) })
  await expect(goal.getByText(say('cases.plan.none'))).toBeVisible()
  await goal.locator('summary', { hasText: say('tasks.goal.addStep') }).click()
  await goal.getByLabel(say('tasks.what'), { exact: true }).fill('Write to the social house')
  await goal.getByRole('button', { name: say('tasks.add') }).click()
  await expect(goal.getByText(say('cases.plan.some', { done: 0, steps: 1 }))).toBeVisible()

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`/cases/${code}/tasks`)
    await expect(page.getByRole('heading', { name: 'A room of her own' })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }

  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`/cases/${code}/tasks`)
  // Its step is in the list by date, and one press takes it off; another one puts it back.
  const step = page.getByRole('listitem').filter({ hasText: 'Write to the social house' })
  await expect(step).toContainText(say('tasks.stepOf', { goal: 'A room of her own' }))
  const tick = page.getByRole('button', { name: pressOf(say('tasks.tick'), 'Write to the social house') })
  await tick.click()
  const done = page.getByRole('status').filter({ hasText: say('tasks.ticked') })
  await expect(goal.getByText(say('cases.plan.all', { steps: 1 }))).toBeVisible()
  await page.getByRole('button', { name: say('forms.toast.undo'), exact: true }).click()
  await expect(done).toHaveCount(0)
  await expect(goal.getByText(say('cases.plan.some', { done: 0, steps: 1 }))).toBeVisible()
  await tick.click()
  await expect(goal.getByText(say('cases.plan.all', { steps: 1 }))).toBeVisible()
  await page.goto(`/cases/${code}`)
  await expect(page.getByRole('complementary').getByText(say('cases.plan.all', { steps: 1 }))).toBeVisible()
  await page.getByRole('link', { name: say('cases.plan.more') }).click()
  await goal.getByRole('button', { name: starting(say('tasks.goal.reach')) }).click()
  await expect(page.getByText(say('tasks.goal.over', { count: 1 }))).toBeVisible()
})

test('a next step and a task are moved to a later day with a reason, and a deadline is neither moved nor ticked', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  const { rows } = await testServer.db.query(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id AND s.name = 'Casimir Caseworker'
      WHERE f.secrecy = 'open' AND f.next_step_cipher IS NOT NULL
        AND EXISTS (SELECT FROM deadline d WHERE d.case_id = f.id AND d.status = 'open' AND d.remind_on IS NOT NULL) ORDER BY f.id LIMIT 1`,
  )
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/cases/${rows[0]?.code}/tasks`)
  await page.getByLabel(say('tasks.new'), { exact: true }).fill('Call the aunt')
  await page.getByRole('button', { name: say('tasks.add') }).click()
  const task = page.getByRole('listitem').filter({ hasText: 'Call the aunt' })
  const step = page.getByRole('region', { name: say('tasks.next') }).getByRole('listitem')
  for (const [row, because] of [
    [task, 'She is travelling'],
    [step, 'No interpreter'],
  ] as const) {
    await row.locator('summary', { hasText: say('tasks.move.open') }).click()
    const day = row.getByRole('group', { name: say('tasks.move.to') })
    await day.getByLabel(say('forms.day'), { exact: true }).fill('24')
    await day.getByLabel(say('forms.month'), { exact: true }).fill('12')
    await day.getByLabel(say('forms.year'), { exact: true }).fill('2099')
    await row.getByRole('button', { name: say('tasks.move.save'), exact: true }).click()
    await expect(row.getByRole('alert')).toContainText(
      say('errors.required', { label: say('tasks.move.because') }),
    )
    await row.getByLabel(say('tasks.move.because'), { exact: true }).fill(because)
    await row.getByRole('button', { name: say('tasks.move.save'), exact: true }).click()
    await expect(row).toContainText(saidAs('tasks.move.moved', { because }))
  }
  await expect(page.getByRole('region', { name: say('tasks.group.later') })).toContainText('Call the aunt')
  const deadline = page
    .getByRole('listitem')
    .filter({ hasText: say('deadlines.one') })
    .first()
  await expect(deadline).toBeVisible()
  await expect(deadline.getByRole('button')).toHaveCount(0)
  await expect(deadline.locator('summary')).toHaveCount(0)
  await expectAccessible(page)

  // The next step is taken off with one press, and brought back with another one.
  const words = (await step.locator('p').first().textContent()) ?? ''
  await step.getByRole('button', { name: pressOf(say('tasks.tick'), words) }).click()
  await expect(page.getByText(say('tasks.noNext'))).toBeVisible()
  await expect(page.getByText(say('tasks.empty'), { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: say('forms.toast.undo'), exact: true }).click()
  await expect(step).toContainText(words)
})
