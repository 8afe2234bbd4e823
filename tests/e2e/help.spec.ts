import type { Page } from '@playwright/test'
import { HELP_ROOMS } from '@/components/help/rooms'
import { say as english, part, type Say, sayingsIn } from '../support/say'
import { drawn } from '../support/sweep'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

const sign = (page: Page, say: Say = english) =>
  page.getByRole('link', { name: say('help.open'), exact: true })
const panel = (page: Page, room: 'today' | 'caseload', say: Say) =>
  page.getByRole('dialog', { name: say('help.title', { room: say(`help.room.${room}`) }) })

for (const locale of LOCALES) {
  const say = sayingsIn(locale)

  test(`help opens beside the page by its sign and by its key, and gives the focus back, in ${locale}`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/cases')
    // Before its script has come it is a link; after that it opens beside the page.
    await expect(sign(page, say)).toHaveAttribute('href', '/help')
    await expectAwake(page)
    await page.keyboard.press('?')
    const help = panel(page, 'caseload', say)
    await expect(help.getByRole('heading', { level: 2 })).toBeFocused()
    await expect(help.getByText(say('help.term.signal.means'))).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(help).toHaveCount(0)
    await expect(sign(page, say)).toBeFocused()
    // Three times Escape hid no page: the first one belonged to the panel.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    // Where one writes it is a letter, and it can be turned off.
    await page.getByRole('searchbox').first().focus()
    await page.keyboard.type('?')
    await expect(help).toHaveCount(0)
    await sign(page, say).click()
    await help.getByLabel(say('help.keyOn')).uncheck()
    await help.getByRole('button', { name: say('help.close') }).click()
    await page.keyboard.press('?')
    await expect(help).toHaveCount(0)
    await page.reload()
    await expect(sign(page, say)).toHaveAttribute('data-key', 'off')
  })

  test(`help finds a word by its name in another language, and a guide by what it is for, in ${locale}`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/')
    await expectAwake(page)
    await sign(page, say).click()
    const help = panel(page, 'today', say)
    await help
      .getByRole('searchbox')
      .fill(sayingsIn(locale === 'nl' ? 'fr' : 'nl')('help.term.councilChamber.name'))
    await expect(help.getByText(say('help.term.councilChamber.name'), { exact: true })).toBeVisible()
    await expect(help.getByRole('status')).toHaveText(say('help.found', { count: 1 }))
    await help.getByRole('searchbox').fill(say('help.guide.planVisit'))
    await help.getByRole('link', { name: say('help.guide.planVisit') }).click()
    await expect(page).toHaveURL(/\/help\/planner#planVisit$/)
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('region', { name: say('help.guide.planVisit') })).toContainText(
      say('planning.publish'),
    )
  })

  test(`what help says of a note is what the page of a file shows, in ${locale}`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/help/file')
    const guide = page.getByRole('region', { name: say('help.guide.writeNote') })
    await expect(guide).toContainText(say('cases.write.save'))
    await page.goto('/cases')
    await fileCodes(page).last().click()
    await page.getByLabel(say('cases.write.title')).fill('The aunt phoned.')
    await expect(page.getByRole('button', { name: say('cases.write.save') })).toBeVisible()
  })
}

test('a word with a dotted line opens help at this word, and leads to it without script', async ({
  page,
  testServer,
  browser,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/help/procedure')
  await expectAwake(page)
  const term = page.getByRole('main').getByRole('link', { name: english('help.term.dublin.name') })
  await term.click()
  await expect(page.locator('#panel-term-dublin')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(term).toBeFocused()

  const bare = await browser.newContext({
    baseURL: testServer.url,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const old = await bare.newPage()
  await old.goto('/help/procedure')
  await old
    .getByRole('main')
    .getByRole('link', { name: english('help.term.dublin.name') })
    .click()
  await expect(old).toHaveURL(/\/help\/words#term-dublin$/)
  await expect(old.getByText(english('help.term.dublin.means'))).toBeVisible()
  await bare.close()
})

for (const locale of LOCALES)
  test(`all help is whole in ${locale}, on a small telephone too`, async ({ page, testServer }) => {
    const sayIn = sayingsIn(locale)
    // What one role has read is the same for the next one, but for the first page.
    const read = new Set<string>()
    for (const role of ['caseworker', 'admin', 'guest'] as const) {
      await signInAs(page, testServer, role, locale)
      const rooms = HELP_ROOMS.filter(({ roles }) => roles.includes(role)).map(({ key }) => key)
      await page.setViewportSize({ width: 320, height: 700 })
      // A quarter of the rooms: their pages are one, with other words.
      const paths = [
        '/words',
        '/accessibility',
        '/news',
        ...rooms.map((key) => `/${key}`).filter((_, index) => index % drawn(4, 1) === 0),
      ]
      for (const path of ['', ...paths.filter((one) => !read.has(one))]) {
        read.add(path)
        await page.goto(`/help${path}`)
        await expect(page.locator('h1')).toBeVisible()
        await expectNoSidewaysScroll(page)
      }
      await expectAccessible(page)
      await page.goto('/')
      await expectAwake(page)
      await page.getByRole('link', { name: sayIn('help.open'), exact: true }).click()
      const help = page.getByRole('dialog')
      await expect(help.getByText(part(sayIn(`help.who.${role}`)))).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  })
