import type { Page } from '@playwright/test'
import { LOCALE_NAMES } from '../../../lib/i18n/locales'
import { labelOf } from '../../support/label-of'
import { pressOf, saidAs, say, starting } from '../../support/say'
import { isSweep } from '../../support/sweep'
import { tree } from '../../support/tree'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from '../fixtures'
import { ago, counter, fillDay, TODAY } from './writing'

// A minor says that they are sixteen, and others do not believe it: reported, tested, given a guardian, missing, found, eighteen.

/** The page of their guardianship: what is chosen from the list, and the form that comes. */
const roomOf = (page: Page) => {
  const record = page.locator('#record')
  return {
    record,
    choose: async (what: string) => {
      await record.getByLabel(say('guardianship.chooseKind')).selectOption(what)
      await record.getByRole('button', { name: say('guardianship.goOn') }).click()
      await expect(record.getByRole('heading', { level: 3, name: what })).toBeVisible()
    },
    save: async (kind: string) => {
      await record.getByRole('button', { name: say('guardianship.field.save') }).click()
      await expect(page.getByText(say('guardianship.savedTitle', { event: kind })).first()).toBeVisible()
    },
  }
}

test('a girl of disputed age is reported, tested, given a guardian, missing, found and eighteen', async ({
  page,
  testServer,
}) => {
  test.setTimeout(240_000)
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Mirabel Invented')
  await page.getByRole('radio', { name: say('people.ageAnswer.years'), exact: true }).check()
  await page.getByLabel(say('people.field.ageYears')).fill('16')
  await page.getByRole('radio', { name: 'Unaccompanied minor' }).check()
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mirabel Invented')
  const path = new URL(page.url()).pathname
  const code = path.split('/').at(-1) ?? ''
  const room = roomOf(page)

  // From Today to a complete report that is recorded as made.
  await page.goto('/')
  const { presses, press } = counter()
  await press(page.getByRole('link', { name: say('menu.place.minors'), exact: true }).first())
  await expect(page.getByRole('heading', { level: 1, name: say('guardianship.list.title') })).toBeVisible()
  expect(presses()).toBe(1)
  await press(page.getByRole('link', { name: code }).first())
  await expect(page.getByText(say('guardianship.notReported'))).toBeVisible()
  await press(page.getByRole('link', { name: say('guardianship.report.open') }))
  const paper = page.locator('[data-preview="report"]')
  await expect(
    paper.getByRole('cell', { name: starting(say('people.age.said', { what: '16' })) }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: '078 15 43 24' })).toBeVisible()
  await expect(page.getByText(say('referrals.notChecked'))).toBeVisible()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(
    tree([
      ['heading[level=1]', say('guardianship.report.page')],
      ['region', say('guardianship.report.call'), [['heading[level=2]'], ['link', '078 15 43 24']]],
      [
        'navigation',
        say('guardianship.report.language'),
        [['list', null, Object.values(LOCALE_NAMES).map((name) => ['listitem', null, [['link', name]]])]],
      ],
      [
        'region',
        say('guardianship.report.write'),
        [
          [
            'group',
            null,
            [
              [
                'group',
                null,
                [
                  ['textbox', say('guardianship.report.found')],
                  ['textbox', say('guardianship.report.urgent')],
                  ['button', say('guardianship.report.save')],
                ],
              ],
            ],
          ],
        ],
      ],
      ['article', null, [['heading'], ['table', say('guardianship.report.versions')]]],
    ]),
  )
  await page.getByLabel(say('guardianship.report.found')).fill('Invented bus stop, yesterday evening')
  await page
    .getByLabel(say('guardianship.report.family'), { exact: true })
    .fill('An invented aunt, somewhere in Belgium')
  await page.getByLabel(say('guardianship.report.urgent')).fill('Insulin, every evening')
  await press(page.getByRole('button', { name: say('guardianship.report.save') }))
  await expect(paper.getByText('Insulin, every evening')).toBeVisible()
  await expect(paper.getByText('An invented aunt, somewhere in Belgium')).toBeVisible()
  // No one knows their route: the paper says so instead of staying empty.
  await expect(paper.getByText(say('guardianship.report.unknown')).first()).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: say('guardianship.report.print') })).toBeHidden()
  await expect(paper).toBeVisible()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'screen' })
  const reported = presses()
  await press(page.getByRole('link', { name: say('guardianship.report.record') }))
  await expect(room.record.getByLabel(say('guardianship.field.how'))).toHaveValue('by_sheet')
  await room.record.getByLabel(say('guardianship.field.reference')).fill('INVENTED-77')
  await press(room.record.getByRole('button', { name: say('guardianship.field.save') }))
  await expect(page.getByText(say('guardianship.state.reported'))).toBeVisible()
  expect(presses() - reported).toBe(2)
  expect(presses()).toBeLessThanOrEqual(7)
  // The reminders that follow have a day, though no rule says it; the guardian comes next, and a second report is no button.
  await expect(page.getByText(saidAs('deadlines.unsureDay'), { exact: false }).first()).toBeVisible()
  await expect(page.getByText(say('deadlines.moved.dueNone'))).toHaveCount(0)
  await expect(page.getByRole('link', { name: say('guardianship.report.again'), exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: say('guardianship.report.open'), exact: true })).toHaveCount(0)

  // The row says what is more urgent, the last day to act; the filter knows that no guardian is there.
  const awaited = page.getByRole('row').filter({ hasText: code })
  await page.goto('/cases?guardian=awaited')
  await expect(awaited).toContainText(saidAs('cases.why.act'))
  await page.goto(`${path}/guardianship`)

  // Their age is doubted and tested: the finding stands beside what they say, and the lowest age counts.
  await room.choose(say('guardianship.kind.age_doubted'))
  await room.record
    .getByLabel(say('guardianship.field.doubtedBy'))
    .selectOption({ label: say('people.source.immigration_office') })
  await fillDay(room.record, say('guardianship.field.on'), ago(12))
  await room.save(say('guardianship.kind.age_doubted'))
  await room.choose(say('guardianship.kind.age_assessed'))
  await room.record.getByLabel(say('guardianship.field.method')).selectOption({ index: 3 })
  await room.record.getByLabel(say('guardianship.field.result')).selectOption({ index: 2 })
  await fillDay(room.record, say('guardianship.field.on'), ago(5))
  await room.record.getByLabel(say('guardianship.field.ageTested')).fill('18.7')
  await room.record.getByLabel(say('guardianship.field.ageMargin')).fill('1.6')
  await room.save(say('guardianship.kind.age_assessed'))
  const tested = say('people.age.test', { what: say('people.age.tested', { age: 18.7, margin: 1.6 }) })
  await expect(page.getByText(tested).first()).toBeVisible()
  await page.goto(`${path}/guardianship/report`)
  await expect(paper.getByRole('cell', { name: starting(tested) })).toBeVisible()
  await expect(paper.getByText(say('guardianship.kind.age_doubted'))).toBeVisible()
  await page.goto(`${path}/guardianship`)
  if (isSweep) {
    await room.choose(say('guardianship.kind.decided'))
    await room.record.getByLabel(say('guardianship.field.decision')).selectOption({ index: 1 })
    await fillDay(room.record, say('guardianship.field.on'), ago(3))
    await room.save(say('guardianship.kind.decided'))
  }

  // A guardian is named.
  const naming = counter()
  await naming.press(page.getByRole('link', { name: say('guardianship.guardianNew') }))
  await room.record.getByLabel(say('guardianship.field.guardian')).fill('Gudrun Invented')
  await room.record.getByLabel(say('guardianship.field.phone')).fill('0400 00 00 00')
  await fillDay(room.record, say('guardianship.field.on'), ago(2))
  await naming.press(room.record.getByRole('button', { name: say('guardianship.field.save') }))
  await expect(page.getByText(say('guardianship.guardianIs', { who: 'Gudrun Invented' }))).toBeVisible()
  expect(naming.presses()).toBeLessThanOrEqual(6)
  await page.goto('/guardianship')
  await expect(page.locator('li[data-item]').filter({ hasText: code })).toHaveCount(0)
  await page.goto('/cases?guardian=awaited')
  await expect(page.getByRole('status').first()).toBeAttached()
  await expect(awaited).toHaveCount(0)

  // They are missing: told at once, said on every page of their file and on the first screen.
  await page.goto(`${path}/guardianship`)
  await page.getByRole('link', { name: say('guardianship.isMissing') }).click()
  await room.record.getByLabel(say('guardianship.field.at')).fill('21:30')
  await room.save(say('guardianship.kind.missing'))
  const missing = page.getByText(saidAs('guardianship.missingSince', { name: 'Mirabel Invented' }))
  await expect(missing).toBeVisible()
  await expect(page.getByRole('link', { name: '116 000' }).last()).toBeVisible()
  const police = pressOf(say('guardianship.tellNow'), say('guardianship.toldTo.police'))
  await page.getByRole('link', { name: police }).click()
  await room.save(say('guardianship.kind.told'))
  await expectAccessible(page)
  await page.goto(`${path}/tasks`)
  await expect(missing).toBeVisible()
  await page.getByRole('link', { name: say('guardianship.toldTitle') }).click()
  await expect(page.getByRole('heading', { name: say('guardianship.toldTitle') })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('listitem').filter({ hasText: code }).first()).toContainText(
    say('today.first.missingTold', { untold: 'child_focus' }),
  )

  // In every language, on the smallest phone.
  await page.setViewportSize({ width: 320, height: 844 })
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    for (const part of ['/guardianship', '/guardianship/report']) {
      await page.goto(`${path}${part}`)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  await signInAs(page, testServer, 'caseworker')

  // They are found, and one day they are eighteen.
  await page.goto(`${path}/guardianship`)
  await page.getByRole('link', { name: say('guardianship.isFound') }).click()
  await room.record.getByLabel(say('guardianship.field.foundHow')).selectOption({ index: 1 })
  await room.save(say('guardianship.kind.found'))
  await expect(page.getByText(say('guardianship.toldTitle'))).toHaveCount(0)
  if (!isSweep) return
  await room.choose(say('guardianship.kind.guardian_ended'))
  await room.record
    .getByLabel(say('guardianship.field.endReason'))
    .selectOption({ label: labelOf('en', 'guardianship_end_reason', 'majority') })
  await fillDay(room.record, say('guardianship.field.on'), TODAY)
  await room.save(say('guardianship.kind.guardian_ended'))
  await expect(page.getByText(say('guardianship.state.ended')).first()).toBeVisible()
})
