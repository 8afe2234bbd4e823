import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { saidAs, say } from '../support/say'
import { isSweep } from '../support/sweep'
import { findOnDisk, wholeChromium } from './browser-profile'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'
import { openVisitCard, visitCards } from './visit-cards'

const NOTE = 'Inventis has not slept since the refused flight.'
const VISIT = '/detention/new?centre='

const openList = async (page: Page): Promise<void> => {
  await page.goto(VISIT)
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: say('detention.form.people'), exact: true })).toBeVisible()
}
const firstCard = (page: Page) => visitCards(page).first()
const openCard = (page: Page) => openVisitCard(page)
const keepOffer = (page: Page) => page.getByRole('button', { name: say('forms.draftKeep'), exact: true })
const expectKept = (page: Page): Promise<void> =>
  expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.getByRole('button', { name: say('detention.form.save') }).click()
}
type Db = { query: (sql: string) => Promise<{ rows: { count: string }[] }> }
/** How many requests the application has accepted: several savings of a day may become one visit. */
const countSaved = async (db: Db): Promise<number> =>
  Number((await db.query('SELECT count(*) FROM receipt')).rows[0]?.count)
const endSessions = (db: Db) =>
  db.query(
    "UPDATE session SET revoked_at = now() FROM staff s WHERE s.id = staff_id AND s.name = 'Casimir Caseworker'",
  )

/** One step further into the day each; a history stops after one of them. */
const STEPS: readonly { name: string; go: (page: Page) => Promise<void> }[] = [
  {
    name: 'the outcome',
    go: (page) =>
      firstCard(page)
        .getByRole('radio', { name: say('detention.answer.seen'), exact: true })
        .check(),
  },
  {
    name: 'what was done',
    go: (page) => firstCard(page).getByRole('checkbox', { name: 'Listened', exact: true }).check(),
  },
  { name: 'the note', go: (page) => firstCard(page).getByLabel(say('detention.form.note')).fill(NOTE) },
  {
    name: 'a signal',
    go: async (page) => {
      await firstCard(page).getByRole('checkbox', { name: 'Self-harm', exact: true }).check()
      await firstCard(page).getByLabel(say('detention.question.plan')).fill('No plan, no means.')
    },
  },
  {
    name: 'someone new',
    go: async (page) => {
      await page.getByRole('button', { name: say('detention.form.addNew') }).click()
      await page.getByLabel(say('detention.form.name')).fill('Belio Inventis')
    },
  },
]
const expectStep = async (page: Page, upTo: number): Promise<void> => {
  await openCard(page)
  const card = firstCard(page)
  await expect(card.getByRole('radio', { name: say('detention.answer.seen'), exact: true })).toBeChecked()
  if (upTo >= 1) await expect(card.getByRole('checkbox', { name: 'Listened', exact: true })).toBeChecked()
  if (upTo >= 2) await expect(card.getByLabel(say('detention.form.note'))).toHaveValue(NOTE)
  if (upTo >= 3)
    await expect(card.getByLabel(say('detention.question.plan'))).toHaveValue('No plan, no means.')
  if (upTo < 4) return
  const fresh = page.locator('li[id^="card-"]').last()
  const toggle = fresh.getByRole('button').first()
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
  await expect(fresh.getByLabel(say('detention.form.name'))).toHaveValue('Belio Inventis')
}
const crash = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  await Promise.race([session.send('Page.crash').catch(() => undefined), crashed])
  await crashed
  await page.close()
}
/** How a history ends; what is opened afterwards is a new window of the same browser. */
const ENDINGS: readonly { name: string; end: (page: Page, db: Db) => Promise<void> }[] = [
  { name: 'the window is closed', end: (page) => page.close() },
  { name: 'the window crashes', end: crash },
  {
    name: 'there is no network any more, then the window dies',
    end: async (page) => {
      await page.context().setOffline(true)
      await page.close()
    },
  },
  {
    name: 'the session ends, then the window dies',
    end: async (page, db) => {
      await endSessions(db)
      await page.close()
    },
  },
]

/** Each ending once, and the last step with it: the sweep draws each with each. */
const isDrawn = (step: number, ending: number): boolean =>
  isSweep || (step > 0 && step % ENDINGS.length === ending)

for (const [upTo, step] of STEPS.entries())
  for (const { name, end } of ENDINGS.filter((_, ending) => isDrawn(upTo, ending)))
    test(`after ${step.name} ${name}: nothing is lost`, async ({ page, testServer }) => {
      await signInAs(page, testServer, 'caseworker')
      await openList(page)
      await openCard(page)
      for (const { go } of STEPS.slice(0, upTo + 1)) await go(page)
      await expectKept(page)
      const address = page.url()
      const context = page.context()
      await end(page, testServer.db)
      await context.setOffline(false)
      const next = await context.newPage()
      await signInAs(next, testServer, 'caseworker')
      await next.goto(address)
      await keepOffer(next).click()
      await expectStep(next, upTo)
    })

