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

// Beside the procedure, on a phone: a lawyer asked for and granted, a need that the CGRS has to know before it hears them, and a
// return of which no one is sure that they want it.

const TODAY = dayOf(new Date())
const ago = (days: number) => addDays(TODAY, -days)

const openGeneralFile = async (page: Page, name: string): Promise<string> => {
  await page.goto('/people/new')
  await page.getByLabel('Name as said').fill(name)
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByRole('button', { name: 'Open the file' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.getByRole('link', { name: 'Asylum and stay', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Asylum and stay', level: 2 })).toBeVisible()
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
const save = (fold: Locator) => fold.getByRole('button', { name: 'Save', exact: true }).click()
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
  await lawyer.getByLabel('Lawyer or office').fill('Meester Bedacht Verzonnen')
  await fillDay(lawyer, 'Asked for on', ago(21))
  await save(lawyer)
  await expect(court.getByText('asked for, not yet granted for 21 days')).toBeVisible()
  await expect(court.getByText('Nobody is recorded as acting in court.')).toBeVisible()

  // It is granted. What stood there before stays readable.
  const granting = await unfold(court, 'Change: Meester Bedacht Verzonnen')
  await fillDay(granting, 'Granted on', ago(2))
  await save(granting)
  await expect(court.getByText('Acts for this person: Meester Bedacht Verzonnen')).toBeVisible()
  const before = await unfold(court, 'What stood here before')
  await expect(before.getByText('Second-line legal aid (pro deo)')).toBeVisible()

  // Another lawyer was written into the wrong file: the row is taken back, and can still be read.
  const slip = await unfold(court, 'Add a lawyer or an office')
  await slip.getByLabel('Lawyer or office').fill('Maître Inventée')
  await save(slip)
  await expect(court.getByText('not known whether legal aid was asked for')).toBeVisible()
  const mistake = await unfold(court, 'This is a mistake: Maître Inventée')
  await mistake.getByRole('radio', { name: 'it belongs to another file' }).check()
  await mistake.getByRole('button', { name: 'Take it back' }).click()
  const taken = await unfold(court, 'One row taken back')
  await expect(taken.getByText('Maître Inventée')).toBeVisible()
  await expect(court.getByText('not known whether legal aid was asked for')).toBeHidden()

  // The CGRS will hear their next week, and does not know that they are pregnant.
  const way = page
    .locator('details')
    .filter({ has: page.getByText('Add a way in or through', { exact: true }) })
  await way.getByLabel('Which application is it?').fill('1')
  await save(way)
  await expect(page.getByText('Application on the territory · Application no. 1')).toBeVisible()
  await page.getByLabel('What happened?').selectOption('Interview')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('radio', { name: 'at the CGRS' }).check()
  await page.getByLabel('What does it say?').selectOption('planned')
  await fillDay(page.locator('#record'), 'Which day?', addDays(TODAY, 8))
  await page.getByRole('button', { name: 'Record it' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Recorded: Interview' })).toBeVisible()
  const needs = partOf(page, 'Special needs in the procedure')
  const need = await unfold(needs, 'Add a special need')
  await need.getByLabel('Which need?').selectOption('Pregnant')
  await fillDay(need, 'Since when is it known?', ago(5))
  await need.getByLabel('What is needed, in words').fill('Invented: a break every hour.')
  await save(need)
  await expect(
    needs.getByText(/^Before the interview at the CGRS \(.*\), .* have not been told there: Pregnant$/),
  ).toBeVisible()

  // It is told and taken into account: nothing presses any more.
  const telling = await unfold(needs, 'Change: Pregnant')
  await telling.getByLabel('Which authority was told?').selectOption('CGRS')
  await fillDay(telling, 'Told on', ago(1))
  await telling.getByLabel('What did it answer?').selectOption('taken into account')
  await fillDay(telling, 'Answered on', TODAY)
  await save(telling)
  await expect(needs.getByText('taken into account').first()).toBeVisible()
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
