import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { saidAs, say, starting } from '../support/say'
import { tree } from '../support/tree'
import { openFilePage } from './file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

test('an admin reads a protected table, releases it and downloads what the register holds', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'admin')
  await page.goto('/statistics')
  await page
    .getByLabel(say('statistics.table.label'))
    .selectOption({ label: say('statistics.table.peopleByCentreAge') })
  await page.getByRole('button', { name: say('statistics.show') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('statistics.table.peopleByCentreAge'))
  const table = page.getByRole('table', { name: say('statistics.table.peopleByCentreAge') })
  await expect(table.getByRole('row', { name: starting(say('statistics.total.centre')) })).toBeVisible()
  for (const text of await table.getByRole('cell').allInnerTexts()) {
    const [number = ''] = /\d[\d,]*$/.exec(text.trim()) ?? []
    if (!text.includes('<')) expect(Number(number.replace(',', ''))).toBeGreaterThanOrEqual(20)
  }
  await expectAccessible(page)
  const title = say('statistics.table.peopleByCentreAge')
  await expect(page.getByRole('main')).toMatchAriaSnapshot(
    tree([
      ['heading[level=1]', title],
      [
        'group',
        null,
        [
          ['combobox', say('statistics.table.label')],
          ['combobox', say('statistics.period.label')],
          ['button', say('statistics.show')],
        ],
      ],
      [
        'region',
        title,
        [
          [
            'table',
            title,
            [
              ['rowgroup', null, [['row', null, [['columnheader'], ['columnheader']]]]],
              ['rowgroup', null, [['row', null, [['rowheader'], ['cell']]]]],
            ],
          ],
        ],
      ],
      ['region', say('statistics.proof.title'), [['heading[level=2]']]],
      [
        'region',
        say('statistics.release.title'),
        [
          [
            'group',
            null,
            [
              ['textbox', say('statistics.release.recipient')],
              ['textbox', say('statistics.release.purpose')],
              ['button', say('statistics.release.submit')],
            ],
          ],
        ],
      ],
    ]),
  )

  await page.getByRole('button', { name: say('statistics.release.submit') }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused()
  await page.getByLabel(say('statistics.release.recipient')).fill('Invented foundation')
  await page.getByLabel(say('statistics.release.purpose')).fill('Annual report')
  const archive = page.waitForEvent('download')
  await page.getByRole('button', { name: say('statistics.release.submit') }).click()
  expect((await archive).suggestedFilename()).toMatch(/\.zip$/)
  const done = page.getByText(saidAs('statistics.release.done'))
  await expect(done).toBeVisible()
  const [id] = /[A-Z2-7]{20}/.exec((await done.textContent()) ?? '') ?? []
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: say('statistics.release.csv') }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^statistics-[a-z2-7]{20}\.csv$/)
  const [release] = (await testServer.db.query('SELECT csv FROM sdc_release WHERE id = $1', [id])).rows
  expect(readFileSync(await file.path(), 'utf8')).toBe(release.csv)
  await expect(page.getByText(say('statistics.proof.released', { count: 0 }))).toHaveCount(0)
  await expect(page.getByText(saidAs('statistics.proof.released'))).toBeVisible()
})

test('a recipient checks every archive with the program and the fingerprint that the register shows', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/statistics?table=peopleByAge')
  await page.getByLabel(say('statistics.release.recipient')).fill('Invented statistics office')
  await page.getByLabel(say('statistics.release.purpose')).fill('A yearbook')
  await page.getByRole('button', { name: say('statistics.release.submit') }).click()
  await expect(page.getByText(saidAs('statistics.release.done'))).toBeVisible()
  await page.goto('/statistics/releases')
  const card = page.getByRole('region', { name: say('statistics.register.keys.title') })
  const download = page.waitForEvent('download')
  await card.getByRole('link', { name: say('statistics.register.keys.download') }).click()
  const program = await (await download).path()
  const [key = ''] = /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/.exec((await card.textContent()) ?? '') ?? []

  const { rows } = await testServer.db.query("SELECT id, zip FROM sdc_release WHERE engine_version = 'frr3'")
  expect(rows.length).toBeGreaterThan(0)
  const folder = mkdtempSync(join(tmpdir(), 'accompany-recipient-'))
  writeFileSync(join(folder, 'verify-archive.mjs'), readFileSync(program))
  for (const { id, zip } of rows) writeFileSync(join(folder, `${id}.zip`), zip)
  const names = rows.map(({ id }) => `${id}.zip`)
  const checked = spawnSync(process.execPath, ['verify-archive.mjs', ...names, '--key', key], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  expect(checked.stdout).toContain('Everything was proven.')
  expect(checked.status).toBe(0)
})

