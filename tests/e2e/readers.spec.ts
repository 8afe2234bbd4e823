import { lastDayOf } from '../../lib/accounts/capability.rules'
import { addDays, type Day, dayOf } from '../../lib/shared/dates'
import { say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, PEOPLE, signInAs, test } from './fixtures'

const today = dayOf(new Date())
const KIND = 'capabilities.kind.reads_figures'

test('a colleague reads exact figures when two admins say so, and no longer when one takes it back', async ({
  page,
  testServer,
}) => {
  test.setTimeout(120_000)
  const casimir = { name: PEOPLE.caseworker }
  await signInAs(page, testServer, 'admin')
  await page.goto('/accounts')
  await page.getByRole('link', casimir).click()
  const part = page.getByRole('region', { name: say('capabilities.part') })
  await expect(part.getByText(say('capabilities.partNone'))).toBeVisible()
  await part.getByRole('radio', { name: say(KIND) }).check()
  const until = part.getByRole('group', { name: say('capabilities.ask.until') })
  const sayUntil = async (day: Day) => {
    const [year = '', month = '', date = ''] = day.split('-')
    for (const [of, words] of [
      ['day', date],
      ['month', month],
      ['year', year],
    ] as const)
      await until.getByLabel(say(`forms.${of}`)).fill(words)
  }
  const ask = part.getByRole('button', { name: say('capabilities.ask.submit') })
  await sayUntil(addDays(lastDayOf(today), 1))
  await ask.click()
  await expect(part.getByText(say('errors.capabilityTooFar')).first()).toBeVisible()
  await sayUntil(addDays(today, 60))
  await ask.click()
  await expect(part.getByText(say('capabilities.waits'))).toBeVisible()
  // Who asked does not give.
  await expect(part.getByRole('button', { name: say('capabilities.give') })).toHaveCount(0)
  await expect(part.getByText(say('capabilities.second'))).toBeVisible()
  await expectAccessible(page)

  await page.context().clearCookies()
  await signInAs(page, testServer, 'dataLead')
  await page.goto('/requests')
  await page.getByRole('link', { name: say('menu.page.figureReaders') }).click()
  const waiting = page.getByRole('region', { name: say('capabilities.waiting') })
  await expect(waiting).toContainText(PEOPLE.caseworker)
  await expectAccessible(page)
  // By keyboard alone.
  await waiting.getByRole('button', { name: say('capabilities.give') }).focus()
  await page.keyboard.press('Enter')
  await expect(waiting).toHaveCount(0)
  const holders = page.getByRole('region', { name: say(KIND), exact: true })
  await expect(holders.getByRole('link', casimir)).toBeVisible()

  for (const locale of LOCALES) {
    await page.context().clearCookies()
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/reports/readers')
    await expect(page.getByRole('main')).toContainText(PEOPLE.caseworker)
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    for (const width of [1366, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScroll(page)
    }
    await expectAccessible(page)
  }
  await page.context().clearCookies()
  await signInAs(page, testServer, 'guest')
  expect((await page.request.get(`${testServer.url}/reports/readers`)).status()).toBe(404)

  await page.context().clearCookies()
  await signInAs(page, testServer, 'admin')
  await page.goto('/reports/readers')
  await holders
    .getByRole('button', {
      name: `${say('capabilities.takeBack')} ${say('capabilities.whose', { ...casimir, kind: say(KIND) })}`,
    })
    .click()
  await expect(holders.getByRole('link', casimir)).toHaveCount(0)
})
