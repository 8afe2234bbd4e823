import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { paragraph } from '../../support/docx-by-hand'
import { readDocx } from '../../support/read-docx'
import { pressOf, saidAs, say, starting } from '../../support/say'
import { openFilePage } from '../file-pages'
import { expect, test } from '../fixtures'
import { firstAdminLink } from '../installation'
import {
  acceptInvitation,
  addField,
  addFinerValue,
  addTemplate,
  foldOf,
  inviteColleague,
  letFieldLeave,
  renameValue,
} from '../organisation'
import { workerDatabase } from '../test-server'
import { openVisitCard } from '../visit-cards'

// From the command that the operator types after installing; all the rest is done in the pages.
test.use({ installation: 'empty' })

const OFFICE = 'Verzonnen Kortrijk'
const CENTRE = 'Closed centre Vottem'
const PERSON = 'Belio Inventis'
const FIELD = {
  names: { en: 'Way of arrival', fr: 'Voie d’arrivée', nl: 'Weg van aankomst', de: 'Ankunftsweg' },
  type: 'one',
  options: ['By land', 'By sea'],
} as const
const LETTER = 'Confirmation of accompaniment'

/** The eight first steps: what it is called, where it works, its places, its words and a colleague, whose link is given. */
const setUp = async (page: Page): Promise<string> => {
  const main = page.getByRole('main')
  await page.goto('/settings')
  await main.getByRole('link', { name: say('settings.goOn') }).click()
  const step = (key: 'name' | 'offices' | 'work' | 'places' | 'lists' | 'people' | 'safety' | 'first') =>
    expect(page.getByRole('heading', { level: 2, name: say(`setup.step.${key}.name`) })).toBeVisible()
  const saveOn = main.getByRole('button', { name: say('setup.saveOn') })
  const goOn = main.getByRole('button', { name: say('setup.goOn'), exact: true })

  await step('name')
  await main.getByLabel(say('settings.label.organisation.name'), { exact: true }).fill('Verzonnen Bijstand')
  await saveOn.click()
  await step('offices')
  await expect(page.getByText('Verzonnen Bijstand').filter({ visible: true }).first()).toBeVisible()
  await main.getByLabel(say('settings.offices.name'), { exact: true }).fill(OFFICE)
  await main.getByRole('button', { name: say('settings.offices.add') }).click()
  await expect(main.getByRole('listitem').filter({ hasText: OFFICE })).toBeVisible()
  await goOn.click()
  await step('work')
  await saveOn.click()

  await step('places')
  await main
    .locator('summary')
    .filter({ hasText: say('setup.another') })
    .click()
  await main.getByLabel('English', { exact: true }).fill('Shelter De Vlinder')
  await main.getByRole('button', { name: say('settings.places.add') }).click()
  await expect(main.getByRole('checkbox', { name: 'Shelter De Vlinder' })).toBeChecked()
  await saveOn.click()

  await step('lists')
  await main.getByRole('link', { name: say('setup.more.topics') }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: say('settings.lists.name.encounter_topic') }),
  ).toBeVisible()
  await renameValue(page, 'Family', 'Relatives')
  await addFinerValue(page, 'Health', 'Diabetes')
  await page.goto('/setup?step=lists')
  await goOn.click()

  await step('people')
  const link = await inviteColleague(page, {
    email: 'willem@verzonnen.example',
    role: 'caseworker',
    office: OFFICE,
  })
  await goOn.click()
  await step('safety')
  await saveOn.click()
  await step('first')
  await main.getByRole('button', { name: say('setup.finish') }).click()
  await expect(page.getByRole('heading', { level: 1, name: say('settings.title') })).toBeVisible()
  return link
}