test('what is saved without network waits, is counted in words, and is sent once by itself', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const before = await countSaved(testServer.db)
  await openCard(page)
  for (const { go } of STEPS.slice(0, 3)) await go(page)
  await expectKept(page)
  await page.context().setOffline(true)
  await save(page)
  await expect(page.getByText(say('forms.queuedTitle'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('layout.waitingTexts', { count: 1 }) })).toBeVisible()
  expect(await countSaved(testServer.db)).toBe(before)
  await page.context().setOffline(false)
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  await expect(page.getByText(NOTE, { exact: true }).first()).toBeVisible()
  expect(await countSaved(testServer.db)).toBe(before + 1)
})

test('what was handed over survives its window, and the list sends it', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const before = await countSaved(testServer.db)
  await openCard(page)
  for (const { go } of STEPS.slice(0, 3)) await go(page)
  await page.context().setOffline(true)
  await save(page)
  await expect(page.getByText(say('forms.queuedTitle'))).toBeVisible()
  const context = page.context()
  await crash(page)
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto('/drafts')
  await expect(next.getByRole('heading', { name: say('drafts.sent', { count: 1 }) })).toBeVisible()
  await expect(next.getByText(NOTE)).toBeHidden()
  expect(await countSaved(testServer.db)).toBe(before + 1)
})

test('a refused text says why, opens in its form, and is sent again', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  await openCard(page)
  for (const { go } of STEPS.slice(0, 3)) await go(page)
  await page.context().setOffline(true)
  await save(page)
  await expect(page.getByText(say('forms.queuedTitle'))).toBeVisible()
  // The office is not theirs any more when it arrives.
  const { rows } = await testServer.db.query<{ staff_id: string; team_id: string }>(
    "DELETE FROM team_member WHERE staff_id = (SELECT id FROM staff WHERE name = 'Casimir Caseworker') RETURNING staff_id, team_id",
  )
  const context = page.context()
  await page.close()
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto('/drafts')
  await expect(next.getByRole('heading', { name: say('drafts.state.failed', { count: 1 }) })).toBeVisible()
  await expect(next.getByText(say('drafts.old', { count: 1 }))).toBeHidden()
  // Two days later it is still here, and that is said on every page.
  await next.clock.setFixedTime(Date.now() + 50 * 3_600_000)
  await next.reload()
  await expect(next.getByText(say('drafts.old', { count: 1 }))).toBeVisible()
  await expect(next.getByRole('link', { name: say('layout.oldTexts', { count: 1 }) })).toBeVisible()
  await expectAccessible(next)
  for (const { staff_id, team_id } of rows)
    await testServer.db.query('INSERT INTO team_member (staff_id, team_id) VALUES ($1, $2)', [
      staff_id,
      team_id,
    ])
  await next.getByRole('button', { name: say('drafts.state.open') }).click()
  await expect(next).toHaveURL(/\/detention\/new/)
  // With it comes the text: a card that is finished is folded away then, and not before.
  await expect(next.getByRole('button', { name: saidAs('detention.form.finished') })).toBeVisible()
  await expectStep(next, 2)
  await save(next)
  await expect(next).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
})

test('an iPhone is told once how to keep texts, and never again once it was closed', async ({
  browser,
  testServer,
}) => {
  const context = await browser.newContext({
    baseURL: testServer.url,
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148',
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/drafts')
  await expect(page.getByText(say('layout.install.title'))).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: say('layout.install.close') }).click()
  await expect(page.getByText(say('layout.install.title'))).toBeHidden()
  await page.reload()
  await expect(page.getByRole('heading', { name: say('drafts.device.title') })).toBeVisible()
  await expect(page.getByText(say('layout.install.title'))).toBeHidden()
  await context.close()
})

test('what was only ticked is kept, also in a group that another answer opened', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const address = await page.locator('main tbody a').first().getAttribute('href')
  await page.goto(`${address?.split('?')[0]}/consents`)
  const form = page.getByRole('region', { name: say('consents.new') })
  await form.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })
  const radio = (name: string) => form.getByRole('radio', { name, exact: true })
  const box = (name: string) => form.getByRole('checkbox', { name, exact: true })
  const left = [
    radio(say('consents.purpose.referral')),
    box(say('consents.scope.detention')),
    radio(say('consents.answer.given')),
    radio(say('consents.giver.lawyer')),
  ]
  const trafficking = box(say('consents.scope.trafficking'))
  for (const one of left) await one.check()
  await trafficking.check()
  await trafficking.uncheck()
  await expectKept(page)
  await page.reload()
  await keepOffer(page).click()
  for (const one of left) await expect(one).toBeChecked()
  await expect(trafficking).not.toBeChecked()
})

test('a card for someone new is a draft from its first letter on, and not before', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  const visit = page.url()
  await page.getByRole('button', { name: say('detention.form.addNew') }).click()
  await expect(page.getByLabel(say('detention.form.name'))).toBeFocused()
  await page.goto('/drafts')
  await expect(page.getByText(say('drafts.state.nothing'))).toBeVisible()
  await page.goto(visit)
  await page.getByRole('button', { name: say('detention.form.addNew') }).click()
  await page.getByLabel(say('detention.form.name')).fill('B')
  await page.goto('/drafts')
  await expect(page.getByText(say('drafts.state.nothing'))).toBeHidden()
  await expect(page.getByRole('button', { name: say('drafts.restore') })).toBeVisible()
})

