import { say, starting } from '../support/say'
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
  await page.getByLabel(say('tasks.goal.what')).fill('A room of her own')
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
  await goal.getByRole('button', { name: starting(say('tasks.tick')) }).click()
  await expect(goal.getByText(say('cases.plan.all', { steps: 1 }))).toBeVisible()
  await page.goto(`/cases/${code}`)
  await expect(page.getByRole('complementary').getByText(say('cases.plan.all', { steps: 1 }))).toBeVisible()
  await page.getByRole('link', { name: say('cases.plan.more') }).click()
  await goal.getByRole('button', { name: starting(say('tasks.goal.reach')) }).click()
  await expect(page.getByText(say('tasks.goal.over', { count: 1 }))).toBeVisible()
})
