import { say, sayingsIn, starting } from '../support/say'
import { openFilePage, openWarnings } from './file-pages'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
} from './fixtures'

const CODE = /^[2-9A-Z]{3}-[2-9A-Z]{4}$/

test('a closed file is held, let go, erased by two people, and a certificate is left', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const link = fileCodes(page).first()
  const code = (await link.textContent()) ?? ''
  await page.goto(`/cases/${code}/details`)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await openFilePage(page, 'rights')
  await expect(page.getByText(say('rights.erase.onlyClosed'))).toBeVisible()
  await testServer.db.query(
    `UPDATE case_file SET status = 'closed', closed_on = '2020-03-02' WHERE code = $1`,
    [code],
  )
  await page.reload()

  await page.getByText(say('rights.hold.place'), { exact: true }).first().click()
  const hold = page.getByRole('region', { name: say('rights.hold.title') })
  await hold.getByRole('radio', { name: say('rights.hold.because.proceedings') }).check()
  await hold.getByLabel(say('rights.hold.words')).fill('The labour court hears it in spring, invented.')
  await hold.getByLabel(say('forms.day')).fill('2')
  await hold.getByLabel(say('forms.month')).fill('6')
  await hold.getByLabel(say('forms.year')).fill('2030')
  await hold.getByRole('button', { name: say('rights.hold.place') }).click()
  await expect(page.getByText(say('rights.erase.held'))).toBeVisible()
  await page.goto(`/cases/${code}`)
  // The signal of the same file comes first.
  await openWarnings(page)
  await expect(page.getByText(say('rights.held'))).toBeVisible()
  await page.getByRole('link', { name: say('rights.heldMore') }).click()
  await expect(page).toHaveURL(/\/rights/)
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`/cases/${code}/rights`)
    await expect(page.locator('h1')).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/cases/${code}/rights`)
  await page.getByText(say('rights.hold.lift')).first().click()
  await page.getByLabel(say('rights.hold.liftWords')).fill('The court has decided.')
  await page.getByRole('button', { name: say('rights.hold.lift') }).click()
  const ground = page.getByRole('radio', { name: say('rights.ground.consent_withdrawn') })
  await ground.check()
  await page.getByLabel(say('rights.ask.words')).fill('She asked for it by letter.')
  await page.getByRole('button', { name: say('rights.ask.save') }).click()
  await expect(page.getByText(say('rights.answer.waits'))).toBeVisible()

  await signInAs(page, testServer, 'coordinator')
  await page.goto('/team')
  await page.getByRole('link', { name: say('team.rights') }).click()
  await expect(page.getByText('She asked for it by letter.')).toBeVisible()
  await expectAccessible(page)
  // Nothing is ticked before someone has ticked it.
  await page.getByRole('button', { name: say('rights.answer.save') }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText(say('rights.answer.which'))
  await page.getByRole('checkbox', { name: new RegExp(code) }).check()
  await page.getByRole('button', { name: say('rights.answer.save') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('rights.certificate.title') })).toBeVisible()
  await expect(page).toHaveURL(/\/rights\/[0-9a-f-]{36}$/)
  const address = page.url()
  const html = await (await page.request.get(address)).text()
  expect(html).not.toContain(name)
  expect(html).not.toContain(code)
  await expect(page.getByText(say('rights.certificate.key'))).toBeVisible()
  await expect(page.getByText(/Casimir Caseworker/)).toBeVisible()
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'coordinator', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    for (const path of ['/rights', address]) {
      await page.goto(path)
      await expect(page.locator('h1')).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
  await signInAs(page, testServer, 'coordinator')
  await page.goto(`/cases/${code}`)
  await expect(page.getByText(say('layout.notFound.title'))).toBeVisible()
})

test('someone asks what is kept of them, and the organisation says how long it keeps files', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/rights`)
  await page.getByText(say('rights.request.make'), { exact: true }).first().click()
  const asking = page.getByRole('region', { name: say('rights.request.extractTitle') })
  await asking.getByLabel(say('rights.request.who')).selectOption({ index: 1 })
  await asking.getByRole('button', { name: say('forms.today') }).click()
  await asking.getByLabel(say('rights.request.language')).selectOption('Français')
  await asking.getByLabel(say('rights.request.how')).fill('In person, with her card.')
  await asking.getByRole('button', { name: say('rights.request.make') }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: sayingsIn('fr')('rights.extract.title') }),
  ).toBeVisible()
  await expect(page.getByText(say('rights.extract.readFirst'))).toBeVisible()
  await page.reload()
  await expect(
    page.getByRole('heading', { name: sayingsIn('fr')('rights.extract.consultations') }),
  ).toBeVisible()
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.goto(`/cases/${code}/rights`)
  await page.getByText(say('rights.request.keep'), { exact: true }).first().click()
  const wrong = page.getByRole('region', { name: say('rights.request.correctionTitle') })
  await wrong.getByLabel(say('rights.request.who')).selectOption({ index: 1 })
  await wrong.getByRole('button', { name: say('forms.today') }).click()
  await wrong.getByLabel(say('rights.request.wrong')).fill('The day of the interview.')
  await wrong.getByRole('button', { name: say('rights.request.keep') }).click()
  await expect(wrong.getByText(say('rights.request.state.asked'))).toBeVisible()
  await expectNoSidewaysScroll(page)

  await signInAs(page, testServer, 'admin')
  await page.goto('/settings')
  await page
    .getByRole('main')
    .getByRole('link', { name: starting(say('menu.page.rights')) })
    .click()
  await page.getByText(say('rights.rule.save'), { exact: true }).first().click()
  await page.getByLabel(say('rights.rule.kind')).selectOption({ index: 1 })
  await page.getByLabel(say('rights.rule.years')).fill('3')
  await page.getByLabel(say('rights.rule.source')).fill('Invented decision of the board, January 2026')
  await page.getByRole('button', { name: say('rights.rule.save') }).click()
  await expect(page.getByText(/Invented decision of the board, January 2026 \(/)).toBeVisible()
  await expect(page.getByRole('link', { name: CODE })).toHaveCount(0)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
