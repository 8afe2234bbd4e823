import type { Locator, Page } from '@playwright/test'
import { addDays, dayOf } from '../../../lib/shared/dates'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from '../fixtures'
import { say } from '../say'

// Beside the procedure, on a phone: a lawyer asked for and granted, a need that the CGRS has to know before it hears them, and a
// return of which no one is sure that they want it.

const TODAY = dayOf(new Date())
const ago = (days: number) => addDays(TODAY, -days)

const openGeneralFile = async (page: Page, name: string): Promise<string> => {
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill(name)
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.getByRole('link', { name: say('asylum.title'), exact: true }).click()
  await expect(page.getByRole('heading', { name: say('asylum.title'), level: 2 })).toBeVisible()
  return new URL(page.url()).pathname.replace(/\/asylum$/, '')
}

/** Opens a fold of a part of the page; what is done afterwards is done inside it. */
const unfold = async (part: Locator, words: string): Promise<Locator> => {
  const fold = part.locator('details').filter({ has: part.page().getByText(words, { exact: true }) })
  await fold.locator('summary').first().click()
  return fold
}
const fillDay = async (fold: Locator, group: string, on: string, boxes = ['Day', 'Month', 'Year']) => {
  const [year = '', month = '', day = ''] = on.split('-')
  const box = fold.getByRole('group', { name: group, exact: true })
  for (const [index, value] of [day, month, year].entries())
    await box.getByRole('textbox', { name: boxes[index] ?? '', exact: true }).fill(value)
}
const save = (fold: Locator) => fold.getByRole('button', { name: say('asylum.save'), exact: true }).click()
const partOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

test('beside their procedure, on a phone: a lawyer, a need to be told before the interview, a return in doubt', async ({
  page,
  testServer,
}) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, testServer, 'caseworker')
  const path = await openGeneralFile(page, 'Invented Beside')

  // Legal aid was asked for three weeks ago and is not granted: no one acts in court yet.
  const court = partOf(page, 'Who acts in court')
  const lawyer = await unfold(court, 'Add a lawyer or an office')
  await lawyer.getByLabel(say('asylum.mandate.who')).fill('Meester Bedacht Verzonnen')
  await fillDay(lawyer, 'Asked for on', ago(21))
  await save(lawyer)
  await expect(court.getByText('asked for, not yet granted for 21 days')).toBeVisible()
  await expect(court.getByText(say('asylum.mandate.nobody'))).toBeVisible()

  // It is granted. What stood there before stays readable.
  const granting = await unfold(court, 'Change: Meester Bedacht Verzonnen')
  await fillDay(granting, 'Granted on', ago(2))
  await save(granting)
  await expect(court.getByText('Acts for this person: Meester Bedacht Verzonnen')).toBeVisible()
  const before = await unfold(court, 'What stood here before')
  await expect(before.getByText(say('asylum.mandate.aid.second_line'))).toBeVisible()

  // Another lawyer was written into the wrong file: the row is taken back, and can still be read.
  const slip = await unfold(court, 'Add a lawyer or an office')
  await slip.getByLabel(say('asylum.mandate.who')).fill('Maître Inventée')
  await save(slip)
  await expect(court.getByText(say('asylum.mandate.state.notAsked'))).toBeVisible()
  const mistake = await unfold(court, 'This is a mistake: Maître Inventée')
  await mistake.getByRole('radio', { name: say('asylum.outcome.wrong_file') }).check()
  await mistake.getByRole('button', { name: say('forms.mistake.save') }).click()
  const taken = await unfold(court, 'One row taken back')
  await expect(taken.getByText('Maître Inventée')).toBeVisible()
  await expect(court.getByText(say('asylum.mandate.state.notAsked'))).toBeHidden()

  // The CGRS will hear them next week, and does not know that they are pregnant.
  const way = page.locator('details').filter({ has: page.getByText(say('asylum.wayNew'), { exact: true }) })
  await way.getByLabel(say('asylum.sequenceLabel')).fill('1')
  await save(way)
  await expect(page.getByText('Application on the territory · Application no. 1')).toBeVisible()
  await page.getByLabel(say('asylum.chooseKind')).selectOption(say('asylum.kind.interview'))
  await page.getByRole('button', { name: say('asylum.goOn'), exact: true }).click()
  await page.getByRole('radio', { name: say('asylum.form.cgrs') }).check()
  await page.getByLabel(say('asylum.field.outcome')).selectOption(say('asylum.outcome.planned'))
  await fillDay(page.locator('#record'), 'Which day?', addDays(TODAY, 8))
  await page.getByRole('button', { name: say('asylum.field.save') }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Recorded: Interview' })).toBeVisible()
  const needs = partOf(page, 'Special needs in the procedure')
  const need = await unfold(needs, 'Add a special need')
  await need.getByLabel(say('asylum.need.what')).selectOption('Pregnant')
  await fillDay(need, 'Since when is it known?', ago(5))
  await need.getByLabel(say('asylum.need.words')).fill('Invented: a break every hour.')
  await save(need)
  await expect(
    needs.getByText(/^Before the interview at the CGRS \(.*\), .* have not been told there: Pregnant$/),
  ).toBeVisible()

  // It is told and taken into account: nothing presses any more.
  const telling = await unfold(needs, 'Change: Pregnant')
  await telling.getByLabel(say('asylum.need.toldTo')).selectOption(say('asylum.need.authority.cgrs'))
  await fillDay(telling, 'Told on', ago(1))
  await telling.getByLabel(say('asylum.need.answerLabel')).selectOption(say('asylum.need.answer.granted'))
  await fillDay(telling, 'Answered on', TODAY)
  await save(telling)
  await expect(needs.getByText(say('asylum.need.answer.granted')).first()).toBeVisible()
  await expect(needs.getByText(/^Before the interview/)).toBeHidden()

  // They ask about a return, in the French pages of a colleague; the page says that no day is computed.
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto(`${path}/asylum`)
  const matters = partOf(page, 'Retour et nationalité')
  const step = await unfold(matters, 'Ajouter une démarche')
  await step.getByLabel('Qu’a-t-on fait ou dit ?').selectOption('demande faite')
  await fillDay(step, 'Quel jour ?', ago(3), ['Jour', 'Mois', 'Année'])
  await step.getByLabel('Par quel programme ?').selectOption('OIM')
  await step.getByRole('checkbox', { name: 'devait décider tout de suite' }).check()
  await step.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(matters.getByText('Retour volontaire : demande faite', { exact: true })).toBeVisible()
  await expect(matters.getByText(/Nous doutons que ce soit volontaire/)).toBeVisible()
  await expect(matters.getByText(/aucun jour n’est calculé/)).toBeVisible()

  // The timeline tells the days, and not which need it was.
  await page.goto(path)
  await expect(page.getByRole('link', { name: 'Aide juridique accordée' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Retour volontaire : demande faite' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Besoin particulier noté' })).toBeVisible()
  await expect(page.getByRole('main').getByText('Enceinte')).toHaveCount(0)

  // With every fold open, in every language, on the smallest phone; on paper nothing is left that can only be pressed.
  await page.setViewportSize({ width: 320, height: 844 })
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto(`${path}/asylum`)
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
    await unfoldAll(page)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await signInAs(page, testServer, 'caseworker', 'de')
  await page.goto(`${path}/asylum`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('main').getByRole('textbox').filter({ visible: true })).toHaveCount(0)
  await expect(page.getByText('Tritt für diese Person auf: Meester Bedacht Verzonnen')).toBeVisible()
})
