import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { givenFrozenCrowd } from '../support/given/frozen-crowd'
import { readZip } from '../support/read-zip'
import { say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

type TestServer = Parameters<typeof signInAs>[1]

const sha = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The newest period of the organisation, with thousands of people in it: the demo is too small for what these tables are for. */
async function givenPeople(testServer: TestServer): Promise<void> {
  const ask = (sql: string, values?: readonly unknown[]) => testServer.db.query(sql, [...(values ?? [])])
  const { rows } = await ask(
    `SELECT s.id, (SELECT count(*) FROM sdc_record r WHERE r.snapshot_id = s.id AND r.unit = 'person')::int AS people
       FROM snapshot s JOIN staff a ON a.organisation_id = s.organisation_id AND a.name = 'Ada Admin'
      ORDER BY s.period_end DESC, s.period_kind LIMIT 1`,
  )
  const times = Math.ceil(6_000 / rows[0].people) - 1
  if (times > 0) await givenFrozenCrowd(ask, rows[0].id, times)
}

/** One admin asks; gives the address of the request. */
async function askFor(page: Page, plan: string, facts: string): Promise<string> {
  await page.goto('/statistics/requests')
  await page.getByRole('link', { name: say('statistics.request.new') }).click()
  await page
    .getByRole('combobox', { name: say('statistics.request.wanted'), exact: true })
    .selectOption({ label: plan })
  await page.getByRole('button', { name: say('statistics.request.see'), exact: true }).click()
  await expect(page.getByRole('region', { name: facts })).toBeVisible()
  await expectAccessible(page)
  await page
    .getByLabel(say('statistics.request.recipient'), { exact: true })
    .fill('Invented statistics office')
  await page.getByLabel(say('statistics.request.purpose'), { exact: true }).fill('A yearbook')
  await page.getByRole('button', { name: say('statistics.request.submit') }).click()
  await expect(page).toHaveURL(/\/statistics\/requests\/[0-9a-f-]{36}$/)
  await expect(page.getByText(say('statistics.request.own'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('statistics.request.approve') })).toHaveCount(0)
  return new URL(page.url()).pathname
}

/** A second one reads the request, approves it by keyboard, and takes the archive from the register. */
async function approve(page: Page, testServer: TestServer, path: string): Promise<Buffer> {
  await page.context().clearCookies()
  await signInAs(page, testServer, 'dataLead')
  await page.goto(path)
  await expectAccessible(page)
  await page.getByRole('button', { name: say('statistics.request.approve') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('statistics.request.states.approved'), { exact: true })).toBeVisible()
  await page.getByRole('link', { name: say('statistics.request.register') }).click()
  await expect(page).toHaveURL(/\/statistics\/releases\//)
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: say('statistics.entry.download') }).click()
  return readFileSync(await (await download).path())
}

const PARTS = [
  'METHOD.de.md',
  'METHOD.en.md',
  'METHOD.fr.md',
  'METHOD.nl.md',
  'certificate.json',
  'data.csv',
  'data.json',
  'data.xlsx',
  'dictionary.csv',
  'manifest.json',
  'manifest.sig',
]

/** The archive as another program reads it: its lines as text, and a workbook in which nothing runs, hides or leads elsewhere. */
async function readBack(bytes: Buffer) {
  const files = await readZip(bytes)
  expect([...files.keys()].sort()).toEqual(PARTS)
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? ''
  const sheets = await readZip(files.get('data.xlsx') ?? Buffer.alloc(0))
  const xml = [...sheets.values()].map((part) => part.toString('utf8')).join('\n')
  expect(xml).not.toMatch(/<f[ >]|state="(hidden|veryHidden)"|hidden="1"|TargetMode="External"/)
  expect(JSON.parse(text('certificate.json')).dataSha256).toBe(sha(text('data.json')))
  const [head = '', , ...lines] = text('data.csv').replace('\ufeff', '').trim().split('\r\n')
  const names = head.split(',')
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])),
  )
  return { rows, note: text('METHOD.en.md'), xml }
}

