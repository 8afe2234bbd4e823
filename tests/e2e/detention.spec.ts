import type { Locator, Page } from '@playwright/test'
import { part, saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'
import { openVisitCard, visitCards } from './visit-cards'

const NOTE = 'Has not slept since the refused flight.'

/** The list of one centre, as the caseworker of the demo meets it. */
const openList = async (page: Page): Promise<void> => {
  await page.goto('/detention/new?centre=')
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: say('detention.form.people'), exact: true })).toBeVisible()
}
const cards = visitCards
const openCard = openVisitCard
const outcome = (card: Locator, name: string): Locator => card.getByRole('radio', { name, exact: true })
/** Waits for the promise the page makes in words: from here on the text must come back, whatever happens. */
const expectKept = (page: Page): Promise<void> =>
  expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()
const keepOffer = (page: Page): Locator =>
  page.getByRole('button', { name: say('forms.draftKeep'), exact: true })
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.getByRole('button', { name: say('detention.form.save') }).click()
}
const expectSaved = async (page: Page, note: string): Promise<void> => {
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  await expect(page.getByText(note, { exact: true }).first()).toBeVisible()
}
/** Lets the server do its work on the next saving and throws its answer away. */
const loseOneReply = async (page: Page): Promise<void> => {
  let isLost = true
  await page.route('**/detention/new**', async (route) => {
    if (route.request().method() !== 'POST' || !isLost) return route.fallback()
    isLost = false
    await route.fetch()
    return route.abort()
  })
}
/** The same for every saving until the returned function is called. */
const loseReplies = async (page: Page): Promise<() => void> => {
  let isLost = true
  await page.route('**/detention/new**', async (route) => {
    if (route.request().method() !== 'POST' || !isLost) return route.fallback()
    await route.fetch()
    return route.abort()
  })
  return () => {
    isLost = false
  }
}
/** Everything the browser holds on the disk for us, as text: storages and every byte of the drafts. */
const readDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await ask(indexedDB.open('accompany'))
    const records: unknown[] = await ask(db.transaction('draft').objectStore('draft').getAll())
    db.close()
    const bytes = (value: unknown): string =>
      value instanceof ArrayBuffer || value instanceof Uint8Array
        ? new TextDecoder('latin1').decode(value)
        : String(value)
    const drafts = records.flatMap((record) => Object.values(Object(record)).map(bytes))
    return [...drafts, JSON.stringify([{ ...localStorage }, { ...sessionStorage }])].join(' ')
  })
const endSessions = (db: { query: (sql: string) => Promise<unknown> }): Promise<unknown> =>
  db.query(
    "UPDATE session SET revoked_at = now() FROM staff s WHERE s.id = staff_id AND s.name = 'Casimir Caseworker'",
  )
/** How many requests the application has accepted: several savings of a day may become one visit. */
const countSaved = async (db: {
  query: (sql: string) => Promise<{ rows: { count: string }[] }>
}): Promise<number> => Number((await db.query('SELECT count(*) FROM receipt')).rows[0]?.count)

test('text outlives a reload and is never readable on the device', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const card = await openCard(page, 0)
  await outcome(card, say('detention.answer.seen')).check()
  await card.getByLabel(say('detention.form.note')).fill(NOTE)
  await expectKept(page)
  const device = await readDevice(page)
  expect(device.length).toBeGreaterThan(NOTE.length)
  for (const word of ['slept', 'encounters', 'Casimir', 'visit:']) expect(device).not.toContain(word)
  await page.reload()
  await keepOffer(page).click()
  await expect(keepOffer(page)).toBeHidden()
  const again = await openCard(page, 0)
  await expect(again.getByLabel(say('detention.form.note'))).toHaveValue(NOTE)
  await expect(outcome(again, say('detention.answer.seen'))).toBeChecked()
  await save(page)
  await expectSaved(page, NOTE)
  await openList(page)
  await expect(page.getByRole('button', { name: say('detention.form.addNew') })).toBeVisible()
  await expect(page.getByText(say('forms.draftNothingLost'))).toBeVisible()
  await expect(keepOffer(page)).toBeHidden()
})

test('text that was typed beside an offered draft is offered in its turn', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  await (await openCard(page, 0))
    .getByLabel(say('detention.form.note'))
    .fill('The first text, before the reload.')
  await expectKept(page)
  await page.reload()
  await expect(keepOffer(page)).toBeVisible()
  await (await openCard(page, 0))
    .getByLabel(say('detention.form.note'))
    .fill('The second text, beside the offer.')
  await keepOffer(page).click()
  await expect(cards(page).first().getByLabel(say('detention.form.note'))).toHaveValue(
    'The first text, before the reload.',
  )
  await keepOffer(page).click()
  await expect(cards(page).first().getByLabel(say('detention.form.note'))).toHaveValue(
    'The second text, beside the offer.',
  )
})

