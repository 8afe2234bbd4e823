import type { Page } from '@playwright/test'
import { GRANTS, type Permission } from '@/lib/access/grants'
import type { Role } from '@/lib/shared/roles'
import { HANDLERS } from '../access/truth'
import { say, sayingsIn, starting } from '../support/say'
import {
  type DemoPerson,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PEOPLE,
  signInAs,
  test,
} from './fixtures'

const LAPTOP = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }
const NARROW = { width: 320, height: 640 }

/** A list of one country leads nowhere yet: it is hidden while there is one. A file that leaves leads to the question who it is, by itself. */
const HIDDEN = ['/countries', '/accounts/me/confirm']
/** Numbers lead to their files only for who may open any. */
const OF_FILES = '/reports/files'

/** Every page without a part in its address that a role may open. */
const pagesFor = (role: Role): string[] => {
  const granted: Readonly<Partial<Record<string, unknown>>> = GRANTS[role]
  return Object.entries(HANDLERS)
    .map(([path, permission]) => ({ path: path.replace('[country]', 'be'), permission }))
    .filter(({ path, permission }) => path.startsWith('/') && !path.includes('[') && permission in granted)
    .map(({ path }) => path)
    .filter((path) => !HIDDEN.includes(path))
    .filter((path) => path !== OF_FILES || 'case:read' in granted)
}

const readPage = async (page: Page, path: string): Promise<string> => {
  const answer = await page.request.get(path)
  expect(answer.status(), path).toBe(200)
  return answer.text()
}

/** Addresses within the application that a page leads to, without what is asked of them. */
const leadsTo = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"?#]*)/g)].map(([, path = '']) => path)

const ROLES = ['caseworker', 'coordinator', 'admin', 'guest'] as const satisfies readonly (Role &
  DemoPerson)[]

for (const role of ROLES)
  test(`every page of a ${role} is two steps away, and says in the tab which it is`, {
    // What a coordinator may open, and more.
    tag: role === 'caseworker' ? ['@sweep'] : [],
  }, async ({ page, testServer }) => {
    await signInAs(page, testServer, role)
    await page.goto('/')
    const frame = await page
      .locator('body')
      .evaluate((body) =>
        [...body.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')]
          .filter((link) => link.closest('main') === null)
          .map((link) => link.pathname),
      )
    const wanted = pagesFor(role)
    const reached = new Set(frame)
    const titles = new Map<string, string>()
    const { rows } = await testServer.db.query<{ text: string }>(
      `SELECT text FROM person_name WHERE length(text) > 3 UNION SELECT name FROM staff`,
    )
    for (const path of wanted) {
      const html = await readPage(page, path)
      const found = [...html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title = '']) => title)
      expect(found, path).toEqual([expect.stringMatching(/^\S.* · Accompany$/)])
      expect(
        rows.filter(({ text }) => found[0]?.includes(text) === true),
        path,
      ).toEqual([])
      titles.set(path, found[0] ?? '')
      if (frame.includes(path)) for (const next of leadsTo(html)) reached.add(next)
    }
    expect(wanted.filter((path) => !reached.has(path))).toEqual([])
    expect(new Set(titles.values()).size, [...titles].map((pair) => pair.join(' ')).join('\n')).toBe(
      titles.size,
    )
  })

test('the tab follows from page to page', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/')
  await expect(page).toHaveTitle(`${say('today.tab')} · ${say('common.name')}`)
  const menu = page.getByRole('navigation', { name: say('layout.menu') })
  await menu.getByRole('link', { name: say('menu.place.lists') }).click()
  await expect(page).toHaveTitle(`${say('menu.place.lists')} · ${say('common.name')}`)
  await menu.getByRole('link', { name: say('menu.place.duplicates') }).click()
  await expect(page).toHaveTitle(`${say('duplicates.title')} · ${say('common.name')}`)
  await expect(page.locator('head title')).toHaveCount(1)
  // One entry is where one is, and it is the nearest; how many pairs wait is said after it.
  await expect(menu.locator('[aria-current]')).toHaveText([starting(say('menu.place.duplicates'))])
})

