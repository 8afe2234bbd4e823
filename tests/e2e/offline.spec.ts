import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from '@playwright/test'
import { sayingsIn } from '../support/say'
import { isSweep } from '../support/sweep'
import { openCounter } from '../support/taps'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  expectWorker,
  LOCALES,
  signInAs,
  test,
} from './fixtures'
import { readCaches } from './kept-in-browser'
import { openPhone, planToday, prepareHere } from './prepared-phone'
import { visitCards } from './visit-cards'

// The server is gone and the browser is started cold: what stands under every address is a page of ours, and nothing of the server was kept.

/** Every address of the application, with something where an id stands. */
const everyAddress = (): string[] =>
  [...readFileSync('docs/old-addresses.md', 'utf8').matchAll(/^\| `([^`]+)` /gm)].map(([, address = '']) =>
    address.replaceAll(/\[[^\]]*\]/g, 'x'),
  )
const addresses = isSweep ? everyAddress() : ['/', '/cases', '/people?q=x', '/sign-in', '/detention/x']

for (const locale of LOCALES)
  test(`no network from a cold start: every address, reload and back, in ${locale}`, async ({
    testServer,
  }) => {
    // A hundred and more addresses, one after the other.
    if (isSweep) test.setTimeout(300_000)
    const say = sayingsIn(locale)
    const phone = await openPhone(testServer, test.info())
    const { way } = phone
    try {
      let page = await phone.page()
      await signInAs(page, phone.server, 'caseworker', locale)
      expect((await page.goto(way.url))?.status()).toBe(200)
      await expectWorker(page)
      await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
      await page.goto(`${way.url}/cases`)
      // What lies there is looked at by the phone itself, before it is started anew (prepared-phone.ts).
      expect((await readCaches(page)).length).toBeGreaterThan(20)

      // A proxy that finds no server is no page of ours either.
      way.breakDown()
      await page.goto(`${way.url}/detention`)
      await expect(page.getByRole('heading', { level: 1, name: say('offline.noNetwork') })).toBeVisible()

      await way.close()
      await phone.restart()
      page = await phone.page()
      const heading = page.getByRole('heading', { level: 1, name: say('offline.noNetwork') })
      for (const address of addresses) {
        await page.goto(way.url + address)
        await expect(heading, address).toBeVisible()
        expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      }
      await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 568 })
      await expectNoSidewaysScroll(page)
      await page.reload()
      await expect(heading).toBeVisible()
      await page.goBack()
      await expect(heading).toBeVisible()
      await expect(page.getByRole('link', { name: '112' }).last()).toBeVisible()
      await page.getByRole('link', { name: say('offline.write'), exact: true }).click()
      await expect(page).toHaveURL(`${way.url}/offline`)
      await expect(
        page.getByRole('heading', { level: 1, name: say('offline.unprepared.title') }),
      ).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      // Hidden: another page, in the tab and the address too, and after a reload.
      await page
        .getByRole('button', { name: say('layout.quiet.hide') })
        .first()
        .click()
      await expect(page.locator('[data-quiet-page]')).toBeVisible()
      expect(new URL(page.url()).pathname).toBe('/calendar')
      await page.reload()
      await expect(page.locator('[data-quiet-page]')).toBeVisible()
      await page.context().clearCookies({ name: 'quiet' })
      // It comes by itself when the server is back.
      await page.goto(`${way.url}/cases`)
      await expect(heading).toBeVisible()
      await way.open()
      await expect(page.locator('#main')).toBeVisible()
      await expect(heading).toBeHidden({ timeout: 15_000 })
    } finally {
      await phone.remove()
    }
  })

const LISTENED = { en: 'Listened', fr: 'Écoute', nl: 'Geluisterd', de: 'Zugehört' } as const
const outcome = (card: Locator, name: string): Locator => card.getByRole('radio', { name, exact: true })
const SHOTS = process.env.OFFLINE_SHOTS

for (const locale of LOCALES)
  test(`a visit day is taken along, written from a cold start and arrives once, in ${locale}`, async ({
    testServer,
  }) => {
    test.setTimeout(150_000)
    const say = sayingsIn(locale)
    const phone = await openPhone(testServer, test.info())
    const { way } = phone
    const { db } = testServer
    let page = await phone.page()
    const look = async (name: string): Promise<void> => {
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      if (SHOTS !== undefined)
        await page.screenshot({ path: path.join(SHOTS, `${locale}-${name}.png`), fullPage: true })
    }
    const count = async (table: 'visit' | 'encounter'): Promise<number> =>
      Number((await db.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count)
    try {
      await planToday(testServer, 'caseworker')
      const visits = await count('visit')

      // The evening before: one press on the first page, and the phone is prepared on the way.
      await signInAs(page, phone.server, 'caseworker', locale)
      expect((await page.goto(way.url))?.status()).toBe(200)
      await expectWorker(page)
      await page
        .getByRole('link', { name: say('offline.today.take'), exact: true })
        .first()
        .click()
      await expect(page.getByRole('heading', { level: 1, name: say('offline.prepare.title') })).toBeVisible()
      await look('1-prepare')
      const code = await prepareHere(page, locale, look)
      expect(code).toMatch(/^([bdfgklmnrstv][aeiou]){7}$/)
      await expect(page.getByRole('heading', { level: 1, name: say('offline.take.title') })).toBeVisible()
      await expect(page.getByText(say('offline.take.asking'))).toBeHidden()
      await look('4-taken')
      await page.goto(way.url)
      const line = page.getByRole('list', { name: say('submissions.phone.title') })
      await expect(line.getByRole('link')).toHaveAttribute('href', '/offline#home')
      await look('4-today')

      // The next day: no network, from a cold start.
      await way.close()
      await phone.restart()
      page = await phone.page()
      await page.goto(way.url)
      await look('5-no-network')
      await page.getByRole('link', { name: say('offline.write'), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: say('offline.lock.title') })).toBeVisible()
      await look('6-locked')
      await page.keyboard.type(code)
      await expect(page.getByRole('heading', { level: 1, name: say('offline.home.title') })).toBeVisible()
      await look('7-home')
      const { tap, type, taps } = openCounter()
      const main = page.getByRole('main')
      await tap(main.getByRole('button', { name: say('offline.taken.write') }))
      await tap(main.getByRole('button', { name: say('detention.form.headerRight') }))
      const cards = visitCards(page)
      const known = Math.min(5, await cards.count())
      expect(known).toBeGreaterThan(1)
      for (let index = 0; index < known; index++) {
        const card = cards.nth(index)
        await tap(outcome(card, say('detention.answer.seen')))
        await tap(card.getByRole('checkbox', { name: LISTENED[locale], exact: true }))
        await type(card.getByLabel(say('detention.form.note'), { exact: true }), `Slept badly, ${index}.`)
        await tap(card.getByRole('radio', { name: say('detention.form.stepMe'), exact: true }))
        await tap(card.getByRole('radio', { name: say('detention.form.due.tomorrow') }))
      }
      await look('8-writing')
      await tap(main.getByRole('button', { name: say('detention.form.addNew') }))
      const fresh = cards.nth(-1)
      await type(fresh.getByLabel(say('detention.form.name')), 'Belio Inventis')
      await type(fresh.getByLabel(say('detention.form.recognise')), 'blue cap')
      await tap(fresh.getByRole('checkbox', { name: LISTENED[locale], exact: true }))
      await type(fresh.getByLabel(say('detention.form.note'), { exact: true }), 'Arrived on Sunday.')
      await tap(main.locator('[aria-controls="about-centre"]'))
      for (const index of [0, 1]) {
        await tap(main.locator('#about-centre input[type="checkbox"]').nth(index))
        await type(main.locator('#about-centre textarea').nth(index), `Nothing warm, ${index}.`)
      }
      await tap(main.getByRole('button', { name: say('detention.form.check') }))
      await look('9-check')
      await tap(main.getByRole('button', { name: say('detention.form.save') }))
      expect(taps()).toBeLessThanOrEqual(42)
      const sealed = page.getByText(say('offline.sealed.leaves'))
      await expect(sealed).toBeInViewport()
      await look('10-sealed')
      await page.getByRole('link', { name: say('offline.strip.show') }).click()
      await expect(page.getByText(say('offline.state.onDevice'), { exact: true })).toBeVisible()
      await look('11-finished')
      expect(await page.content()).not.toContain('Slept badly')
      await page.getByRole('button', { name: say('offline.gate.close') }).click()
      await expect(page.getByRole('heading', { level: 1, name: say('offline.lock.title') })).toBeVisible()
      expect(await count('visit')).toBe(visits)

      // Another day, with a network: it leaves by itself, locked and signed in to nothing.
      await way.open()
      await phone.restart()
      page = await phone.page()
      await page.goto(`${way.url}/offline`)
      await expect.poll(() => count('visit'), { timeout: 20_000 }).toBe(visits + 1)
      await page.reload()
      await expect(page.getByRole('heading', { level: 1, name: say('offline.lock.title') })).toBeVisible()
      await page.keyboard.type(code)
      await page.getByRole('link', { name: say('offline.home.items', { count: 1 }) }).click()
      await expect(page.getByText(say('offline.state.arrived'), { exact: true })).toBeVisible()
      await look('12-arrived')
      expect(await count('visit')).toBe(visits + 1)
      const { rows } = await db.query<{ id: string }>('SELECT id FROM visit ORDER BY created_at DESC LIMIT 1')
      await signInAs(page, phone.server, 'caseworker', locale)
      await page.goto(`${way.url}/detention/${rows[0]?.id}`)
      const told = (await page.getByRole('main').textContent()) ?? ''
      const texts = Array.from({ length: known }, (_, index) => `Slept badly, ${index}.`)
      const places = [...texts, 'Arrived on Sunday.'].map((text) => told.indexOf(text))
      expect(places.every((place) => place >= 0)).toBe(true)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      for (const index of [0, 1]) expect(told).toContain(`Nothing warm, ${index}.`)
      expect(phone.refused).toEqual([])
    } finally {
      await phone.remove()
    }
  })
