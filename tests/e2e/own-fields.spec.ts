import type { Page } from '@playwright/test'
import { say, sayingsIn } from '../support/say'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'
import { addField, ARRIVAL as NAMES, nameField, openNew } from './organisation'

const pressAdd = async (page: Page, name: string) => {
  await page.getByRole('button', { name: say('fields.editor.add') }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** The settings of a field, on its page. */
const openEditor = async (page: Page): Promise<void> => {
  await page
    .locator('summary')
    .filter({ hasText: say('fields.editor.edit') })
    .click()
  await expect(page.getByLabel(say('fields.editor.position'))).toBeVisible()
}

/** An answer and the one after it, in the open form of the page: both are read, and the page fits every width. */
const answerNoThenYes = async (page: Page, name: string): Promise<void> => {
  const card = page.getByRole('region', { name: say('fields.title') })
  for (const choice of [say('fields.answer.yesNo.no'), say('fields.answer.yesNo.yes')]) {
    await card.getByLabel(name).selectOption(choice)
    await card.getByRole('button', { name: say('fields.answer.save') }).click()
    await expect(card.getByRole('definition').filter({ hasText: choice })).toBeVisible()
  }
  await card.getByText(say('fields.earlier', { count: 1 })).click()
  await expect(card.getByRole('listitem')).toContainText(`${name}: ${say('fields.answer.yesNo.no')}`)
  for (const width of [1366, 390, 320]) {
    await page.setViewportSize({ width, height: 768 })
    await expectNoSidewaysScroll(page)
    if (width === 390) await expectAccessible(page)
  }
}

test('an admin asks two things, colleagues answer them in their files, and no one else reads an answer', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query(
    `SELECT f.id, f.code FROM case_file f JOIN case_member m ON m.case_id = f.id JOIN staff s ON s.id = m.staff_id
      WHERE f.secrecy = 'restricted' AND s.name = $1 AND f.status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived')
        AND NOT EXISTS (SELECT 1 FROM case_member o JOIN staff c ON c.id = o.staff_id WHERE o.case_id = f.id AND c.name = $2)
      ORDER BY f.id LIMIT 1`,
    [PEOPLE.coordinator, PEOPLE.receiver],
  )
  const [restricted] = rows
  if (restricted === undefined) throw new Error('the demo has a restricted file of Corina')
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings')
  await page
    .getByRole('link', { name: say('menu.page.fields') })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: say('fields.editor.title') })).toBeVisible()
  await expectAwake(page)
  await openNew(page, say('fields.editor.new'))
  await nameField(page, NAMES)
  // What can never be changed is chosen by who asks, never beforehand.
  await page.getByRole('button', { name: say('fields.editor.add') }).click()
  await expect(page.getByRole('link', { name: say('fields.editor.type.label') })).toBeVisible()
  await page.getByLabel(say('fields.editor.type.label')).selectOption(say('fields.editor.type.one'))
  await page.getByRole('radio', { name: say('fields.editor.class.ordinary') }).check()
  await page.getByLabel(say('fields.editor.options.label')).fill('By land\nBy sea\nBy air')
  await pressAdd(page, NAMES.en)
  await expect(page.getByText(say('fields.editor.usage.none'))).toBeVisible()
  await page.goto('/settings/fields')
  await expectAwake(page)
  await openNew(page, say('fields.editor.new'))
  await nameField(page, { en: 'Illness', fr: 'Maladie', nl: 'Ziekte', de: 'Krankheit' })
  await page.getByLabel(say('fields.editor.type.label')).selectOption(say('fields.editor.type.yes_no'))
  await expect(page.getByText(say('fields.editor.looksSensitive'))).toBeVisible()
  await page.getByRole('radio', { name: say('fields.editor.class.sensitive') }).check()
  await pressAdd(page, 'Illness')

  const card = page.getByRole('region', { name: say('fields.title') })
  const answer = async (choice: string): Promise<void> => {
    // The form stays open after a save.
    const question = card.getByLabel(NAMES.en)
    if (!(await question.isVisible())) await card.locator('summary').first().click()
    await question.selectOption(choice)
    await card.getByLabel('Illness').selectOption(say('fields.answer.state.declined'))
    await card.getByRole('button', { name: say('fields.answer.save') }).click()
    await expect(card.getByRole('definition').filter({ hasText: choice })).toBeVisible()
  }
  await signInAs(page, testServer, 'coordinator')
  await page.goto(`/cases/${restricted.code}`)
  await expectAwake(page)
  await answer('By sea')

  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const own = fileCodes(page).filter({ hasNotText: restricted.code }).first()
  const code = (await own.textContent()) ?? ''
  await own.click()
  await expect(card.getByText(say('fields.nothingAnswered'))).toBeVisible()
  await answer('By air')
  await answer('By sea')
  // The answer before stays readable.
  await card.getByText(say('fields.earlier', { count: 1 })).click()
  await expect(card.getByRole('listitem')).toContainText('By air')
  const fields = await testServer.db.query("SELECT id FROM own_field WHERE class = 'ordinary'")
  const narrowed = `/cases?own=${fields.rows[0].id}_v2&column=person&column=own`
  await page.goto(narrowed)
  await expect(fileCodes(page).filter({ hasText: code })).toHaveCount(1)
  await expect(page.getByText(`${NAMES.en}: By sea`).first()).toBeVisible()

  // A colleague who is not named on the restricted file finds neither it nor its answer.
  await signInAs(page, testServer, 'receiver')
  await page.goto(narrowed)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(fileCodes(page).filter({ hasText: restricted.code })).toHaveCount(0)
  await page.goto(`/cases/${restricted.code}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('layout.notFound.title'))

  await signInAs(page, testServer, 'admin')
  await page.goto('/settings/fields')
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first()
  await expect(line(NAMES.en)).toContainText(say('fields.editor.usage.few'))
  await expect(line('Illness')).toContainText(say('fields.editor.usage.used'))
})

test('an admin asks something of every conversation, a caseworker answers it on its page, and the file of another one stays as it was', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query(
    `SELECT e.id, f.code FROM encounter e JOIN case_file f ON f.id = e.case_id JOIN staff s ON s.id = f.worker_id
      WHERE f.secrecy = 'open' AND s.name = $1 AND f.status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived')
      ORDER BY e.id LIMIT 2`,
    [PEOPLE.caseworker],
  )
  const [met, other] = rows
  const names = {
    en: 'Told of rights',
    fr: 'Informé des droits',
    nl: 'Rechten verteld',
    de: 'Über Rechte informiert',
  }
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings/fields')
  await addField(page, { names, type: 'yes_no', owner: 'encounter' })
  // It tells of no file: no part is chosen for it, and no summary shows it.
  await openEditor(page)
  await expect(page.getByText(say('fields.editor.part.label'))).toHaveCount(0)
  await expect(page.getByText(say('fields.editor.level.label'))).toHaveCount(0)

  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/detention/encounters/${met.id}`)
  await expectAwake(page)
  const card = page.getByRole('region', { name: say('fields.title') })
  await expect(card.getByText(say('fields.nothingAnswered'))).toBeVisible()
  await card.locator('summary').first().click()
  await answerNoThenYes(page, names.en)
  await page.goto(`/detention/encounters/${other.id}`)
  await expect(card.getByText(say('fields.nothingAnswered'))).toBeVisible()
  await page.goto(`/cases/${met.code}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(names.en)).toHaveCount(0)
})

test('an admin asks something of every visit: no names, nothing sensitive, and it is answered on the page of the visit', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query(
    'SELECT v.id FROM visit v JOIN staff s ON s.id = v.created_by WHERE s.name = $1 ORDER BY v.on_date DESC, v.id LIMIT 1',
    [PEOPLE.caseworker],
  )
  const [visit] = rows
  const names = {
    en: 'Interpreter on site',
    fr: 'Interprète sur place',
    nl: 'Tolk ter plaatse',
    de: 'Dolmetscher vor Ort',
  }
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings/fields')
  await addField(page, { names, type: 'yes_no', owner: 'visit' })
  await openEditor(page)
  await expect(page.getByLabel(say('fields.editor.nationalities'))).toHaveCount(0)

  await signInAs(page, testServer, 'caseworker')
  await page.goto(`/detention/${visit.id}`)
  await expectAwake(page)
  const card = page.getByRole('region', { name: say('fields.title') })
  await card.locator('summary').first().click()
  await expect(card.getByText(say('fields.answer.noNames'))).toBeVisible()
  await answerNoThenYes(page, names.en)
})

test('an admin asks for a partner, a caseworker chooses one by keyboard, and it stays where it was chosen when it is chosen no more', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query(
    `SELECT f.code, p.id, p.name FROM case_file f JOIN staff s ON s.id = f.worker_id JOIN partner p ON p.retired_at IS NULL AND p.same_as IS NULL
      WHERE f.secrecy = 'open' AND s.name = $1 AND f.status NOT IN ('closed', 'closed_referred', 'duplicate', 'archived')
      ORDER BY f.id, p.name LIMIT 1`,
    [PEOPLE.caseworker],
  )
  const [{ code, id, name }] = rows
  const names = { en: 'Who helps', fr: 'Qui aide', nl: 'Wie helpt', de: 'Wer hilft' }
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings/fields')
  await addField(page, { names, type: 'partner' })

  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 320, height: 768 })
  await page.goto(`/cases/${code}`)
  await expectAwake(page)
  const card = page.getByRole('region', { name: say('fields.title') })
  await card.locator('summary').first().click()
  const question = card.getByLabel(names.en, { exact: true })
  await question.focus()
  await page.keyboard.type(name)
  await expect(question).toHaveValue(id)
  await card.getByRole('button', { name: say('fields.answer.save') }).focus()
  await page.keyboard.press('Enter')
  const answer = card.getByRole('definition').filter({ hasText: name })
  await expect(answer).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)

  await testServer.db.query('UPDATE partner SET retired_at = now() WHERE id = $1', [id])
  await page.reload()
  await expectAwake(page)
  await expect(answer).toBeVisible()
  await page.goto('/cases')
  const other = fileCodes(page).filter({ hasNotText: code }).first()
  await other.click()
  await expect(card.getByText(say('fields.nothingAnswered'))).toBeVisible()
  await card.locator('summary').first().click()
  await expect(question.getByRole('option', { name, exact: true })).toHaveCount(0)
})

for (const locale of LOCALES)
  test(`the pages of own fields are whole in ${locale}, on a small telephone and by keyboard`, {
    tag: '@sweep',
  }, async ({ page, testServer }) => {
    const sayHere = sayingsIn(locale)
    await signInAs(page, testServer, 'admin', locale)
    await page.goto('/settings/fields')
    await expectAwake(page)
    await openNew(page, sayHere('fields.editor.new'))
    await nameField(page, NAMES, sayHere)
    await page.getByLabel(sayHere('fields.editor.options.label')).fill('A\nB')
    await page.getByRole('button', { name: sayHere('fields.editor.add') }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: NAMES[locale] })).toBeVisible()
    const address = page.url()
    for (const path of ['/settings/fields', address])
      for (const width of [1366, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        await expectAwake(page)
        await unfoldAll(page)
        await expectNoSidewaysScroll(page)
        if (width === 390) await expectAccessible(page)
      }
    // Without a mouse: the preview in another language, and the field retired.
    const preview = page.getByRole('region', { name: sayHere('fields.editor.preview') })
    await preview.getByRole('radio', { checked: true }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(preview.getByRole('radio', { checked: true })).toHaveCount(1)
    const retire = page.locator('form').filter({ hasText: sayHere('fields.editor.retireWhat') })
    await retire.getByLabel(sayHere('fields.editor.because.change')).fill('Verzonnen.')
    await retire.getByRole('button', { name: sayHere('fields.editor.retire') }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText(sayHere('fields.editor.retired'), { exact: true }).first()).toBeVisible()
  })
