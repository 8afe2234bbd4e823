import type { Page } from '@playwright/test'
import { pressOf, saidAs, say, sayingsIn, starting } from '../support/say'
import { tree } from '../support/tree'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  openPalette,
  signInAs,
  test,
} from './fixtures'
import { handsOn } from './journeys/hands'

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
    context,
    testServer,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.setViewportSize({ width: 320, height: 640 })
    await signInAs(page, testServer, 'coordinator', locale)
    const { rows } = await testServer.db.query<{ text: string; code: string }>(ONE_PERSON, [
      20 + LOCALES.indexOf(locale),
    ])
    const [person] = rows
    if (person === undefined) throw new Error('the demo has no one to look for')
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
    // Cited by keyboard too, with the focus seen on the way.
    await handsOn(page).press(page.getByRole('button', { name: say('countries.copy.full') }))
    await expect(page.getByText(say('countries.copy.done'))).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/countries/be/facts/')
    await openPalette(page)
    await line.fill(say('menu.page.planning'))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/planning$/)
  })
}

/** How each letter of a name is written in Cyrillic, for those who only know how it sounds. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [
    letter,
    [...'абкдефгхийклмнопкрстуввкиз'][at] ?? letter,
  ]),
)

test('a name in another script, and a sentence as parts that are taken away one by one', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  const { rows } = await testServer.db.query<{ text: string; code: string }>(ONE_PERSON, [11])
  const [person] = rows
  if (person === undefined) throw new Error('the demo has no one to look for')
  await page.goto('/people/search')
  const line = page.getByRole('searchbox', { name: say('find.sentence') })
  await expect(line).toBeEnabled()
  const inCyrillic = person.text.toLowerCase().replaceAll(/[a-z]/g, (letter) => CYRILLIC[letter] ?? letter)
  await line.fill(inCyrillic)
  await page.keyboard.press('Enter')
  const hits = page.locator('main ol > li')
  await expect(hits.first()).toBeVisible()
  expect((await hits.allTextContents()).slice(0, 5).join()).toContain(person.code)

  await line.fill(`maybe ${person.text}, woman, seen in Vottem`)
  await page.keyboard.press('Enter')
  const parts = page.getByRole('region', { name: say('find.understood') }).getByRole('listitem')
  const kinds = [say('find.chip.name'), say('find.chip.sex'), say('find.chip.place')]
  for (const kind of kinds) await expect(parts.filter({ hasText: kind })).toHaveCount(1)
  const before = await parts.count()
  await expect(page.getByRole('region', { name: say('find.understood') })).toMatchAriaSnapshot(
    tree([
      ['heading', say('find.understood')],
      [
        'list',
        null,
        [
          [
            'listitem',
            null,
            [
              ['button', saidAs('find.lock')],
              ['button', pressOf(say('find.remove'), person.text.split(' ')[0] ?? '')],
            ],
          ],
        ],
      ],
    ]),
  )
  await parts
    .filter({ hasText: say('find.chip.sex') })
    .getByRole('button', { name: starting(say('find.remove')) })
    .click()
  await expect(parts).toHaveCount(before - 1)
  await expect(parts.filter({ hasText: say('find.chip.sex') })).toHaveCount(0)
})

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