test('an expired session keeps the text and saves it after signing in elsewhere', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const card = await openCard(page, 0)
  await outcome(card, say('detention.answer.seen')).check()
  await card.getByLabel(say('detention.form.note')).fill(NOTE)
  await expectKept(page)
  await endSessions(testServer.db)
  await save(page)
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText(say('forms.signedOutSaved'))
  await signInAs(page, testServer, 'caseworker')
  await sheet.getByRole('button', { name: say('forms.sendNow') }).click()
  await expectSaved(page, NOTE)
})

test('an expired session leads to the sign-in page and back to the text', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const address = page.url()
  const card = await openCard(page, 0)
  await outcome(card, say('detention.answer.seen')).check()
  await card.getByLabel(say('detention.form.note')).fill(NOTE)
  await endSessions(testServer.db)
  await save(page)
  await page
    .getByRole('dialog')
    .getByRole('link', { name: say('forms.signIn') })
    .click()
  await expect(page).toHaveURL(/\/sign-in\?back=/)
  const back = new URL(new URL(page.url()).searchParams.get('back') ?? '', testServer.url)
  expect(back.href).toBe(address)
  await signInAs(page, testServer, 'caseworker')
  await page.goto(back.href)
  await keepOffer(page).click()
  await expect((await openCard(page, 0)).getByLabel(say('detention.form.note'))).toHaveValue(NOTE)
  await save(page)
  await expectSaved(page, NOTE)
})

test('a lost reply is sent again by itself and counts once', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const before = await countSaved(testServer.db)
  const card = await openCard(page, 0)
  await outcome(card, say('detention.answer.seen')).check()
  await card.getByLabel(say('detention.form.note')).fill(NOTE)
  await loseOneReply(page)
  await save(page)
  await expectSaved(page, NOTE)
  expect(await countSaved(testServer.db)).toBe(before + 1)
})

test('a lost reply and a reload count once too', { tag: '@sweep' }, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const before = await countSaved(testServer.db)
  const card = await openCard(page, 0)
  await outcome(card, say('detention.answer.seen')).check()
  await card.getByLabel(say('detention.form.note')).fill(NOTE)
  const stopLosing = await loseReplies(page)
  await save(page)
  await expect(page.getByText(say('forms.queuedTitle'))).toBeVisible()
  expect(await countSaved(testServer.db)).toBe(before + 1)
  stopLosing()
  await page.goto('/drafts')
  await expect(page.getByRole('heading', { name: say('drafts.sent', { count: 1 }) })).toBeVisible()
  await openList(page)
  await expect(page.getByText(say('forms.draftNothingLost'))).toBeVisible()
  await expect(keepOffer(page)).toBeHidden()
  expect(await countSaved(testServer.db)).toBe(before + 1)
})

test('by keyboard alone', { tag: '@sweep' }, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const toggle = cards(page).first().getByRole('button').first()
  await expect(toggle).toBeEnabled()
  await toggle.focus()
  await page.keyboard.press('Enter')
  const card = cards(page).first()
  await card.getByRole('radio', { name: say('detention.answer.seen'), exact: true }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await expect(card.getByRole('radio', { name: say('detention.answer.not_seen') })).toBeChecked()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(card.getByRole('checkbox', { name: 'Listened' })).toBeChecked()
  await page.getByRole('button', { name: say('detention.form.check') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: say('detention.check.title') })).toBeFocused()
  await page.getByRole('button', { name: say('detention.form.save') }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
})

test('a fault leads back to its field', { tag: '@sweep' }, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  await page.getByRole('button', { name: say('detention.form.addNew') }).click()
  await expect(outcome(cards(page).nth(-1), say('detention.answer.seen'))).toBeChecked()
  await save(page)
  const summary = page.getByRole('alert', { name: say('forms.summaryTitle', { count: 1 }) })
  await expect(summary).toBeFocused()
  await expectAccessible(page)
  await summary.getByRole('link', { name: say('errors.nameMissing') }).click()
  const name = page.getByLabel(say('detention.form.name'))
  await expect(name).toBeFocused()
  await name.fill('Belio Inventis')
  await save(page)
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  const seen = new RegExp(`Belio Inventis.+${part(say('detention.outcome.seen')).source}`)
  await expect(page.getByRole('article').getByRole('heading', { name: seen })).toBeVisible()
})

for (const locale of LOCALES)
  test(`list, choice, form and sheet are whole in ${locale}`, async ({ page, testServer }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await signInAs(page, testServer, 'caseworker', locale)
    for (const way of ['/detention', '/detention/new?centre=', '/detention/new?centre=civ']) {
      await page.goto(way)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    await page.goto('/detention')
    await page.locator('main ul a').first().click()
    await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
