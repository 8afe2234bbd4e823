import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { hash } from '@node-rs/argon2'
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test'
import type pg from 'pg'
import { sayingsIn } from '../support/say'
import { type DemoPerson, expect, expectWorker, type Locale, PEOPLE, signInAs, type test } from './fixtures'
import { openWay } from './gone-server'
import { expectNothingOfServerKept } from './kept-in-browser'

/** A phone of a test: a browser with a profile that stays, and a way to the server that can be taken away. */

const PHONE = { width: 390, height: 844 }
export const PASSWORD = 'seven grey herons over the weir'

type Server = { readonly url: string; readonly db: pg.Pool; readonly port: number }
type Info = ReturnType<typeof test.info>

export const openPhone = async (testServer: Server, info: Info, viewport = PHONE) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'accompany-phone-'))
  const way = await openWay(testServer.port)
  const server = { ...testServer, url: way.url }
  /** What was answered to the phone itself other than well, and every page that the server was too busy for. */
  const refused: string[] = []
  const open = async (): Promise<BrowserContext> => {
    const browser = await chromium.launchPersistentContext(folder, {
      ...info.project.use.launchOptions,
      viewport,
      serviceWorkers: 'allow',
      timezoneId: 'Europe/Brussels',
      reducedMotion: 'reduce',
    })
    // This context is not the runner's own: without a limit an action that waits in vain would end as a test that only took too long.
    browser.setDefaultTimeout(30_000)
    browser.on('response', (response) => {
      const at = new URL(response.url()).pathname
      if (response.status() !== 503 && (response.ok() || !/^\/api\/(device|submissions)/.test(at))) return
      refused.push(`${at} ${response.status()} ${response.headers()['x-accompany'] ?? ''}`.trim())
    })
    return browser
  }
  let browser = await open()
  const lookAtCaches = async (): Promise<void> => {
    const { rows } = await testServer.db.query<{ name: string }>(
      'SELECT name FROM staff UNION SELECT code FROM case_file',
    )
    const page = browser.pages().find((one) => !one.isClosed() && one.url().startsWith(`${way.url}/`))
    if (page !== undefined)
      await expectNothingOfServerKept(
        page,
        rows.map(({ name }) => name),
      )
  }
  return {
    server,
    way,
    refused,
    context: (): BrowserContext => browser,
    page: async (): Promise<Page> => {
      const [page = await browser.newPage()] = browser.pages()
      return page
    },
    /** The browser is ended and started cold. */
    restart: async (): Promise<void> => {
      await lookAtCaches()
      await browser.close()
      browser = await open()
    },
    remove: async (): Promise<void> => {
      await lookAtCaches()
      await browser.close()
      await way.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A visit of the person is planned for today, and their password is known. */
export const planToday = async ({ db }: Server, who: DemoPerson): Promise<void> => {
  await db.query(
    'UPDATE credential SET password_hash = $1 WHERE staff_id = (SELECT id FROM staff WHERE name = $2)',
    [await hash(PASSWORD), PEOPLE[who]],
  )
  // No one writes down what has not been.
  const today = `(now() AT TIME ZONE 'Europe/Brussels')::date`
  const { rowCount } = await db.query(
    `UPDATE visit_plan SET on_date = ${today} WHERE id = (
       SELECT p.id FROM visit_plan p JOIN visit_plan_visitor v ON v.plan_id = p.id JOIN staff s ON s.id = v.staff_id
        WHERE s.name = $1 AND p.on_date > ${today} ORDER BY p.on_date LIMIT 1)`,
    [PEOPLE[who]],
  )
  if (rowCount !== 1) throw new Error(`${PEOPLE[who]} has no planned visit left`)
}

/** From the password to the code that was typed back. @returns the code */
export const prepareHere = async (
  page: Page,
  locale: Locale = 'en',
  look: (name: string) => Promise<void> = async () => undefined,
): Promise<string> => {
  const say = sayingsIn(locale)
  await page.getByLabel(say('offline.prepare.password')).fill(PASSWORD)
  await page.getByRole('button', { name: say('offline.prepare.go') }).click()
  await expect(page.getByRole('heading', { name: say('offline.prepare.code') })).toBeVisible()
  await look('2-code')
  const shown = (await page.locator('#main p[translate="no"]').textContent()) ?? ''
  await page.getByRole('button', { name: say('offline.prepare.noted') }).click()
  await look('3-typed-back')
  const code = shown.replaceAll(/[^a-z]/g, '')
  await page.keyboard.type(code)
  return code
}

/** Signs in, takes the visit of the day along from the first page, and prepares the phone on the way. @returns the code */
export const takeAlong = async (
  page: Page,
  server: Server,
  who: DemoPerson,
  locale: Locale = 'en',
): Promise<string> => {
  const say = sayingsIn(locale)
  await planToday(server, who)
  await signInAs(page, server, who, locale)
  expect((await page.goto(server.url))?.status()).toBe(200)
  await expectWorker(page)
  await page
    .getByRole('link', { name: say('offline.today.take'), exact: true })
    .first()
    .click()
  const code = await prepareHere(page, locale)
  await expect(page.getByRole('heading', { level: 1, name: say('offline.take.title') })).toBeVisible()
  await expect(page.getByText(say('offline.take.asking'))).toBeHidden()
  return code
}

/** Opens the pages without a network and types the code. */
export const unlock = async (
  page: Page,
  url: string,
  code: string,
  locale: Locale = 'en',
): Promise<Locator> => {
  const say = sayingsIn(locale)
  await page.goto(`${url}/offline`)
  await expect(page.getByRole('heading', { level: 1, name: say('offline.lock.title') })).toBeVisible()
  await page.keyboard.type(code)
  await expect(page.getByRole('heading', { level: 1, name: say('offline.home.title') })).toBeVisible()
  return page.getByRole('main')
}
