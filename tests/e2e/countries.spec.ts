import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

const PAGES = ['', '/facts', '/facts/asylum-applications-2018-b', '/laws', '/actors', '/quality'] as const

test.describe('Belgium', () => {
  for (const locale of LOCALES)
    for (const path of PAGES)
      test(`'${path}' is whole in ${locale}, on a telephone too, and axe finds nothing`, async ({
        page,
        house,
      }) => {
        await signInAs(page, house, 'caseworker', locale)
        await page.goto(`/countries/be${path}`)
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 700 })
        await expectNoSidewaysScroll(page)
      })

  for (const path of PAGES)
    test(`'${path}' is readable in the dark`, async ({ page, house }) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await signInAs(page, house, 'guest')
      await page.goto(`/countries/be${path}`)
      await expectAccessible(page)
    })

  test('is where the list of countries leads, in the language of the account', async ({ page, house }) => {
    await signInAs(page, house, 'caseworker', 'nl')
    await page.goto('/countries')
    await expect(page).toHaveURL(/\/countries\/be$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('België')
  })

  test('says the finding first, then the same numbers as columns and as a table', async ({ page, house }) => {
    await signInAs(page, house, 'coordinator')
    await page.goto('/countries/be')
    await expect(page.getByRole('heading', { name: /Applications rose by 41\s%/ })).toBeVisible()
    await expect(page.getByRole('img', { name: '2017: 19,688, 2018: 23,443, 2019: 27,742' })).toBeVisible()
    const views = page.getByRole('navigation', { name: 'View', exact: true })
    await views.getByRole('link', { name: 'Table' }).click()
    await expect(page).toHaveURL(/view=table/)
    const row = page.getByRole('row').filter({ hasText: '23,343' })
    await expect(row).toContainText('23,443')
    await expect(row).toContainText('23,343')
    await expect(row).toContainText(/\+19\.1\s% on 2017/)
  })

  test('finds a figure by topic, year and words, and the address keeps the choice', async ({
    page,
    house,
  }) => {
    await signInAs(page, house, 'caseworker')
    await page.goto('/countries/be/facts')
    await expect(page.getByText('170 figures')).toBeVisible()
    await page.getByLabel('Topic').selectOption({ label: 'Unaccompanied minors' })
    await page.getByLabel('Year', { exact: true }).selectOption('2016')
    await page.getByLabel('Words').fill('ERITREA')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/topic=uam&year=2016&q=ERITREA/)
    await expect(page.getByText('1 figure', { exact: true })).toBeVisible()
    await expect(page.getByRole('row', { name: /Eritrea/ })).toContainText('46 applications')
    await page.reload()
    await expect(page.getByLabel('Words')).toHaveValue('ERITREA')
    await page.getByLabel('Words').fill('nothing like this')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Nothing fits.')).toBeVisible()
  })

  test('copies a citation with year, source and day, and says so', async ({ page, context, house }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signInAs(page, house, 'caseworker')
    await page.goto('/countries/be/facts/asylum-applications-2018-b')
    await page.getByRole('button', { name: 'Copy citation' }).click()
    await expect(page.getByText('Copied.')).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('23,443 applications, 2018. Source: ')
    expect(copied).toMatch(/consulted on \d{1,2} [A-Z][a-z]+ 20\d\d/)
    expect(copied).toContain('/countries/be/facts/asylum-applications-2018-b')
    expect(copied).toContain('The figure is disputed.')
  })

  test('shows the text, selected, when the browser refuses to copy', async ({ page, house }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('refused')) },
      })
    })
    await signInAs(page, house, 'caseworker')
    await page.goto('/countries/be/facts/land-area')
    await page.getByRole('button', { name: 'Copy citation' }).click()
    await expect(page.getByText('Copying was refused.')).toBeVisible()
    const text = page.getByLabel('Text of the citation')
    await expect(text).toHaveValue(/30,528 km²/)
    const selected = await text.evaluate((area) =>
      area instanceof HTMLTextAreaElement ? area.selectionEnd - area.selectionStart : 0,
    )
    expect(selected).toBe((await text.inputValue()).length)
  })

  test('answers not found for a fact that does not exist', async ({ page, house }) => {
    await signInAs(page, house, 'caseworker')
    const answer = await page.goto('/countries/be/facts/no-such-fact')
    expect(answer?.status()).toBe(404)
  })
})
