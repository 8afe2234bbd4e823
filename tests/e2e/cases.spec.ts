import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { saidAs, say } from '../support/say'
import { tree } from '../support/tree'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  JOURNEY,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
} from './fixtures'

test.use(JOURNEY)

const CODE = /[2-9A-Z]{3}-[2-9A-Z]{4}$/

test('a coordinator opens the critical signal of their first screen and answers it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(saidAs('today.heading.things'))
  const first = page
    .getByRole('region', { name: say('today.firsts') })
    .getByRole('listitem')
    .first()
  await expect(first).toContainText(say('cases.severity.critical'))
  await expect(first).toContainText(say('today.first.answer'))
  await expectAccessible(page)
  await first.getByRole('link', { name: saidAs('today.first.answerOf') }).click()

  await expect(page).toHaveTitle(saidAs('cases.tab'))
  await expectAccessible(page)
  await page.getByText(say('cases.signal.answer')).first().click()
  await page
    .getByLabel(say('cases.signal.what'))
    .first()
    .fill('Phoned the nurse of the centre; she sees him tonight.')
  await page
    .getByRole('button', { name: say('cases.signal.save') })
    .first()
    .click()
  await expect(page.getByText(say('cases.signal.answeredBy', { name: PEOPLE.coordinator }))).toBeVisible()
  await expect(page.getByText('she sees him tonight')).toBeVisible()
})

test('a caseworker writes a note, plans the next step and finds both after reloading', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  await fileCodes(page).nth(2).click()
  await page
    .getByLabel(say('cases.write.title'))
    .fill('Brother in Liège phoned.\n\nHe asks for a visit on Thursday.')
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  await expect(page.getByText(say('cases.write.saved'))).toBeVisible()
  await page
    .getByText(say('cases.step.change'))
    .or(page.getByText(say('cases.step.set')))
    .click()
  await page.getByLabel(say('cases.step.what')).fill('Visit on Thursday')
  await page.getByRole('button', { name: say('cases.step.save') }).click()
  await expect(
    page
      .getByRole('region', { name: say('cases.step.title') })
      .getByText('Visit on Thursday', { exact: true })
      .first(),
  ).toBeVisible()
  await page.reload()
  await expect(page.getByText('He asks for a visit on Thursday.')).toBeVisible()
  await expect(page.getByLabel(say('cases.write.title'))).toHaveValue('')
})

test('an empty note is refused in words, with the focus on them', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  await fileCodes(page).first().click()
  // One line until one begins to write.
  await page.getByLabel(say('cases.write.title')).click()
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  const summary = page.getByRole('alert').filter({ hasText: saidAs('forms.summaryTitle') })
  await expect(summary).toBeFocused()
  await summary.getByRole('link').press('Enter')
  await expect(page.getByLabel(say('cases.write.title'))).toBeFocused()
})

test('a name that is known asks while one types, says why, and never blocks', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const { rows } = await testServer.db.query(
    `SELECT n.text, na.country FROM person_name n JOIN case_person cp USING (person_id) JOIN case_file f ON f.id = cp.case_id
       JOIN nationality na USING (person_id) JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND n.kind = 'as_said' AND f.secrecy = 'open' AND na.certainty = 'said' AND na.country ~ '^[A-Z]{2}$' LIMIT 1`,
  )
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill(String(rows[0]?.text).toLowerCase())
  await expect(page.getByText(saidAs('alike.title'))).toBeVisible()
  await expect(page.getByText(say('alike.same.as_said')).first()).toBeVisible()
  // By name; on a device in discreet mode by initials.
  const match = page.getByRole('status').locator('.name').first()
  await expect(match.locator('span').first()).toHaveText(String(rows[0]?.text))
  await page.context().addCookies([{ name: DISCREET_COOKIE, value: DISCREET, url: testServer.url }])
  await page
    .getByLabel(say('people.field.nationality'), { exact: true })
    .selectOption(String(rows[0]?.country))
  const both = `${say('alike.same.as_said')} · ${say('alike.sameNationality')}`
  await expect(page.getByText(both).first()).toBeVisible()
  await expect(match).toHaveText(/^(\p{L}\.)( \p{L}\.)*$/u)
  await expectAccessible(page)
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(rows[0]?.text).toLowerCase())
})

test('what was chosen in one form stays when another on the page is saved, and "Saved" stays too', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const href = await page.locator('main tbody a').first().getAttribute('href')
  await page.goto(String(href).replace('?', '/details?'))
  await page.getByText(say('cases.details.change')).click()
  await page.getByLabel(say('cases.details.risk'), { exact: true }).selectOption({ label: 'High' })
  await page.getByText(say('cases.details.changePerson')).click()
  const person = page
    .locator('form')
    .filter({ has: page.getByRole('group', { name: say('people.field.sex'), exact: true }) })
  const sex = person.getByRole('group', { name: say('people.field.sex'), exact: true }).getByRole('radio')
  await sex.nth(2).check()
  await person.getByRole('button', { name: say('cases.details.save'), exact: true }).click()
  await expect(person.getByText(saidAs('forms.saved'))).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(person.getByText(saidAs('forms.saved'))).toBeVisible()
  await expect(page.getByLabel(say('cases.details.risk'), { exact: true })).toHaveValue('high')
  // A second change from the same page is no quarrel with oneself.
  await sex.nth(1).check()
  // "Saved" stands there of the first time: the answer tells that it is of the second.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await person.getByRole('button', { name: say('cases.details.save'), exact: true }).click()
  await answered
  await expect(person.getByText(saidAs('forms.saved'))).toBeVisible()
  await expect(page.getByText(say('forms.conflictTitle'))).toHaveCount(0)
})

