import { readFile } from 'node:fs/promises'
import { makeDocx, paragraph, table } from '../support/docx-by-hand'
import { readDocx } from '../support/read-docx'
import { saidAs, say, sayingsIn } from '../support/say'
import { openFilePage } from './file-pages'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'
import { openNew } from './organisation'

const NAME = 'Confirmation of accompaniment'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const file = (buffer: Buffer) => ({ name: 'confirmation.docx', mimeType: DOCX, buffer })

test('an admin brings a template, a wrong one is refused, and a caseworker makes a letter of it', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings')
  await page
    .getByRole('link', { name: say('menu.page.letters') })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: say('letters.editor.title') })).toBeVisible()
  await expect(page.getByText(say('letters.editor.none'))).toBeVisible()
  await expectAwake(page)

  await openNew(page, say('letters.editor.new'))
  const form = page.getByRole('region', { name: say('letters.editor.new') })
  await form
    .getByLabel(say('letters.editor.file'))
    .setInputFiles(file(makeDocx({ body: paragraph('We accompany {nam}.') })))
  await form.getByLabel(say('letters.editor.name'), { exact: true }).fill(NAME)
  await form.getByRole('radio', { name: say('letters.readerIs.lawyer') }).check()
  await form.getByLabel(say('letters.editor.purpose')).selectOption('confirm')
  await form.getByLabel(say('letters.editor.language')).selectOption('en')
  await form.getByLabel(say('letters.editor.because')).fill('Lawyers ask for it.')
  await form.getByRole('button', { name: say('letters.editor.publish') }).click()
  // What is wrong is said with what was meant, and nothing that was typed is lost.
  await expect(
    form.getByText(say('letters.fault.tagUnknown', { of: 'nam', near: 'name', hasNear: 'yes' })),
  ).toBeVisible()
  const right = makeDocx({
    body:
      paragraph('{today}') +
      paragraph('We accompany {na', 'me}, file {fileCode}. {message}') +
      table([['{#deadlines}{deadline}', '{dueOn}{/deadlines}']]),
  })
  await form.getByLabel(say('letters.editor.file')).setInputFiles(file(right))
  await form.getByRole('button', { name: say('letters.editor.publish') }).click()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  const template = page.url()
  const tried = page.waitForEvent('download')
  await page.getByRole('link', { name: say('letters.editor.preview.long') }).click()
  const preview = await readDocx(await readFile(await (await tried).path()))
  expect(preview.text).toContain('Fictaramandrianaivoravelona')

  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/details`)
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await openFilePage(page, 'letters')
  await page.getByRole('link', { name: NAME }).first().click()
  const card = page.getByRole('region', { name: NAME })
  // Everything that the letter will say, before it is made.
  await expect(card.getByRole('definition').filter({ hasText: code })).toBeVisible()
  await expect(card.getByRole('definition').filter({ hasText: name })).toBeVisible()
  await expectAwake(page)
  await card.getByLabel(say('letters.plain.message')).fill('Written for this letter.')
  const make = card.getByRole('button', { name: say('letters.make') })
  await make.click()
  // No one agreed yet: it does not leave without a ground.
  await expect(card.getByText(saidAs('errors.required')).first()).toBeVisible()
  await card.getByRole('radio', { name: say('summaries.ground.legal_claims') }).check()
  await card.getByLabel(say('summaries.ground.reason')).fill('An invented appeal.')
  await make.click()
  await expect(page.getByText(say('letters.madeDone'))).toBeVisible()
  const paper = page.getByRole('listitem').filter({ hasText: NAME }).filter({ hasText: 'DOCX' })
  const taken = page.waitForEvent('download')
  await paper
    .getByRole('link', { name: saidAs('attachments.take') })
    .first()
    .click()
  const letter = await readDocx(await readFile(await (await taken).path()))
  expect(letter.text).toContain(`We accompany ${name}, file ${code}. Written for this letter.`)
  await page.goto(`/cases/${code}/history`)
  await expect(page.getByText('made a letter to a lawyer').first()).toBeVisible()

  // The pages themselves, in each language, on a small screen.
  await page.goto(`/cases/${code}/letters`)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await signInAs(page, testServer, 'admin')
  await page.goto(template)
  await expectAccessible(page)
})

for (const locale of LOCALES)
  test(`the pages of templates are whole in ${locale}, on a small telephone and by keyboard`, {
    tag: '@sweep',
  }, async ({ page, testServer }) => {
    const sayHere = sayingsIn(locale)
    // Templates of one organisation have different names.
    const name = `${NAME} ${locale}`
    await signInAs(page, testServer, 'admin', locale)
    await page.goto('/settings/letters')
    await expectAwake(page)
    await openNew(page, sayHere('letters.editor.new'))
    const form = page.getByRole('region', { name: sayHere('letters.editor.new') })
    await form.getByLabel(sayHere('letters.editor.file')).setInputFiles(file(makeDocx()))
    await form.getByLabel(sayHere('letters.editor.name'), { exact: true }).fill(name)
    await form.getByRole('radio', { name: sayHere('letters.readerIs.person') }).check()
    await form.getByLabel(sayHere('letters.editor.purpose')).selectOption('inform')
    await form.getByLabel(sayHere('letters.editor.language')).selectOption('nl')
    await form.getByRole('textbox', { name: sayHere('letters.editor.because') }).fill('Verzonnen.')
    await form.getByRole('button', { name: sayHere('letters.editor.publish') }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    const address = page.url()
    for (const path of ['/settings/letters', address])
      for (const width of [1366, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        await expectAwake(page)
        await unfoldAll(page)
        await expectNoSidewaysScroll(page)
        if (width === 390) await expectAccessible(page)
      }
  })