test('a release is read and signed by an admin who leads data protection, and not by who made it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/statistics/releases')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('statistics.register.title'))
  await page.goto('/statistics?table=peopleByCentre')
  await page.getByLabel(say('statistics.release.recipient')).fill('Invented quarterly')
  await page.getByLabel(say('statistics.release.purpose')).fill('An article')
  await page.getByRole('button', { name: say('statistics.release.submit') }).click()
  const done = page.getByText(saidAs('statistics.release.done'))
  await expect(done).toBeVisible()
  const [id = ''] = /[A-Z2-7]{20}/.exec((await done.textContent()) ?? '') ?? []
  await page.getByRole('link', { name: say('statistics.register.title') }).click()
  await expect(page.getByText(say('statistics.register.whole'))).toBeVisible()
  await expect(page.getByRole('row', { name: say('statistics.table.peopleByCentre') }).first()).toContainText(
    say('statistics.register.unsigned'),
  )
  await expectAccessible(page)
  await page.goto(`/statistics/releases/${id}`)
  await expect(page.getByText('Invented quarterly')).toBeVisible()
  await expect(page.getByRole('button', { name: say('statistics.entry.sign') })).toHaveCount(0)

  await page.context().clearCookies()
  await signInAs(page, testServer, 'dataLead')
  await page.goto(`/statistics/releases/${id}`)
  await expectAccessible(page)
  await page.getByRole('button', { name: say('statistics.entry.sign') }).click()
  const signature = page.getByRole('region', { name: say('statistics.entry.signature') })
  await expect(signature).toContainText('Alma Admin')
  await expect(page.getByRole('button', { name: say('statistics.entry.sign') })).toHaveCount(0)
  for (const locale of LOCALES) {
    await page.context().clearCookies()
    await signInAs(page, testServer, 'dataLead', locale)
    await page.setViewportSize({ width: 320, height: 700 })
    for (const path of ['/statistics/releases', `/statistics/releases/${id}`]) {
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})

