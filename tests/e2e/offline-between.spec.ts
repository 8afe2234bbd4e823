import type { Page } from '@playwright/test'
import type pg from 'pg'
import { PERSON_FIELD_NAMES } from '@/lib/people/person-field.rules'
import { saidAs, say, sayingsIn } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, PEOPLE, signInAs, test } from './fixtures'
import { BEFORE } from './gone-server'
import { openPhone, takeAlong, unlock } from './prepared-phone'
import { openVisitCard, visitCards } from './visit-cards'

// What happened on the server between taking a visit along and coming back: the application was brought up to date, and people were
// restricted, erased, merged and given to others.

const count = async (db: pg.Pool, table: 'visit' | 'activity' | 'draft'): Promise<number> =>
  Number((await db.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count)
// What an earlier test left waiting is of its own.
test.beforeEach(({ testServer }) =>
  testServer.db.query('TRUNCATE waiting_entry, submission, device_taken, device_store; DELETE FROM throttle'),
)

/** In which folder the script of the page lies that is open. */
const scriptOf = (page: Page) => page.locator('script[type="module"]').getAttribute('src')

test('the application is brought up to date in between: a visit and an activity arrive once, by way of a busy server', async ({
  testServer,
}) => {
  test.setTimeout(150_000)
  const { db } = testServer
  const phone = await openPhone(testServer, test.info())
  const { way } = phone
  try {
    await way.turnBack()
    let page = await phone.page()
    const code = await takeAlong(page, phone.server, 'caseworker')
    const [visits, activities] = [await count(db, 'visit'), await count(db, 'activity')]
    await way.close()
    await phone.restart()
    page = await phone.page()
    await unlock(page, phone.server.url, code)
    expect(await scriptOf(page)).toContain(BEFORE)
    await page.getByRole('button', { name: say('offline.taken.write') }).click()
    await page.getByRole('button', { name: say('detention.form.headerRight') }).click()
    const card = await openVisitCard(page)
    await card.getByRole('radio', { name: say('detention.answer.seen'), exact: true }).click()
    await (await openVisitCard(page))
      .getByLabel(say('detention.form.note'), { exact: true })
      .fill('Written with the build before.')
    await page.getByRole('button', { name: say('detention.form.check') }).click()
    await page.getByRole('button', { name: say('detention.form.save') }).click()
    await page.getByRole('link', { name: say('offline.sealed.nextVisit') }).click()
    // An activity, in the form of the page of a file.
    await page.getByText(say('offline.taken.each')).click()
    await page
      .getByRole('button', { name: new RegExp(`^${say('offline.activity.short')}`) })
      .first()
      .click()
    await expect(page.getByRole('radio', { name: say('activities.way.office') })).toBeAttached()
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 568 })
    await expectNoSidewaysScroll(page)
    await page.getByLabel(say('activities.field.minutes')).fill('25')
    await page.getByRole('radio', { name: say('activities.way.phone') }).check({ force: true })
    await expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()

    // The server is back with a later build, and at first has too much to do.
    way.bringUpToDate()
    await way.open('busy')
    await expect(page.getByText(say('offline.strip.busy'))).toBeVisible({ timeout: 20_000 })
    expect(await count(db, 'visit')).toBe(visits)
    await way.open()
    await expect.poll(() => count(db, 'visit'), { timeout: 20_000 }).toBe(visits + 1)
    await expect(page.getByText(say('offline.strip.busy'))).toBeHidden({ timeout: 20_000 })
    // The page that is open stays what it is, and the next one is of the later build.
    expect(await scriptOf(page)).toContain(BEFORE)
    await expect
      .poll(
        async () => {
          await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
          await page.goto(`${way.url}/offline`)
          return scriptOf(page)
        },
        { timeout: 30_000 },
      )
      .not.toContain(BEFORE)
    await unlock(page, phone.server.url, code)
    await expect(page.getByRole('button', { name: say('offline.taken.write') })).toBeVisible()
    await page.getByRole('link', { name: new RegExp(`^${say('offline.form.activity')},`) }).click()
    await expect(page.getByLabel(say('activities.field.minutes'))).toHaveValue('25')
    await page.getByRole('button', { name: say('activities.save') }).click()
    await expect.poll(() => count(db, 'activity'), { timeout: 20_000 }).toBe(activities + 1)
    const { rows } = await db.query(
      'SELECT a.way, a.minutes, s.name FROM activity a JOIN staff s ON s.id = a.created_by ORDER BY a.id DESC LIMIT 1',
    )
    expect(rows).toEqual([{ way: 'phone', minutes: 25, name: PEOPLE.caseworker }])
    // Cold once more: nothing comes twice, and nothing is left over.
    await phone.restart()
    page = await phone.page()
    await unlock(page, phone.server.url, code)
    await page.getByRole('link', { name: say('offline.home.items', { count: 2 }) }).click()
    await expect(page.getByText(say('offline.state.arrived'), { exact: true })).toHaveCount(2)
    await expect.poll(() => count(db, 'draft')).toBe(0)
    expect([await count(db, 'visit'), await count(db, 'activity')]).toEqual([visits + 1, activities + 1])
    expect(phone.refused.filter((one) => !/ 503 busy$/.test(one))).toEqual([])
  } finally {
    await phone.remove()
  }
})