test('a draft that is open in another window is not offered here', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  await openCard(page)
  for (const { go } of STEPS.slice(0, 3)) await go(page)
  await expectKept(page)
  const second = await page.context().newPage()
  await second.goto('/drafts')
  await expect(second.getByText(say('drafts.inAnotherWindow'))).toBeVisible()
  await second.goto(page.url())
  await expect(second.getByRole('heading', { name: say('detention.form.people'), exact: true })).toBeVisible()
  await expect(second.getByText(say('forms.draftNothingLost'))).toBeVisible()
  await expect(keepOffer(second)).toBeHidden()
})

test('another device of the same account is offered the text', async ({ page, testServer, browser }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  await openCard(page)
  for (const { go } of STEPS.slice(0, 3)) await go(page)
  const uploaded = page.waitForResponse(
    (reply) => reply.url().endsWith('/api/drafts') && reply.request().method() === 'PUT',
  )
  await expectKept(page)
  await uploaded
  const { rows } = await testServer.db.query<{ hex: string }>(
    "SELECT encode(cipher, 'escape') AS hex FROM draft",
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ hex }) => hex).join()).not.toContain('slept')
  const other = await browser.newContext({ baseURL: testServer.url })
  const phone = await other.newPage()
  await signInAs(phone, testServer, 'caseworker')
  await phone.goto(page.url())
  await expect(phone.getByText(saidAs('forms.draftFoundElsewhere'))).toBeVisible()
  await keepOffer(phone).click()
  await expectStep(phone, 2)
  await other.close()
})

test('a copied profile shows no text and no name, and the next user of the device sees no trace', async ({
  testServer,
  launchOptions,
}) => {
  test.setTimeout(180_000)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profile-'))
  const start = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(folder, {
      ...launchOptions,
      executablePath: wholeChromium(),
      baseURL: testServer.url,
      locale: 'en-GB',
    })
  const first = await start()
  const page = first.pages()[0] ?? (await first.newPage())
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  await openCard(page)
  for (const { go } of STEPS.slice(0, 3)) await go(page)
  await expectKept(page)
  await first.setOffline(true)
  await save(page)
  await expect(page.getByText(say('forms.queuedTitle'))).toBeVisible()
  await first.close()
  expect(findOnDisk(folder, 'localhost')).not.toEqual([])
  for (const secret of ['has not slept', 'refused flight', 'Casimir'])
    expect(findOnDisk(folder, secret), secret).toEqual([])

  const second = await start()
  const other = second.pages()[0] ?? (await second.newPage())
  await signInAs(other, testServer, 'stranger')
  await other.goto('/drafts')
  await expect(other.getByText(say('drafts.state.nothing'))).toBeVisible()
  await expect(other.getByRole('link', { name: say('layout.saved') })).toBeVisible()
  await other.goto('/')
  await signInAs(other, testServer, 'caseworker')
  await other.goto('/drafts')
  await expect(other.getByRole('heading', { name: say('drafts.sent', { count: 1 }) })).toBeVisible()
  await second.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('signing out with a waiting text asks first', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await openList(page)
  await openCard(page)
  for (const { go } of STEPS.slice(0, 3)) await go(page)
  await expectKept(page)
  await page.route('**/detention/new**', (route) =>
    route.request().postData()?.includes('slept') === true ? route.abort() : route.fallback(),
  )
  await save(page)
  await expect(page.getByText(say('forms.queuedTitle'))).toBeVisible()
  await page.getByRole('button', { name: say('layout.me') }).click()
  await page.getByRole('button', { name: say('layout.signOut'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: say('layout.leave.title', { count: 1 }) })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: say('layout.leave.keep') }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.unroute('**/detention/new**')
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/drafts')
  await expect(page.getByRole('heading', { name: say('drafts.sent', { count: 1 }) })).toBeVisible()
})

for (const locale of LOCALES)
  test(`the list is whole in ${locale}`, async ({ page, testServer }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/drafts')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })

test('what was typed in a fold within another is in sight again on a phone', async ({ page, testServer }) => {
  const { rows } = await testServer.db.query<{ code: string }>(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND f.closed_on IS NULL AND f.secrecy = 'open'
        AND NOT EXISTS (SELECT FROM special_need n WHERE n.case_id = f.id) ORDER BY f.code LIMIT 1`,
  )
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/cases/${rows[0]?.code}/asylum`)
  const words = page.getByLabel(say('asylum.need.words'), { exact: true }).first()
  await page.getByText(say('asylum.addMore'), { exact: true }).click()
  await page.getByText(say('asylum.need.new'), { exact: true }).click()
  await words.fill('Invented wheelchair, third floor')
  await expectKept(page)
  await page.reload()
  await expect(page.getByText(saidAs('forms.draftFound')).first()).toBeVisible()
  await expect(words).toBeVisible()
})
