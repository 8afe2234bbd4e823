import type { BrowserContext, Page } from '@playwright/test'
import { say } from '../support/say'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  expectWorker,
  goOffline,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

// What is read of a country without a network, and that nothing else is kept: the figure in every language by its own word, counted
// key by key, with the network cut.

const TYPED = {
  en: ['recogn', '36.9'],
  fr: ['reconn', '36,9'],
  nl: ['erkenn', '36,9'],
  de: ['anerke', '36,9'],
} as const

test.use({ serviceWorkers: 'allow' })

const FACTS_CACHE = 'country-facts'
/** Every answer that lies in any cache of the device. */
const readCaches = (page: Page) =>
  page.evaluate(async () => {
    const found: {
      readonly cache: string
      readonly path: string
      readonly text: string
      readonly policy: string
    }[] = []
    for (const cache of await caches.keys()) {
      const opened = await caches.open(cache)
      for (const request of await opened.keys()) {
        const answer = await opened.match(request)
        found.push({
          cache,
          path: new URL(request.url).pathname,
          text: (await answer?.text()) ?? '',
          policy: answer?.headers.get('content-security-policy') ?? '',
        })
      }
    }
    return found.toSorted((a, b) => a.path.localeCompare(b.path))
  })
/** What a country has put aside; the files of the pages without a network are looked at in offline.spec.ts. */
const factsOf = async (page: Page) => (await readCaches(page)).filter(({ cache }) => cache === FACTS_CACHE)
const keysOf = async (page: Page) => (await factsOf(page)).map(({ path }) => path)

const keep = async (page: Page) => {
  await page.goto('/countries/be/facts')
  await expect.poll(() => keysOf(page)).toEqual(['/countries/be/kept.json', '/countries/kept'])
  // The worker has the page from its next opening on.
  await expectWorker(page)
}

/** Types and presses like someone with the page before them, and counts. */
const cite = async (page: Page, context: BrowserContext, [typed, figure]: readonly [string, string]) => {
  let keys = 0
  let presses = 0
  await page.getByRole('searchbox').click()
  presses += 1
  for (const letter of typed) {
    await page.keyboard.press(letter)
    keys += 1
  }
  const found = page.getByRole('listitem').filter({ hasText: figure })
  await found.getByRole('button').last().click()
  presses += 1
  await expect(found.getByRole('status')).not.toBeEmpty()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(context.pages()).toHaveLength(1)
  return { keys, presses, copied }
}

test.describe('without a network', () => {
  for (const locale of LOCALES)
    test(`finds a figure by its word and copies its citation in ${locale}: nine keys, two presses`, async ({
      page,
      context,
      testServer,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await signInAs(page, testServer, 'caseworker', locale)
      await keep(page)
      await goOffline(context)
      await page.goto('/countries/be/facts')
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      const { keys, presses, copied } = await cite(page, context, TYPED[locale])
      expect(keys).toBeLessThanOrEqual(9)
      expect(presses).toBeLessThanOrEqual(2)
      expect(copied).toContain(TYPED[locale][1])
      expect(copied).toMatch(/Accompany \/countries\/be\/facts\//)
      await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 700 })
      await expectNoSidewaysScroll(page)
      await context.setOffline(false)
      await page.getByRole('paragraph').getByRole('link').click()
      await expect(page.getByRole('navigation').first()).toBeVisible()
      await expect(page.getByRole('table')).toBeVisible()
    })

  test('keeps two answers and no person, under a policy that runs one script', async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'coordinator')
    await page.goto('/cases')
    await page.goto('/')
    await keep(page)
    await page.goto('/cases')
    const kept = await factsOf(page)
    expect(kept.map(({ path }) => path)).toEqual(['/countries/be/kept.json', '/countries/kept'])
    expect(kept[1]?.policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/)
    const { rows } = await testServer.db.query<{ name: string }>(
      `SELECT name FROM staff UNION SELECT code FROM case_file`,
    )
    expect(rows.length).toBeGreaterThan(10)
    const whole = (await readCaches(page)).map(({ text }) => text).join()
    expect(rows.filter(({ name }) => whole.includes(name))).toEqual([])
  })

  test('shows no page about a person, and none of the organisation at all', async ({
    page,
    context,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker')
    await keep(page)
    await goOffline(context)
    for (const path of ['/', '/cases', '/calendar']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: say('offline.noNetwork') })).toBeVisible()
    }
    await context.setOffline(false)
  })

  test('is gone after signing out, and after hiding a page', async ({ page, context, testServer }) => {
    await signInAs(page, testServer, 'caseworker')
    await keep(page)
    await page.getByRole('button', { name: say('layout.me') }).click()
    await page.getByRole('button', { name: say('layout.signOut'), exact: true }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await expect.poll(() => keysOf(page)).toEqual([])

    await signInAs(page, testServer, 'caseworker')
    await keep(page)
    await expectAwake(page)
    await context.setOffline(true)
    for (const _ of [1, 2, 3]) await page.keyboard.press('Escape')
    await expect(page.locator('[data-quiet-page]')).toBeVisible()
    await expect.poll(() => keysOf(page)).toEqual([])
    await context.setOffline(false)
  })
})

test('the worker is a script to anyone who is signed out in that moment, and no way to the sign-in page', async ({
  page,
  testServer,
}) => {
  const answer = await page.request.get(`${testServer.url}/worker.js`, { maxRedirects: 0 })
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toContain('javascript')
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
})
