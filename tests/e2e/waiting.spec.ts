import path from 'node:path'
import type { Page } from '@playwright/test'
import type pg from 'pg'
import { dayOf } from '../../lib/shared/dates'
import { saidAs, say, sayingsIn } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, PEOPLE, signInAs, test } from './fixtures'
import { openSealing } from './sealed-text'

// What came from a phone and cannot be placed: on the page of the coordinator who decides, and where its author looks.

const LAPTOP = { width: 1366, height: 768 }
const PHONE = { width: 390, height: 844 }
const NARROW = { width: 320, height: 640 }
const SHOTS = process.env.OFFLINE_SHOTS

/** Open files of the caseworker, in an office that the coordinator leads. */
const filesOf = async (db: pg.Pool): Promise<readonly { readonly id: string; readonly code: string }[]> => {
  const { rows } = await db.query<{ id: string; code: string }>(
    `SELECT f.id, f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = $1 AND f.secrecy = 'open' AND f.kind <> 'thb' AND f.status NOT IN ('closed', 'archived') ORDER BY f.code LIMIT 4`,
    [PEOPLE.caseworker],
  )
  return rows
}
/** A colleague of the office works on them from here on. */
const giveAway = async (db: pg.Pool, caseIds: readonly string[]): Promise<void> => {
  await db.query(
    `UPDATE case_file f SET worker_id = (SELECT o.worker_id FROM case_file o WHERE o.team_id = f.team_id AND o.worker_id <> f.worker_id LIMIT 1)
      WHERE f.id = ANY ($1)`,
    [caseIds],
  )
}
const today = (): string => dayOf(new Date())
const noteIn = (caseId: string, text: string, happenedOn = today()) => ({
  caseId,
  kind: 'note',
  happenedOn,
  text,
  marks: [],
})

test.beforeEach(({ testServer }) =>
  testServer.db.query('TRUNCATE waiting_entry, submission, device_taken, device_store; DELETE FROM throttle'),
)

const look = async (page: Page, name: string): Promise<void> => {
  for (const size of [LAPTOP, PHONE, NARROW]) {
    await page.setViewportSize(size)
    await expectNoSidewaysScroll(page)
    if (SHOTS !== undefined)
      await page.screenshot({ path: path.join(SHOTS, `${name}-${size.width}.png`), fullPage: true })
  }
  await expectAccessible(page)
}

for (const locale of LOCALES)
  test(`what waits, what came back and one’s own phones, in ${locale}`, async ({ page, testServer }) => {
    const t = sayingsIn(locale)
    const { db } = testServer
    const [closed, given, back] = await filesOf(db)
    if (closed === undefined || given === undefined || back === undefined) throw new Error('three files')
    const lost = await openSealing(testServer, 'caseworker', 'Old phone')
    await db.query(
      'UPDATE device_store SET revoked_at = app.now(), forget_ordered_at = app.now() WHERE id = $1',
      [lost.store],
    )
    const phone = await openSealing(testServer, 'caseworker', 'Samsung')
    await phone.take([closed.id, given.id])
    await db.query(`UPDATE case_file SET status = 'closed', closed_on = $2 WHERE id = $1`, [
      closed.id,
      today(),
    ])
    await giveAway(db, [given.id])
    expect(
      await phone.deliver('note', noteIn(closed.id, 'Called the centre: the hearing is on Monday.')),
    ).toBe('waiting')
    expect(await phone.deliver('note', noteIn(given.id, 'Asks for a lawyer who speaks Tigrinya.'))).toBe(
      'waiting',
    )
    expect(await phone.deliver('note', noteIn(back.id, 'Of a day to come.', '2999-01-01'))).toBe('returned')

    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/')
    const line = page.getByRole('list', { name: t('submissions.phone.title') })
    await expect(line.getByRole('link')).toHaveText([
      t('submissions.phone.returned', { count: 1 }),
      t('submissions.phone.waiting', { count: 2 }),
    ])
    await look(page, `${locale}-20-today`)
    await line.getByRole('link').first().click()
    await expect(page.getByText(t('submissions.own.closed'))).toBeVisible()
    await expect(page.getByText(t('submissions.own.elsewhere'))).toBeVisible()
    await look(page, `${locale}-21-drafts`)
    await page.goto('/accounts/me')
    await expect(page.getByText('Samsung').first()).toBeVisible()
    await expect(page.getByText(t('submissions.devices.revoked'))).toBeVisible()
    await look(page, `${locale}-22-devices`)
    await page.goto('/waiting')
    await expect(page.getByText(t('submissions.waiting.nothing'))).toBeVisible()

    await signInAs(page, testServer, 'coordinator', locale)
    await page.goto('/waiting')
    await expect(page.getByRole('article')).toHaveCount(2)
    await expect(page.getByText(t('submissions.waiting.closed'))).toBeVisible()
    await expect(page.getByText(t('submissions.waiting.elsewhere'))).toBeVisible()
    for (const fold of await page.getByRole('article').locator('details > summary').all()) await fold.click()
    await look(page, `${locale}-23-waiting`)
  })

test('a coordinator places one entry and refuses another, and its author sees both', async ({
  page,
  testServer,
}) => {
  const { db } = testServer
  const [first, second] = (await filesOf(db)).slice(-2)
  if (first === undefined || second === undefined) throw new Error('two files')
  const phone = await openSealing(testServer, 'caseworker', 'Samsung')
  await phone.take([first.id, second.id])
  await giveAway(db, [first.id, second.id])
  await phone.deliver('note', noteIn(first.id, 'The hearing is on Monday.'))
  await phone.deliver('note', noteIn(second.id, 'Written twice.'))

  await signInAs(page, testServer, 'coordinator')
  await page.goto('/waiting')
  const entry = (code: string) => page.getByRole('article').filter({ hasText: code })
  await entry(first.code)
    .getByRole('button', { name: say('submissions.waiting.place') })
    .click()
  await expect(entry(first.code)).toHaveCount(0)
  const other = entry(second.code)
  await other.getByText(say('submissions.waiting.refuse'), { exact: true }).click()
  await other.getByLabel(say('submissions.waiting.refuseWhy')).fill('It is in the file already.')
  await other.getByRole('button', { name: say('submissions.waiting.refuseSave') }).click()
  await expect(page.getByText(say('submissions.waiting.nothing'))).toBeVisible()
  await page.goto(`/cases/${first.code}?file=${first.id}`)
  await expect(page.getByText('The hearing is on Monday.').first()).toBeVisible()
  await expect(page.getByText(new RegExp(`${PEOPLE.caseworker}, ${today()}`)).first()).toBeVisible()

  await signInAs(page, testServer, 'caseworker')
  await page.goto('/drafts')
  await expect(page.getByText(say('submissions.own.placed'), { exact: true })).toBeVisible()
  await expect(page.getByText(say('submissions.own.refused'), { exact: true })).toBeVisible()
  await page.goto('/accounts/me')
  const own = page.getByRole('listitem').filter({ hasText: 'Samsung' })
  await own.getByRole('button', { name: saidAs('submissions.devices.revoke') }).click()
  await expect(own.getByText(say('submissions.devices.revoked'))).toBeVisible()
})