for (const size of [LAPTOP, PHONE, NARROW])
  test(`the line of the search is seen at ${size.width}, under a bar of 56`, {
    tag: size === LAPTOP ? [] : ['@sweep'],
  }, async ({ page, testServer }) => {
    await page.setViewportSize(size)
    await signInAs(page, testServer, 'coordinator')
    await page.goto('/lists')
    const line = page.locator('a[data-search]')
    await expect(line).toBeVisible()
    await expect(line).toHaveAccessibleName(say('layout.search'))
    expect((await line.boundingBox())?.width).toBeGreaterThan(
      size === LAPTOP ? 300 : size === PHONE ? 140 : 90,
    )
    const top = await page.locator('main').evaluate((main) => main.getBoundingClientRect().top)
    expect(top).toBe(56)
    await expect(page.getByText(say('layout.demoWhat')).first()).toBeAttached()
    await page.waitForFunction(() => document.querySelector('dialog input[role=combobox]') !== null)
    await line.click()
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await page.keyboard.press('Escape')
    for (const name of ['layout.urgentHelp', 'layout.quiet.hide'] as const)
      await expect(page.getByRole('button', { name: say(name), exact: true })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })

test('on a phone the rest of the menu and the account stand under “More”', async ({ page, testServer }) => {
  await page.setViewportSize(PHONE)
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/lists')
  const bar = page.getByRole('navigation', { name: say('layout.menu') })
  await expect(bar.getByRole('link')).toHaveText(
    (['place.today', 'place.caseload', 'begin.logVisit', 'place.visits'] as const).map((key) =>
      say(`menu.${key}`),
    ),
  )
  await bar.getByRole('button', { name: say('layout.more') }).click()
  const more = page.getByRole('dialog', { name: say('layout.more') })
  await expect(more.getByText(say('menu.group.team'), { exact: true })).toBeVisible()
  await expect(more.getByRole('link', { name: say('menu.place.review') })).toBeVisible()
  await expect(more.getByRole('link', { name: say('menu.begin.newPerson') })).toBeVisible()
  await expectAccessible(page)
  await more.getByRole('button', { name: say('layout.me') }).click()
  await expect(more).toBeHidden()
  const account = page.getByRole('dialog', { name: say('layout.me') })
  await expect(account.getByText(PEOPLE.coordinator)).toBeVisible()
  await expect(account.getByRole('link', { name: say('menu.page.rights') })).toBeVisible()
  await expect(account.getByRole('button', { name: say('layout.signOut') })).toBeVisible()
})

test('the menu counts what its pages count, and only today is yellow', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/')
  const menu = page.getByRole('navigation', { name: say('layout.menu') })
  const today = menu.getByRole('link', { name: say('menu.place.today') })
  await expect(today).toHaveAccessibleDescription(/^\d+ /)
  const count = Number(/^\d+/.exec((await today.locator('[data-of]').textContent()) ?? '')?.[0])
  await expect(
    page.getByRole('heading', { level: 1, name: say('today.heading.things', { count }) }),
  ).toBeVisible()
  const { rows } = await testServer.db.query<{ files: number }>(
    `SELECT count(*)::int AS files FROM case_file f
       JOIN team_member m ON m.team_id = f.team_id AND m.leads
       JOIN staff s ON s.id = m.staff_id AND s.name = $1
      WHERE f.status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived') AND f.secrecy = 'open'`,
    [PEOPLE.coordinator],
  )
  const caseload = menu.getByRole('link', { name: say('menu.place.caseload') })
  const files = Number(await caseload.locator('[data-of]').textContent())
  // Restricted files of which they are a member come on top.
  expect(files).toBeGreaterThanOrEqual(rows[0]?.files ?? 0)
  const isYellow = (of: string) =>
    menu
      .locator(`[data-of=${of}]`)
      .evaluate((one) => getComputedStyle(one).backgroundColor === 'rgb(242, 193, 78)')
  expect(await Promise.all(['today', 'caseload', 'deadlines'].map(isYellow))).toEqual([true, false, false])
})