test('exact tables are asked for by one admin, approved by another, and read back from the archive', async ({
  page,
  testServer,
}) => {
  test.setTimeout(180_000)
  await givenPeople(testServer)
  await signInAs(page, testServer, 'admin')
  const path = await askFor(page, say('statistics.exact.title.origin'), say('statistics.exact.facts'))
  const facts = page.getByRole('region', { name: say('statistics.exact.facts') })
  // Crossed: a line for each continent, a column for each age, and words in place of numbers.
  const crossed = facts.getByRole('table', { name: say('statistics.table.peopleByNationalityAge') })
  await expect(crossed.getByRole('columnheader')).toHaveText([
    say('statistics.dimension.nationality'),
    say('statistics.age.minor'),
    say('statistics.age.adult'),
    say('statistics.age.unknown'),
    say('statistics.total.age'),
  ])
  await expect(crossed.getByRole('row', { name: say('statistics.total.nationality') })).toContainText(
    say('statistics.exact.printed'),
  )
  await expect(facts.getByRole('cell', { name: /\d/ })).toHaveCount(0)
  const { rows } = await testServer.db.query(
    `SELECT release_id, file_hashes FROM sdc_request WHERE kind = 'exact'`,
  )
  const file = `/statistics/export?release=${rows[0].release_id}&format=zip`
  expect((await page.request.get(`${testServer.url}${file}`)).status()).toBe(404)

  const bytes = await approve(page, testServer, path)
  expect(sha(bytes)).toBe(rows[0].file_hashes.zip)
  const read = await readBack(bytes)
  expect(read.rows.length).toBeGreaterThan(20)
  for (const { value, nationality, age } of read.rows) {
    const isLeftover = nationality === 'unknown' || age === 'unknown'
    expect(value === 'x' || Number(value) >= 11 || (isLeftover && value === '0')).toBe(true)
  }
  // Some are withheld: the page said how many, and none of them was a number.
  const hidden = read.rows.filter(({ value }) => value === 'x').length
  expect(hidden).toBeGreaterThan(0)
  expect(hidden).toBeLessThan(read.rows.length)
  expect(read.note).toContain('Exact numbers of people')
})

test('tables with noise are paid from a budget, approved by a second admin, and read back from the archive', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  // Four languages and two widths, each with axe.
  test.setTimeout(240_000)
  await givenPeople(testServer)
  await signInAs(page, testServer, 'admin')
  const plan = say('statistics.noise.title.people')
  const path = await askFor(page, plan, say('statistics.noise.facts'))
  const budget = page.getByRole('region', { name: say('statistics.noise.budget.title') })
  await expect(budget).toContainText(say('statistics.noise.budget.used', { spent: 3, most: 5, left: 2 }))
  await expect(budget).toContainText(plan)
  await expect(budget).toContainText(say('statistics.noise.budget.paid'))
  await expect(page.getByRole('region', { name: say('statistics.noise.facts') })).toContainText('ε = 1.5')

  for (const locale of LOCALES) {
    await page.context().clearCookies()
    await signInAs(page, testServer, 'dataLead', locale)
    for (const width of [320, 1366]) {
      await page.setViewportSize({ width, height: 800 })
      for (const one of [
        path,
        '/statistics/requests/new?wanted=noise/ages',
        '/statistics/requests/new?wanted=noise/subjects',
      ]) {
        await page.goto(one)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
    }
  }

  const { rows } = await testServer.db.query(
    `SELECT release_id, file_hashes FROM sdc_request WHERE kind = 'noise'`,
  )
  const bytes = await approve(page, testServer, path)
  expect(sha(bytes)).toBe(rows[0].file_hashes.zip)
  await expect(page.getByText(say('statistics.entry.noiseProfile', { epsilon: '1.5' }))).toBeVisible()
  const read = await readBack(bytes)
  expect(read.rows.length).toBeGreaterThan(30)
  for (const { value, lower, upper } of read.rows) {
    expect(Number(value) % 5).toBe(0)
    expect(0 <= Number(lower) && Number(lower) <= Number(value) && Number(value) < Number(upper)).toBe(true)
  }
  expect(read.note).toContain('differential privacy')

  // Two parts are left: the plan of three is refused in words, the one of two is not.
  await page.goto('/statistics/requests/new?wanted=noise/subjects')
  await expect(page.getByText(say('statistics.request.refused.budgetUsed.title'))).toBeVisible()
  await expect(page.getByRole('button', { name: say('statistics.request.submit') })).toHaveCount(0)
  await page.goto('/statistics/requests/new?wanted=noise/ages')
  await expect(page.getByRole('region', { name: say('statistics.noise.budget.title') })).toContainText(
    say('statistics.noise.budget.pays', { parts: 2 }),
  )
})