test('archives that gave away more than their readers may know are listed for the admins, with what to do', async ({
  page,
  testServer,
}) => {
  // As an earlier version of the method left them: a table for one partner, and a public one whose certificate rests on it.
  const [snapshot] = (
    await testServer.db.query(`SELECT s.id FROM snapshot s JOIN staff a ON a.organisation_id = s.organisation_id AND a.name = 'Ada Admin'
        WHERE s.period_kind = 'quarter' ORDER BY s.period_start DESC LIMIT 1`)
  ).rows
  for (const [id, measure, profile] of [
    ['OLDPARTNERXXXXXXXXXX', 'peopleByCentre', 'partner'],
    ['OLDPUBLICXXXXXXXXXXX', 'peopleByNationality', 'public'],
  ]) {
    await testServer.db.query(
      `INSERT INTO sdc_release (id, organisation_id, snapshot_id, measure, spec, engine_version, cells_shown, cells_hidden, cells_new,
                                meter_after, csv, json, zip, certificate, file_hashes, requested_by, profile, kind)
       SELECT $1, s.organisation_id, s.id, $2, $3, 'frr2', 1, 0, 0, 0, 'csv', '{}', '\\x00', '{}',
              jsonb_build_object('csv', encode(sha256('csv'), 'hex'), 'zip', encode(sha256('\\x00'), 'hex')), a.id, $4, 'table'
         FROM snapshot s, staff a WHERE s.id = $5 AND a.name = 'Ada Admin'`,
      [
        id,
        measure,
        JSON.stringify({ measure, levels: [], only: null, language: 'en' }),
        profile,
        snapshot.id,
      ],
    )
    await testServer.db.query(
      `INSERT INTO sdc_handover (id, release_id, recipient, purpose, requested_by)
       SELECT gen_random_uuid(), $1, $2, 'Report', id FROM staff WHERE name = 'Ada Admin'`,
      [id, `Recipient of ${id}`],
    )
  }
  await signInAs(page, testServer, 'admin')
  await page.goto('/statistics/releases')
  await expect(page.getByText(say('statistics.register.affected.title', { count: 1 }))).toBeVisible()
  const listed = page.getByRole('main').getByRole('listitem')
  await expect(listed.filter({ hasText: 'OLDPARTNERXXXXXXXXXX' })).toHaveCount(0)
  await expectAccessible(page)
  await listed.filter({ hasText: 'OLDPUBLICXXXXXXXXXXX' }).getByRole('link').click()
  await expect(page.getByText(say('statistics.register.affected.entryTitle'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('statistics.entry.download') }).first()).toHaveAttribute(
    'href',
    /format=csv$/,
  )
  await expectAccessible(page)
  // Their files are empty: nothing of these periods could be audited beside them.
  await testServer.db.query('TRUNCATE sdc_request, sdc_handover, sdc_signature, sdc_release')
})

test('by keyboard alone', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/statistics')
  await page.getByLabel(say('statistics.table.label')).focus()
  const [word = ''] = say('statistics.table.visitsByCentre').split(' ')
  await page.keyboard.type(word)
  // Past the period.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('statistics.table.visitsByCentre'))
  await page.getByText(say('statistics.method.title')).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('statistics.method.rounding', { base: 10 }))).toBeVisible()
})

test('no one but an admin finds the page or a released file', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  for (const path of ['/statistics', '/statistics/export?release=AAAAAAAAAAAAAAAAAAAA&format=csv'])
    expect((await page.request.get(`${testServer.url}${path}`)).status()).toBe(404)
})

for (const locale of LOCALES)
  test(`is whole in ${locale} at 320 px`, async ({ page, testServer }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await signInAs(page, testServer, 'admin', locale)
    for (const table of ['peopleByCentreAge', 'peopleByNationality', 'peopleBySignal']) {
      await page.goto(`/statistics?table=${table}`)
      await expect(page.getByRole('table')).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  })

test('whether a person may be counted is put down with them, or by one press later', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Fifteen')
  await page.getByRole('radio', { name: say('people.ageAnswer.years'), exact: true }).check()
  await page.getByLabel(say('people.field.ageYears')).fill('15')
  await page.getByText(say('people.intake.more'), { exact: true }).click()
  const counted = page.getByRole('group', { name: say('people.field.counted') })
  await counted.getByRole('radio', { name: say('people.counted.given'), exact: true }).check()
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  // Of a child someone else answers too: said in words, and nothing that was typed is lost.
  await expect(page.getByText(say('errors.countedOfChild')).first()).toBeVisible()
  await expect(page.getByLabel(say('people.field.name'))).toHaveValue('Invented Fifteen')
  await expectAccessible(page)
  await page.getByLabel(say('people.field.ageYears')).fill('25')
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Fifteen')
  await openFilePage(page, 'consents')
  const answer = page.getByRole('listitem').filter({ hasText: starting(say('consents.purpose.statistics')) })
  await expect(answer.getByText(say('consents.state.given'), { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: starting(say('consents.count.yes')) })).toBeHidden()

  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Unasked')
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Unasked')
  await page.goto(`${new URL(page.url()).pathname}/consents`)
  await page.getByRole('button', { name: starting(say('consents.count.no')) }).click()
  await expect(answer.getByText(say('consents.state.refused'), { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: starting(say('consents.count.yes')) })).toBeHidden()
  await expectAccessible(page)
})
