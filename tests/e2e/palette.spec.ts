import type { Page } from '@playwright/test'
import { saidAs, say, sayingsIn } from '../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  openPalette,
  signInAs,
  test,
} from './fixtures'

const FIGURE = { en: 'recogn', fr: 'reconn', nl: 'erkenn', de: 'anerke' } as const
const CODE = /[2-9A-Z]{3}-[2-9A-Z]{4}/

const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]')
const people = (page: Page) => page.getByRole('option').filter({ hasText: CODE })

/** Someone within reach of the coordinator, by the name that was said. */
const ONE_PERSON = `SELECT n.text, f.code FROM person_name n JOIN case_person cp USING (person_id) JOIN case_file f ON f.id = cp.case_id
    JOIN staff s ON s.name = 'Corina Coordinator' JOIN team_member m ON m.staff_id = s.id AND m.leads AND m.team_id = f.team_id
   WHERE n.kind = 'as_said' AND n.text ~ '^[A-Z][a-z]+ [A-Z][a-z]+$' AND f.secrecy = 'open' AND f.kind <> 'thb' AND cp.until IS NULL
   ORDER BY n.id OFFSET $1 LIMIT 1`

for (const locale of LOCALES) {
  const say = sayingsIn(locale)
  test(`one line leads to a person, a page and a figure, and keeps what was typed, in ${locale}`, async ({
    page,
    testServer,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await signInAs(page, testServer, 'coordinator', locale)
    const { rows } = await testServer.db.query<{ text: string; code: string }>(ONE_PERSON, [
      20 + LOCALES.indexOf(locale),
    ])
    const [person] = rows
    if (person === undefined) throw new Error('the demo has nobody to look for')
    await page.goto('/cases')
    // A finger opens it as the keys do.
    await page.waitForFunction(() => document.querySelector('dialog input[role=combobox]') !== null)
    const link = page.locator('a[data-search]')
    await link.click()
    const line = page.getByRole('dialog', { name: say('palette.title') }).getByRole('combobox')
    await expect(line).toBeFocused()
    await expect(page.getByRole('group', { name: say('palette.group.pages') })).toBeVisible()
    await line.fill(person.text.toLowerCase().replaceAll('c', 'k').replaceAll('ll', 'l'))
    const hit = people(page).filter({ hasText: person.text }).first()
    await expect(hit).toBeVisible()
    await expect(hit).toContainText('·')
    await expect(page.getByRole('group', { name: say('palette.group.people') })).toContainText(person.text)
    // No one’s file is chosen before someone chose it, and Enter alone opens none.
    await expect(chosen(page)).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(chosen(page)).toHaveCount(1)
    await expect(line).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id')) ?? '')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await expect(page).toHaveURL(/\/cases$/)
    // Closed by mistake: the focus returns, and the line is still there.
    await page.keyboard.press('Escape')
    await expect(line).toBeHidden()
    await expect(link).toBeFocused()
    await openPalette(page)
    await expect(line).not.toHaveValue('')
    await expect(hit).toBeVisible()
    while ((await chosen(page).textContent())?.includes(person.code) !== true)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/cases/${person.code}\\?file=`))
    // On another page the line is empty again.
    await openPalette(page)
    await expect(line).toHaveValue('')
    await line.fill(FIGURE[locale])
    await expect(page.getByRole('group', { name: say('palette.group.country') })).toBeVisible()
    await expect(chosen(page)).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/countries\/be\/facts\//)
    await openPalette(page)
    await line.fill(say('menu.page.planning'))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/planning$/)
  })
}

test('the whole line goes on to the page of the search, and stands in no address', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  const line = await openPalette(page)
  await line.fill('maybe Kalimo Fictar, seen in Vottem')
  await page.getByRole('option', { name: say('palette.all') }).click()
  await expect(page).toHaveURL(/\/people\/search$/)
  await expect(page.getByRole('searchbox')).toHaveValue('maybe Kalimo Fictar, seen in Vottem')
  await expect(page.getByRole('heading', { name: say('find.understood') })).toBeVisible()
  expect(await page.title()).not.toContain('Kalimo')
})

test('without a network it says that people cannot be searched, and pages and figures answer', async ({
  page,
  testServer,
  context,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  const line = await openPalette(page)
  await line.fill('recogn')
  await expect(page.getByRole('group', { name: say('palette.group.country') })).toBeVisible()
  await context.setOffline(true)
  await line.fill(say('menu.place.handovers'))
  await expect(page.getByRole('status').filter({ hasText: say('palette.lost') })).toBeVisible()
  await expect(page.getByRole('option', { name: say('menu.place.handovers') })).toBeVisible()
  await line.fill('asylum')
  await expect(page.getByRole('group', { name: say('palette.group.country') })).toBeVisible()
  await context.setOffline(false)
  await page.keyboard.press('Enter')
  // The page that comes empties the line.
  await expect(page).toHaveURL(/\/countries\/be\//)
  await page.keyboard.press('Escape')
  await openPalette(page)
  await line.fill('kalimo')
  await expect(page.getByRole('status').filter({ hasText: saidAs('palette.count') })).toBeVisible()
})

test('anyone who reads no files is asked for no people, and goes to pages', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/')
  const line = await openPalette(page)
  await line.fill('Kalimo Fictar')
  await expect(
    page.getByRole('status').filter({ hasText: say('palette.count', { count: 0, people: 0 }) }),
  ).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(0)
  await line.fill('colleag')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/accounts$/)
})

test('without script the way to search is a link to its page', async ({ browser, testServer }) => {
  const context = await browser.newContext({ baseURL: testServer.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  await page.locator('a[data-search]').click()
  await expect(page).toHaveURL(/\/people\/search$/)
  await context.close()
})
