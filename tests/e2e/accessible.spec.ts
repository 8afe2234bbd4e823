import { expect, expectAccessible, signInAs, test } from './fixtures'

test('text that is too pale is found on a page that was clean before', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  await expectAccessible(page)
  const pale = page.getByRole('heading', { level: 1 })
  await pale.evaluate((one) => one.style.setProperty('color', '#bbb'))
  await expect(expectAccessible(page)).rejects.toThrow(/color-contrast: <h1/)
  await pale.evaluate((one) => one.style.removeProperty('color'))

  // The text stays as it is, and what lies behind it comes near to it.
  await page.locator('main').evaluate((one) => one.style.setProperty('background-color', '#555'))
  await expect(expectAccessible(page)).rejects.toThrow(/color-contrast: </)
})
