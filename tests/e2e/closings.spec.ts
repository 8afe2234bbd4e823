import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const CODE = /^[2-9A-Z]{3}-[2-9A-Z]{4}$/

test('a file is closed with an answer for what is open, stays readable, and is opened again with a reason', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  // The last file of the list: those in danger come first and have tasks of their own.
  const code = (await page.getByRole('link', { name: CODE }).last().textContent()) ?? ''
  await page.goto(`/cases/${code}/tasks`)
  await page.getByLabel('What is to be done').fill('Ask the lawyer for the decision')
  await page.getByRole('button', { name: 'Add the task' }).click()
  await expect(page.getByText('The task is in the file.')).toBeVisible()

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
  await page.getByRole('link', { name: 'Close the file' }).click()
  await expect(page.getByRole('heading', { name: 'Still open in this file' })).toBeVisible()
  await page.getByRole('button', { name: 'Close the file' }).click()
  // Nothing is closed before each open thing has its answer, and all that is missing is said at once.
  const missing = page.getByRole('main').getByRole('alert')
  await expect(missing).toContainText('Why it stays open')
  await expect(missing).toContainText('Why the file is closed')
  await page.getByLabel('Why the file is closed').selectOption('Goal reached')
  for (const field of await page.getByLabel(/^Why it stays open/).all())
    await field.selectOption('Somebody else follows it')
  await page.getByRole('button', { name: 'Close the file' }).click()
  await expect(page.getByText('This file is closed since')).toBeVisible()

  await page.getByRole('link', { name: 'What stayed open, and how to open it again' }).click()
  await page.getByText(/things were left open/).click()
  await expect(page.getByText(/Ask the lawyer.*\(Somebody else follows it\)/)).toBeVisible()
  await page.getByLabel('Why it is opened again').fill('She came back.')
  await page.getByRole('button', { name: 'Open the file again' }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${code}\\?`))
  await expect(page.getByText('This file is closed since')).toHaveCount(0)
})
