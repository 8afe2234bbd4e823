import type { Page } from '@playwright/test'
import { saidAs, say, several } from '../support/say'
import { FILE_CODE, tree } from '../support/tree'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  JOURNEY,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
} from './fixtures'

test.use(JOURNEY)

type TestServer = {
  readonly db: { query: (sql: string, values?: unknown[]) => Promise<{ rows: { id: string }[] }> }
}

/** Forty files of one worker that may change hands: one restricted, all others open. */
const givenForty = async (testServer: TestServer): Promise<string> => {
  await testServer.db.query(
    `WITH mine AS (SELECT f.id, row_number() OVER (ORDER BY f.secrecy = 'open', f.status IN ('closed', 'archived'), f.id) AS n
                     FROM case_file f JOIN staff s ON s.id = f.worker_id
                    WHERE s.name = 'Casimir Caseworker' AND f.secrecy <> 'sealed')
     UPDATE case_file f SET status = CASE WHEN mine.n <= 40 THEN 'active' ELSE 'archived' END
       FROM mine WHERE mine.id = f.id`,
  )
  const { rows } = await testServer.db.query(`SELECT id FROM staff WHERE name = 'Casimir Caseworker'`)
  return rows[0]?.id ?? ''
}
/** The files go back, so that the next test has forty again. */
test.afterEach(async ({ testServer }) => {
  await testServer.db.query(
    `UPDATE case_file f SET worker_id = h.from_staff_id FROM handover_item i JOIN handover h ON h.id = i.handover_id
      WHERE i.case_id = f.id AND f.worker_id <> h.from_staff_id`,
  )
  await testServer.db.query(`UPDATE case_member SET valid_until = now() WHERE kind = 'cover'`)
  await testServer.db.query('DELETE FROM handover')
})
const main = (page: Page) => page.getByRole('main')
const takeAll = several((count) => say('handovers.takeAll', { count }))
/** How many of the files that are in sight have no one who is asked for them. */
const unassigned = (page: Page): Promise<number> =>
  main(page)
    .getByRole('combobox', { name: saidAs('handovers.toOf') })
    .evaluateAll((all) => all.filter((one) => one instanceof HTMLSelectElement && one.value === '').length)
/** The line under which the files without danger lie folded. */
const calmFiles = (page: Page) =>
  main(page).locator('summary', { hasText: several((count) => say('handovers.calmFiles', { count })) })

