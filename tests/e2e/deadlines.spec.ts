import type { Page } from '@playwright/test'
import de from '../../messages/de/deadlines.json' with { type: 'json' }
import en from '../../messages/en/deadlines.json' with { type: 'json' }
import fr from '../../messages/fr/deadlines.json' with { type: 'json' }
import nl from '../../messages/nl/deadlines.json' with { type: 'json' }
import { titleOf } from '../support/label-of'
import { saidAs, say } from '../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'

const WORDS = { en, fr, nl, de }

/** Each deadline that a page shows says how it was counted, by which rule, how sure that is and where it was read. */
const expectExplained = async (page: Page, locale: keyof typeof WORDS) => {
  const { status, explained } = WORDS[locale]
  const cards = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
  await expect(cards.first()).toBeVisible()
  for (const card of await cards.all()) {
    await card.locator('summary', { hasText: explained.title }).click()
    await expect(card.locator('ol').first().getByRole('listitem').first()).toBeVisible()
    const rule = card.locator('a[href^="/deadlines/rules/"]')
    await expect(rule).toContainText(new RegExp(Object.values(status).join('|')))
    await expect(
      card.getByText(explained.noSource).or(card.getByText(explained.sources, { exact: true })),
    ).toBeVisible()
  }
}

test('a refusal by registered post becomes a deadline that explains itself, and the appeal closes it', async ({
  page,
  testServer,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, testServer, 'caseworker')
  // The demo has deadlines, and the menu leads to them.
  await page.goto('/')
  await page.getByRole('link', { name: say('deadlines.file.title'), exact: true }).click()
  await expect(page.getByText('Renew the orange card').first()).toBeVisible()
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/deadlines`)
  await page
    .getByLabel(say('deadlines.file.chooseEvent'))
    .selectOption(say('deadlines.event.cgrs_decision_notified'))
  await page.getByRole('button', { name: say('deadlines.file.goOn') }).click()
  const fill = async (group: string, day: string, month: string, year: string) => {
    const box = page.getByRole('group', { name: group, exact: true })
    await box.getByLabel(say('forms.day'), { exact: true }).fill(day)
    await box.getByLabel(say('forms.month')).fill(month)
    await box.getByLabel(say('forms.year')).fill(year)
  }
  await fill(say('deadlines.form.happenedOn'), '20', '11', '2026')
  await page
    .getByLabel(say('deadlines.form.notification'))
    .selectOption(say('deadlines.notification.registered_post'))
  await page.getByRole('radio', { name: say('deadlines.held.no') }).check()
  await fill(say('deadlines.form.lodgedOn'), '3', '3', '2025')
  await page.getByRole('radio', { name: say('deadlines.letterKind.period') }).check()
  await page.getByLabel(say('deadlines.form.letterAmount')).fill('10')
  await page.getByRole('button', { name: say('deadlines.form.save') }).click()

  const card = page.getByRole('listitem').filter({ hasText: titleOf('APPEAL_CALL_STD') })
  await expect(card.getByText('Friday, 4 December 2026').first()).toBeVisible()
  await expect(card.getByText(say('deadlines.conflictTitle'))).toBeVisible()
  await card.locator('summary', { hasText: say('deadlines.explained.title') }).click()
  await expect(card.getByText(saidAs('deadlines.step.thirdWorkingDay'))).toHaveCount(2)
  await expect(card.getByText('Aliens Act, art. 39/57').first()).toBeVisible()
  await expect(card.getByText('cgrs.be/en/asylum/appeals-procedures')).toBeVisible()

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'coordinator', locale)
    for (const path of [
      `/cases/${code}/deadlines?event=io_decision_notified`,
      '/deadlines',
      '/deadlines?view=month&month=2026-12',
      '/planning/calendar',
      '/deadlines/rules/PACT_APPEAL_SHORT',
    ]) {
      await page.setViewportSize({ width: 320, height: 844 })
      await page.goto(path)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      if (path.includes('event=')) await expectExplained(page, locale)
    }
  }

  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 1366, height: 768 })
  // Every rule says when it does not hold.
  await page.goto('/deadlines/rules')
  await unfoldAll(page)
  await expect(page.getByText(saidAs('deadlines.rules.exception')).first()).toBeVisible()
  await expectAccessible(page)

  // The month shows it on its day, among weekends and holidays said in words.
  await page.goto('/deadlines?whose=mine&view=month&month=2026-12')
  const day = (text: string) => page.getByRole('cell').filter({ hasText: text })
  await expect(day('Friday, 4 December 2026').getByRole('link', { name: code })).toBeVisible()
  await expect(day('Friday, 25 December 2026')).toContainText(say('deadlines.holiday.christmas'))
  await expect(page.getByRole('columnheader')).toHaveCount(7)
  await page.goto(`/cases/${code}/deadlines`)
  await card.locator('summary', { hasText: say('deadlines.file.close') }).click()
  await card.getByRole('button', { name: say('deadlines.form.closeIt') }).click()
  await expect(card.getByRole('alert')).toBeVisible()
  await fill(say('deadlines.form.actOn'), '24', '11', '2026')
  await card.getByLabel(say('deadlines.form.text')).fill('The lawyer sent the appeal.')
  await card.getByRole('button', { name: say('deadlines.form.closeIt') }).click()
  await page.getByText(saidAs('deadlines.file.over')).click()
  const closed = saidAs('deadlines.file.closed', {
    act: say('deadlines.act.appeal_lodged'),
    kept: say('deadlines.kept.inTime'),
  })
  await expect(card.getByText(closed)).toBeVisible()
})

test('a deadline says one thing on Deadlines and on Minors: the same day, and that it is overdue', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/deadlines')
  const rowsOf = (hasText: string) => page.locator('li[data-item]').filter({ hasText })
  const first = new Map<string, { words: string; on: string }>()
  for (const row of await page.locator('li[data-item]').all()) {
    const code = (await row.locator('.code').textContent()) ?? ''
    const [words = ''] = ((await row.locator('b').textContent()) ?? '').split(',')
    const on = (await row.locator('time').allTextContents())[0] ?? ''
    if (!first.has(code)) first.set(code, { words, on })
  }
  await page.goto('/guardianship')
  const minors = await page.locator('li[data-item] .code').allTextContents()
  const both = minors.filter((code) => first.has(code))
  expect(both.length).toBeGreaterThan(0)
  for (const code of both) {
    const { words, on } = first.get(code) ?? { words: '', on: '' }
    await expect(rowsOf(code)).toContainText(`${words}, ${on}`)
  }
  // The demo has a minor whose last day to act is past.
  await expect(page.getByText(saidAs('deadlines.due.late')).first()).toBeVisible()
  await expectAccessible(page)
})
