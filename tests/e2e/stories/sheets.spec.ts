import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from '../fixtures'

test('a person is reached safely and given a sheet in their language, which is printed on one page and recorded', async ({
  page,
  testServer,
}, info) => {
  test.setTimeout(180_000)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel('Name as said').fill('Selam Fictar')
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByRole('button', { name: 'Open the file' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Selam Fictar')
  const path = new URL(page.url()).pathname
  await expect(page.getByText('No number or address is known.')).toBeVisible()

  // A phone that others answer: no one dials without having read what is safe.
  await page.getByRole('link', { name: 'Write one down' }).click()
  await page.getByLabel('Number, address or name').fill('+32 000 00 00 07')
  await page.getByLabel('Whose it is').selectOption('shared with others')
  await expect(page.getByRole('radio', { name: 'Never leave a message' })).toBeChecked()
  await page.getByLabel('We say we are').fill('the school')
  await page.getByLabel('When it is safe').fill('weekdays before 16:00')
  await page.getByLabel('Agreed word').fill('citroen')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(
    page.getByRole('region', { name: 'Who this is' }).getByText(/say we are the school/),
  ).toBeVisible()
  await page.goto(path)
  const head = page.getByRole('region', { name: 'Reaching the person safely' })
  await expect(head.getByText('+32 000 00 00 07')).toBeVisible()
  await expect(head.getByText('Never leave a message')).toBeVisible()
  await expect(head.getByText(/say we are the school/)).toBeVisible()
  await expect(head.getByText('citroen')).toBeHidden()
  await head.getByText('Show the agreed word').click()
  await expect(head.getByText('citroen')).toBeVisible()

  // Two presses: the tab, and that it was handed over.
  await page.getByRole('link', { name: 'Sheets', exact: true }).click()
  await page.getByRole('link', { name: 'ትግርኛ' }).click()
  await expect(page.getByText('to confirm', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Handed over today ?: What we keep/ }).click()
  await expect(page.getByText(/^What we keep about you, and your rights \(ትግርኛ\)/)).toBeVisible()
  await expectAccessible(page)

  // On paper: one page, in their script and direction, and no name unless someone asks for it.
  for (const [own, language, dir] of [
    ['ትግርኛ', 'ti', 'ltr'],
    ['العربية', 'ar', 'rtl'],
  ] as const) {
    await page.goto(`${path}/sheets`)
    await page.getByRole('link', { name: own }).click()
    await expect(page.getByRole('link', { name: own })).toHaveAttribute('aria-current', 'true')
    await page.getByRole('link', { name: /^Open and print ?: You are in a closed centre/ }).click()
    const paper = page.locator('article')
    await expect(paper).toHaveAttribute('lang', language)
    await expect(paper).toHaveAttribute('dir', dir)
    await expect(paper.getByText('112')).toBeVisible()
    await expect(paper.getByText('Selam Fictar')).toHaveCount(0)
    await expect(page).toHaveTitle('Sheet · Accompany')
    // The letters are the application's own, not whatever the machine has.
    const family = language === 'ti' ? 'Noto Sans Ethiopic Variable' : 'Noto Sans Arabic Variable'
    expect(
      await page.evaluate(
        (name) =>
          document.fonts.ready.then((set) =>
            [...set].some((one) => one.family.includes(name) && one.status === 'loaded'),
          ),
        family,
      ),
    ).toBe(true)
    const pdf = await page.pdf({ preferCSSPageSize: true, path: info.outputPath(`${language}.pdf`) })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  }
  await page.getByRole('link', { name: 'Put the name on it' }).click()
  await expect(page.locator('article').getByText('Selam Fictar')).toBeVisible()

  // What they agreed to, on paper in their language, to be signed.
  await page.goto(`${path}/consents`)
  await page.getByRole('radio', { name: 'Photo' }).check()
  await page.getByLabel('Told to whom').selectOption({ index: 1 })
  await page.getByRole('radio', { name: 'Yes', exact: true }).check()
  await page.getByLabel('Language in which it was explained').selectOption('ar')
  await page.getByRole('button', { name: 'Save the answer' }).click()
  await page.getByRole('link', { name: /^Print it in the person’s language/ }).click()
  await expect(page.locator('article')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('article').getByText('جوابك')).toBeVisible()

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    for (const where of [
      `${path}/contacts`,
      `${path}/sheets`,
      '/sheets',
      '/sheets/work?language=ps',
      '/sheets/minor',
    ]) {
      await page.goto(where)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})
