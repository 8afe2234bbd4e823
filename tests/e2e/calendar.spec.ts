import { expect, expectAccessible, signInAs, test } from './fixtures'

test('a calendar address is made, opens, and is closed', async ({ page, testServer, request }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/planning/calendar')
  await page.getByRole('button', { name: 'Make a calendar address' }).click()
  const address = await page.getByLabel('Your calendar address').inputValue()
  await expect(page.getByRole('button', { name: 'Close the address' })).toBeVisible()
  await expectAccessible(page)
  const answer = await request.get(address)
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toMatch(/SUMMARY:Visit · /)
  await page.getByRole('button', { name: 'Close the address' }).click()
  await expect(page.getByText('You have no calendar address.')).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})
