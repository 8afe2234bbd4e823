import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import mammoth from 'mammoth'
import { parse } from 'parse5'
import { saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures'

/** Clicks and choices of a page, so that a story says what it costs. */
const counting = (page: Page) => {
  let clicks = 0
  return {
    click: async (role: 'link' | 'button' | 'checkbox' | 'radio', name: string): Promise<void> => {
      await page.getByRole(role, { name, exact: true }).first().click()
      clicks += 1
    },
    clicks: () => clicks,
  }
}

type Node = { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly Node[] }
const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('')
const all = (node: Node, name: string): readonly Node[] => [
  ...(node.nodeName === name ? [node] : []),
  ...(node.childNodes ?? []).flatMap((child) => all(child, name)),
]
/** The tables of a document as an independent reader sees them: rows of texts. */
const tablesOf = async (path: string): Promise<readonly (readonly (readonly string[])[])[]> => {
  const { value } = await mammoth.convertToHtml({ buffer: readFileSync(path) })
  return all(parse(value), 'table').map((table) =>
    all(table, 'tr').map((row) => [...all(row, 'th'), ...all(row, 'td')].map((cell) => textOf(cell).trim())),
  )
}
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(/[,\s]/g, ''))

const YEAR = new Date().getFullYear()

/** Counted by hand: each open file of the offices that the coordinator of the demo leads, in plain loops over plain rows. */
const countByHand = async (db: {
  query: (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
}) => {
  const { rows } = await db.query(
    `SELECT e.person_id, e.outcome, p.label_en AS place, f.secrecy, f.team_id, to_char(e.met_on, 'YYYY') AS year
       FROM encounter e JOIN place p ON p.id = e.place_id JOIN case_file f ON f.id = e.case_id`,
  )
  const { rows: led } = await db.query(
    `SELECT m.team_id FROM team_member m JOIN staff s ON s.id = m.staff_id WHERE m.leads AND s.name = 'Corina Coordinator'`,
  )
  const teams = new Set(led.map(({ team_id }) => team_id))
  const people = new Map<string, Set<unknown>>()
  const everyone = new Set<unknown>()
  let conversations = 0
  for (const row of rows) {
    if (
      row.outcome !== 'seen' ||
      row.secrecy !== 'open' ||
      row.year !== String(YEAR) ||
      !teams.has(row.team_id)
    )
      continue
    conversations += 1
    everyone.add(row.person_id)
    const place = String(row.place)
    people.set(place, (people.get(place) ?? new Set()).add(row.person_id))
  }
  return { people, everyone: everyone.size, conversations }
}

test('a coordinator makes the annual report in a few clicks, and its numbers are those of the files', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/')
  const story = counting(page)
  await story.click('link', say('menu.place.reports'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(YEAR))
  await story.click('link', say('reporting.annual.open'))
  await story.click('radio', say('reporting.reach.team'))
  await story.click('checkbox', say('reporting.annual.chapter.signals'))
  await story.click('button', say('reporting.annual.check'))
  await expect(page).toHaveURL(/chapter=centres/)
  const saving = page.waitForEvent('download')
  await story.click('link', say('reporting.annual.docx', { language: say('reporting.annual.language.en') }))
  const file = await saving
  expect(story.clicks()).toBeLessThanOrEqual(25)
  expect(file.suggestedFilename()).toMatch(new RegExp(`^INTERNAL_detention_${YEAR}_.*\\.docx$`))
  const path = await file.path()
  const tables = await tablesOf(path)
  const byHand = await countByHand(testServer.db)
  const inAll = tables[0] ?? []
  const first = new Map(inAll.map((cells) => [cells[0] ?? '', number(cells[1])]))
  expect(first.get(say('reporting.figure.people_met.name'))).toBe(byHand.everyone)
  expect(first.get(say('reporting.figure.conversations.name'))).toBe(byHand.conversations)
  const met =
    tables.find(
      (rows) => rows[0]?.[1] === say('reporting.figure.people_met.name') && rows[0]?.[0] === 'Place',
    ) ?? []
  for (const [place, people] of byHand.people)
    expect([place, number(met.find(([name]) => name === place)?.[1])]).toEqual([place, people.size])
  const { value: text } = await mammoth.extractRawText({ buffer: readFileSync(path) })
  expect(text).not.toContain(say('reporting.annual.chapter.signals'))
  expect(text).not.toMatch(/Casimir/)
})

test('a report is asked, opened to its files, kept and taken along', async ({ page, testServer }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/reports?column=people_met&by=sex&reach=team')
  const table = page.getByRole('table').first()
  const women = table.getByRole('row', { name: say('reporting.value.sex.f') })
  const count = number((await women.getByRole('link').first().textContent()) ?? '')
  expect(count).toBeGreaterThan(0)
  await expectAccessible(page)
  await women.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('reporting.files.title'))
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(Math.min(count, 200))
  await page.goBack()
  await page
    .locator('summary')
    .filter({ hasText: say('reporting.save.openRun') })
    .click()
  await page.getByRole('button', { name: say('reporting.save.store'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: say('reporting.runs.change') })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/reports?column=visits&by=month')
  for (const as of ['svg', 'png'] as const) {
    const saving = page.waitForEvent('download')
    await page
      .getByRole('link', { name: new RegExp(`^${say(`reporting.download.${as}`)}`) })
      .first()
      .click()
    const file = await saving
    expect(file.suggestedFilename()).toMatch(new RegExp(`^INTERNAL_chart_.*\\.${as}$`))
    if (as === 'svg') {
      const text = readFileSync(await file.path(), 'utf8')
      for (const said of [say('reporting.internal'), 'Counted: ', 'Copy ', 'Corina Coordinator'])
        expect(text).toContain(said)
    }
  }
  for (const as of ['xlsx', 'csv', 'docx'] as const) {
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: say(`reporting.download.${as}`), exact: true }).click()
    expect((await saving).suggestedFilename()).toMatch(new RegExp(`^INTERNAL_report_.*\\.${as}$`))
  }
  const { rows } = await testServer.db.query(
    `SELECT count(DISTINCT detail ->> 'copy')::int AS copies FROM audit_event WHERE event = 'report.exported'`,
  )
  expect(rows[0]).toEqual({ copies: expect.any(Number) })
  expect(rows[0]?.copies).toBeGreaterThanOrEqual(5)
})

test('on a phone a report is read without scrolling sideways', async ({ page, testServer }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signInAs(page, testServer, 'coordinator')
  for (const path of [
    '/reports',
    '/reports/annual',
    '/reports/definitions',
    '/reports/runs',
    '/reports/missing',
    '/reports?column=people_met&by=place&split=sex',
  ]) {
    await page.goto(path)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('an admin without the right to read figures counts visits, and no people', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/reports?column=people_met&column=visits&by=place')
  const table = page.getByRole('table').first()
  await expect(table.getByRole('columnheader', { name: say('reporting.figure.visits.name') })).toBeVisible()
  await expect(
    table.getByRole('columnheader', { name: say('reporting.figure.people_met.name') }),
  ).toHaveCount(0)
  await expect(page.getByText(saidAs('reporting.note.withheld'))).toBeVisible()
  expect((await page.request.get(`${testServer.url}/reports/files?column=people_met`)).status()).toBe(200)
  await page.goto('/reports/files?column=people_met')
  await expect(page.getByText(say('reporting.files.none'))).toBeVisible()
})
