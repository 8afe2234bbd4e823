import { readFile } from 'node:fs/promises'
import { say } from '../support/say'
import { expect, expectAccessible, expectAwake, expectNoSidewaysScroll, signInAs, test } from './fixtures'

test('an admin begins with an example, takes it back, and brings in a file of their own', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings/configuration')
  await expectAwake(page)
  await expectAccessible(page)
  await page.getByRole('link', { name: say('exchange.example.visitors'), exact: true }).press('Enter')
  const compared = page.getByRole('heading', { name: say('exchange.compared.title') })
  await expect(compared).toBeFocused()
  await expect(page.getByText('Wants to be visited').first()).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1366, height: 768 })

  await page.getByLabel(say('exchange.import.reason')).fill('To begin with.')
  await page.getByRole('button', { name: say('exchange.import.bring') }).press('Enter')
  const brought = page.getByRole('region', { name: say('exchange.brought.title') })
  await expect(brought.getByText('To begin with.').first()).toBeVisible()
  await brought.getByRole('button', { name: say('exchange.brought.undo') }).press('Enter')
  await expect(brought.getByText(say('exchange.brought.undone'))).toBeVisible()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('exchange.export.download') }).click(),
  ])
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(file.fields).toEqual({})
  const choose = async (content: string) => {
    await page.getByLabel(say('exchange.import.file')).setInputFiles({
      name: 'ours.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    })
    await page.getByRole('button', { name: say('exchange.import.compare') }).click()
  }
  // Wrong in one place: refused, with the place.
  await choose(JSON.stringify({ ...file, settings: { 'signIn.day': 13 } }))
  await expect(page.getByRole('alert').getByText('settings › signIn.day')).toBeVisible()
  await expectAccessible(page)
  await choose(JSON.stringify({ ...file, settings: { 'organisation.short': 'HL' } }))
  await expect(page.getByText(say('settings.label.organisation.short')).first()).toBeVisible()
  await page.getByLabel(say('exchange.import.reason')).fill('Shorter.')
  await page.getByRole('button', { name: say('exchange.import.bring') }).click()
  await expect(brought.getByText('Shorter.').first()).toBeVisible()
})
