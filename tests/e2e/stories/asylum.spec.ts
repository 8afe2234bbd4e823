import type { Page } from '@playwright/test'
import { pressOf, saidAs, say } from '../../support/say'
import { openTools } from '../file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from '../fixtures'
import { fillDay, openGeneralFile } from './writing'

/** What a caseworker does on the page of a procedure, in their words: of a file that they open for it. */
const openProcedure = async (page: Page, name: string) => {
  const code = (await openGeneralFile(page, name)).replace('/cases/', '')
  await page.goto(`/cases/${code}/asylum`)
  return {
    code,
    onDay: (group: string, day: string) => fillDay(page, group, day),
    standsAt: (words: string) => expect(page.getByText(words, { exact: true })).toBeVisible(),
    asks: async (number: string) => {
      await page.getByLabel(say('asylum.wayLabel')).selectOption(say('asylum.way.territory'))
      await page.getByLabel(say('asylum.sequenceLabel')).fill(number)
      await page.getByRole('button', { name: say('asylum.save'), exact: true }).click()
      const way = `${say('asylum.way.territory')} · ${say('asylum.sequence', { number })}`
      await expect(page.getByText(way)).toBeVisible()
    },
    begins: async (what: string) => {
      await page.getByLabel(say('asylum.chooseKind')).selectOption(what)
      await page.getByRole('button', { name: say('asylum.goOn'), exact: true }).click()
      await expect(page.getByRole('heading', { name: what, level: 3 })).toBeVisible()
    },
    records: async () => {
      await page.getByRole('button', { name: say('asylum.field.save') }).click()
      return page.getByRole('status').filter({ hasText: saidAs('asylum.savedTitle') })
    },
  }
}

