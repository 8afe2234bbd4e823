import type { Locator, Page } from '@playwright/test'
import { addDays } from '../../../lib/shared/dates'
import { saidAs, say, sayingsIn } from '../../support/say'
import { openFilePage, openTools } from '../file-pages'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from '../fixtures'
import { ago, fillDay, openGeneralFile, TODAY, unfold } from './writing'

// Beside the procedure, on a phone: a lawyer asked for and granted, a need that the CGRS has to know before it hears them, and a
// return of which no one is sure that they want it.

const inFrench = sayingsIn('fr')

const openAsylumOf = async (page: Page, name: string): Promise<string> => {
  const path = await openGeneralFile(page, name)
  await openFilePage(page, 'asylum')
  await expect(page.getByRole('heading', { name: say('asylum.title'), level: 2 })).toBeVisible()
  return path
}
const save = (fold: Locator) => fold.getByRole('button', { name: say('asylum.save'), exact: true }).click()
const partOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

test('beside their procedure, on a phone: a lawyer, a need to be told before the interview, a return in doubt', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, testServer, 'caseworker')
  const path = await openAsylumOf(page, 'Invented Beside')

  // Legal aid was asked for three weeks ago and is not granted: no one acts in court yet.
  const court = partOf(page, say('asylum.mandate.title'))
  const lawyer = await unfold(court, say('asylum.mandate.new'))
  await lawyer.getByLabel(say('asylum.mandate.who')).fill('Meester Bedacht Verzonnen')
  await fillDay(lawyer, say('asylum.mandate.askedOn'), ago(21))
  await save(lawyer)
  await expect(court.getByText(say('asylum.mandate.state.waits', { days: 21 }))).toBeVisible()
  await expect(court.getByText(say('asylum.mandate.none'))).toBeVisible()

  // It is granted. What stood there before stays readable.
  await openTools(court, { of: 'Meester Bedacht Verzonnen' })
  const granting = await unfold(court, `${say('asylum.change')}: Meester Bedacht Verzonnen`)
  await fillDay(granting, say('asylum.mandate.grantedOn'), ago(2))
  await save(granting)
  await expect(court.getByText(say('asylum.mandate.state.acts'))).toBeVisible()
  const before = await unfold(court, say('asylum.earlier', { count: 1 }))
  await expect(before.getByText(say('asylum.mandate.aid.second_line'))).toBeVisible()

  // Another lawyer was written into the wrong file: the row is taken back, and can still be read.
  const slip = await unfold(court, say('asylum.mandate.new'))
  await slip.getByLabel(say('asylum.mandate.who')).fill('Maître Inventée')
  await save(slip)
  await expect(court.getByText(say('asylum.mandate.state.notAsked'))).toBeVisible()
  await openTools(court, { of: 'Maître Inventée' })
  const mistake = await unfold(court, `${say('forms.mistake.open')}: Maître Inventée`)
  await mistake.getByRole('radio', { name: say('forms.mistake.wrong_file') }).check()
  await mistake.getByRole('button', { name: say('forms.mistake.save') }).click()
  const taken = await unfold(court, say('asylum.mistakes', { count: 1 }))
  await expect(taken.getByText('Maître Inventée')).toBeVisible()
  await expect(court.getByText(say('asylum.mandate.state.notAsked'))).toBeHidden()

  // The CGRS will hear them next week, and does not know that they are pregnant.
  const way = page.locator('details').filter({ has: page.getByText(say('asylum.wayNew'), { exact: true }) })
  // No way is chosen for anyone.
  await expect(way.getByLabel(say('asylum.wayLabel'))).toHaveValue('')
  await way.getByLabel(say('asylum.wayLabel')).selectOption(say('asylum.way.territory'))
  await way.getByLabel(say('asylum.sequenceLabel')).fill('1')
  await save(way)
  const added = `${say('asylum.way.territory')} · ${say('asylum.sequence', { number: 1 })}`
  await expect(page.getByText(added)).toBeVisible()
  await page.getByLabel(say('asylum.chooseKind')).selectOption(say('asylum.kind.interview'))
  await page.getByRole('button', { name: say('asylum.goOn'), exact: true }).click()
  await page.getByRole('radio', { name: say('asylum.form.cgrs') }).check()
  await page.getByLabel(say('asylum.field.outcome')).selectOption(say('asylum.outcome.planned'))
  await fillDay(page.locator('#record'), say('asylum.field.on'), addDays(TODAY, 8))
  await page.getByRole('button', { name: say('asylum.field.save') }).click()
  const recorded = say('asylum.savedTitle', { event: say('asylum.kind.interview') })
  await expect(page.getByRole('status').filter({ hasText: recorded })).toBeVisible()
  const needs = partOf(page, say('asylum.need.title'))
  const need = await unfold(needs, say('asylum.need.new'))
  await need.getByLabel(say('asylum.need.what')).selectOption('Pregnant')
  await fillDay(need, say('asylum.need.on'), ago(5))
  await need.getByLabel(say('asylum.need.words')).fill('Invented: a break every hour.')
  await save(need)
  const told = { where: say('asylum.form.cgrs'), needs: 'Pregnant' }
  await expect(needs.getByText(saidAs('asylum.need.untold', told))).toBeVisible()

  // It is told and taken into account: nothing presses any more.
  await openTools(needs, { of: 'Pregnant' })
  const telling = await unfold(needs, `${say('asylum.change')}: Pregnant`)
  await telling.getByLabel(say('asylum.need.toldTo')).selectOption(say('asylum.need.authority.cgrs'))
  await fillDay(telling, say('asylum.need.toldOn'), ago(1))
  await telling.getByLabel(say('asylum.need.answerLabel')).selectOption(say('asylum.need.answer.granted'))
  await fillDay(telling, say('asylum.need.answeredOn'), TODAY)
  await save(telling)
  await expect(needs.getByText(say('asylum.need.answer.granted')).first()).toBeVisible()
  await expect(needs.getByText(saidAs('asylum.need.untold'))).toBeHidden()

  // They ask about a return, in the French pages of a colleague; the page says that no day is computed.
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto(`${path}/asylum`)
  const matters = partOf(page, inFrench('asylum.matter.title'))
  const step = await unfold(matters, inFrench('asylum.matter.new'))
  await step
    .getByLabel(inFrench('asylum.matter.stepLabel'), { exact: true })
    .selectOption(inFrench('asylum.matter.step.applied'))
  await fillDay(step, inFrench('asylum.matter.on'), ago(3), inFrench)
  await step
    .getByLabel(inFrench('asylum.matter.programmeLabel'))
    .selectOption(inFrench('asylum.matter.programme.iom'))
  await step.getByRole('checkbox', { name: inFrench('asylum.matter.doubt.in_haste') }).check()
  await step.getByRole('button', { name: inFrench('asylum.save'), exact: true }).click()
  const applied = inFrench('asylum.matter.says', {
    matter: inFrench('asylum.matter.name.voluntary_return'),
    step: inFrench('asylum.matter.step.applied'),
  })
  await expect(matters.getByText(applied, { exact: true })).toBeVisible()
  await expect(matters.getByText(saidAs('asylum.matter.doubtsSays', {}, inFrench))).toBeVisible()
  await expect(matters.getByText(inFrench('asylum.matter.noClock'))).toBeVisible()

  // The timeline tells the days, and not which need it was.
  await page.goto(path)
  await expect(page.getByRole('link', { name: inFrench('asylum.moment.mandate_granted') })).toBeVisible()
  await expect(page.getByRole('link', { name: applied })).toBeVisible()
  await expect(page.getByRole('link', { name: inFrench('asylum.moment.need_noted') })).toBeVisible()
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
  await expect(page.getByText(sayingsIn('de')('asylum.mandate.state.acts'))).toBeVisible()
})