test('an organisation begins with nothing, says its name, places, words, fields and letters, and its work follows', async ({
  page,
  testServer,
  browser,
}, info) => {
  test.setTimeout(120_000)
  const main = page.getByRole('main')
  await acceptInvitation(page, {
    link: await firstAdminLink(workerDatabase(info.parallelIndex), testServer.port, {
      email: 'anna@verzonnen.example',
      organisation: 'Verzonnen',
    }),
    name: 'Anna Verzonnen',
    hasSecondStep: true,
  })
  const invitation = await setUp(page)
  await main.getByRole('link', { name: starting(say('menu.page.fields')) }).click()
  await addField(page, FIELD)
  await letFieldLeave(page)
  await page.goto('/settings/letters')
  await addTemplate(page, {
    name: LETTER,
    body: paragraph(
      '{organisation}: we accompany {name}, file {fileCode}, who came {own:way_of_arrival}. {message}',
    ),
  })

  // A colleague, who has never seen it: no one sits beside them.
  const theirs = await (await browser.newContext({ baseURL: testServer.url })).newPage()
  const work = theirs.getByRole('main')
  await acceptInvitation(theirs, { link: invitation, name: 'Willem Verzonnen', hasSecondStep: false })
  await theirs.goto('/people/new')
  await theirs.getByLabel(say('people.field.name'), { exact: true }).fill(PERSON)
  await theirs.getByLabel(say('people.field.place')).selectOption(CENTRE)
  await theirs.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(PERSON)
  const file = new URL(theirs.url()).pathname

  await theirs.goto('/detention/new')
  await work
    .getByRole('link', { name: starting(CENTRE) })
    .first()
    .click()
  await theirs.getByRole('button', { name: say('detention.form.headerRight') }).click()
  const card = await openVisitCard(theirs)
  await card.getByRole('radio', { name: say('detention.answer.seen'), exact: true }).click()
  const topics = card.getByRole('group', { name: say('detention.form.topics') })
  await topics.getByRole('button').first().click()
  await expect(topics.getByRole('checkbox', { name: 'Relatives', exact: true })).toBeVisible()
  await expect(topics.getByRole('checkbox', { name: 'Family', exact: true })).toHaveCount(0)
  await topics.getByRole('checkbox', { name: 'Diabetes', exact: true }).click()
  await card.getByLabel(say('detention.form.note'), { exact: true }).fill('Asks for insulin.')
  await theirs.getByRole('button', { name: say('detention.form.check') }).click()
  await theirs.getByRole('button', { name: say('detention.form.save') }).click()
  await expect(theirs).toHaveURL(/\/detention\/[0-9a-f-]{36}$/)
  await expect(work.getByText('Diabetes', { exact: true }).first()).toBeVisible()

  await theirs.goto('/activities/new')
  await work.locator('a[href*="/activities?file="]').first().click()
  const where = work.getByLabel(say('activities.field.place'), { exact: true })
  await expect(where.locator('option').filter({ hasText: 'Shelter De Vlinder' })).toBeAttached()

  await theirs.goto(file)
  await expect(work.getByText('Diabetes').first()).toBeVisible()
  const own = theirs.getByRole('region', { name: say('fields.title') })
  await own.locator('summary').first().click()
  await own.getByLabel(FIELD.names.en).selectOption('By sea')
  await own.getByRole('button', { name: say('fields.answer.save') }).click()
  await expect(own.getByRole('definition').filter({ hasText: 'By sea' })).toBeVisible()

  await openFilePage(theirs, 'letters')
  await theirs.getByRole('link', { name: LETTER }).first().click()
  const letter = theirs.getByRole('region', { name: LETTER })
  await expect(letter.getByRole('definition').filter({ hasText: 'By sea' })).toBeVisible()
  await letter.getByLabel(say('letters.plain.message')).fill('Written for this letter.')
  await letter.getByRole('radio', { name: say('summaries.ground.legal_claims') }).check()
  await letter.getByLabel(say('summaries.ground.reason')).fill('An invented appeal.')
  await letter.getByRole('button', { name: say('letters.make') }).click()
  const paper = theirs.getByRole('listitem').filter({ hasText: LETTER }).filter({ hasText: 'DOCX' })
  const taken = theirs.waitForEvent('download')
  await paper
    .getByRole('link', { name: saidAs('attachments.take') })
    .first()
    .click()
  const { text } = await readDocx(await readFile(await (await taken).path()))
  expect(text).toContain(
    `Verzonnen Bijstand: we accompany ${PERSON}, file ${file.split('/').at(-1)}, who came By sea. Written for this letter.`,
  )

  // What the admin finds: how often a field is answered and no one who answered it, and a word taken back.
  await page.goto('/settings/fields')
  await expect(main.getByRole('listitem').filter({ hasText: FIELD.names.en }).first()).toContainText(
    say('fields.editor.usage.few'),
  )
  await page.goto('/settings/lists/encounter_topic')
  await foldOf(page, say('settings.lists.change'), 'Relatives').click()
  await foldOf(page, say('settings.history.title', { count: 1 }), 'Relatives').click()
  await main.getByRole('button', { name: pressOf(say('settings.history.undo'), 'Relatives') }).click()
  await expect(main.getByText('Relatives', { exact: true })).toHaveCount(0)
  await expect(foldOf(page, say('settings.lists.change'), 'Family')).toBeVisible()
  for (const path of ['/cases', file]) {
    await page.goto(path)
    await expect(page.getByText(PERSON)).toHaveCount(0)
  }
})