test('a new person gets a file by keyboard alone', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await expectAccessible(page)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(
    tree([
      ['heading[level=1]', say('people.intake.title')],
      [
        'group',
        null,
        [
          ['textbox', say('people.field.name')],
          [
            'group',
            say('people.field.age'),
            (['notKnown', 'declined', 'years', 'born', 'tested', 'notAsked'] as const).map((answer) => [
              'radio',
              say(`people.ageAnswer.${answer}`),
            ]),
          ],
          ['combobox', say('people.field.place')],
          ['combobox', say('people.field.nationality')],
          ['button', say('people.intake.save')],
        ],
      ],
    ]),
  )
  await page.getByLabel(say('people.field.name')).focus()
  await page.keyboard.type('Invented Somebody')
  await page.getByRole('radio', { name: say('people.ageAnswer.years'), exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel(say('people.field.ageYears')).focus()
  await page.keyboard.type('17')
  await page.getByRole('button', { name: say('people.intake.save') }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Somebody')
  await expect(page.getByText(say('people.age.saysYears', { years: '17' })).first()).toBeVisible()
  await expect(page.getByText(say('people.minor.yes'), { exact: true }).first()).toBeVisible()
  expect(page.url()).not.toContain('Somebody')
  await expect(page).not.toHaveTitle(/Somebody/)
})

test('what one does not reach is not there', async ({ page, testServer }) => {
  const { rows } = await testServer.db.query(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' LIMIT 1`,
  )
  const code = String(rows[0]?.code)
  for (const who of ['stranger', 'admin'] as const) {
    await page.context().clearCookies()
    await signInAs(page, testServer, who)
    const out = await page.goto(`/cases/${code}`)
    const words = await page.getByRole('main').textContent()
    const missing = await page.goto('/cases/ZZZ-ZZZZ')
    expect(out?.status()).toBe(404)
    expect(missing?.status()).toBe(404)
    expect(await page.getByRole('main').textContent()).toBe(words)
    // An address that no page has: the same page, with the menu and urgent help around it.
    expect((await page.goto('/cases/ZZZ-ZZZZ/no-such-page'))?.status()).toBe(404)
    expect(await page.getByRole('main').textContent()).toBe(words)
    await expect(page.getByRole('navigation', { name: say('layout.menu') }).first()).toBeVisible()
  }
})

for (const locale of LOCALES)
  test(`the pages stand in ${locale}, on a phone too`, async ({ page, testServer }) => {
    test.setTimeout(180_000)
    await signInAs(page, testServer, 'coordinator', locale)
    const expectWhole = async (): Promise<void> => {
      for (const width of [1366, 320, 390]) {
        // As high as the page: what lies below the bar of a phone is scrolled to, not covered.
        await page.setViewportSize({ width, height: 3200 })
        await expectNoSidewaysScroll(page)
      }
      await expectAccessible(page)
    }
    for (const path of ['/', '/people/new']) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expectWhole()
    }
    // The list has a test of its own.
    await page.goto('/cases')
    await fileCodes(page).first().click()
    await expect(page).toHaveURL(/[?]file=/)
    for (const part of ['details', 'sharing', null]) {
      await expectWhole()
      if (part === null) continue
      await page.getByRole('main').getByRole('navigation').first().locator(`a[href*="/${part}"]`).click()
      await expect(page).toHaveURL(new RegExp(part))
    }
  })

for (const who of ['caseworker', 'admin', 'guest'] as const)
  test(`the first screen of a ${who} is whole`, {
    tag: who === 'caseworker' ? ['@sweep'] : [],
  }, async ({ page, testServer }) => {
    await signInAs(page, testServer, who)
    await page.goto('/')
    await expectAccessible(page)
    await expect(page.locator('body')).toMatchAriaSnapshot(
      tree([
        ['link', say('layout.skip')],
        ['navigation', say('layout.menu'), [['list', null, [['listitem', null, [['link']]]]]]],
        [
          'banner',
          null,
          [
            ['button', say('layout.urgentHelp')],
            ['button', say('layout.quiet.hide')],
            ['link', say('help.open')],
            ['button', say('layout.me')],
          ],
        ],
        ['main', null, [['heading[level=1]']]],
      ]),
    )
    if (who === 'admin') await expect(page.getByRole('link', { name: CODE })).toHaveCount(0)
    else await expect(page.getByRole('link', { name: CODE }).first()).toBeVisible()
  })
