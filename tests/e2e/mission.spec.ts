import { part, saidAs, say } from '../support/say'
import { expect, expectAccessible, signInAs, test } from './fixtures'

// What the product is for, in one story: a caseworker logs a detention visit, a coordinator reviews it, an admin exports the
// protected statistic and reaches nothing else, and a figure of the country's profile stands beside ours with its source.

const NOTE = 'Asked twice when a doctor comes.'
const PLAN = 'No plan, no means.'
let file = ''

test.describe.configure({ mode: 'serial' })

test('a caseworker logs a visit to a closed centre', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/')
  await page.getByRole('main').locator('a[href="/detention/new"]').first().click()
  await page.getByRole('button', { name: say('detention.form.headerRight') }).click()
  // A restricted file names no signal on a screen that others may look at.
  const { rows } = await testServer.db.query("SELECT code FROM case_file WHERE secrecy = 'open'")
  const codes = await page.locator('li[id^="card-"] .code').allTextContents()
  const open = codes.find((code) => rows.some((row) => row.code === code.trim()))
  if (open === undefined) throw new Error('no open file is on the list of the visit')
  file = open.trim()
  const card = page.locator('li[id^="card-"]').filter({ hasText: file })
  await card.getByRole('radio', { name: say('detention.answer.seen'), exact: true }).click()
  await card.getByRole('checkbox', { name: 'Self-harm' }).check()
  await card.getByLabel(say('detention.question.plan')).fill(PLAN)
  await card.getByLabel(say('detention.form.note'), { exact: true }).fill(NOTE)
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.getByRole('button', { name: say('detention.form.save') }).click()
  await expect(page).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('article').filter({ hasText: NOTE })).toContainText('Self-harm')
})

test('a coordinator reviews the caseload and meets what was logged', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  const { rows } = await testServer.db.query("SELECT id FROM staff WHERE name = 'Casimir Caseworker'")
  await page.goto(`/cases/review?worker=${rows[0].id}`)
  await page.getByRole('button', { name: say('reviews.start.press') }).click()
  const pane = page.locator('section[data-settled="true"]')
  const place = page.getByRole('heading', { level: 1 })
  // The most urgent first: a danger that was logged an hour ago is among the first files.
  await expect(pane.getByRole('heading', { level: 2 })).toBeFocused()
  // Single keys are off until they are turned on, once.
  await page.getByRole('button', { name: say('reviews.keys.turnOn') }).press('Enter')
  for (let at = 2; !((await pane.textContent()) ?? '').includes(file); at++) {
    expect(at).toBeLessThan(10)
    await page.keyboard.press('j')
    await expect(place).toContainText(saidAs('reviews.progress', { at: `${at}` }))
    await expect(pane).toBeVisible()
  }
  await expect(pane).toContainText('Self-harm')
  await expect(pane).toContainText(PLAN)
  const [at] = /^\d+/.exec((await place.textContent()) ?? '') ?? []
  // That nothing is to be done about a critical signal needs a reason.
  await page.keyboard.press('1')
  await expect(pane.getByRole('textbox', { name: say('reviews.write.fine') })).toBeFocused()
  await page.keyboard.insertText('The nurse has seen them today')
  await page.keyboard.press('Enter')
  await expect(place).toContainText(saidAs('reviews.progress', { at: `${Number(at) + 1}` }))
  await page.goto(`/cases/${file}`)
  await expect(page.getByText(NOTE).first()).toBeVisible()
})

test('an admin exports the protected statistic in four clicks, and reaches nothing else', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/statistics')
  await page.getByLabel(say('statistics.period.label')).selectOption({ index: 0 })
  await page
    .getByLabel(say('statistics.table.label'))
    .selectOption({ label: say('statistics.table.peopleByNationality') })
  await page.getByRole('button', { name: say('statistics.show'), exact: true }).click()
  await expect(page.getByRole('table', { name: say('statistics.table.peopleByNationality') })).toBeVisible()
  await page.getByLabel(say('statistics.release.recipient')).fill('Invented foundation')
  await page.getByLabel(say('statistics.release.purpose')).fill('Annual report')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: say('statistics.release.submit'), exact: true }).click()
  expect((await download).suggestedFilename()).toMatch(/^statistics-[a-z2-7]{20}\.zip$/)
  expect(file).not.toBe('')
  for (const path of [`/cases/${file}`, '/cases', '/people', '/detention', '/deadlines', '/handovers'])
    expect([path, (await page.request.get(`${testServer.url}${path}`)).status()]).toEqual([path, 404])
})

test('a figure of the country stands beside ours, with its source', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/countries/be/comparison?compare=origins')
  await page.getByRole('button', { name: say('countries.beside.show') }).click()
  const figure = page.getByRole('region', {
    name: say('countries.beside.chartTitle', { title: 'Countries of origin' }),
  })
  const [ours, theirs] = [say('countries.beside.ours'), say('countries.beside.theirs')]
  await expect(figure.getByRole('img')).toHaveAttribute(
    'aria-label',
    new RegExp(`Syria: ${part(ours).source} [^;]*${part(theirs).source} 25`),
  )
  await expect(figure).toContainText(saidAs('countries.beside.sourceTheirs'))
  await expectAccessible(page)
})
