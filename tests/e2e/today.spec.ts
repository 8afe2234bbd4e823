import type { Page } from '@playwright/test'
import { DISCREET, DISCREET_COOKIE } from '../../lib/shared/cookie.rules'
import { saidAs, say } from '../support/say'
import { drawn } from '../support/sweep'
import {
  expect,
  expectAccessible,
  expectAccessibleInDark,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

const LAPTOP = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }
const NARROW = { width: 320, height: 640 }

const list = (page: Page) => page.getByRole('region', { name: say('today.firsts') })
const rows = (page: Page) => list(page).locator('li[data-item]')

/** Heights of the rows that are drawn, and how many of them are whole in the window. */
const measure = (page: Page) =>
  rows(page).evaluateAll((all) => {
    const drawn = all.filter((one) => one.checkVisibility())
    const boxes = drawn.map((one) => one.getBoundingClientRect())
    return {
      heights: boxes.map(({ height }) => Math.round(height)),
      onScreen: boxes.filter(({ bottom }) => bottom <= innerHeight).length,
      groups: new Set(drawn.map((one) => one.closest('ul'))).size,
    }
  })

test('a laptop shows ten items and more without scrolling, a phone each of them on a card, the worst first', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize(LAPTOP)
  await page.goto('/')
  await expect(rows(page).first()).toContainText(say('cases.severity.critical'))
  const laptop = await measure(page)
  // Which groups there are depends on the day; each takes a line to say how many more it has.
  expect(laptop.onScreen + laptop.groups).toBeGreaterThanOrEqual(14)
  // What a row says takes a second line before it is cut.
  expect(laptop.heights.filter((height) => height < 40 || height > 76)).toEqual([])
  expect(laptop.heights.filter((height) => height > 56).length).toBeLessThanOrEqual(3)
  await expectAccessible(page)
  await expectAccessibleInDark(page)

  await page.setViewportSize(PHONE)
  await page.goto('/')
  const phone = await measure(page)
  expect(phone.heights.filter((height) => height > 96)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1850)
  await expectAccessible(page)
  // The card is pressed as a whole, wherever it is touched.
  const last = rows(page)
    .filter({ hasText: saidAs('cases.why.unseen') })
    .first()
  const box = await last.boundingBox()
  if (box === null) throw new Error('a card is drawn')
  const code = (await last.locator('.code').textContent()) ?? ''
  await last.click({ position: { x: box.width - 20, y: box.height - 6 } })
  await expect(page).toHaveURL(new RegExp(`/cases/${code}`))
})

test('people are named on screen, by initials on paper and in discreet mode, where nothing written shows', async ({
  page,
  testServer,
}) => {
  const { rows: people } = await testServer.db.query(
    `SELECT f.code, n.text AS name FROM case_file f JOIN staff s ON s.id = f.worker_id AND s.name = 'Casimir Caseworker'
       JOIN case_person cp ON cp.case_id = f.id JOIN person_name n ON n.person_id = cp.person_id
      WHERE f.critical_on IS NOT NULL AND f.secrecy = 'open' AND n.text IS NOT NULL ORDER BY f.critical_on, f.id, n.created_at, n.id LIMIT 1`,
  )
  const { code, name } = people[0] ?? { code: '', name: '' }
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  const row = rows(page).filter({ hasText: code }).first()
  await expect(row.getByText(name, { exact: true })).toBeVisible()
  // What a colleague wrote as the next step is on the screen and not on paper.
  const step = list(page).locator('span[dir=auto]').first()
  const written = (await step.textContent()) ?? ''
  expect(written).not.toBe('')
  await expect(step).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(row.getByText(name, { exact: true })).toBeHidden()
  await expect(step).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await page.context().addCookies([{ name: DISCREET_COOKIE, value: DISCREET, url: testServer.url }])
  const html = await (await page.goto('/'))?.text()
  expect(html).not.toContain(name)
  expect(html).not.toContain(written)
  await expect(rows(page).filter({ hasText: code }).first()).toBeVisible()
})

test('the coordinator sees what is late in the office as numbers that lead to the people', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/')
  const unseen = list(page).getByRole('link', { name: saidAs('today.office.unseen') })
  const count = /\d+/.exec((await unseen.textContent()) ?? '')?.[0] ?? ''
  await unseen.click()
  await expect(page).toHaveURL(/\/cases\?contact=unseen$/)
  await expect(page.getByRole('main')).toContainText(count)
})

