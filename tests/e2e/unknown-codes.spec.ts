import de from '../../messages/de/layout.json' with { type: 'json' }
import en from '../../messages/en/layout.json' with { type: 'json' }
import fr from '../../messages/fr/layout.json' with { type: 'json' }
import nl from '../../messages/nl/layout.json' with { type: 'json' }
import { expect, expectAccessible, expectNoSidewaysScroll, PEOPLE, signInAs, test } from './fixtures'

/** A code of a later version, or a text that was written where a code belongs: it never reaches the page or the log. */
const LATER = 'given_to_another'

test('stored data of a later version: the page says so in each language, the log names the vocabulary', async ({
  page,
  testServer,
  log,
  violations,
}) => {
  const { rows: checks } = await testServer.db.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name FROM pg_constraint
      WHERE contype = 'c' AND (conrelid = 'goal'::regclass AND pg_get_expr(conbin, conrelid) LIKE '%state%'
                            OR conrelid = 'person'::regclass AND pg_get_expr(conbin, conrelid) LIKE '%sex%')`,
  )
  for (const { table, name } of checks)
    await testServer.db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  const { rows } = await testServer.db.query<{ code: string; goal: string; person: string }>(
    `SELECT f.code, g.id AS goal, cp.person_id AS person
       FROM case_file f JOIN staff s ON s.id = f.worker_id JOIN goal g ON g.case_id = f.id JOIN case_person cp ON cp.case_id = f.id
      WHERE s.name = $1 AND f.secrecy = 'open' AND cp.until IS NULL ORDER BY g.id LIMIT 1`,
    [PEOPLE.caseworker],
  )
  const [at] = rows
  if (at === undefined) throw new Error('no file with a goal')
  const damage = async (table: string, column: string, id: string, value: string): Promise<void> => {
    await testServer.db.query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [id, value])
  }

  // Read before anything is drawn: the page comes from the server as it is.
  await damage('goal', 'state', at.goal, LATER)
  for (const [locale, words] of [
    ['en', en],
    ['fr', fr],
    ['nl', nl],
    ['de', de],
  ] as const) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto(`/cases/${at.code}/tasks`)
    await expect(page.getByRole('heading', { name: words.newerData.title })).toBeVisible()
    await expect(page.getByText(words.newerData.what)).toBeVisible()
    await expect(page.getByText('tasks.goal-states')).toBeVisible()
    await expectNoSidewaysScroll(page)
  }
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/cases/${at.code}/tasks`)
  await expectAccessible(page)
  await damage('goal', 'state', at.goal, 'open')

  // Read while it is drawn: the same words, from the error boundary.
  await damage('person', 'sex', at.person, LATER)
  await page.goto(`/cases/${at.code}/details`)
  await expect(page.getByRole('heading', { name: en.newerData.title })).toBeVisible()
  await expect(page.getByText('people.sexes')).toBeVisible()
  await expect(page.getByText(LATER)).toHaveCount(0)
  await damage('person', 'sex', at.person, 'unknown')
  // React reports the error that it shows.
  violations.length = 0

  for (const vocabulary of ['tasks.goal-states', 'people.sexes'])
    expect(log()).toMatch(new RegExp(`"kind":"UnknownCode","vocabulary":"${vocabulary}"`))
  expect(log()).not.toContain(LATER)
})

/** Part of an address that the page does not know -> its path; `%` stands for the code of a file. */
const ADDRESSES = [
  ['topic', '/countries/be/facts?topic=gossip'],
  ['year', '/countries/be/facts?topic=asylum&year=18'],
  ['sector, level', '/countries/be/actors?sector=gossip&level=gossip'],
  ['signal, sort', '/cases?signal=gossip&sort=gossip&age=minor'],
  ['kind', '/cases/%?kind=gossip&kind=visit'],
  ['event', '/cases/%/asylum?event=gossip'],
  ['for', '/cases/%/summary?for=gossip'],
  ['week', '/planning?week=gossip'],
  ['view', '/deadlines?view=gossip'],
] as const

test('a part of an address that is not understood is named on the page, and what is understood is not', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  const { rows } = await testServer.db.query<{ code: string }>(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = $1 AND f.secrecy = 'open' ORDER BY f.id LIMIT 1`,
    [PEOPLE.caseworker],
  )
  const notice = (names: string) => page.getByText(en.unreadAddress.title.replace('{names}', names))
  for (const [names, path] of ADDRESSES) {
    await page.goto(path.replace('%', rows[0]?.code ?? ''))
    await expect(notice(names)).toBeVisible()
  }
  await expectAccessible(page)
  await page.goto('/countries/be/facts?topic=asylum&year=&q=')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(en.unreadAddress.what)).toHaveCount(0)
})
