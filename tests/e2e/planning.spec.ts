import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** A Tuesday far enough ahead that the demo has planned nothing there. */
const emptyTuesday = (): string => {
  const now = new Date()
  return day(((2 - now.getUTCDay() + 7) % 7) + 21)
}
const CENTRES = [
  'Transit centre Caricole',
  'Repatriation centre 127bis',
  'Closed centre Holsbeek',
  'Closed centre Vottem',
]

/** Corina leads the office of Liège as well: four centres with people, six colleagues. */
const leadLiege = (db: { query: (sql: string) => Promise<unknown> }): Promise<unknown> =>
  db.query(
    `INSERT INTO team_member (staff_id, team_id, leads)
     SELECT s.id, t.id, true FROM staff s, team t WHERE s.name = 'Corina Coordinator' AND t.name = 'Liège office'
     ON CONFLICT DO NOTHING`,
  )
const openWeek = async (page: Page, week: string): Promise<void> => {
  await page.goto(`/planning?week=${week}`)
  await expect(page.getByRole('heading', { level: 1, name: /^Week of/ })).toBeVisible()
}
const cell = (page: Page, centre: string, weekday: string): Locator =>
  page.getByRole('link', { name: new RegExp(`^Plan ?${centre}, ${weekday}`) })
const drafts = (page: Page): Locator => page.getByRole('link', { name: /^Draft/ })

test('four centres, six colleagues and thirty people are planned in forty presses, by keyboard alone', async ({
  page,
  house,
}) => {
  await leadLiege(house.db)
  await signInAs(page, house, 'coordinator')
  const week = emptyTuesday()
  let presses = 0
  /** Every press is Enter or Space on what has the focus: nothing is dragged and no mouse is moved. */
  const press = async (target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
    await target.focus()
    await expect(target).toBeFocused()
    await page.keyboard.press(key)
    presses += 1
  }
  await openWeek(page, week)
  const people: number[] = []
  const names = new Set<string>()
  for (const [index, centre] of CENTRES.entries()) {
    await press(cell(page, centre, 'Tuesday'))
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(centre) })).toBeVisible()
    const colleagues = page.getByRole('group', { name: 'Who goes' }).getByRole('checkbox')
    const tickAll = page.getByRole('button', { name: /^Tick (all|the person)/ })
    if (await tickAll.isVisible()) await press(tickAll)
    // Whoever went last time is named already; a colleague whom no visit names yet is added.
    const fresh = []
    for (const one of await colleagues.all())
      if (!(await one.isChecked()) && !names.has((await one.getAttribute('value')) ?? '')) fresh.push(one)
    const [added] = index === 0 ? [] : fresh
    if (added) await press(added, 'Space')
    const ticked = page.getByRole('group', { name: 'Whom to see' }).getByRole('checkbox', { checked: true })
    people.push(await ticked.count())
    for (const one of await colleagues.all())
      if (await one.isChecked()) names.add((await one.getAttribute('value')) ?? '')
    await press(page.getByRole('button', { name: 'Save draft' }))
    await expect(drafts(page)).toHaveCount(index + 1)
  }
  await press(page.getByRole('button', { name: 'Publish 4 drafts' }))
  await expect(page.getByRole('link', { name: /^Published/ })).toHaveCount(4)
  await expect(drafts(page)).toHaveCount(0)
  expect(people.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(30)
  expect(names.size).toBeGreaterThanOrEqual(6)
  expect(presses).toBeLessThanOrEqual(40)
  // Keystroke-level model: 1.35 s to think and 1.3 s to reach and press, for each.
  expect(presses * 2.65).toBeLessThanOrEqual(180)
})

test('last week is repeated with one press, changed with three, cancelled', async ({ page, house }) => {
  await signInAs(page, house, 'coordinator')
  const { rows } = await house.db.query(
    "SELECT to_char(p.on_date + 7, 'YYYY-MM-DD') AS day FROM visit_plan p JOIN place c ON c.id = p.place_id WHERE c.slug = 'caricole' ORDER BY 1 LIMIT 1",
  )
  await openWeek(page, String(rows[0]?.day))
  await page.getByRole('button', { name: 'Repeat last week' }).click()
  await expect(drafts(page).nth(1)).toBeVisible()
  const repeated = await drafts(page).count()
  await drafts(page).first().click()
  await page.getByLabel('Arrive').fill('10:15')
  await page.getByLabel('Leave').fill('12:00')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await page.getByRole('link', { name: 'The week' }).click()
  await expect(page.getByText('10:15 to 12:00')).toBeVisible()
  await drafts(page).first().click()
  await page.getByText('Cancel this visit').click()
  await page.getByRole('button', { name: 'Cancel the visit' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'The week' }).click()
  await expect(drafts(page)).toHaveCount(repeated - 1)
})

test('what speaks against a plan is said at once and stops nobody', async ({ page, house }) => {
  await signInAs(page, house, 'coordinator')
  await page.goto(`/planning/new?centre=cim&day=${emptyTuesday()}`)
  await page.getByRole('checkbox', { name: 'Viktor Visitor' }).check()
  await expect(
    page.getByText('Viktor Visitor has no accreditation for Closed centre Merksplas', { exact: true }),
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page).toHaveURL(/\/planning\?week=/)
})

test('somebody is to be seen next time, with one press', async ({ page, house }) => {
  await signInAs(page, house, 'caseworker')
  await page.goto('/planning')
  // The planner has no place of its own in the menu: it belongs to the visits.
  await expect(page.getByRole('link', { name: 'Visits', exact: true }).first()).toHaveAttribute(
    'aria-current',
    'true',
  )
  const button = page.getByRole('button', { name: /^See next time/ }).first()
  const code = (await button.locator('.sr-only').textContent())?.trim() ?? ''
  await button.click()
  await expect(page.getByRole('button', { name: `Not needed any more ${code}` })).toBeVisible()
})

const PAGES = [
  '/planning',
  '/planning/new?centre=cih',
  'plan',
  'sheet',
  '/planning/closures',
  '/planning/calendar',
]
const WIDTHS = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
] as const

for (const locale of LOCALES)
  test(`week, plan, sheet, closures and calendar are whole in ${locale} at every width`, async ({
    page,
    house,
  }) => {
    await signInAs(page, house, 'coordinator', locale)
    const { rows } = await house.db.query(
      "SELECT p.id FROM visit_plan p JOIN place c ON c.id = p.place_id WHERE c.slug = 'caricole' ORDER BY p.on_date LIMIT 1",
    )
    const plan = `/planning/${String(rows[0]?.id)}`
    for (const name of PAGES) {
      await page.goto(name === 'plan' ? plan : name === 'sheet' ? `${plan}/sheet` : name)
      for (const size of WIDTHS) {
        await page.setViewportSize(size)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoSidewaysScroll(page)
        // Elsewhere it is the width that is in question; the page is the same.
        if (size.width === 390) await expectAccessible(page)
      }
    }
  })
