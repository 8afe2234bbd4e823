import type { Page } from '@playwright/test'
import { say } from '../support/say'
import { isSweep } from '../support/sweep'
import { expect, signInAs, test } from './fixtures'

const LAPTOP = { width: 1366, height: 768 } as const
const PHONE = { width: 390, height: 844 } as const

/** No page on which one works is longer than this on a phone, with the people of the demo. */
const MOST = 3000
/** Where the content of a file begins at the latest, below the upper edge of the window. */
const FILE_BEGINS = { phone: 200, laptop: 190 } as const
/**
 * What may be longer, and is not in the table: the profile of Belgium (/countries/be and its chapters, facts and laws) and help are
 * read like a book, the log of a file (/history) is the whole of what happened, and a sheet for paper is as long as its paper. Of the
 * profile the organisations are here: a person is referred from that page.
 */
const PAGES = {
  caseworker: [
    ['/', 1850],
    ['/cases', MOST],
    ['/detention', MOST],
  ],
  coordinator: [
    ['/', MOST],
    ['/activities/new', MOST],
    ['/cases', MOST],
    ['/cases/review', MOST],
    ['/circles', MOST],
    ['/circles/emergency', MOST],
    ['/countries/be/actors', MOST],
    ['/countries/be/actors/fedasil/refer', MOST],
    ['/deadlines', MOST],
    ['/deadlines/rules', MOST],
    ['/detention', MOST],
    ['/detention/new', MOST],
    ['/enquiries', MOST],
    ['/guardianship', MOST],
    ['/handovers', MOST],
    ['/imports', MOST],
    ['/lists', MOST],
    ['/notices', MOST],
    ['/notices/settings', MOST],
    ['/people/duplicates', MOST],
    ['/people/new', MOST],
    ['/planning', MOST],
    ['/planning/new', MOST],
    ['/sheets', MOST],
    ['/team', MOST],
  ],
  admin: [
    ['/', MOST],
    ['/accounts', MOST],
    ['/accounts/me', MOST],
    ['/people/names', MOST],
    ['/requests', MOST],
    ['/rights', MOST],
    ['/settings', MOST],
    ['/settings/projects', MOST],
    ['/statistics', MOST],
    ['/statistics/releases', MOST],
    ['/statistics/requests', MOST],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [path: string, most: number])[]>>

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)

/** Where what stands on a page of a file begins. */
const beginningOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const first = document.querySelector('[data-file-page]')?.firstElementChild
    return first ? Math.round(first.getBoundingClientRect().top + scrollY) : Number.NaN
  })

for (const who of ['caseworker', 'coordinator', 'admin'] as const)
  test(`no page of a ${who} is longer than a phone is read`, async ({ page, testServer }) => {
    await page.setViewportSize(PHONE)
    await signInAs(page, testServer, who)
    const tooLong: string[] = []
    // A third of the pages, the first screen among them; in a sweep each.
    for (const [path, most] of PAGES[who].filter((_, index) => isSweep || index % 3 === 0)) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(200)
      const height = await heightOf(page)
      if (height > most) tooLong.push(`${path}: ${height} of ${most}`)
    }
    expect(tooLong).toEqual([])
  })

