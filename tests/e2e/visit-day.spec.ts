import { readFileSync } from 'node:fs'
import type { Locator } from '@playwright/test'
import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { part, saidAs, say, starting } from '../support/say'
import { isSweep } from '../support/sweep'
import { openCounter } from '../support/taps'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  type Locale,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'
import { openVisitCard, visitCards } from './visit-cards'

/** The words of a page in a language, by their path. */
const wordsOf = (room: string, locale: Locale) => {
  const all: unknown = JSON.parse(readFileSync(`messages/${locale}/${room}.json`, 'utf8'))
  return (path: string): string => {
    const found = path
      .split('.')
      .reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : null),
        all,
      )
    if (typeof found !== 'string') throw new Error(`no words for ${room} ${path}`)
    return found
  }
}
const LISTENED = { en: 'Listened', fr: 'Écoute', nl: 'Geluisterd', de: 'Zugehört' } as const
const PHONE = { width: 390, height: 844 }
const LAPTOP = { width: 1366, height: 768 }

const cards = visitCards
const outcome = (card: Locator, name: string): Locator => card.getByRole('radio', { name, exact: true })

for (const locale of LOCALES)
  for (const size of [PHONE, LAPTOP])
    test(`six people, one of them new, and the centre, at ${size.width} in ${locale}`, {
      tag: '@sweep',
    }, async ({ page, testServer }) => {
      const t = wordsOf('detention', locale)
      // The same markup at both widths: axe looks at the narrow one, where less fits.
      const lookAround = async () => {
        await expectNoSidewaysScroll(page)
        if (size === PHONE) await expectAccessible(page)
      }
      await page.setViewportSize(size)
      await signInAs(page, testServer, 'caseworker', locale)
      await page.goto('/')
      const { tap, type, taps } = openCounter()
      const main = page.getByRole('main')
      const log = wordsOf('menu', locale)('begin.logVisit')
      // On a phone in the bar near the thumb; on a laptop the caseworker's first page has it too.
      await tap(
        size === PHONE
          ? page.getByRole('navigation').getByRole('link', { name: log })
          : main.locator('a[href="/detention/new"]').first(),
      )
      await tap(main.getByRole('button', { name: t('form.headerRight') }))
      await expect(cards(page).nth(1)).toBeVisible()
      const known = Math.min(5, await cards(page).count())
      for (let index = 0; index < known; index++) {
        const before = taps()
        const card = cards(page).nth(index)
        await tap(outcome(card, t('answer.seen')))
        await tap(card.getByRole('checkbox', { name: LISTENED[locale], exact: true }))
        await type(card.getByLabel(t('form.note'), { exact: true }), `Slept badly, ${index}.`)
        expect(taps() - before).toBeLessThanOrEqual(3)
        await tap(card.getByRole('radio', { name: t('form.stepMe'), exact: true }))
        await tap(card.getByRole('radio', { name: t('form.due.tomorrow') }))
        expect(taps() - before).toBeLessThanOrEqual(6)
      }
      const before = taps()
      await tap(main.getByRole('button', { name: t('form.addNew') }))
      const fresh = cards(page).nth(-1)
      await type(fresh.getByLabel(t('form.name')), 'Belio Inventis')
      await type(fresh.getByLabel(t('form.recognise')), 'blue cap')
      await tap(fresh.getByRole('checkbox', { name: LISTENED[locale], exact: true }))
      await type(fresh.getByLabel(t('form.note'), { exact: true }), 'Arrived on Sunday.')
      expect(taps() - before).toBeLessThanOrEqual(8)
      await tap(main.locator('[aria-controls="about-centre"]'))
      for (const index of [0, 1]) {
        const theme = main.locator('#about-centre input[type="checkbox"]').nth(index)
        await tap(theme)
        await type(main.locator('#about-centre textarea').nth(index), 'Nothing warm since Sunday.')
      }
      await lookAround()
      await tap(main.getByRole('button', { name: t('form.check') }))
      await expect(page.getByRole('heading', { name: t('check.title') })).toBeFocused()
      await lookAround()
      await tap(main.getByRole('button', { name: t('form.save') }))
      await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
      await expect(page.getByText('Arrived on Sunday.').first()).toBeVisible()
      await lookAround()
      expect(taps()).toBeLessThanOrEqual(40)
    })

