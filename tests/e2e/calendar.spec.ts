import { say } from '../support/say'
import { expect, expectAccessible, signInAs, test } from './fixtures'

test('a calendar address is made, opens, and is closed', async ({ page, testServer, request }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/planning/calendar')
  await page.getByRole('button', { name: say('planning.calendar.make') }).click()
  const address = await page.getByLabel(say('planning.calendar.address')).inputValue()
  await expect(page.getByRole('button', { name: say('planning.calendar.revoke') })).toBeVisible()
  await expectAccessible(page)
  const answer = await request.get(address)
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toMatch(/SUMMARY:Visit · /)
  await page.getByRole('button', { name: say('planning.calendar.revoke') }).click()
  await expect(page.getByText(say('planning.calendar.none'))).toBeVisible()
  expect((await request.get(address)).status()).toBe(404)
})
