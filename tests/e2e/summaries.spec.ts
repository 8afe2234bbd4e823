import { saidAs, say, sayingsIn } from '../support/say'
import { openFilePage } from './file-pages'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

const inDutch = sayingsIn('nl')
test('a summary without identity is made by keyboard, in a language of its own, and knows nothing of its file', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/details`)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await openFilePage(page, 'summary', { press: (link) => link.press('Enter') })
  await expect(page.getByRole('heading', { name: say('summaries.made') })).toBeVisible()
  await expect(page.getByText(say('summaries.madeNone'))).toBeVisible()

  await page.getByRole('link', { name: say('summaries.audience.discussion') }).press('Enter')
  await expect(page.getByRole('heading', { name: say('summaries.heading.discussion') })).toBeVisible()
  // The least is ticked, and nothing about health or violence.
  await expect(page.getByRole('checkbox', { name: say('summaries.section.identity') })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: say('summaries.section.signals') })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: say('summaries.section.present') })).toBeEnabled()
  await page.getByRole('checkbox', { name: say('summaries.section.present') }).press('Space')
  await expect(page.getByRole('checkbox', { name: say('summaries.section.present') })).toBeChecked()
  await page.getByLabel(say('summaries.languageLabel')).selectOption('Nederlands')
  await page.getByLabel(say('summaries.words')).fill('Evening class of invented students')
  await page.getByRole('button', { name: say('summaries.make') }).press('Enter')

  await expect(
    page.getByRole('heading', { level: 1, name: inDutch('summaries.heading.discussion') }),
  ).toBeVisible()
  await expect(page).toHaveURL(/\/summaries\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: inDutch('summaries.section.present') })).toBeVisible()
  const html = await (await page.request.get(page.url())).text()
  expect(html).toContain(inDutch('summaries.heading.discussion'))
  expect(html).not.toContain(code)
  expect(html).not.toContain(name)
  expect(html).not.toContain('Evening class')
  const head = (await page.getByText(saidAs('summaries.sheet.head', {}, inDutch)).textContent()) ?? ''
  const [sheet = 'no code'] = /[2-9A-Z]{3}-[2-9A-Z]{4}/.exec(head) ?? []

  // The application knows what it was.
  await page.goto(`/cases/${code}/summary`)
  const made = page.getByRole('listitem').filter({ hasText: 'Evening class of invented students' })
  await expect(made).toContainText(sheet)
  await expect(made).toContainText(saidAs('summaries.madeBy', { name: 'Casimir Caseworker' }))
  await page.goto(`/cases/${code}/history`)
  const who = { name: 'Casimir Caseworker', audience: 'discussion' }
  await expect(page.getByText(say('cases.history.summary', who))).toBeVisible()
  await expect(page.getByText(say('cases.history.summaryOpened', who)).first()).toBeVisible()
})

test('the pages of a summary are usable on a small telephone and by everyone, in four languages', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  const sheets: string[] = []
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`/cases/${code}/summary?for=lawyer`)
    const form = page.locator('form').filter({ has: page.locator('input[name="sections"]') })
    await expect(form.locator('select[name="language"]')).toHaveValue(locale)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    for (const box of await form.getByRole('checkbox').all()) await box.check()
    await form.locator('input[name="ground"][value="legal_claims"]').check()
    await form.locator('textarea[name="reason"]').fill('Beroep, verzonnen')
    await form.locator('button[type="submit"]').click()
    await expect(page).toHaveURL(/\/summaries\//)
    await expect(page.locator('.paper-sheet h2')).toHaveCount(14)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    sheets.push(page.url())
  }
  expect(new Set(sheets).size).toBe(LOCALES.length)
})

test('with nothing ticked nothing is made, and the page says what to do', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/summary?for=organisation`)
  const sections = page.getByRole('group', { name: say('summaries.sections') })
  for (const name of [say('summaries.section.identity'), say('summaries.section.present')]) {
    // They are ticked when the form can be used, and not before.
    await expect(sections.getByRole('checkbox', { name })).toBeChecked()
    await sections.getByRole('checkbox', { name }).uncheck()
  }
  await page.getByRole('button', { name: say('summaries.make') }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(say('summaries.sections'))
  await expect(page).toHaveURL(/\/summary\?/)
})