const CODE = /[2-9A-Z]{3}-[2-9A-Z]{4}/
const FATES = ['restricted', 'erased', 'merged', 'given'] as const

for (const locale of LOCALES)
  test(`people taken along are restricted, erased, merged and given away in between: each outcome in words, in ${locale}`, async ({
    page: desk,
    testServer,
  }) => {
    test.setTimeout(150_000)
    const t = sayingsIn(locale)
    const { db } = testServer
    const phone = await openPhone(testServer, test.info())
    const { way } = phone
    try {
      const page = await phone.page()
      const code = await takeAlong(page, phone.server, 'caseworker', locale)
      const visits = await count(db, 'visit')
      await way.close()
      await unlock(page, phone.server.url, code, locale)
      await page.getByRole('button', { name: t('offline.taken.write') }).click()
      await page.getByRole('button', { name: t('detention.form.headerRight') }).click()
      expect(await visitCards(page).count()).toBeGreaterThanOrEqual(FATES.length)
      const files: { readonly fate: (typeof FATES)[number]; readonly code: string }[] = []
      for (const [index, fate] of FATES.entries()) {
        const card = visitCards(page).nth(index)
        await card.getByRole('radio', { name: t('detention.answer.seen'), exact: true }).click()
        await card.getByLabel(t('detention.form.note'), { exact: true }).fill(`About who was ${fate}.`)
        files.push({ fate, code: CODE.exec((await card.textContent()) ?? '')?.[0] ?? '' })
      }
      await page.getByRole('button', { name: t('detention.form.check') }).click()
      await page.getByRole('button', { name: t('detention.form.save') }).click()
      await expect(page.getByText(t('offline.sealed.leaves'))).toBeVisible()

      // Meanwhile, in the office.
      const codeOf = (fate: (typeof FATES)[number]) => files.find((one) => one.fate === fate)?.code ?? ''
      await db.query(`UPDATE case_file SET secrecy = 'restricted' WHERE code = $1`, [codeOf('restricted')])
      await db.query('SELECT app.erase_content(id, $2) FROM case_file WHERE code = $1', [
        codeOf('erased'),
        `222-22${LOCALES.indexOf(locale) + 2}2`,
      ])
      await db.query(
        `UPDATE case_file f SET worker_id = (SELECT o.worker_id FROM case_file o WHERE o.team_id = f.team_id AND o.worker_id <> f.worker_id LIMIT 1)
          WHERE f.code = $1`,
        [codeOf('given')],
      )
      const { rows: pair } = await db.query<{ id: string }>(
        `(SELECT cp.person_id AS id FROM case_person cp JOIN case_file f ON f.id = cp.case_id WHERE f.code = $1 LIMIT 1)
         UNION ALL
         (SELECT cp.person_id FROM case_person cp JOIN case_file f ON f.id = cp.case_id JOIN staff s ON s.id = f.worker_id
           WHERE s.name = $2 AND f.secrecy = 'open' AND f.kind <> 'thb' AND f.code <> ALL ($3) AND cp.until IS NULL
             AND (SELECT count(*) FROM case_person x WHERE x.person_id = cp.person_id OR x.case_id = cp.case_id) = 1
           ORDER BY f.id DESC LIMIT 1)`,
        [codeOf('merged'), PEOPLE.caseworker, files.map((one) => one.code)],
      )
      const [one, other] = pair
      if (one === undefined || other === undefined) throw new Error('the demo has no two of them')
      await db.query(
        'INSERT INTO likely_pair (person_id, other_id) SELECT least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid) ON CONFLICT DO NOTHING',
        [one.id, other.id],
      )
      await signInAs(desk, testServer, 'caseworker', locale)
      await desk.goto('/people/duplicates')
      await desk
        .locator(
          `main a[href="/people/duplicates/${one.id}/${other.id}"], main a[href="/people/duplicates/${other.id}/${one.id}"]`,
        )
        .click()
      await expect(desk.getByRole('heading', { level: 1, name: t('duplicates.side.title') })).toBeVisible()
      for (const name of PERSON_FIELD_NAMES.codes) {
        const choice = desk.locator(`input[name="${name}"]`).first()
        if ((await choice.count()) > 0) await choice.check({ force: true })
      }
      await desk.getByRole('radio', { name: t('duplicates.because.document') }).check()
      await desk.getByRole('button', { name: t('duplicates.form.save'), exact: true }).click()
      await expect(desk).toHaveURL(/\/people\/duplicates$/)

      // The phone is told to forget, says so, and what was written arrives.
      await way.open()
      await expect(page.getByText(t('offline.ordered.title'))).toBeVisible({ timeout: 20_000 })
      await expect(page.getByText(t('offline.ordered.what'))).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await expect.poll(() => count(db, 'visit'), { timeout: 20_000 }).toBe(visits + 1)
      // Who was merged was met; nothing stands yet about the three others.
      const { rows: met } = await db.query<{ code: string }>(
        `SELECT f.code FROM encounter e JOIN case_file f ON f.id = e.case_id
          WHERE e.visit_id = (SELECT id FROM visit ORDER BY created_at DESC, id DESC LIMIT 1) AND f.code = ANY ($1)`,
        [files.map((one) => one.code)],
      )
      expect(met).toEqual([{ code: codeOf('merged') }])
      await phone.restart()
      const again = await phone.page()
      await again.goto(`${way.url}/offline`)
      await expect(again.getByText(t('offline.ordered.title'))).toBeVisible()

      // Its author: what waits and what came back, in words, on the first page and under Drafts.
      await signInAs(again, phone.server, 'caseworker', locale)
      await again.goto(way.url)
      await expect(
        again.getByRole('list', { name: t('submissions.phone.title') }).getByRole('link'),
      ).toHaveText([
        t('submissions.phone.returned', { count: 1 }),
        t('submissions.phone.waiting', { count: 2 }),
      ])
      await again.goto(`${way.url}/drafts`)
      // One word for both: it does not say who was restricted.
      await expect(again.getByText(t('submissions.own.elsewhere'))).toHaveCount(2)
      await expect(again.getByText(t('errors.fileGone')).first()).toBeVisible()
      await expectAccessible(again)

      // The coordinator decides about who was given to a colleague; who was restricted is not theirs to see.
      await signInAs(desk, testServer, 'coordinator', locale)
      await desk.goto('/waiting')
      await expect(desk.getByRole('article')).toHaveCount(1)
      await expect(desk.getByRole('article')).toContainText(codeOf('given'))
      await expect(desk.getByText('About who was given.')).toBeVisible()
      await expect(desk.getByText(t('submissions.waiting.elsewhere'))).toBeVisible()
      expect(phone.refused).toEqual([])
    } finally {
      await phone.remove()
    }
  })
