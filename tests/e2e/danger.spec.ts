import type { Page } from '@playwright/test'
import { labelOf } from '../support/label-of'
import { saidAs, say, several } from '../support/say'
import { expect, signInAs, test } from './fixtures'

type TestServer = {
  readonly db: { query: (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, string>[] }> }
}

/** Of the coordinator's office: a suicide risk, a missing minor, and a child who is held with a signal, all of one worker. */
const givenThree = async (testServer: TestServer): Promise<{ codes: string[]; worker: string }> => {
  const { rows } = await testServer.db.query(
    `SELECT f.id, f.code, f.worker_id, f.critical_on, f.missing_on FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' AND f.status = 'active' ORDER BY f.id LIMIT 3`,
  )
  const [risk, missing, child] = rows
  if (risk === undefined || missing === undefined || child === undefined) throw new Error('three files')
  // Nothing else is a danger, so that these three are the first ones.
  await testServer.db.query('UPDATE signal SET answered_at = now()')
  const raise = async (caseId: string, code: string, severity: string): Promise<void> => {
    await testServer.db.query(
      `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by)
       SELECT gen_random_uuid(), e.id, $1, $2, $3, e.author_id FROM encounter e LIMIT 1`,
      [caseId, code, severity],
    )
  }
  await raise(risk.id ?? '', 'suicide_risk', 'critical')
  await raise(child.id ?? '', 'minor_detained', 'serious')
  await testServer.db.query(
    `INSERT INTO age_claim (id, person_id, basis, born_when, born_text, as_of, born_earliest, born_latest)
     SELECT gen_random_uuid(), person_id, 'document', '2014-05-05', '2014', now(), '2014-05-05', '2014-05-05'
       FROM case_person WHERE case_id = $1`,
    [child.id],
  )
  await testServer.db.query(
    `INSERT INTO place_stay (id, case_id, person_id, place_id, since)
     SELECT gen_random_uuid(), cp.case_id, cp.person_id, p.id, now()::date - 3 FROM case_person cp,
            (SELECT id FROM place WHERE kind = 'closed_centre' ORDER BY position LIMIT 1) p WHERE cp.case_id = $1 LIMIT 1`,
    [child.id],
  )
  await testServer.db.query(
    `INSERT INTO guardianship_event (id, case_id, person_id, kind, stands_on, created_by)
     SELECT gen_random_uuid(), cp.case_id, cp.person_id, 'missing', now()::date - 2, $2 FROM case_person cp WHERE cp.case_id = $1 LIMIT 1`,
    [missing.id, risk.worker_id],
  )
  const { rows: ranked } = await testServer.db.query(
    `SELECT code FROM case_file WHERE id = ANY ($1)
      ORDER BY critical_on IS NULL, missing_on IS NULL, serious_on IS NULL`,
    [[risk.id, missing.id, child.id]],
  )
  return { codes: ranked.map(({ code }) => code ?? ''), worker: risk.worker_id ?? '' }
}

/** The codes stand in this order in what is seen, whatever stands between them. */
const expectOrder = async (text: string | null, codes: readonly string[]): Promise<void> => {
  const places = codes.map((code) => (text ?? '').indexOf(code))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect([...places].sort((a, b) => a - b)).toEqual(places)
}
const main = (page: Page) => page.getByRole('main')
const startOrGoOn = (page: Page) =>
  page
    .getByRole('button', { name: say('reviews.start.press'), exact: true })
    .or(page.getByRole('button', { name: say('reviews.goOn'), exact: true }))

/** A signal as the reason of a row: by its own word, with since when. */
const inRow = (code: string): RegExp =>
  saidAs('cases.why.signal', { signal: labelOf('en', 'concern_type', code) })

/** A danger as the note of a hand-over says it, and what comes after it. */
const inNote = (key: Parameters<typeof saidAs>[0], after = ''): RegExp =>
  new RegExp(`! ${saidAs(key).source}${after}`)