test('on a phone the list begins in sight, folds who is finished, and finds a person by name', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize(PHONE)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/detention/new')
  const find = page.getByRole('searchbox', { name: say('detention.form.find') })
  await expect(find).toBeEnabled()
  const topOf = (card: Locator): Promise<number> =>
    card.evaluate((element) => element.getBoundingClientRect().top)
  expect(await topOf(cards(page).first())).toBeLessThanOrEqual(240)
  const heights = await cards(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(3)
  // Why someone is in danger is said whole, on a line more.
  const isInDanger = await cards(page).evaluateAll((all) => all.map((one) => one.textContent.includes('▲')))
  for (const [index, height] of heights.entries())
    expect(height).toBeLessThanOrEqual(isInDanger[index] === true ? 120 : 96)
  expect(heights.filter((height) => height > 0).length).toBeLessThanOrEqual(12)

  // Someone who is finished goes into the fold when the next one is begun, not under the finger.
  const answer = (index: number, name: string): Locator => outcome(cards(page).nth(index), name)
  await answer(0, say('detention.answer.not_seen')).click()
  await expect(cards(page).nth(0)).toBeVisible()
  await answer(1, say('detention.answer.gone')).click()
  await expect(cards(page).nth(0)).toBeHidden()
  const finished = page.getByRole('button', { name: say('detention.form.finished', { count: 1 }) })
  await finished.click()
  await expect(answer(0, say('detention.answer.not_seen'))).toBeChecked()
  await finished.click()
  await expect(cards(page).nth(0)).toBeHidden()

  const name = (await cards(page).nth(2).locator('.name > :first-child').textContent()) ?? ''
  expect(name).toMatch(/\p{Lu}\p{Ll}+/u)
  await find.fill(name.slice(1, 5).toUpperCase())
  await expect(cards(page).nth(2)).toBeVisible()
  expect(await cards(page).filter({ visible: true }).count()).toBeLessThan(heights.length)
  await find.press('Enter')
  await expect(page).toHaveURL(/\/detention\/new$/)
  await find.fill('zzzz')
  await expect(page.getByText(say('detention.form.notFound'))).toBeVisible()
  await expectAccessible(page)
  await find.fill('')
  // A person of another place is found by the same line.
  const { rows } = await testServer.db.query(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' AND f.status NOT IN ('closed', 'archived')
      ORDER BY f.code`,
  )
  const here = (await cards(page).locator('.code').allTextContents()).map((code) => code.trim())
  const code = String(rows.find((row) => !here.includes(row.code))?.code)
  await find.fill(code)
  await page.getByRole('button', { name: `${say('detention.form.add')} ${code}` }).click()
  await expect(find).toHaveValue('')
  await expect(cards(page).nth(-1)).toContainText(code)
  await expect(cards(page).nth(-1).getByRole('button', { expanded: true })).toBeFocused()
})

test('on a discreet device a visit shows initials, and no name comes with it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/detention/new')
  const name = page.locator('li[id^="card-"] .name > :first-child').first()
  const words = (await name.textContent()) ?? ''
  await page.context().addCookies([{ name: DISCREET_COOKIE, value: DISCREET, url: testServer.url }])
  await page.reload()
  await expect(page.locator('li[id^="card-"] .name').first()).toHaveText(/^(\p{L}\. ?)+$/u)
  expect(words.length).toBeGreaterThan(5)
  expect(await page.content()).not.toContain(words)
})

test('nothing is lost when the page dies after any step', async ({ page, testServer }) => {
  await page.setViewportSize(PHONE)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/detention/new')
  const kept = page.getByText(saidAs('forms.draftSaved'))
  /** After some steps the page dies in a sweep alone: what they wrote is there after the next death, too. */
  const die = async (isDrawn = true): Promise<void> => {
    await expect(kept).toBeVisible()
    if (!isDrawn) return
    await page.reload()
    await page.getByRole('button', { name: say('forms.draftKeep'), exact: true }).click()
    await expect(page.getByRole('button', { name: say('forms.draftKeep'), exact: true })).toBeHidden()
  }
  await page.getByRole('button', { name: say('detention.form.headerRight') }).click()
  await die()
  await expect(page.getByRole('button', { name: say('detention.form.headerRight') })).toBeHidden()
  const first = cards(page).first()
  await outcome(first, say('detention.answer.seen')).click()
  await die(isSweep)
  await openVisitCard(page)
  await expect(outcome(first, say('detention.answer.seen'))).toBeChecked()
  await first.getByRole('checkbox', { name: 'Self-harm' }).check()
  await first.getByLabel(say('detention.question.plan')).fill('No plan, no means.')
  await first.getByLabel(say('detention.form.note'), { exact: true }).fill('Has not slept.')
  await first.getByRole('radio', { name: say('detention.form.stepMe'), exact: true }).check()
  await first.getByRole('radio', { name: starting(say('detention.form.due.friday')) }).check()
  await die()
  await openVisitCard(page)
  await expect(first.getByLabel(say('detention.form.note'), { exact: true })).toHaveValue('Has not slept.')
  await expect(first.getByLabel(say('detention.question.plan'))).toHaveValue('No plan, no means.')
  await expect(first.getByRole('radio', { name: starting(say('detention.form.due.friday')) })).toBeChecked()
  await first.getByRole('button', { name: say('detention.form.again') }).click()
  const again = cards(page).nth(1)
  await again.getByLabel(say('detention.form.metAt')).fill('16:10')
  await again.getByLabel(say('detention.form.note'), { exact: true }).fill('Calmer now.')
  await die(isSweep)
  await expect(cards(page).nth(1)).toContainText(say('detention.form.againAt', { time: '16:10' }))
  await page.getByRole('button', { name: say('detention.form.addNew') }).click()
  await cards(page).nth(-1).getByLabel(say('detention.form.name')).fill('Belio Inventis')
  await die(isSweep)
  await expect(cards(page).nth(-1)).toContainText('Belio Inventis')
  await page.getByRole('button', { name: say('detention.form.addGroup') }).click()
  await page.getByLabel(say('detention.form.groupPeople')).fill('5')
  await page.locator('[aria-controls="about-centre"]').click()
  await page.locator('#about-centre input[type="checkbox"]').first().check()
  await page.locator('#about-centre textarea').first().fill('Cold.')
  await die(isSweep)
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.reload()
  await page.getByRole('button', { name: say('forms.draftKeep'), exact: true }).click()
  await expect(page.getByRole('button', { name: say('forms.draftKeep'), exact: true })).toBeHidden()
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.getByRole('button', { name: say('detention.form.save') }).click()
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  // A phone folds what comes after the first conversations, when the tests before have left some of this day.
  await unfoldAll(page)
  for (const text of ['Has not slept.', 'Calmer now.', 'No plan, no means.', 'Cold.'])
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
})

test('a name that is like a known one asks, never blocks, and links the card', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await page.setViewportSize(PHONE)
  await signInAs(page, testServer, 'caseworker')
  const { rows } = await testServer.db.query(
    `SELECT n.text FROM person_name n JOIN case_person cp USING (person_id) JOIN case_file f ON f.id = cp.case_id
       JOIN staff s ON s.id = f.worker_id WHERE s.name = 'Casimir Caseworker' AND n.kind = 'as_said' AND f.secrecy = 'open'
        AND f.status NOT IN ('closed', 'archived') ORDER BY n.id LIMIT 1`,
  )
  await page.goto('/detention/new')
  await page.getByRole('button', { name: say('detention.form.addNew') }).click()
  const fresh = cards(page).nth(-1)
  await fresh.getByLabel(say('detention.form.name')).fill(String(rows[0]?.text).toUpperCase())
  const alike = page.getByText(new RegExp(`^${saidAs('alike.title').source}`))
  await expect(alike).toBeVisible()
  await expectAccessible(page)
  await page
    .getByRole('button', { name: starting(say('alike.samePerson')) })
    .first()
    .click()
  await expect(alike).toBeHidden()
  await expect(page.locator('li[id^="card-"] button[aria-expanded="true"] .code')).toBeVisible()
})

test('a conversation is corrected from the sheet, and its earlier text stays readable', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/detention/new')
  const card = cards(page).first()
  await outcome(card, say('detention.answer.seen')).click()
  await card.getByLabel(say('detention.form.note'), { exact: true }).fill('The first words.')
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.getByRole('button', { name: say('detention.form.save') }).click()
  const told = page.getByRole('article').filter({ hasText: 'The first words.' }).first()
  await told.getByRole('link', { name: starting(say('detention.sheet.correctEntry')) }).click()
  await expect(page).toHaveURL(/\/detention\/encounters\//)
  await expectAccessible(page)
  // Someone may have written about the same person today: then these words are the second account.
  const titles = [part(say('detention.entry.correct')), saidAs('detention.entry.account')]
  const named = new RegExp(`^(${titles.map(({ source }) => source).join('|')})$`)
  const form = page.getByRole('region', { name: named }).last()
  await form.getByLabel(say('detention.form.note'), { exact: true }).fill('The better words.')
  await form.getByRole('button', { name: say('detention.entry.save') }).click()
  await expect(page.getByRole('article').getByText('The better words.')).toBeVisible()
  await expect(page.getByRole('paragraph').filter({ hasText: 'The first words.' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
