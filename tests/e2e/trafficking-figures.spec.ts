import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { dayOf } from '../../lib/shared/dates'
import { saidAs, say, starting } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, PEOPLE, signInAs, test } from './fixtures'

const LAST_YEAR = Number(dayOf(new Date()).slice(0, 4)) - 1

test('a reader of sealed figures gives a rounded table, and the others read that one alone', async ({
  page,
  testServer,
}) => {
  // As two admins gave it, and a first stage of last year in a file apart.
  await testServer.db.query(
    `INSERT INTO capability_grant (id, organisation_id, holder_id, kind, state, ends_on, asked_by, answered_by, answered_at)
     SELECT gen_random_uuid(), h.organisation_id, h.id, 'reads_sealed_figures', 'given', current_date + 90, a.id, b.id, now()
       FROM staff h, staff a, staff b WHERE h.name = $1 AND a.name = $2 AND b.name = $3`,
    [PEOPLE.coordinator, PEOPLE.admin, PEOPLE.dataLead],
  )
  await testServer.db.query(`
    SET session_replication_role = replica;
    INSERT INTO trafficking_event (id, case_id, subject_id, revision, kind, on_day, created_by, team_id, secrecy)
    SELECT n.id, f.id, n.id, 1, 'detection', '${LAST_YEAR}-05-05', f.worker_id, f.team_id, f.secrecy
      FROM (SELECT * FROM case_file WHERE kind = 'thb' AND secrecy = 'restricted' ORDER BY id LIMIT 1) f,
           (SELECT gen_random_uuid() AS id) n;
    RESET session_replication_role`)
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/reports/trafficking')
  await expect(page.getByText(say('reporting.trafficking.coarse.none'))).toBeVisible()
  expect(
    (await page.request.get(`${testServer.url}/reports/trafficking/exact?year=${LAST_YEAR}`)).status(),
  ).toBe(404)

  await page.context().clearCookies()
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/reports')
  await page.getByRole('link', { name: say('reporting.trafficking.open') }).click()
  await page.getByRole('link', { name: say('reporting.trafficking.exact') }).click()
  await expect(page.getByText(say('reporting.trafficking.choose'), { exact: true })).toBeVisible()
  await page.getByRole('link', { name: String(LAST_YEAR), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(LAST_YEAR))
  const forms = page.getByRole('table', {
    name: say('reporting.trafficking.caption', {
      part: say('reporting.trafficking.part.form'),
      year: String(LAST_YEAR),
    }),
  })
  await expect(
    forms
      .getByRole('row', { name: starting(say('reporting.total')) })
      .getByRole('cell')
      .first(),
  ).toContainText('1')
  await expectAccessible(page)
  await page.getByRole('button', { name: say('reporting.trafficking.coarse.give') }).click()
  await expect(page.getByRole('link', { name: say('reporting.trafficking.coarse.open') })).toBeVisible()

  await page.context().clearCookies()
  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto('/reports/trafficking')
  await expect(page.getByText(say('reporting.trafficking.note.coarse'))).toBeVisible()
  for (const text of await page.getByRole('table').first().getByRole('cell').allInnerTexts())
    expect(text).toMatch(/^x/)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})

test('a table leads to the question that may be published, and a year of releases becomes a document', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'admin')
  await page.goto(`/reports?column=visits&by=place&from=${LAST_YEAR}-01-01&until=${LAST_YEAR}-12-31`)
  await page.getByRole('link', { name: say('reporting.publish.to') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('statistics.table.visitsByCentre'))
  await page.goto('/statistics?table=peopleByAge')
  await page.getByLabel(say('statistics.release.recipient')).fill('Invented foundation')
  await page.getByLabel(say('statistics.release.purpose')).fill('Annual report')
  await page.getByRole('button', { name: say('statistics.release.submit') }).click()
  await expect(page.getByText(saidAs('statistics.release.done'))).toBeVisible()
  const { rows } = await testServer.db.query(
    `SELECT extract(year FROM s.period_start)::int AS year FROM sdc_release r JOIN snapshot s ON s.id = r.snapshot_id
      ORDER BY r.created_at DESC LIMIT 1`,
  )
  await page.goto(`/statistics/annual?year=${rows[0]?.year}`)
  await expect(page.getByRole('main')).toContainText(say('reporting.publicYear.uncovered'))
  await expectAccessible(page)
  const saving = page.waitForEvent('download')
  await page
    .getByRole('link', {
      name: say('reporting.annual.docx', { language: say('reporting.annual.language.fr') }),
    })
    .click()
  const file = await saving
  const { value: text } = await mammoth.extractRawText({ buffer: readFileSync(await file.path()) })
  expect(text).toContain('protégé')
  expect(text).not.toContain(PEOPLE.admin)
})