test('a suicide risk, a missing minor and a detained child come first everywhere, with the reason', async ({
  page,
  testServer,
}) => {
  const { codes, worker } = await givenThree(testServer)
  const [risk = '', missing = '', child = ''] = codes
  await signInAs(page, testServer, 'coordinator')

  await page.goto('/')
  // What is seen without opening anything.
  const firsts = main(page).locator('section').first().locator('li:visible')
  await expectOrder((await firsts.allTextContents()).join('\n'), codes)

  for (const address of [`/cases?worker=${worker}`, `/cases/print?worker=${worker}`]) {
    await page.goto(address)
    const rows = main(page).getByRole('table').getByRole('row')
    await expect(rows.nth(1)).toContainText(risk)
    await expect(rows.nth(1)).toContainText(inRow('suicide_risk'))
    await expect(rows.filter({ hasText: missing }).first()).toContainText(saidAs('cases.why.missing'))
    await expect(rows.filter({ hasText: child }).first()).toContainText(inRow('minor_detained'))
    await expectOrder((await rows.allTextContents()).join('\n'), codes)
  }

  await page.goto(`/cases/review?worker=${worker}`)
  await startOrGoOn(page).click()
  await expect(page).toHaveURL(/\/cases\/review\/[0-9a-f-]{36}$/)
  const signal = page.locator('section[data-settled] header li').first()
  await expect(signal).toContainText(labelOf('en', 'concern_type', 'suicide_risk'))
  await expect(signal).toContainText(say('cases.severity.critical'))
  await expect(signal).toContainText(saidAs('reviews.noted'))
  const files = page.getByRole('navigation', { name: say('reviews.files') })
  await expect(files).toContainText(saidAs('cases.danger.critical'))
  await expectOrder(await files.textContent(), codes)

  await page.goto(`/handovers/new?worker=${worker}`)
  await main(page)
    .getByRole('button', { name: say('handovers.start.prepare') })
    .click()
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}$/)
  await main(page)
    .getByRole('button', { name: several((count) => say('handovers.takeAll', { count })) })
    .click()
  await expect(main(page)).toContainText(say('handovers.choice.saved'))
  for (const code of codes) {
    const row = main(page).getByRole('row').filter({ hasText: code })
    await expect(row.getByRole('combobox')).toHaveValue('')
  }
  const row = main(page).getByRole('row').filter({ hasText: risk })
  await expect(row).toContainText(inNote('cases.danger.critical', ' · '))
  // The note of each says the danger in its first line.
  for (const [code, note] of [
    [missing, inNote('cases.danger.missing')],
    [child, inNote('cases.danger.seriousMinor', ' · ')],
  ] as const)
    await expect(main(page).getByRole('row').filter({ hasText: code })).toContainText(note)
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${page.url()}/booklet`)
  await expect(main(page)).toContainText(saidAs('cases.danger.critical'))
  await expectOrder(await main(page).textContent(), codes)
})

test('a restricted file stands on the screen of its member and on no paper', async ({ page, testServer }) => {
  const { rows } = await testServer.db.query(
    `SELECT f.id, f.code, f.worker_id FROM case_file f JOIN case_member m ON m.case_id = f.id JOIN staff s ON s.id = m.staff_id
      WHERE f.secrecy = 'restricted' AND s.name = 'Corina Coordinator' AND f.status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived')`,
  )
  const [file] = rows
  if (file === undefined) throw new Error('the demo has a restricted file of Corina')
  await testServer.db.query(
    `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by)
     SELECT gen_random_uuid(), e.id, $1, 'trafficking_suspected', 'critical', e.author_id FROM encounter e LIMIT 1`,
    [file.id],
  )
  await signInAs(page, testServer, 'coordinator')
  const expectOffPaper = async (address: string): Promise<void> => {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(address)
    const codes = main(page).getByText(file.code ?? '', { exact: true })
    await expect(codes.first()).toBeVisible()
    await expect(main(page)).not.toContainText(labelOf('en', 'concern_type', 'trafficking_suspected'))
    await page.emulateMedia({ media: 'print' })
    await expect(codes.filter({ visible: true })).toHaveCount(0)
  }
  await expectOffPaper('/')
  await expectOffPaper(`/cases?worker=${file.worker_id}`)
  await page.emulateMedia({ media: 'screen' })
  await page.goto(`/cases/review?worker=${file.worker_id}`)
  await startOrGoOn(page).click()
  await expect(page).toHaveURL(/\/cases\/review\/[0-9a-f-]{36}$/)
  await page
    .getByRole('navigation', { name: say('reviews.files') })
    .getByRole('button', { name: file.code ?? '' })
    .click()
  const pane = page.locator('section[data-settled=true]')
  await expect(pane).toContainText(file.code ?? '')
  await expect(pane).not.toContainText(labelOf('en', 'concern_type', 'trafficking_suspected'))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(file.code ?? '', { exact: true }).filter({ visible: true })).toHaveCount(0)
})
