import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test'
import axe from 'axe-core'
import pg from 'pg'
import { bindToken } from '../../lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '../../lib/shared/cookie.rules'
import de from '../../messages/de/layout.json' with { type: 'json' }
import en from '../../messages/en/layout.json' with { type: 'json' }
import fr from '../../messages/fr/layout.json' with { type: 'json' }
import nl from '../../messages/nl/layout.json' with { type: 'json' }
import { cloneDatabase } from '../../scripts/test-cluster.mjs'
import { isSweep } from '../support/sweep'
import { expectNothingOfServerKept } from './kept-in-browser'
import {
  DEMO_TEMPLATE,
  databaseUrls,
  environment,
  type Installation,
  openCluster,
  startServer,
  TEST_SECRET,
  waitUntilReady,
  workerDatabase,
  workerPort,
} from './test-server'

/** The demo people whom the journeys follow. */
export const PEOPLE = {
  caseworker: 'Casimir Caseworker',
  coordinator: 'Corina Coordinator',
  admin: 'Ada Admin',
  dataLead: 'Alma Admin',
  guest: 'Gaspar Guest',
  stranger: 'Anton Accompany',
  receiver: 'Vera Visitor',
} as const
export type DemoPerson = keyof typeof PEOPLE
export type Locale = 'en' | 'fr' | 'nl' | 'de'
/** The journeys are walked with the worker of the application in `npm run stress`: what it keeps is looked at after each. */
export const JOURNEY = { serviceWorkers: isSweep ? 'allow' : 'block' } as const
/** The languages in which a page is looked at: English in `npm test`, all four in `npm run stress`. */
export const LOCALES: readonly Locale[] = isSweep ? ['en', 'fr', 'nl', 'de'] : ['en']

export type TestServer = { readonly url: string; readonly db: pg.Pool; readonly port: number }

/** The test server of one worker: each file of tests finds it as its installation begins, whatever other files did before. */
type TestServers = {
  readonly serverFor: (file: string) => Promise<TestServer>
  /** What the server has written to its log since it was started. */
  readonly log: () => string
}

export const test = base.extend<
  { violations: string[]; testServer: TestServer; log: () => string },
  { installation: Installation; testServers: TestServers }
>({
  installation: ['demo', { option: true, scope: 'worker' }],
  testServers: [
    async ({ installation }, use, info) => {
      const { cluster, template } = await openCluster()
      const filled = installation === 'demo' ? DEMO_TEMPLATE : template
      const name = workerDatabase(info.parallelIndex)
      const port = workerPort(info.parallelIndex)
      const urls = databaseUrls(cluster, name)
      // One server for all files: that its database is another one from one moment to the next is a restart to it.
      await cloneDatabase(cluster.superuser(), filled, name)
      const server = await startServer(environment(urls, port, installation), port)
      let log = ''
      for (const stream of [server.stdout, server.stderr])
        stream?.on('data', (chunk: Buffer) => {
          log += chunk.toString('utf8')
        })
      const open = (): TestServer => {
        const db = new pg.Pool({ connectionString: urls.superuser, max: 2 })
        // A connection that is still taking its leave when its database is dropped complains, and no one waits for it any more.
        db.on('error', () => undefined)
        return { url: `http://localhost:${port}`, port, db }
      }
      let testServer = open()
      let currentFile: string | null = null
      await use({
        log: () => log,
        serverFor: async (file) => {
          if (currentFile !== null && currentFile !== file) {
            await testServer.db.end()
            await cloneDatabase(cluster.superuser(), filled, name)
            await waitUntilReady(port)
            testServer = open()
          }
          currentFile = file
          return testServer
        },
      })
      await testServer.db.end()
      server.kill('SIGTERM')
      await once(server, 'exit')
      await cluster.release()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  testServer: [
    async ({ testServers }, use, info) => {
      await use(await testServers.serverFor(info.file))
    },
    { timeout: 120_000 },
  ],
  log: async ({ testServers }, use) => use(testServers.log),
  baseURL: async ({ testServer }, use) => {
    await use(testServer.url)
  },
  // Whatever a page complains about fails its test: script errors, CSP, hydration, and any request that leaves the machine.
  violations: [
    async ({ page, context, serviceWorkers, testServer }, use) => {
      const found: string[] = []
      // What an earlier test of this worker left unsent would be offered in this one.
      await testServer.db.query('DELETE FROM draft')
      page.on('console', (message) => {
        if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text()))
          found.push(message.text())
      })
      page.on('pageerror', (error) => found.push(String(error)))
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        if (/^https?:$/.test(protocol) && origin !== testServer.url) found.push(`left the machine: ${origin}`)
      })
      await use(found)
      expect(found).toEqual([])
      // Whatever was done: what a browser keeps is ours, and about no one. Asked of a page that goes nowhere by itself; without the worker nothing is kept.
      if (serviceWorkers === 'block' || page.isClosed()) return
      const apart = await context.newPage()
      await apart.goto(`${testServer.url}/api/live`)
      await expectNothingOfServerKept(apart)
    },
    { auto: true },
  ],
})