test('no page of a file is longer, and each begins on the first screen', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  // The longest of each page: the file with the most events of it.
  const { rows } = await testServer.db.query<{ path: string }>(
    `WITH mine AS (SELECT f.* FROM case_file f JOIN staff s ON s.id = f.worker_id WHERE s.name = 'Casimir Caseworker')
     SELECT '/cases/' || f.code || c.path || '?file=' || f.id AS path
       FROM (SELECT '/asylum' AS path, (SELECT case_id FROM asylum_event WHERE case_id IN (SELECT id FROM mine) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS id
        UNION SELECT '/guardianship', (SELECT case_id FROM guardianship_event WHERE case_id IN (SELECT id FROM mine) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
        UNION SELECT '/guardianship/report', (SELECT case_id FROM guardianship_event WHERE case_id IN (SELECT id FROM mine) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
        UNION SELECT '/detention', (SELECT case_id FROM detention_episode WHERE case_id IN (SELECT id FROM mine) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
        UNION SELECT '/trafficking', (SELECT id FROM mine WHERE kind = 'thb' ORDER BY id LIMIT 1)
        UNION SELECT p, (SELECT case_id FROM consent WHERE case_id IN (SELECT id FROM mine) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
                FROM unnest(ARRAY['', '/details', '/contacts', '/consents', '/procedure', '/deadlines', '/tasks', '/attachments', '/sheets', '/sharing',
                                  '/referrals', '/summary', '/closing']) AS p) AS c
       JOIN case_file f ON f.id = c.id ORDER BY c.path`,
  )
  expect(rows.length).toBeGreaterThan(15)
  const faults: string[] = []
  // Of possible trafficking each of the three steps, too.
  const steps = (path: string) =>
    path.includes('/trafficking?') ? ['safety', 'signs', 'choice'].map((step) => `${path}&step=${step}`) : []
  for (const path of rows.flatMap((row) => [row.path, ...steps(row.path)])) {
    await page.setViewportSize(PHONE)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    const height = await heightOf(page)
    if (height > MOST) faults.push(`${path}: ${height}`)
    // The report of a minor is a sheet of its own.
    if (path.includes('/report')) continue
    if (!((await beginningOf(page)) <= FILE_BEGINS.phone)) faults.push(`${path} begins late on a phone`)
    await page.setViewportSize(LAPTOP)
    if (!((await beginningOf(page)) <= FILE_BEGINS.laptop)) faults.push(`${path} begins late on a laptop`)
  }
  expect(faults).toEqual([])
})

test('a hand-over of a whole caseload fits a phone: those in danger first, the others under one line', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize(PHONE)
  await signInAs(page, testServer, 'coordinator')
  const { rows } = await testServer.db.query(`SELECT id FROM staff WHERE name = 'Casimir Caseworker'`)
  await page.goto(`/handovers/new?worker=${rows[0].id}`)
  await page.getByRole('button', { name: say('handovers.start.prepare') }).click()
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('table').first()).toBeVisible()
  expect(await heightOf(page)).toBeLessThanOrEqual(MOST)
  const fold = page.locator('main details').first()
  await expect(fold.getByRole('row').nth(1)).toBeHidden()
  await fold.locator('summary').click()
  const heights = await fold
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(20)
  for (const height of heights) expect(height).toBeLessThanOrEqual(96)
  // Paper has no fold.
  await fold.locator('summary').click()
  await page.emulateMedia({ media: 'print' })
  await expect(fold.getByRole('rowheader').first()).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  for (const step of [/^3\. /, /^4\. /]) {
    await page.getByRole('button', { name: step }).click()
    expect(await heightOf(page)).toBeLessThanOrEqual(MOST)
  }
})

test('a laptop shows fourteen files, a phone the first of a long list and the way to the others', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize(LAPTOP)
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/cases')
  const rows = page.locator('main tbody tr')
  const whole = await rows.evaluateAll(
    (all) => all.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
  )
  expect(whole).toBe(14)
  await expect(rows.last()).toBeVisible()
  await page.setViewportSize(PHONE)
  await expect(rows.last()).toBeHidden()
  const count = await rows.count()
  await page
    .locator('summary')
    .filter({ hasText: say('caseload.showRest', { count: count - 25 }) })
    .click()
  await expect(rows.last()).toBeVisible()
})

test('the organisations that take people are open, the others one press away, and a search opens what it finds', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/countries/be/actors')
  const groups = page.locator('main details:has(> summary h2)')
  // First whom one can call, then those to whom a person can be sent.
  await expect(groups.first().locator('summary')).toContainText(say('referrals.numbers'))
  const called = page.getByRole('link', { name: '116 000' })
  await expect(called).toBeHidden()
  await groups.first().locator('summary').click()
  await expect(called).toHaveAttribute('href', 'tel:116000')
  await expect(groups.nth(1).locator(':scope > summary')).toContainText(say('countries.bodies.takes'))
  await expect(groups.nth(1).getByRole('listitem')).toHaveCount(9)
  await expect(page.locator('li#jrs-belgium')).toBeVisible()
  await expect(page.locator('li#greta')).toBeHidden()
  await page.goto('/countries/be/actors?q=greta')
  await expect(page.locator('li#greta')).toBeVisible()
  // A link to one body opens the group that holds it.
  await page.goto('/countries/be/actors?show=greta#greta')
  await expect(page.locator('li#greta')).toBeInViewport()
  await page.goto('/countries/be/actors')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('li#greta')).toBeVisible()
})
