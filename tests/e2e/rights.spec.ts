import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const CODE = /^[2-9A-Z]{3}-[2-9A-Z]{4}$/

test('a closed file is held, let go, erased by two people, and a certificate is left', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const link = page.getByRole('link', { name: CODE }).first()
  const code = (await link.textContent()) ?? ''
  await page.goto(`/cases/${code}/details`)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.getByRole('link', { name: 'Keeping and erasing' }).click()
  await expect(page.getByText('Only a closed file is erased. Close it first.')).toBeVisible()
  await testServer.db.query(
    `UPDATE case_file SET status = 'closed', closed_on = '2020-03-02' WHERE code = $1`,
    [code],
  )
  await page.reload()

  await page.getByText('Hold the file', { exact: true }).first().click()
  const hold = page.getByRole('region', { name: 'Hold this file' })
  await hold.getByRole('radio', { name: 'A court case goes on' }).check()
  await hold.getByLabel('In words').fill('The labour court hears it in spring, invented.')
  await hold.getByLabel('Day').fill('2')
  await hold.getByLabel('Month').fill('6')
  await hold.getByLabel('Year').fill('2030')
  await hold.getByRole('button', { name: 'Hold the file' }).click()
  await expect(
    page.getByText('This file is held: nothing of it may be erased until the hold is lifted.'),
  ).toBeVisible()
  await page.goto(`/cases/${code}`)
  await expect(page.getByText('This file is held: nothing of it may be erased.')).toBeVisible()
  await page.getByRole('link', { name: 'Why, and until when' }).click()
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
  await page.getByText('Lift the hold').first().click()
  await page.getByLabel('Why it is lifted').fill('The court has decided.')
  await page.getByRole('button', { name: 'Lift the hold' }).click()
  const ground = page.getByRole('radio', { name: 'The person takes her agreement back' })
  await ground.check()
  await page.getByLabel('In words, for whoever confirms').fill('She asked for it by letter.')
  await page.getByRole('button', { name: 'Propose to erase' }).click()
  await expect(page.getByText('A colleague who works in this file, or who leads its office')).toBeVisible()

  await signInAs(page, testServer, 'coordinator')
  await page.goto('/team')
  await page.getByRole('link', { name: 'Keeping and erasing files' }).click()
  await expect(page.getByText('She asked for it by letter.')).toBeVisible()
  await expectAccessible(page)
  // Nothing is ticked before a person has ticked it.
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('I have looked at these')
  await page.getByRole('checkbox', { name: new RegExp(code) }).check()
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Certificate of erasure' })).toBeVisible()
  await expect(page).toHaveURL(/\/rights\/[0-9a-f-]{36}$/)
  const address = page.url()
  const html = await (await page.request.get(address)).text()
  expect(html).not.toContain(name)
  expect(html).not.toContain(code)
  await expect(page.getByText(/The keys of the file/)).toBeVisible()
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
  await expect(page.getByText('Nothing here')).toBeVisible()
})

test('someone asks what is kept of them, and the organisation says how long it keeps files', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await page.getByRole('link', { name: CODE }).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/rights`)
  await page.getByText('Put together what is kept', { exact: true }).first().click()
  const asking = page.getByRole('region', { name: 'She asks what is kept of her' })
  await asking.getByLabel('Who asks').selectOption({ index: 1 })
  await asking.getByRole('button', { name: 'Today' }).click()
  await asking.getByLabel('Language of the answer').selectOption('Français')
  await asking.getByLabel('How she asked, and how we know that it is her').fill('In person, with her card.')
  await asking.getByRole('button', { name: 'Put together what is kept' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ce que nous conservons sur vous' })).toBeVisible()
  await expect(page.getByText('Read it through before you hand it over.')).toBeVisible()
  const address = page.url()
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Qui l’a consulté' })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.goto(`/cases/${code}/rights`)
  await page.getByText('Write the request down', { exact: true }).first().click()
  const wrong = page.getByRole('region', { name: 'She asks to put something right' })
  await wrong.getByLabel('Who asks').selectOption({ index: 1 })
  await wrong.getByRole('button', { name: 'Today' }).click()
  await wrong.getByLabel('What is wrong, in her words').fill('The day of the interview.')
  await wrong.getByRole('button', { name: 'Write the request down' }).click()
  await expect(wrong.getByText('not answered')).toBeVisible()
  await expectNoSidewaysScroll(page)

  await signInAs(page, testServer, 'admin')
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'Erased files' }).click()
  await page.getByText('Set a rule', { exact: true }).first().click()
  await page.getByLabel('Kind of file').selectOption({ index: 1 })
  await page.getByLabel('Years after closing').fill('3')
  await page.getByLabel('Where it comes from').fill('Invented decision of the board, January 2026')
  await page.getByRole('button', { name: 'Set a rule' }).click()
  await expect(page.getByText(/Invented decision of the board, January 2026 \(/)).toBeVisible()
  await expect(page.getByRole('link', { name: CODE })).toHaveCount(0)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