/** Signs in by a session row of the database, as the named demo person; `locale` becomes the language of the account. */
export const signInAs = async (
  page: Page,
  testServer: TestServer,
  who: DemoPerson,
  locale: Locale = 'en',
): Promise<void> => {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  await testServer.db.query('UPDATE staff SET locale = $2 WHERE name = $1', [PEOPLE[who], locale])
  await testServer.db.query(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, stepped_up_at, device)
     SELECT gen_random_uuid(), $1, id, now(), now(), now() + interval '12 hours', false, now(), now() + interval '12 hours', 'test' FROM staff WHERE name = $2`,
    [hash, PEOPLE[who]],
  )
  await page.context().addCookies([
    {
      name: PLAIN_SESSION_COOKIE,
      value: bindToken(TEST_SECRET, token),
      url: testServer.url,
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
}

/** Headings of a page that stands where another was meant: it is flawless, and a test that sees it has seen nothing. */
const NOWHERE = [en, fr, nl, de].flatMap(({ notFound, broken }) => [notFound.title, broken.title])

/** The rules about colours take axe longer than all others together, and no colour of ours depends on a word. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Fails with every rule that the page breaks and where (axe, WCAG 2.2 A and AA); colours are judged where the page stands in
 * English, which every page does once. What sticks to the edge of the window takes its place in the page while axe looks:
 * otherwise axe takes whatever happens to lie under the bar at the foot for a small target.
 */
export const expectAccessible = async (page: Page): Promise<void> => {
  const hasColours = (await page.locator('html').getAttribute('lang')) === 'en'
  await judge(page, hasColours, (builder) =>
    builder
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .disableRules(hasColours ? [] : COLOURS),
  )
}

/**
 * The same for what another theme can break on a page that is clean in one: its colours. The page stays as it is opened and only
 * changes its theme, which costs half of looking at it anew.
 */
export const expectAccessibleInDark = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await judge(page, true, (builder) => builder.withRules(COLOURS))
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Looks of text that axe has judged in this worker. A look is a colour, a size and what lies behind: the same in every word. */
const judgedLooks = new Set<string>()

/** Marks the text of a page whose look is none of those judged, and gives the new looks. Runs in the page. */
const markNewLooks = (judged: readonly string[]): readonly string[] => {
  const known = new Set(judged)
  const grounds = new Map<Element, string | null>()
  /** What lies behind an element; null where that is not told by what it stands in: in a layer of its own, or half seen through. */
  const groundOf = (one: Element | null): string | null => {
    if (one === null) return ''
    const before = grounds.get(one)
    if (before !== undefined) return before
    const style = getComputedStyle(one)
    const behind = groundOf(one.parentElement)
    const isApart =
      behind === null ||
      /absolute|fixed/.test(style.position) ||
      style.float !== 'none' ||
      style.backgroundImage !== 'none' ||
      style.opacity !== '1'
    const colour = /^(transparent|rgba\(0, 0, 0, 0\))$/.test(style.backgroundColor)
      ? ''
      : style.backgroundColor
    const ground = isApart ? null : colour === '' ? behind : `${behind}/${colour}`
    grounds.set(one, ground)
    return ground
  }
  const lookOf = (one: Element): string | null => {
    const ground = groundOf(one)
    const { width, height } = one.getBoundingClientRect()
    const isSeen =
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1 && height > 1
    const isIdle = one.closest(':disabled, [aria-disabled=true], [inert], label:has(:disabled)') !== null
    const hasText = [...one.childNodes].some(
      (node) => node.nodeType === 3 && /\p{L}|\p{N}/u.test(node.nodeValue ?? ''),
    )
    if (ground === null || !isSeen || isIdle || !hasText) return null
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one)
    return [color, fontSize, fontWeight, textShadow, ground].join(' ')
  }
  const fresh = new Set<string>()
  for (const one of document.querySelectorAll('body *')) {
    const look = lookOf(one)
    if (look !== null && (known.has(look) || fresh.has(look))) one.removeAttribute('data-new-look')
    else one.setAttribute('data-new-look', '')
    if (look !== null && !known.has(look)) fresh.add(look)
  }
  return [...fresh]
}

/** axe, which judges the contrast of what is marked alone; a sweep judges it everywhere. */
const axeOfNewLooks = `${axe.source}; axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-new-look]' }] })`

