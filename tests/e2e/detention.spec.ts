import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const NOTE = 'Has not slept since the refused flight.'

/** The list of one centre, as the caseworker of the demo meets it. */
const openList = async (page: Page): Promise<void> => {
  await page.goto('/detention/new')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible()
}
const cards = (page: Page) => page.locator('li[id^="card-"]')
const openCard = async (page: Page, index: number) => {
  const card = cards(page).nth(index)
  const toggle = card.getByRole('button').first()
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
  return card
}
const countVisits = async (db: {
  query: (sql: string) => Promise<{ rows: { count: string }[] }>
}): Promise<number> => Number((await db.query('SELECT count(*) FROM visit')).rows[0]?.count)

test('a visit day of several people, one of them new, on a phone', async ({ page, house }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, house, 'caseworker')
  await openList(page)
  await expectNoSidewaysScroll(page)
  const before = await countVisits(house.db)
  let taps = 0
  const tap = async (target: ReturnType<Page['getByRole']>): Promise<void> => {
    await target.click()
    taps += 1
  }
  const known = Math.min(5, await cards(page).count())
  for (let index = 0; index < known; index++) {
    const card = cards(page).nth(index)
    await tap(card.getByRole('button').first())
    await tap(card.getByText('Seen', { exact: true }))
    await tap(card.getByText('Listened', { exact: true }))
    await card.getByLabel('Note').fill(`${NOTE} ${index}`)
  }
  const worried = await openCard(page, 0)
  await tap(worried.getByText('Self-harm', { exact: true }))
  await worried.getByLabel(/Is there a plan/).fill('No plan, no means.')
  await expect(worried.getByText(/The coordinator sees this/)).toBeVisible()
  await tap(page.getByRole('button', { name: 'Someone new' }))
  const fresh = cards(page).nth(-1)
  await fresh.getByLabel('Name as you heard it').fill('Belio Inventis')
  await fresh.getByLabel('Age as said').fill('17')
  await tap(fresh.getByText('Seen', { exact: true }))
  await expectAccessible(page)
  await tap(page.getByRole('button', { name: 'Check and save' }))
  await expect(page.getByRole('heading', { name: 'Before you save' })).toBeFocused()
  await expect(page.getByText(/Belio Inventis: what did you do/)).toBeVisible()
  await expectAccessible(page)
  await tap(page.getByRole('button', { name: 'Save the visit' }))
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  await expect(page.getByText(`${NOTE} 0`)).toBeVisible()
  await expect(page.getByText('No plan, no means.')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  expect(await countVisits(house.db)).toBe(before + 1)
  expect(taps).toBeLessThanOrEqual(45)
})

test('text outlives a reload and is never readable on the device', async ({ page, house }) => {
  await signInAs(page, house, 'caseworker')
  await openList(page)
  const card = await openCard(page, 0)
  await card.getByLabel('Note').fill(NOTE)
  await expect(page.getByText(/^Kept on this device|on this device/i).first()).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: /keep/i }).click()
  await expect((await openCard(page, 0)).getByLabel('Note')).toHaveValue(NOTE)
  const plain = await page.evaluate(
    (note) => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]).includes(note),
    NOTE,
  )
  expect(plain).toBe(false)
})

test('an expired session keeps the text and saves it after signing in again', async ({ page, house }) => {
  await signInAs(page, house, 'caseworker')
  await openList(page)
  const card = await openCard(page, 0)
  await card.getByText('Seen', { exact: true }).click()
  await card.getByLabel('Note').fill(NOTE)
  await house.db.query(
    "UPDATE session SET revoked_at = now() FROM staff s WHERE s.id = staff_id AND s.name = 'Casimir Caseworker'",
  )
  await page.getByRole('button', { name: 'Check and save' }).click()
  await page.getByRole('button', { name: 'Save the visit' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  await signInAs(page, house, 'caseworker')
  await sheet.getByRole('button').last().click()
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  await expect(page.getByText(NOTE)).toBeVisible()
})

test('a lost reply is sent again and counts once', async ({ page, house }) => {
  await signInAs(page, house, 'caseworker')
  await openList(page)
  const before = await countVisits(house.db)
  const card = await openCard(page, 0)
  await card.getByText('Not seen', { exact: true }).click()
  await page.getByRole('button', { name: 'Check and save' }).click()
  let isLost = true
  await page.route('**/detention/new**', async (route) => {
    if (route.request().method() !== 'POST' || !isLost) return route.fallback()
    isLost = false
    await route.fetch()
    return route.abort()
  })
  await page.getByRole('button', { name: 'Save the visit' }).click()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  expect(await countVisits(house.db)).toBe(before + 1)
})

test('by keyboard alone', async ({ page, house }) => {
  await signInAs(page, house, 'caseworker')
  await openList(page)
  await cards(page).first().getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  const card = cards(page).first()
  await card.getByRole('radio', { name: 'Seen', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(card.getByRole('radio', { name: 'Not seen' })).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(card.getByRole('checkbox', { name: 'Listened' })).toBeChecked()
  await page.getByRole('button', { name: 'Check and save' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Before you save' })).toBeFocused()
  await page.getByRole('button', { name: 'Save the visit' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
})

test('a fault leads back to its field', async ({ page, house }) => {
  await signInAs(page, house, 'caseworker')
  await openList(page)
  await page.getByRole('button', { name: 'Someone new' }).click()
  await cards(page).nth(-1).getByText('Seen', { exact: true }).click()
  await page.getByRole('button', { name: 'Check and save' }).click()
  await page.getByRole('button', { name: 'Save the visit' }).click()
  const fault = page.getByRole('alert').getByRole('link', { name: /Write the name as you heard it/ })
  await fault.click()
  await expect(page.getByLabel('Name as you heard it')).toBeFocused()
  await expectAccessible(page)
})

for (const locale of LOCALES)
  test(`list, choice, form and sheet are whole in ${locale}`, async ({ page, house }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await signInAs(page, house, 'caseworker', locale)
    for (const way of ['/detention', '/detention/new', '/detention/new?centre=civ']) {
      await page.goto(way)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    await page.goto('/detention')
    await page.locator('main ul a').first().click()
    await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
