import { expect, signInAs, test } from '../e2e/fixtures'
import { saidAs, sayingsIn } from '../support/say'
import { LAPTOP, PHONE, picture } from './picture'

// The pictures that docs/screens/README.md speaks of, in French. Everyone in them is invented.

const say = sayingsIn('fr')

const CODE = /[2-9A-Z]{3}-[2-9A-Z]{4}/

test.beforeEach(async ({ page, testServer }) => {
  await page.context().addCookies([{ name: 'locale', value: 'fr', url: testServer.url }])
})

test('before sign-in', async ({ page }) => {
  await page.goto('/sign-in')
  await picture(page, 'sign-in')
  await picture(page, 'sign-in-phone', { size: PHONE })
})

test('today, by role', async ({ page, testServer }) => {
  for (const who of ['caseworker', 'coordinator', 'admin', 'guest'] as const) {
    await page.setViewportSize(LAPTOP)
    await signInAs(page, testServer, who, 'fr')
    await page.goto('/', { waitUntil: 'networkidle' })
    await picture(page, `today-${who}`)
    await picture(page, `today-${who}-phone`, { size: PHONE })
  }
  await signInAs(page, testServer, 'coordinator', 'fr')
  await page.goto('/', { waitUntil: 'networkidle' })
  await picture(page, 'today-coordinator-dark', { dark: true })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: say('layout.urgentHelp') }).click()
  await picture(page, 'urgent-help')
  await picture(page, 'urgent-help-phone', { size: PHONE })
})

test('the caseload and a file', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator', 'fr')
  await page.goto('/cases?contact=unseen&risk=high.medium', { waitUntil: 'networkidle' })
  await picture(page, 'caseload-filtered')
  await page.goto('/cases', { waitUntil: 'networkidle' })
  await picture(page, 'caseload')
  await picture(page, 'caseload-phone', { size: PHONE })
  await picture(page, 'caseload-320', { size: { width: 320, height: 844 } })
  await page.setViewportSize(LAPTOP)
  await page.getByRole('main').getByText(CODE).first().click()
  await page.waitForURL('**/cases/*')
  await page.waitForLoadState('networkidle')
  await picture(page, 'file')
  await picture(page, 'file-phone', { size: PHONE })
  await picture(page, 'file-dark', { dark: true })
  const file = new URL(page.url()).pathname
  for (const part of ['details', 'tasks', 'sharing', 'history']) {
    await page.setViewportSize(LAPTOP)
    await page.goto(`${file}/${part}`, { waitUntil: 'networkidle' })
    await picture(page, `file-${part}`, { whole: part === 'details' })
  }
})

test('a file with a history, and a name in Arabic script', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator', 'fr')
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByRole('main').getByRole('link', { name: CODE }).first().click()
  await page.waitForURL('**/cases/*')
  await page.waitForLoadState('networkidle')
  await picture(page, 'file-timeline', { whole: true })
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto('/people/new', { waitUntil: 'networkidle' })
  await page.getByLabel(say('people.field.name')).fill('أمارو المتخيل')
  await page.getByRole('main').locator('button[type=submit]').last().click()
  await page.waitForURL('**/cases/*')
  await page.waitForLoadState('networkidle')
  await picture(page, 'file-arabic')
})

test('a restricted file, for one of its members', async ({ page, testServer }) => {
  const { rows } = await testServer.db.query<{ code: string; id: string; name: string }>(
    `SELECT f.code, f.id, s.name FROM case_file f JOIN case_member m ON m.case_id = f.id JOIN staff s ON s.id = m.staff_id
      WHERE f.secrecy <> 'open' AND s.name IN ('Casimir Caseworker', 'Corina Coordinator') LIMIT 1`,
  )
  const [file] = rows
  if (file === undefined) throw new Error('the demo holds no restricted file of these two')
  await signInAs(page, testServer, file.name === 'Casimir Caseworker' ? 'caseworker' : 'coordinator', 'fr')
  await page.goto(`/cases/${file.code}/sharing?file=${file.id}`, { waitUntil: 'networkidle' })
  await picture(page, 'file-restricted')
})

test('intake', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto('/people/new', { waitUntil: 'networkidle' })
  await page.getByRole('main').locator('button[type=submit]').last().click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await picture(page, 'intake-empty')
  await picture(page, 'intake-empty-phone', { size: PHONE })
  await page.setViewportSize(LAPTOP)
  await page.getByLabel(say('people.field.name')).fill('Yusuf Amrani')
  await expect(page.getByText(saidAs('alike.title', {}, say))).toBeVisible()
  await picture(page, 'intake-alike')
})

