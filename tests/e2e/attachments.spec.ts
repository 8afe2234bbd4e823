import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { saidAs, say, starting } from '../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
} from './fixtures'

const photo = async (name: string, background: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 400, height: 600, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Zzphone' } })
    .toBuffer(),
})

test('photos of a letter become one paper, which is saved, and taken away for good', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/attachments`)
  await expect(page.getByText(say('attachments.none'))).toBeVisible()

  // One line until something is chosen. A bad file first: the words stay, and so does everything typed.
  const name = page.getByRole('textbox', { name: say('attachments.name') })
  await expect(name).toHaveCount(0)
  const bad = {
    name: 'letter.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('MZ not a photo\0'.repeat(9)),
  }
  await page.getByLabel(say('attachments.files')).setInputFiles(bad)
  await name.fill('Invented letter of a town hall')
  await page.getByRole('radio', { name: say('attachments.kind.decision'), exact: true }).check()
  await page.getByRole('button', { name: say('attachments.bring') }).click()
  await expect(page.getByText(saidAs('errors.fileKind')).first()).toBeVisible()
  await expect(name).toHaveValue('Invented letter of a town hall')

  await page
    .getByLabel(say('attachments.files'))
    .setInputFiles([await photo('front.jpg', '#884422'), await photo('back.jpg', '#224488')])
  await expect(page.getByRole('radio', { name: say('attachments.pagesAre.one') })).toBeChecked()
  await page.getByRole('button', { name: say('attachments.bring') }).click()
  const paper = page.getByRole('listitem').filter({ hasText: 'Invented letter of a town hall' })
  await expect(paper).toContainText('PDF')
  await expect(paper).toContainText(say('attachments.notScanned'))

  const saving = page.waitForEvent('download')
  await paper.getByRole('link', { name: saidAs('attachments.take') }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe(`${code.toLowerCase()}-1.pdf`)
  const bytes = await readFile((await saved.path()) ?? '')
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.includes('Zzphone')).toBe(false)

  await paper.getByText(say('attachments.remove'), { exact: true }).click()
  await paper.getByRole('radio', { name: say('attachments.because.wrong_file') }).check()
  await paper.getByRole('button', { name: say('attachments.removeSave') }).click()
  await expect(page.getByText(say('attachments.none'))).toBeVisible()
  await page.getByText(say('attachments.gone', { count: 1 })).click()
  await expect(page.getByText(saidAs('attachments.goneBy', { name: PEOPLE.caseworker }))).toBeVisible()
  await page.goto(`/cases/${code}/history`)
  await expect(page.getByText(say('cases.history.paperTaken', { name: PEOPLE.caseworker }))).toBeVisible()
  await expect(page.getByText(say('cases.history.paperRemoved', { name: PEOPLE.caseworker }))).toBeVisible()
})

test('papers lie in folders by what they are about, and a picture is looked at in the page', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).nth(2).textContent()) ?? ''
  await page.goto(`/cases/${code}/attachments`)
  const letter = { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('An invented text.') }
  for (const [name, kind, file] of [
    ['Invented order', 'detention', await photo('order.jpg', '#446688')],
    ['Invented letter', 'decision', letter],
  ] as const) {
    const field = page.getByRole('textbox', { name: say('attachments.name') })
    await page.getByLabel(say('attachments.files')).setInputFiles(file)
    await field.fill(name)
    await page.getByRole('radio', { name: say(`attachments.kind.${kind}`), exact: true }).check()
    await page.getByRole('button', { name: say('attachments.bring') }).click()
    await expect(page.getByRole('strong').filter({ hasText: name })).toBeVisible()
  }
  const folder = (name: 'detention' | 'procedure') =>
    page.getByRole('region', { name: starting(say(`attachments.folder.${name}`)) })
  await expect(folder('procedure').getByRole('listitem')).toContainText('Invented letter')
  const order = folder('detention').getByRole('listitem')
  await expect(order).toContainText('Invented order')
  // What no browser draws without running it stays a download.
  await expect(folder('procedure').getByText(say('attachments.preview'))).toHaveCount(0)

  const picture = order.getByRole('img', { name: say('attachments.previewOf', { name: 'Invented order' }) })
  const asked = page.waitForResponse(/show=picture/)
  await order
    .locator('summary')
    .filter({ hasText: say('attachments.preview') })
    .click()
  expect((await asked).headers()['content-disposition']).toBeUndefined()
  await expect(picture).toHaveJSProperty('naturalWidth', 400)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.goto(`/cases/${code}/history`)
  await expect(page.getByText(say('cases.history.paperTaken', { name: PEOPLE.caseworker }))).toBeVisible()
})

test('a paper of nearly all that is allowed arrives whole', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).nth(1).textContent()) ?? ''
  await page.goto(`/cases/${code}/attachments`)
  const buffer = Buffer.alloc(24 * 2 ** 20, 'An invented line of a long text.\n')
  await page
    .getByLabel(say('attachments.files'))
    .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('textbox', { name: say('attachments.name') }).fill('Invented long text')
  await page.getByRole('radio', { name: say('attachments.kind.procedure'), exact: true }).check()
  await page.getByRole('button', { name: say('attachments.bring') }).click()
  const paper = page.getByRole('listitem').filter({ hasText: 'Invented long text' })
  await expect(paper).toContainText('25.2 MB')
  const saving = page.waitForEvent('download')
  await paper.getByRole('link', { name: saidAs('attachments.take') }).click()
  const bytes = await readFile((await (await saving).path()) ?? '')
  expect(Buffer.compare(bytes, buffer)).toBe(0)
})

test('the papers of a file are usable on a small telephone and by everyone, in four languages', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/attachments`)
  const text = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('An invented text.') }
  const office = page.getByText(say('attachments.officeWhat'))
  await page.getByLabel(say('attachments.files')).setInputFiles(await photo('certificate.jpg', '#446688'))
  await expect(page.getByText(say('attachments.bringWhat'))).toBeVisible()
  await expect(office).toHaveCount(0)
  await page.getByLabel(say('attachments.files')).setInputFiles(text)
  await expect(office).toBeVisible()
  await page.getByRole('textbox', { name: say('attachments.name') }).fill('Invented certificate')
  await page.getByRole('radio', { name: say('attachments.kind.health'), exact: true }).check()
  await page.getByRole('button', { name: say('attachments.bring') }).click()
  await expect(page.getByRole('strong').filter({ hasText: 'Invented certificate' })).toBeVisible()
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`/cases/${code}/attachments`)
    await expect(page.getByRole('strong').filter({ hasText: 'Invented certificate' })).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})
