import { saidAs, say, starting } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures'

type Db = {
  readonly query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>
}

/** Someone in a closed centre of whom a critical signal waits for an answer: the file, the centre, the visit, the name. */
const givenCritical = async (db: Db) => {
  const { rows } = await db.query(
    `SELECT f.code, p.slug, e.visit_id AS visit, n.text AS name
       FROM signal g JOIN encounter e ON e.id = g.encounter_id JOIN case_file f ON f.id = g.case_id
       JOIN staff s ON s.id = f.worker_id
       JOIN place_stay y ON y.case_id = f.id AND y.person_id = e.person_id AND y.until IS NULL
       JOIN place p ON p.id = y.place_id JOIN person_name n ON n.person_id = e.person_id AND n.kind = 'as_said'
      WHERE s.name = 'Casimir Caseworker' AND g.severity = 'critical' AND g.answered_at IS NULL
        AND f.secrecy = 'open' AND p.kind = 'closed_centre' AND e.visit_id IS NOT NULL ORDER BY n.id LIMIT 1`,
  )
  const [found] = rows
  if (found === undefined) throw new Error('the demo has a critical signal in a centre')
  return {
    code: String(found.code),
    slug: String(found.slug),
    visit: String(found.visit),
    name: String(found.name),
  }
}
const PHONE = { width: 390, height: 844 } as const

test('while a visit is written a critical signal is on the row of its person, and one bar lies at the foot', async ({
  page,
  testServer,
}) => {
  const { code, slug } = await givenCritical(testServer.db)
  await page.setViewportSize(PHONE)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/detention')
  const menu = page.getByRole('navigation', { name: say('layout.menu') })
  await expect(menu).toBeVisible()
  await page.goto(`/detention/new?centre=${slug}`)
  const row = page.locator('li[id^="card-"]').filter({ hasText: code })
  await expect(row.getByText(saidAs('cases.why.critical'))).toBeVisible()
  await expect(menu).toBeHidden()
  await expect(page.getByRole('button', { name: say('detention.form.check') })).toBeInViewport()
  await expectAccessible(page)
  // A number that has a place of its own is told from the text, as in a note.
  await row.getByRole('button', { expanded: false }).first().click()
  const note = row.getByLabel(say('detention.form.note'), { exact: true })
  const warning = row.getByRole('status').filter({ hasText: say('warn.phone') })
  await note.fill('Asked for a lawyer.')
  await expect(warning).toHaveCount(0)
  await note.fill('Asked for a lawyer: 0470 12 34 56')
  await expect(warning).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test('the record of a visit begins with who is in danger, since when, and the way to answer', async ({
  page,
  testServer,
}) => {
  const { code, visit, name } = await givenCritical(testServer.db)
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/detention/${visit}`)
  const first = page.getByRole('article').first()
  await expect(first).toContainText(name)
  await expect(first.getByText(saidAs('detention.sheet.since'))).toBeVisible()
  await expect(
    first.getByRole('link', { name: say('today.first.answerOf', { code }), exact: true }),
  ).toHaveAttribute('href', new RegExp(`^/cases/${code}\\?file=[0-9a-f-]{36}#entry-`))
  // On paper the initials are enough.
  await page.emulateMedia({ media: 'print' })
  await expect(first.getByText(name, { exact: true })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expectAccessible(page)
})

test('the planner says first whom a week leaves out, names the most urgent, and leads back to this week', async ({
  page,
  testServer,
}) => {
  const { name } = await givenCritical(testServer.db)
  const monday = new Date(Date.now() + 70 * 86_400_000)
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7))
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/planning?week=${monday.toISOString().slice(0, 10)}`)
  await expect(page.getByText(saidAs('planning.dangerWithout')).first()).toBeVisible()
  await expect(page.getByText(saidAs('planning.without'))).toBeVisible()
  // What is found leads to who it is about, and marks that line.
  await page.getByRole('link', { name: saidAs('planning.dangerWithout') }).click()
  await expect(page.locator('li:target')).toContainText(name)
  await expect(page.locator('li:target')).toBeInViewport()
  await expect(page.getByRole('link', { name: starting(name) }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: say('planning.weekNow'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(say('planning.weekNow'))
  await expect(page.getByRole('link', { name: say('planning.weekNow'), exact: true })).toHaveCount(0)
})