test('a visit', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto('/detention', { waitUntil: 'networkidle' })
  await picture(page, 'visits')
  await page.goto('/detention/new?centre=127bis', { waitUntil: 'networkidle' })
  await picture(page, 'visit-form')
  await page.setViewportSize(PHONE)
  await picture(page, 'visit-form-phone', { size: PHONE })
  await picture(page, 'visit-form-phone-whole', { size: PHONE, whole: true })
  await picture(page, 'visit-form-dark', { size: PHONE, dark: true })
  await page.emulateMedia({ colorScheme: 'light' })
  const card = page.locator('li[id^="card-"]').first()
  await card.getByRole('radio').first().check()
  const toggle = card.getByRole('button').first()
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
  // A signal asks its one question directly below it.
  await card.getByRole('checkbox', { name: 'Automutilation' }).check()
  await card.locator('textarea').last().fill('Fatigué, dort mal depuis le vol refusé.')
  await picture(page, 'visit-card-phone', { size: PHONE })
  await expect(page.getByText(saidAs('forms.draftSaved', {}, say))).toBeVisible()
  await page.reload({ waitUntil: 'networkidle' })
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, 'visit-after-reload-phone', { size: PHONE })
  await page.getByRole('button', { name: say('forms.draftKeep'), exact: true }).click()
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await picture(page, 'visit-check-phone', { size: PHONE })
  await page.context().setOffline(true)
  await page.getByRole('button', { name: say('detention.form.save') }).click()
  await expect(
    page.getByRole('link', { name: say('layout.waitingTexts', { count: 1 }) }).first(),
  ).toBeVisible()
  await page.evaluate(() => scrollTo(0, 0))
  await picture(page, 'visit-offline-phone', { size: PHONE })
  await picture(page, 'visit-offline')
  await page.context().setOffline(false)
})

test('the planner and its sheet', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator', 'fr')
  await page.goto('/planning', { waitUntil: 'networkidle' })
  await picture(page, 'planner')
  await picture(page, 'planner-phone', { size: PHONE })
  await page.goto('/planning?week=2026-12-21', { waitUntil: 'networkidle' })
  await picture(page, 'planner-holiday')
  const { rows } = await testServer.db.query<{ id: string }>(
    `SELECT p.id FROM visit_plan p JOIN visit_plan_person l ON l.plan_id = p.id JOIN place c ON c.id = p.place_id
      WHERE p.state <> 'cancelled' AND c.slug = 'caricole' GROUP BY p.id ORDER BY count(*) DESC LIMIT 1`,
  )
  await page.goto(`/planning/${rows[0]?.id}`, { waitUntil: 'networkidle' })
  await picture(page, 'plan')
  // His badge ends before the visit: said at once, and it stops no one.
  await page.getByRole('checkbox', { name: 'Viktor Visitor' }).check()
  await expect(page.getByText(/Viktor Visitor/).first()).toBeVisible()
  await picture(page, 'plan-conflict')
  await page.goto(`/planning/${rows[0]?.id}/sheet`, { waitUntil: 'networkidle' })
  await picture(page, 'sheet-print', { print: true, size: { width: 794, height: 1123 } })
  await page.emulateMedia({ media: 'screen' })
  await page.goto(`/detention/new?plan=${rows[0]?.id}`, { waitUntil: 'networkidle' })
  await picture(page, 'visit-of-the-sheet', { size: { width: 794, height: 1123 } })
})

test('a review', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator', 'fr')
  await page.goto('/cases/review', { waitUntil: 'networkidle' })
  await picture(page, 'review-start')
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL('**/cases/review/*')
  await page.waitForLoadState('networkidle')
  await picture(page, 'review')
  await picture(page, 'review-phone', { size: PHONE })
})