test('a person who lodged before 12 June 2026 is refused by registered post over a long weekend, appeals in time and is granted protection', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const her = await openProcedure(page, 'Invented Lodger')
  await expect(page.getByText(say('asylum.empty'))).toBeVisible()
  await her.asks('1')

  // They lodged in March 2025: the law before the Pact counts.
  await her.begins(say('asylum.kind.lodged'))
  await her.onDay(say('asylum.field.on'), '2025-03-03')
  await her.records()
  await her.standsAt(say('asylum.state.lodged'))
  await expect(page.getByText(say('asylum.regime.PRE_PACT'))).toBeVisible()
  await her.begins(say('asylum.kind.municipality'))
  await her.onDay(say('asylum.field.on'), '2025-03-05')
  const stopped = await her.records()
  await expect(stopped.getByText(saidAs('deadlines.moved.closed'))).toBeVisible()

  // The refusal was posted on Friday 22 May 2026, before Whitsun. Whit Monday does not count, so the third working day is
  // Thursday 28 May: that is day 1, and day 30 is Friday 26 June.
  await her.begins(say('asylum.kind.cgrs_decision'))
  await page.getByLabel(say('asylum.field.outcome')).selectOption(say('asylum.outcome.refused'))
  await her.onDay(say('asylum.field.notifiedOn'), '2026-05-22')
  await page
    .getByLabel(say('deadlines.form.notification'))
    .selectOption(say('deadlines.notification.registered_post'))
  await page.getByRole('radio', { name: say('deadlines.letterKind.period') }).check()
  await page.getByLabel(say('deadlines.form.letterAmount')).fill('30')
  await page.getByRole('radio', { name: say('deadlines.held.no') }).check()
  const started = await her.records()
  await expect(started.getByText(say('deadlines.moved.dueBy', { on: 'Friday, 26 June 2026' }))).toBeVisible()
  await her.standsAt(say('asylum.state.refused'))

  // The lawyer appeals on 23 June; the deadline closes by itself, and says that it was in time.
  await her.begins(say('asylum.kind.appeal'))
  await page.getByLabel(say('asylum.field.concerns')).selectOption({ index: 1 })
  await page.getByRole('radio', { name: say('asylum.form.full') }).check()
  await page.getByLabel(say('asylum.field.suspensive')).selectOption(say('asylum.suspensive.automatic'))
  await her.onDay(say('asylum.field.on'), '2026-06-23')
  const appealed = await her.records()
  await expect(appealed.getByText(say('deadlines.kept.inTime'))).toBeVisible()
  await her.standsAt(say('asylum.state.appeal'))

  // A first slip: the judgment is recorded with the wrong outcome, and corrected; what stood there stays readable.
  await her.begins(say('asylum.kind.judgment'))
  await page.getByLabel(say('asylum.field.concerns')).selectOption({ index: 1 })
  await page.getByLabel(say('asylum.field.outcome')).selectOption(say('asylum.outcome.confirmed'))
  await her.onDay(say('asylum.field.notifiedOn'), '2026-11-24')
  await page
    .getByLabel(say('deadlines.form.notification'))
    .selectOption(say('deadlines.notification.email_lawyer'))
  await her.records()
  await her.standsAt(say('asylum.state.appeal_lost'))
  await openTools(page, { of: say('asylum.kind.judgment') })
  await page.getByRole('link', { name: pressOf(say('asylum.correct'), say('asylum.kind.judgment')) }).click()
  await page.getByLabel(say('asylum.field.outcome')).selectOption(say('asylum.outcome.reformed_refugee'))
  await her.records()
  await her.standsAt(say('asylum.state.refugee'))
  await page.getByText(say('asylum.earlier', { count: 1 })).click()
  const kind = say('asylum.kind.judgment')
  const confirmed = say('asylum.named', { kind, outcome: say('asylum.outcome.confirmed') })
  await expect(
    page.getByText(say('asylum.namedOn', { event: confirmed, on: '24 November 2026' })),
  ).toBeVisible()

  // Of the procedure nothing runs any more; what the status opens begins: family reunification on favourable terms.
  await page.goto(`/cases/${her.code}/deadlines`)
  const running = page.getByRole('main').getByRole('heading', { level: 3 })
  await expect(running.first()).toHaveText('Family reunification on favourable terms')
  await page.goto(`/cases/${her.code}`)
  const reformed = say('asylum.named', { kind, outcome: say('asylum.outcome.reformed_refugee') })
  await expect(page.getByRole('link', { name: reformed })).toBeVisible()

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    await page.goto(`/cases/${her.code}/asylum?event=cgrs_decision`)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('a person who lodged after 12 June 2026 has the day of the letter and no other', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  const him = await openProcedure(page, 'Fictar Newcomer')
  await him.asks('1')
  await him.begins(say('asylum.kind.lodged'))
  await him.onDay(say('asylum.field.on'), '2026-07-01')
  await him.records()
  await expect(page.getByText(say('asylum.regime.PACT'))).toBeVisible()

  // Without the period of the letter no one knows by when: the page says so instead of a date.
  await him.begins(say('asylum.kind.cgrs_decision'))
  await page.getByLabel(say('asylum.field.outcome')).selectOption(say('asylum.outcome.refused'))
  await him.onDay(say('asylum.field.notifiedOn'), '2026-11-20')
  await page
    .getByLabel(say('deadlines.form.notification'))
    .selectOption(say('deadlines.notification.hand_delivery'))
  const unknown = await him.records()
  // Nor was it said which procedure it was: the request to remain is asked about beside the appeal.
  await expect(unknown.getByText(say('deadlines.moved.dueNone'))).toHaveCount(2)
  await expect(unknown.getByText('Ask which procedure it was')).toBeVisible()

  // With it, the letter alone sets the day.
  await openTools(page, { of: say('asylum.kind.cgrs_decision') })
  await page
    .getByRole('link', { name: pressOf(say('asylum.correct'), say('asylum.kind.cgrs_decision')) })
    .click()
  await page.getByRole('radio', { name: say('deadlines.letterKind.period') }).check()
  await page.getByLabel(say('deadlines.form.letterAmount')).fill('10')
  const known = await him.records()
  await expect(
    known.getByText(say('deadlines.moved.dueBy', { on: 'Monday, 30 November 2026' })),
  ).toBeVisible()

  // His orange card, kept beside the procedure, counts its own renewal.
  await page.getByText(say('asylum.documentNew')).click()
  await page.getByLabel(say('asylum.documentKind')).selectOption(say('asylum.document.orange_card'))
  await him.onDay(say('asylum.documentIssued'), '2026-07-06')
  await page.getByRole('button', { name: say('asylum.save'), exact: true }).click()
  const papered = page
    .getByRole('status')
    .filter({ hasText: say('asylum.savedTitle', { event: say('asylum.document.orange_card') }) })
  const renewal = saidAs('deadlines.moved.started', { title: 'Renew the orange card' })
  await expect(papered.getByText(renewal)).toBeVisible()
  await expect(page.getByText(say('asylum.issuedOn', { on: '6 July 2026' }))).toBeVisible()
  await expect(page.getByRole('group', { name: say('asylum.documentExpires') })).toHaveCount(0)
  // A place of reception starts nothing, and the page says that, too.
  await page.getByText(say('asylum.receptionNew')).click()
  // Which place it is, is asked: nothing is recorded that no one chose.
  await page.getByRole('button', { name: say('asylum.save'), exact: true }).click()
  await expect(page.getByRole('alert', { name: say('forms.summaryTitle', { count: 1 }) })).toBeVisible()
  await page.getByLabel(say('asylum.receptionPlace')).selectOption({ index: 1 })
  await page.getByRole('button', { name: say('asylum.save'), exact: true }).click()
  await expect(page.getByText(say('asylum.savedNothing'))).toBeVisible()
  await page.goto(`/cases/${him.code}/deadlines`)
  await expect(page.getByRole('heading', { name: 'Renew the orange card' })).toBeVisible()
})