const judge = async (
  page: Page,
  hasColours: boolean,
  choose: (builder: AxeBuilder) => AxeBuilder,
): Promise<void> => {
  expect(NOWHERE).not.toContain(await page.getByRole('heading', { level: 1 }).first().textContent())
  // A colour half way between two is no one’s choice: what has an end comes to it first.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        // What runs with scrolling and not with time never ends.
        .filter((one) => one.timeline === document.timeline)
        .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((one) => one.finished),
    ),
  )
  const stuck = await page.evaluateHandle(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (one) => getComputedStyle(one).position === 'sticky',
    ),
  )
  await stuck.evaluate((all) => {
    for (const one of all) one.style.setProperty('position', 'static', 'important')
  })
  // In the page itself and for violations only: no page of ours has frames, and the same verdict comes in a third of the time.
  const looks = hasColours && !isSweep ? await page.evaluate(markNewLooks, [...judgedLooks]) : []
  const builder = new AxeBuilder({ page, axeSource: isSweep ? axe.source : axeOfNewLooks })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
  const { violations } = await choose(builder).analyze()
  await stuck.evaluate((all) => {
    for (const one of all) one.style.removeProperty('position')
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  for (const look of looks) judgedLooks.add(look)
}

/** Opens every fold of the page. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })

/** The codes of the files in a list of people: each stands beside the name, in the link to its file. */
export const fileCodes = (page: Page): Locator =>
  page.getByRole('main').getByText(/^[2-9A-Z]{3}-[2-9A-Z]{4}$/)

/**
 * The page has taken over what was sent, and what the application hears by its keys has come after it: before that Escape hides
 * nothing.
 */
export const expectAwake = (page: Page): Promise<void> =>
  expect(page.locator('dialog input[role=combobox]')).toBeAttached()

/** Opens what finds people, pages and facts by its keys, which come right after the page; the line of it is where one types. */
export const openPalette = async (page: Page) => {
  const line = page.getByRole('dialog').getByRole('combobox')
  await expect(page.locator('a[data-search]')).toBeVisible()
  await expectAwake(page)
  await page.keyboard.press('Control+k')
  await expect(line).toBeFocused()
  return line
}

/** The page has its worker. `ready` would wait for ever for one that could not be installed. */
export const expectWorker = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
      timeout: 30_000,
    })
    .toBe('activated')

/** Without a network, also for what the service worker asks: one that has just begun may still have it, so it is asked until it has none. */
export const goOffline = async (context: BrowserContext): Promise<void> => {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  await context.setOffline(true)
  const isOnline = () =>
    worker.evaluate(() =>
      fetch('/api/live').then(
        () => true,
        () => false,
      ),
    )
  await expect.poll(isOnline).toBe(false)
}

/** Nothing may hang over the edge of the screen. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(excess).toBeLessThanOrEqual(0)
}

export { expect }