test('forty files go in at most forty clicks, and come back with one; then the same by keyboard', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  const worker = await givenForty(testServer)
  await signInAs(page, testServer, 'coordinator')
  await page.goto(`/cases?worker=${worker}`)
  let clicks = 0
  const click = async (
    name: string | RegExp,
    role: 'button' | 'link' | 'checkbox' = 'button',
  ): Promise<void> => {
    clicks += 1
    await main(page).getByRole(role, { name }).first().click()
  }
  // A list opens with one click and its answer is a second one.
  const select = async (name: string | RegExp, label: string, nth = 0): Promise<void> => {
    clicks += 2
    await main(page).getByRole('combobox', { name }).nth(nth).selectOption({ label })
  }
  await click(say('caseload.handOver'), 'link')
  await click(say('handovers.start.prepare'))
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}$/)
  await click(takeAll)
  await expect(main(page)).toContainText(say('handovers.choice.saved'))
  // Someone knows better than the points: three rows, and a handful at once.
  clicks += 1
  await calmFiles(page).click()
  for (const nth of [3, 11, 19]) await select(saidAs('handovers.toOf'), 'Vera Visitor', nth)
  const boxes = main(page).getByRole('checkbox', { name: saidAs('handovers.selection.mark') })
  for (const nth of [0, 1, 2, 5]) {
    clicks += 1
    await boxes.nth(nth).check()
  }
  await select(say('handovers.selection.to'), 'Viktor Visitor')
  await click(say('handovers.selection.give'))
  await expect(main(page)).toContainText(say('handovers.choice.saved'))
  const assigned = 40 - (await unassigned(page))
  await click(/^4\. /)
  await click(say('handovers.send', { count: assigned }))
  await expect(main(page)).toContainText(say('handovers.sentBy', { name: PEOPLE.coordinator }))
  expect(clicks).toBeLessThanOrEqual(40)
  const { rows: left } = await testServer.db.query(
    `SELECT id FROM case_file WHERE worker_id = $1 AND status = 'active' AND secrecy <> 'sealed'`,
    [worker],
  )
  expect(left).toEqual([])
  await main(page)
    .getByRole('button', { name: say('handovers.undo') })
    .click()
  await expect(main(page)).toContainText(say('handovers.undoneNotice'))
  const { rows: back } = await testServer.db.query(
    `SELECT id FROM case_file WHERE worker_id = $1 AND status = 'active' AND secrecy <> 'sealed'`,
    [worker],
  )
  expect(back).toHaveLength(40)

  // By keyboard: everything that is pressed is reached and pressed without a mouse.
  const press = async (name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
    await main(page).getByRole(role, { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await page.goto(`/handovers/new?worker=${worker}`)
  await expect(main(page).getByRole('radio', { name: say('handovers.start.kind.permanent') })).toBeEnabled()
  await main(page)
    .getByRole('radio', { name: say('handovers.start.kind.permanent') })
    .focus()
  await page.keyboard.press('ArrowDown')
  const until = new Date(Date.now() + 12 * 86_400_000)
  await main(page).getByLabel(say('forms.day'), { exact: true }).focus()
  for (const part of [until.getDate(), until.getMonth() + 1, until.getFullYear()]) {
    await page.keyboard.type(String(part))
    await page.keyboard.press('Tab')
  }
  await press(say('handovers.start.prepare'))
  await press(takeAll)
  await calmFiles(page).press('Enter')
  await main(page)
    .getByRole('combobox', { name: saidAs('handovers.toOf') })
    .nth(4)
    .focus()
  await page.keyboard.press('ArrowDown')
  await expect(main(page)).toContainText(say('handovers.choice.saved'))
  const assignedAgain = 40 - (await unassigned(page))
  await press(/^3\. /)
  await press(saidAs('handovers.note.changeOf'))
  await main(page).getByRole('textbox').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Ring twice.')
  await press(say('handovers.note.save'))
  await expect(main(page)).toContainText('Ring twice.')
  await press(/^4\. /)
  await press(say('handovers.send', { count: assignedAgain }))
  await expect(main(page)).toContainText(say('handovers.sentBy', { name: PEOPLE.coordinator }))
  await expect(main(page)).toContainText(saidAs('handovers.untilWhen'))
})

test('forty files go in at most six clicks; anyone who is asked answers from the first page, file by file or all at once', async ({
  page,
  testServer,
}) => {
  const worker = await givenForty(testServer)
  await signInAs(page, testServer, 'coordinator')
  await page.goto(`/cases?worker=${worker}`)
  let clicks = 0
  const click = async (name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
    clicks += 1
    await main(page).getByRole(role, { name }).first().click()
  }
  await click(say('caseload.handOver'), 'link')
  await click(say('handovers.start.prepare'))
  await click(takeAll)
  await expect(main(page)).toContainText(say('handovers.choice.saved'))
  // Each file in danger is given to someone by name, two clicks each: another test counts them.
  const inDanger = await main(page)
    .getByRole('table', { name: saidAs('handovers.dangerFiles') })
    .getByRole('combobox', { name: saidAs('handovers.toOf') })
    .count()
  await click(/^4\. /)
  await click(say('handovers.send', { count: 40 - inDanger }))
  await expect(main(page)).toContainText(saidAs('handovers.sentBy'))
  expect(clicks).toBeLessThanOrEqual(6)
  const { rows: given } = await testServer.db.query(
    'SELECT case_id AS id FROM handover_item WHERE to_staff_id IS NOT NULL',
  )
  expect(given).toHaveLength(40 - inDanger)
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${page.url()}/booklet`)
  await expect(main(page)).toContainText(saidAs('handovers.booklet.foot', { name: PEOPLE.coordinator }))
  await expect(main(page).getByRole('button').filter({ visible: true })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })

  await signInAs(page, testServer, 'receiver')
  await page.goto('/')
  const offers = page
    .getByRole('region', { name: say('today.firsts') })
    .getByRole('listitem')
    .filter({ hasText: saidAs('handovers.offer.what', { from: PEOPLE.caseworker }) })
  await offers.getByRole('link', { name: saidAs('handovers.offer.title') }).click()
  await calmFiles(page).click()
  await main(page)
    .getByRole('button', { name: saidAs('handovers.asked.declineOf') })
    .first()
    .click()
  const heading = main(page).getByRole('heading', { name: saidAs('handovers.asked.title') })
  const before = (await heading.textContent()) ?? ''
  await page.getByRole('dialog').getByRole('textbox').fill('I know the family.')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('handovers.asked.decline') })
    .click()
  // The file is gone from the list, and from the one who declined.
  await expect(heading).not.toHaveText(before)
  await main(page)
    .getByRole('button', { name: saidAs('handovers.asked.acceptOf') })
    .first()
    .click()
  await expect(
    main(page).getByRole('heading', { name: say('handovers.taken', { count: 1 }), exact: true }),
  ).toBeVisible()
  await page.goto('/')
  await offers.getByRole('button', { name: saidAs('handovers.asked.acceptAll') }).click()
  await expect(offers).toHaveCount(0)
  const { rows } = await testServer.db.query(
    `SELECT i.case_id AS id FROM handover_item i JOIN staff s ON s.id = i.to_staff_id
      WHERE s.name = 'Vera Visitor' AND i.state = 'offered'`,
  )
  expect(rows).toEqual([])
})

test('twenty-four files with four in danger go in at most fourteen presses, each danger chosen by itself', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query(
    `WITH mine AS (SELECT f.id, row_number() OVER (ORDER BY f.secrecy <> 'open', f.status IN ('closed', 'archived'), f.id) AS n
                     FROM case_file f JOIN staff s ON s.id = f.worker_id
                    WHERE s.name = 'Casimir Caseworker' AND f.secrecy <> 'sealed')
     UPDATE case_file f SET status = CASE WHEN mine.n <= 24 THEN 'active' ELSE 'archived' END
       FROM mine WHERE mine.id = f.id RETURNING f.id, f.status, f.worker_id AS worker`,
  )
  const files = rows.flatMap(({ id, ...row }) => ('status' in row && row.status === 'active' ? [id] : []))
  expect(files).toHaveLength(24)
  // Four of them have a signal that no one has answered.
  await testServer.db.query('UPDATE signal SET answered_at = now() WHERE answered_at IS NULL')
  for (const id of files.slice(0, 4))
    await testServer.db.query(
      `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by)
       SELECT gen_random_uuid(), e.id, $1, 'suicide_risk', 'critical', e.author_id FROM encounter e LIMIT 1`,
      [id],
    )
  const { rows: worker } = await testServer.db.query(`SELECT id FROM staff WHERE name = 'Casimir Caseworker'`)
  await signInAs(page, testServer, 'coordinator')
  await page.goto(`/cases?worker=${worker[0]?.id}`)
  let presses = 0
  const press = async (name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
    presses += 1
    await main(page).getByRole(role, { name }).first().click()
  }
  await press(say('caseload.handOver'), 'link')
  await press(say('handovers.start.prepare'))
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}$/)
  const danger = main(page).getByRole('table', { name: saidAs('handovers.dangerFiles') })
  const choices = danger.getByRole('combobox', { name: saidAs('handovers.toOf') })
  const inDanger = await choices.count()
  expect(inDanger).toBeGreaterThanOrEqual(4)
  await expect(main(page)).toMatchAriaSnapshot(
    tree([
      ['heading[level=1]'],
      [
        'list',
        say('handovers.step.all'),
        [
          ['listitem', null, [['link', /^1\. /]]],
          ['listitem', null, [['button', /^2\. /]]],
          ['listitem', null, [['button', /^3\. /]]],
          ['listitem', null, [['button', /^4\. /]]],
        ],
      ],
      ['heading[level=2]', say('handovers.step.to')],
      [
        'table',
        saidAs('handovers.dangerFiles'),
        [
          ['rowgroup', null, [['row', null, [['columnheader', say('handovers.column.danger')]]]]],
          [
            'rowgroup',
            null,
            [
              [
                'row',
                FILE_CODE,
                [
                  ['cell', null, [['checkbox', FILE_CODE]]],
                  ['rowheader', FILE_CODE, [['link', FILE_CODE]]],
                  ['cell', null, [['combobox', saidAs('handovers.toOf')]]],
                ],
              ],
            ],
          ],
        ],
      ],
    ]),
  )
  await expect(main(page)).toContainText(say('handovers.dangerLeft', { open: inDanger, all: inDanger }))
  // The note that was drafted names the danger; the person is there by name.
  const row = danger.getByRole('row').filter({ hasText: saidAs('cases.danger.critical') })
  await expect(row.first()).toContainText('! ')
  await expect(row.first().locator('.name > :first-child').first()).toHaveText(/\p{Lu}\p{Ll}+/u)
  await press(takeAll)
  await expect(main(page)).toContainText(say('handovers.choice.saved'))
  for (let nth = 0; nth < inDanger; nth++) {
    await expect(choices.nth(nth)).toHaveValue('')
    // A list opens with one press and its answer is a second one.
    presses += 2
    await choices.nth(nth).selectOption({ label: 'Vera Visitor' })
  }
  await expect(main(page)).toContainText(say('handovers.dangerChosen', { count: inDanger }))
  await expect(main(page)).toContainText(say('handovers.choice.saved'))
  await expectAccessible(page)
  await press(/^4\. /)
  await press(say('handovers.send', { count: 24 }))
  await expect(main(page)).toContainText(say('handovers.sentBy', { name: PEOPLE.coordinator }))
  // Each further danger of the demo would be two presses more.
  expect(presses - 2 * (inDanger - 4)).toBeLessThanOrEqual(14)

  // The colleague who is asked has read the note when they had it before them, and the coordinator sees since when.
  const address = page.url()
  await expect(main(page).getByText(say('handovers.receipt.none')).first()).toBeVisible()
  await signInAs(page, testServer, 'receiver')
  await page.goto(address)
  await expect(main(page).getByRole('heading', { name: saidAs('handovers.asked.title') })).toBeVisible()
  await signInAs(page, testServer, 'coordinator')
  await page.goto(address)
  await expect(main(page).getByText(saidAs('handovers.receipt.read')).first()).toBeVisible()
})

for (const [index, locale] of LOCALES.entries())
  test(`the pages of a hand-over in ${locale}: nothing hangs over, axe finds nothing`, async ({
    page,
    testServer,
  }) => {
    const worker = await givenForty(testServer)
    // Each language at one of the two widths.
    await page.setViewportSize(index % 2 === 0 ? { width: 1366, height: 768 } : { width: 390, height: 844 })
    await signInAs(page, testServer, 'coordinator', locale)
    const look = async (): Promise<void> => {
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    await page.goto(`/handovers/new?worker=${worker}`)
    await look()
    await main(page).locator('button[type=submit]').click()
    await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}$/)
    await look()
    await page.goto(`${page.url()}/booklet`)
    await look()
    await page.goto('/handovers')
    await look()
  })