test('a decision of the Immigration Office leaves ten days until someone says that the person was at liberty', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  const her = await openProcedure(page, 'Fictara Zellina')
  await her.asks('1')
  await her.begins(say('asylum.kind.lodged'))
  await her.onDay(say('asylum.field.on'), '2025-03-03')
  await her.records()
  await her.begins(say('asylum.kind.io_decision'))
  await page.getByLabel(say('asylum.field.outcome')).selectOption(say('asylum.outcome.stay_refused'))
  await her.onDay(say('asylum.field.notifiedOn'), '2026-11-24')
  await page
    .getByLabel(say('deadlines.form.notification'))
    .selectOption(say('deadlines.notification.hand_delivery'))
  const ten = await her.records()
  await expect(ten.getByText(say('deadlines.moved.dueBy', { on: 'Friday, 4 December 2026' }))).toBeVisible()
  await page.goto(`/cases/${her.code}/deadlines`)
  await expect(page.getByText(say('deadlines.held.notKnown')).first()).toBeVisible()
  await expectAccessible(page)

  // As an earlier version counted it: thirty days. Both days are shown, on Today too, and only a person's word moves it.
  await testServer.db.query(
    `UPDATE deadline d SET rule_id = r.id, due_on = '2026-12-24', remind_on = '2026-12-24',
            explanation = d.explanation || jsonb_build_object('verdict',
              d.explanation->'verdict' || '{"dueOn": "2026-12-24", "remindOn": "2026-12-24"}')
       FROM deadline_rule r, case_file f
      WHERE f.id = d.case_id AND f.code = $1 AND d.family = 'appeal_io_decision' AND d.status = 'open'
        AND r.code = 'APPEAL_CALL_IO' AND r.edition = 1`,
    [her.code],
  )
  await page.goto('/')
  const first = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: her.code })
    .filter({ hasText: say('today.first.recount') })
  const [thirtieth, tenth] = ['Thursday, 24 December 2026', 'Friday, 4 December 2026']
  await expect(first).toContainText(say('today.first.recountDays', { old: thirtieth, now: tenth }))
  await expectAccessible(page)
  await first.getByRole('link', { name: say('today.first.openDeadlines', { code: her.code }) }).click()
  const corrected = page.getByText(say('deadlines.recount.title'))
  await expect(corrected).toBeVisible()
  await expect(page.getByText(say('deadlines.recount.days', { old: thirtieth, next: tenth }))).toBeVisible()
  await page.getByText(say('deadlines.recount.answer')).click()
  await page.getByRole('radio', { name: say('deadlines.recount.keep') }).check()
  await page.getByRole('button', { name: say('deadlines.recount.save') }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
  for (const size of [
    { width: 320, height: 844 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.getByRole('radio', { name: say('deadlines.recount.accept') }).check()
  await page.getByRole('button', { name: say('deadlines.recount.save') }).click()
  await expect(corrected).toHaveCount(0)
  await expect(page.getByText(tenth).first()).toBeVisible()

  await page.goto(`/cases/${her.code}/asylum`)
  await openTools(page, { of: say('asylum.kind.io_decision') })
  await page
    .getByRole('link', { name: pressOf(say('asylum.correct'), say('asylum.kind.io_decision')) })
    .click()
  await page.getByRole('radio', { name: say('deadlines.held.no') }).check()
  const thirty = await her.records()
  await expect(
    thirty.getByText(say('deadlines.moved.dueBy', { on: 'Thursday, 24 December 2026' })),
  ).toBeVisible()
})