test('a task is done from the list with one press, and taken back; the list and the menu follow', async ({
  page,
  testServer,
}) => {
  await testServer.db.query(
    `UPDATE task SET due_on = current_date - 400 WHERE id = (
       SELECT t.id FROM task t JOIN staff s ON s.id = t.assigned_to JOIN case_file f ON f.id = t.case_id AND f.worker_id = s.id
        WHERE s.name = 'Casimir Caseworker' AND t.done_at IS NULL AND t.withdrawn_at IS NULL AND t.repeats IS NULL
          AND f.secrecy = 'open' AND f.status = 'active' ORDER BY t.due_on NULLS LAST, t.id LIMIT 1)`,
  )
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  const tasks = rows(page).filter({ hasText: say('today.first.markDone') })
  const inMenu = page
    .getByRole('navigation', { name: say('layout.menu') })
    .getByRole('link', { name: say('menu.place.today') })
  // The number of the menu comes after the page.
  await expect(inMenu).toHaveText(/\d/)
  const before = { tasks: await tasks.count(), menu: await inMenu.textContent() }
  expect(before.tasks).toBeGreaterThan(0)
  await tasks.first().getByRole('button').press('Enter')
  await expect(tasks).toHaveCount(before.tasks - 1)
  await expect(inMenu).not.toHaveText(before.menu ?? '')
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('status').filter({ hasText: say('tasks.ticked') })).toBeVisible()
  await page.getByRole('button', { name: say('forms.toast.undo'), exact: true }).press('Enter')
  await expect(tasks).toHaveCount(before.tasks)
  await expect(inMenu).toHaveText(before.menu ?? '')
})

test('what is missing before a visit is on Today, in the file and in the caseload, and leads to its form', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Unasked')
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Unasked')
  const code = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  // They are on the list of a visit today, and no one asked them for a consent.
  const plans = await testServer.db.query(
    `WITH one AS (
       SELECT f.id, f.team_id, f.worker_id, cp.person_id FROM case_file f JOIN case_person cp ON cp.case_id = f.id WHERE f.code = $1
     ), plan AS (
       INSERT INTO visit_plan (id, team_id, place_id, on_date, state, created_by)
       SELECT gen_random_uuid(), one.team_id, (SELECT id FROM place WHERE kind = 'closed_centre' ORDER BY position LIMIT 1),
              (now() AT TIME ZONE 'Europe/Brussels')::date, 'published', one.worker_id FROM one RETURNING id
     ), person AS (
       INSERT INTO visit_plan_person (plan_id, case_id, person_id, position)
       SELECT plan.id, one.id, one.person_id, 1 FROM plan, one
     ), visitor AS (
       INSERT INTO visit_plan_visitor (plan_id, staff_id) SELECT plan.id, one.worker_id FROM plan, one)
     SELECT plan.id FROM plan`,
    [code],
  )
  const planId = plans.rows[0]?.id
  try {
    await page.goto('/')
    for (const fold of await list(page).locator('summary').all()) await fold.click()
    const row = rows(page)
      .filter({ hasText: code })
      .filter({ hasText: say('cases.gap.absent.consent') })
    await row.getByRole('link', { name: say('today.first.fillInOf', { code }) }).click()
    await expect(page).toHaveURL(new RegExp(`/cases/${code}/consents`))

    await page.goto('/cases?gap=consent')
    await expect(page.getByRole('main')).toContainText(code)
    await expect(page.getByRole('list', { name: say('caseload.filter.active') })).toContainText(
      say('cases.gap.absent.consent'),
    )
    await page.goto('/cases?gap=decision')
    await expect(page.getByRole('main')).not.toContainText(code)

    for (const path of ['', '/tasks'].slice(0, drawn(1, 2))) {
      await page.goto(`/cases/${code}${path}`)
      const missing = page.getByRole('region', { name: say('cases.gap.title') })
      await expect(missing).toContainText(say('cases.gap.step.visit'))
      await expect(missing).toContainText(say('cases.gap.practice'))
      await expect(missing.getByRole('link', { name: say('cases.gap.absent.consent') })).toHaveAttribute(
        'href',
        new RegExp(`/cases/${code}/consents`),
      )
      await expectAccessible(page)
    }
  } finally {
    await testServer.db.query('DELETE FROM visit_plan_person WHERE plan_id = $1', [planId])
    await testServer.db.query('DELETE FROM visit_plan_visitor WHERE plan_id = $1', [planId])
    await testServer.db.query('DELETE FROM visit_plan WHERE id = $1', [planId])
  }
})

for (const locale of LOCALES)
  test(`today and the deadlines in ${locale}: nothing hangs over the narrowest phone`, async ({
    page,
    testServer,
  }) => {
    await page.setViewportSize(NARROW)
    for (const who of ['caseworker', 'coordinator'] as const) {
      await signInAs(page, testServer, who, locale)
      await page.goto('/')
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    await page.goto('/deadlines')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
