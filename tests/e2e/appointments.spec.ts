import { addDays } from '../../lib/shared/dates'
import { say } from '../support/say'
import { openFilePage, openTools } from './file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, PEOPLE, signInAs, test } from './fixtures'
import { fillDay, openGeneralFile, TODAY } from './stories/writing'

const NAME = 'Invented Appointed'
/** Someone at an interpreting service of the demo. */
const INTERPRETER = 'Senait Vandermolen'

test('an appointment is made, seen on Today and in the planner, missed with a reason, and the next one is proposed', async ({
  page,
  testServer,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, testServer, 'caseworker')
  const path = await openGeneralFile(page, NAME)
  await openFilePage(page, 'appointments')
  const making = page.getByRole('region', { name: say('appointments.new') })
  const save = () => making.getByRole('button', { name: say('appointments.save') }).click()
  // With whom is chosen for no one.
  await expect(making.getByLabel(say('appointments.field.kind'))).toHaveValue('')
  await making.getByLabel(say('appointments.field.kind')).selectOption(say('appointments.kind.lawyer'))
  await fillDay(making, say('appointments.field.on'), TODAY)
  await making.getByLabel(say('appointments.field.startsAt')).fill('10:00')
  await making.getByLabel(say('appointments.field.endsAt')).fill('09:00')
  await making.getByText(say('appointments.field.more')).click()
  await making.getByLabel(say('appointments.field.companion')).selectOption(PEOPLE.caseworker)
  await expect(making.getByLabel(say('appointments.field.way'))).toBeHidden()
  await making.getByLabel(say('appointments.field.language'), { exact: true }).selectOption('ti')
  await making.getByLabel(say('appointments.field.way')).selectOption(say('appointments.way.telephone'))
  // Who is chosen is not typed as well.
  const booked = making.getByLabel(say('appointments.field.booked'))
  const someone = booked.getByRole('option', { name: INTERPRETER })
  await expect(making.getByLabel(say('appointments.field.interpreter'))).toBeVisible()
  await booked.selectOption(await someone.getAttribute('value'))
  await expect(making.getByLabel(say('appointments.field.interpreter'))).toBeHidden()
  await making.getByLabel(say('appointments.field.asked')).selectOption(say('appointments.asked.asked'))
  await making.getByLabel(say('appointments.field.preparation')).fill('Invented: the letter of the centre')
  await save()
  await expect(page.getByText(say('errors.endsBeforeItStarts')).first()).toBeVisible()
  await making.getByLabel(say('appointments.field.endsAt')).fill('11:00')
  await save()
  const planned = page.getByRole('region', { name: say('appointments.planned') })
  await expect(planned).toContainText(say('appointments.along', { name: PEOPLE.caseworker }))
  await expect(planned).toContainText('Invented: the letter of the centre')
  await expect(planned).toContainText(INTERPRETER)

  await openFilePage(page, 'tasks')
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: say('appointments.kind.lawyer') }) }),
  ).toContainText(say('appointments.hours', { from: '10:00', to: '11:00' }))
  await page.goto('/')
  await expect(
    page
      .locator('li[data-item]')
      .filter({ hasText: NAME })
      .filter({ hasText: say('appointments.kind.lawyer') }),
  ).toHaveCount(1)
  await page.goto(`/planning?week=${TODAY}`)
  const week = page.getByRole('region', { name: say('planning.appointments.title') })
  await expect(week.getByRole('listitem').filter({ hasText: NAME })).toContainText(PEOPLE.caseworker)
  await week.getByRole('link', { name: NAME }).click()

  // It was missed: without a reason that is not taken.
  await expect(page).toHaveURL(/appointments/)
  await openTools(planned)
  const change = planned
    .locator('details details')
    .filter({ hasText: say('appointments.change') })
    .first()
  await change.locator('summary').first().click()
  await change.getByRole('radio', { name: say('appointments.state.missed') }).check()
  await change.getByRole('button', { name: say('appointments.save') }).click()
  await expect(change.getByLabel(say('appointments.field.reason'), { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await change
    .getByLabel(say('appointments.field.reason'), { exact: true })
    .fill('Invented: a strike of the trains')
  await change.getByRole('button', { name: say('appointments.save') }).click()
  const over = page.getByRole('region', { name: say('appointments.over') })
  await expect(over).toContainText('Invented: a strike of the trains')

  // The next one takes everything over but the day and the hours.
  await over.getByRole('link', { name: say('appointments.another') }).click()
  await expect(making.getByLabel(say('appointments.field.kind'))).toHaveValue('lawyer')
  await expect(making.getByLabel(say('appointments.field.startsAt'))).toHaveValue('')
  await fillDay(making, say('appointments.field.on'), addDays(TODAY, 7))
  await save()
  await expect(planned.getByRole('listitem')).toHaveCount(1)
  await expect(over.getByRole('link', { name: say('appointments.another') })).toHaveCount(0)

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    for (const at of [`${path}/appointments`, `/planning?week=${TODAY}`]) {
      await page.goto(at)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})
