import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

/** How many rows each group has to have, whatever number of them the file has. */
const SMALLEST = saidAs('statistics.perPerson.smallestWords', { least: '11' })

test('rows of single people leave when a second admin has read and approved them', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  // Four languages, two widths and four pages, each with axe.
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'admin')
  await page.goto('/statistics')
  await page.getByRole('link', { name: say('statistics.request.link') }).click()
  await expect(page.getByText(say('statistics.request.empty'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: say('statistics.request.new') }).click()
  const facts = page.getByRole('region', { name: say('statistics.perPerson.facts') })
  await expect(facts).toContainText(SMALLEST)
  await expectAccessible(page)
  await page
    .getByRole('combobox', { name: say('statistics.request.wanted') })
    .selectOption({ label: say('statistics.perPerson.title.topics') })
  await page.getByRole('button', { name: say('statistics.request.see'), exact: true }).click()
  await expect(page).toHaveURL(/wanted=rows%2Ftopics/)
  await page.goBack()
  await expect(facts).toBeVisible()

  await page.getByRole('button', { name: say('statistics.request.submit') }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  await page.getByLabel(say('statistics.request.recipient'), { exact: true }).fill('Invented university')
  await page.getByLabel(say('statistics.request.purpose'), { exact: true }).fill('A study of visits')
  await page.getByRole('button', { name: say('statistics.request.submit') }).click()
  await expect(page).toHaveURL(/\/statistics\/requests\/[0-9a-f-]{36}$/)
  const path = new URL(page.url()).pathname
  await expect(page.getByText(say('statistics.request.own'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('statistics.request.approve') })).toHaveCount(0)
  await expectAccessible(page)
  const [asked] = (await testServer.db.query('SELECT release_id, file_hashes FROM sdc_request')).rows
  const file = `/statistics/export?release=${asked.release_id}&format=zip`
  expect((await page.request.get(`${testServer.url}${file}`)).status()).toBe(404)

  for (const locale of LOCALES) {
    await page.context().clearCookies()
    await signInAs(page, testServer, 'dataLead', locale)
    for (const width of [390, 1366]) {
      await page.setViewportSize({ width, height: 800 })
      for (const one of [
        '/statistics/requests',
        '/statistics/requests/new',
        '/statistics/requests/new?wanted=exact/centre',
        path,
      ]) {
        await page.goto(one)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
    }
  }

  await page.context().clearCookies()
  await signInAs(page, testServer, 'dataLead')
  await page.goto('/statistics/requests')
  await expect(page.getByText(say('statistics.request.waiting', { count: 1 }))).toBeVisible()
  await page.getByRole('link', { name: say('statistics.perPerson.title.who') }).click()
  await expect(facts).toContainText(SMALLEST)
  await expect(page.getByText('Invented university')).toBeVisible()
  // By keyboard alone.
  await page.getByRole('button', { name: say('statistics.request.approve') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('statistics.request.states.approved'), { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: say('statistics.request.register') }).click()
  await expect(page.getByText(say('statistics.entry.rowsProfile', { k: 11 }))).toBeVisible()
  await expect(page.getByText(/^Alma Admin, /)).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: say('statistics.entry.download') }).click()
  const bytes = readFileSync(await (await download).path())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(asked.file_hashes.zip)

  await page.goto('/statistics/requests/new')
  await page.getByLabel(say('statistics.request.recipient'), { exact: true }).fill('Another university')
  await page.getByLabel(say('statistics.request.purpose'), { exact: true }).fill('The same people again')
  await page.getByRole('button', { name: say('statistics.request.submit') }).click()
  await expect(page.getByText(say('errors.rowsGiven'))).toBeVisible()
  await expect(page.getByLabel(say('statistics.request.recipient'), { exact: true })).toHaveValue(
    'Another university',
  )
})

test('no one but an admin finds what waits for a second one', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  for (const path of ['/statistics/requests', '/statistics/requests/new'])
    expect((await page.request.get(`${testServer.url}${path}`)).status()).toBe(404)
})