test.describe('the language', () => {
  test.use({ locale: 'fr-BE' })

  test('of the browser is kept after signing in, then what is chosen at sign-in, then the account’s', async ({
    page,
    testServer,
  }) => {
    const spoken = page.locator('html')
    const enter = async (): Promise<void> => {
      await page.getByRole('button', { name: PEOPLE.caseworker }).click()
      await page.waitForURL(`${testServer.url}/`)
    }
    const leave = async (): Promise<void> => {
      await page.context().clearCookies({ name: /session/ })
      await page.goto('/sign-in')
    }
    await testServer.db.query('UPDATE staff SET locale = NULL WHERE name = $1', [PEOPLE.caseworker])
    await page.goto('/sign-in')
    await expect(spoken).toHaveAttribute('lang', 'fr')
    await enter()
    await expect(spoken).toHaveAttribute('lang', 'fr')
    await expect(page).toHaveTitle(new RegExp(sayingsIn('fr')('today.tab')))
    await leave()
    // The account chose: the browser’s language gives way.
    await testServer.db.query("UPDATE staff SET locale = 'nl' WHERE name = $1", [PEOPLE.caseworker])
    await enter()
    await expect(spoken).toHaveAttribute('lang', 'nl')
    await leave()
    // Chosen by hand at sign-in, on this device: that wins.
    await expect(spoken).toHaveAttribute('lang', 'fr')
    await page.getByRole('radio', { name: 'Deutsch' }).click()
    await expect(spoken).toHaveAttribute('lang', 'de')
    await enter()
    await expect(spoken).toHaveAttribute('lang', 'de')
  })
})

/** Only what a handler asks for decides, so an address from elsewhere is refused as before. */
test('a page that the menu does not have stays closed', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  const closed: readonly [string, Permission][] = [
    ['/lists', 'closure:set'],
    ['/requests', 'statistics:read'],
    ['/settings', 'account:manage'],
  ]
  for (const [path] of closed) expect((await page.request.get(path)).status(), path).toBe(404)
})

test('an address of before leads to the page as it is called now, with what was asked', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/countries/be/beside?compare=origins')
  await expect(page).toHaveURL('/countries/be/comparison?compare=origins')
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/circles/glass')
  await expect(page).toHaveURL('/circles/emergency')
  await expect(page.getByRole('heading', { level: 1, name: say('circles.glass.title') })).toBeVisible()
})

test('dark is chosen in the menu of the account, and is still chosen after a reload', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  const choose = async (theme: 'dark' | 'system'): Promise<void> => {
    await page.getByRole('button', { name: say('layout.me'), exact: true }).click()
    await page.getByRole('radio', { name: say(`layout.themes.${theme}`), exact: true }).press('Space')
  }
  const drawn = page.locator('html')
  await choose('dark')
  await expect(drawn).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(drawn).toHaveAttribute('data-theme', 'dark')
  await choose('system')
  await expect(drawn).not.toHaveAttribute('data-theme')
})

test('a link leads on without loading the page anew, fetches nothing ahead, and leaves another window to the browser', async ({
  page,
  context,
  testServer,
}) => {
  await page.setViewportSize(LAPTOP)
  await signInAs(page, testServer, 'caseworker')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.headers().rsc !== undefined) asked.push(new URL(request.url()).pathname)
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  const link = page
    .getByRole('navigation', { name: say('layout.menu') })
    .getByRole('link', { name: say('menu.place.caseload'), exact: true })
  await link.hover()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(asked).toEqual([])
  const another = context.waitForEvent('page')
  await link.click({ modifiers: ['ControlOrMeta'] })
  await expect((await another).getByRole('heading', { level: 1 })).toHaveText(say('caseload.title'))
  await expect(page).toHaveURL(/\/$/)
  await page.evaluate(() => document.documentElement.setAttribute('data-same', ''))
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('caseload.title'))
  await expect(page.locator('html[data-same]')).toHaveCount(1)
  expect(asked).toEqual(['/cases'])
})