test('a procedure, a detention and what runs', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker', 'fr')
  const fileWith = async (table: 'asylum_event' | 'detention_event', kind: string) => {
    const { rows } = await testServer.db.query<{ code: string; id: string }>(
      `SELECT f.code, f.id FROM ${table} e JOIN case_file f ON f.id = e.case_id JOIN staff s ON s.id = f.worker_id
        WHERE e.kind = $1 AND s.name = 'Casimir Caseworker' LIMIT 1`,
      [kind],
    )
    const [file] = rows
    if (file === undefined) throw new Error(`the demo holds no file with ${kind}`)
    return (part: string) =>
      page.goto(`/cases/${file.code}/${part}?file=${file.id}`, { waitUntil: 'networkidle' })
  }
  const refused = await fileWith('asylum_event', 'cgrs_decision')
  await refused('asylum')
  await picture(page, 'asylum')
  await picture(page, 'asylum-phone', { size: PHONE })
  await page.setViewportSize(LAPTOP)
  await refused('closing')
  await picture(page, 'closing')
  await refused('deadlines')
  await page
    .locator('summary', { hasText: say('deadlines.explained.title') })
    .first()
    .click()
  await picture(page, 'deadline-explained', { whole: true })
  const held = await fileWith('detention_event', 'petition_filed')
  await held('detention')
  await picture(page, 'detention', { size: { width: 1366, height: 1180 } })
  await picture(page, 'detention-phone', { size: PHONE })
  await signInAs(page, testServer, 'coordinator', 'fr')
  await page.goto('/deadlines', { waitUntil: 'networkidle' })
  await picture(page, 'deadlines')
  await page.goto('/deadlines?view=month&month=2026-12', { waitUntil: 'networkidle' })
  await picture(page, 'deadlines-month')
  await picture(page, 'deadlines-month-phone', { size: PHONE })
})

test('what is on its way, and a page that is not there', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto('/drafts', { waitUntil: 'networkidle' })
  await picture(page, 'drafts')
  await page.goto('/cases/ZZZ-ZZZZ', { waitUntil: 'networkidle' })
  await picture(page, 'not-found')
})

test('someone found by a sentence, and no one found', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator', 'fr')
  const { rows } = await testServer.db.query<{ text: string }>(
    `SELECT n.text FROM person_name n JOIN case_person cp USING (person_id) JOIN case_file f ON f.id = cp.case_id
       JOIN staff s ON s.name = 'Corina Coordinator' JOIN team_member m ON m.staff_id = s.id AND m.leads AND m.team_id = f.team_id
      WHERE n.kind = 'as_said' AND n.text ~ '^[A-Z][a-z]+ [A-Z][a-z]+$' AND f.secrecy = 'open' AND f.kind = 'detention'
      ORDER BY n.id LIMIT 1`,
  )
  const misheard = rows[0]?.text.toLowerCase().replaceAll('c', 'k').replaceAll('v', 'w') ?? ''
  await page.goto('/people/search', { waitUntil: 'networkidle' })
  await page.locator('#sentence').fill(`guinéen ${misheard} Vottem printemps`)
  await page.keyboard.press('Enter')
  await expect(page.locator('main ol > li').first()).toBeVisible()
  await picture(page, 'search')
  await picture(page, 'search-phone', { size: PHONE })
  await page.setViewportSize(LAPTOP)
  await page.locator('#sentence').fill('quelqu’un, peut-être Zzyxqua Wvorpik')
  await page.keyboard.press('Enter')
  await expect(page.locator('main ol > li')).toHaveCount(0)
  await picture(page, 'search-nobody')
})

test('a table brought in', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator', 'fr')
  await page.goto('/imports', { waitUntil: 'networkidle' })
  const table = [
    'Nom;Prénom;Né le;Nationalité;Pointure',
    'Fictar;Élodie;03/04/1998;Guinée;38',
    'Inventis;Kalimo;05/06/2001;Ruritanie;41',
    'Exempla;Sorino;31/02/2002;Mali;40',
  ].join('\r\n')
  await page.locator('input[type=file]').setInputFiles({
    name: 'table.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(table, 'latin1'),
  })
  await page.locator('main form button[type=submit]').first().click()
  await expect(page.getByText('Élodie · Kalimo · Sorino')).toBeVisible()
  await picture(page, 'import-columns', { whole: true })
})

test('figures that identify no one', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'admin', 'fr')
  await page.goto('/statistics', { waitUntil: 'networkidle' })
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForLoadState('networkidle')
  await picture(page, 'statistics', { whole: true })
  await picture(page, 'statistics-phone', { size: PHONE })
})

test('the profile of Belgium', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto('/countries/be', { waitUntil: 'networkidle' })
  await picture(page, 'profile')
  await page.goto('/countries/be/protection', { waitUntil: 'networkidle' })
  await picture(page, 'profile-protection', { whole: true })
  await picture(page, 'profile-protection-phone', { size: PHONE })
  await page.setViewportSize(LAPTOP)
  await page.goto('/countries/be/detention', { waitUntil: 'networkidle' })
  await picture(page, 'profile-detention', { whole: true, dark: true })
})
