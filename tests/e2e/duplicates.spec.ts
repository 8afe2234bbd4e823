import type pg from 'pg'
import { PERSON_FIELD_NAMES } from '@/lib/people/person-field.rules'
import { say as english, sayingsIn, starting } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

/** Two open files of the caseworker whose people become a pair, as the job would leave them. */
const givenPair = async (testServer: { db: pg.Pool }, offset: number) => {
  const { rows } = await testServer.db.query<{ person_id: string; code: string }>(
    `SELECT cp.person_id, f.code FROM case_person cp JOIN case_file f ON f.id = cp.case_id JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' AND f.kind <> 'thb' AND cp.until IS NULL
        AND (SELECT count(*) FROM case_person x WHERE x.person_id = cp.person_id) = 1
        AND (SELECT count(*) FROM case_person x WHERE x.case_id = cp.case_id) = 1
      ORDER BY f.id OFFSET $1 LIMIT 2`,
    [offset],
  )
  const [one, other] = rows
  if (one === undefined || other === undefined) throw new Error('the demo has no two of them')
  await testServer.db.query(
    'INSERT INTO likely_pair (person_id, other_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [one.person_id, other.person_id],
  )
  return { one, other }
}

test('two who look like one are compared, brought together and parted again, in four languages and on a narrow screen', async ({
  page,
  testServer,
}) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 640 })
  for (const [index, locale] of LOCALES.entries()) {
    const say = sayingsIn(locale)
    const { one, other } = await givenPair(testServer, index * 2)
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/people/search')
    await page.getByRole('link', { name: say('duplicates.title') }).click()
    // Ids alone stand in the address.
    const pair = page.locator(`main a[href="/people/duplicates/${one.person_id}/${other.person_id}"]`)
    await expect(pair).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await pair.click()
    await expect(page.getByRole('heading', { level: 1, name: say('duplicates.side.title') })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    const save = page.getByRole('button', { name: say('duplicates.form.save'), exact: true })
    await save.click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    for (const name of PERSON_FIELD_NAMES.codes) {
      const choice = page.locator(`input[name="${name}"]`).first()
      if ((await choice.count()) > 0) await choice.check({ force: true })
    }
    await page.getByRole('radio', { name: say('duplicates.because.document') }).check()
    await save.click()
    await expect(page).toHaveURL(/\/people\/duplicates$/)
    const merged = page
      .getByRole('region', { name: say('duplicates.recent') })
      .getByRole('listitem')
      .filter({ hasText: one.code })
    await expect(merged).toContainText(other.code)
    await expect(pair).toHaveCount(0)
    await merged.getByRole('button').click()
    await expect(merged.getByRole('button')).toHaveCount(0)
    await expectAccessible(page)
  }
})

test('no one else sees the pair, and what is not there looks like what is out of reach', async ({
  page,
  testServer,
}) => {
  const { one, other } = await givenPair(testServer, 10)
  await signInAs(page, testServer, 'admin')
  expect((await page.goto('/people/duplicates'))?.status()).toBe(404)
  await signInAs(page, testServer, 'caseworker')
  const there = `/people/duplicates/${one.person_id}/${other.person_id}`
  expect((await page.goto(there))?.status()).toBe(200)
  for (const wrong of [there.slice(0, -4), there.replace(other.person_id, one.person_id)])
    expect((await page.goto(wrong))?.status()).toBe(404)
})

test('a pair is shown by name with what fits; kept as two it is a decision that can be taken back', async ({
  page,
  testServer,
}) => {
  const { one, other } = await givenPair(testServer, 20)
  const { rows } = await testServer.db.query<{ text: string }>(
    "SELECT text FROM person_name WHERE kind = 'as_said' AND person_id = ANY ($1)",
    [[one.person_id, other.person_id]],
  )
  const names = rows.map(({ text }) => text)
  expect(names).toHaveLength(2)
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/duplicates')
  const pair = page.getByRole('listitem').filter({
    has: page.locator(`a[href="/people/duplicates/${one.person_id}/${other.person_id}"]`),
  })
  const decided = page
    .getByRole('region', { name: english('duplicates.recent') })
    .getByRole('listitem')
    .filter({ hasText: one.code })
  for (const name of names) await expect(pair).toContainText(name)
  // No one can say what a share of likeness would mean.
  await expect(pair).not.toContainText('%')
  await expect(pair).toContainText(english('duplicates.fit.name.near'))
  await pair.getByRole('button', { name: starting(english('duplicates.notSame')) }).click()
  await expect(pair).toHaveCount(0)
  await expect(decided).toContainText(english('duplicates.keptTwo'))
  for (const name of names) await expect(decided).toContainText(name)
  await expectAccessible(page)
  await decided.getByRole('button').click()
  await expect(pair).toBeVisible()
  await expect(decided).toHaveCount(0)
})
