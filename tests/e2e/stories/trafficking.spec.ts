import type { Locator, Page } from '@playwright/test'
import { labelOf } from '../../support/label-of'
import { part, saidAs, say, sayingsIn, starting } from '../../support/say'
import { drawn } from '../../support/sweep'
import { tree } from '../../support/tree'
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
import { ago, counter, fillDay, openGeneralFile, TODAY, unfold } from './writing'

// A restaurant worker who says that his papers were taken: a file apart that no one else notices, a centre that is called and told
// the least, forty-five days, three conditions, and a name that no one is told.

const answer = (page: Page, question: string, words: string) =>
  page.getByRole('group', { name: question, exact: true }).getByRole('radio', { name: words, exact: true })

test('a restaurant worker is referred with the least, and no one else notices that a file exists', async ({
  page,
  testServer,
  browser,
}) => {
  test.setTimeout(300_000)
  await signInAs(page, testServer, 'caseworker')
  const openPath = await openGeneralFile(page, 'Invented Kitchenhand')

  // From the person to a complete sheet.
  const { presses, press, check, pick } = counter()
  await openFilePage(page, 'procedure', { press })
  await press(page.getByRole('link', { name: say('referrals.trafficking') }))
  await expect(page.getByText(say('trafficking.beginWho'))).toBeVisible()
  await expectAccessible(page)
  await pick(page.getByLabel(say('trafficking.second')), /Visitor/)
  await press(page.getByRole('button', { name: say('trafficking.begin') }))
  await expect(page.getByRole('heading', { name: say('trafficking.title'), level: 2 })).toBeVisible()
  await expect(page.getByRole('link', { name: '112', exact: true }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: '02 511 64 64' })).toBeVisible()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(
    tree([
      [
        'navigation',
        say('trafficking.steps'),
        [
          [
            'list',
            null,
            (['safety', 'signs'] as const).map((step) => [
              'listitem',
              null,
              [['link', starting(say(`trafficking.part.${step}`))]],
            ]),
          ],
        ],
      ],
    ]),
  )
  await expect(page.getByRole('main')).toMatchAriaSnapshot(
    tree([
      [
        'group',
        say('trafficking.ask.danger'),
        [
          ['radio', say('trafficking.answer.yes')],
          ['radio', say('trafficking.answer.no')],
        ],
      ],
    ]),
  )
  await check(answer(page, say('trafficking.ask.danger'), say('trafficking.answer.no')))
  await check(answer(page, say('trafficking.ask.safe'), say('trafficking.answer.yes')))
  await check(page.getByRole('checkbox', { name: 'Labour (economic) exploitation' }))
  await pick(
    page.getByLabel(say('trafficking.regionLabel'), { exact: true }),
    say('trafficking.region.brussels'),
  )
  await press(page.getByRole('button', { name: say('trafficking.saveStep'), exact: true }))
  const steps = page.getByRole('navigation', { name: say('trafficking.steps'), exact: true })
  const signs = steps.getByRole('link', { name: starting(say('trafficking.part.signs')) })
  await expect(signs).toHaveAttribute('aria-current', 'step')
  await expect(steps.getByRole('link', { name: starting(say('trafficking.part.safety')) })).toContainText(
    say('trafficking.stepDone'),
  )
  const apart = new URL(page.url()).pathname.replace(/\/trafficking$/, '')
  expect(apart).not.toBe(openPath)
  await expect(
    page.getByRole('button', { name: say('trafficking.referTo', { name: 'Payoke' }) }),
  ).toBeHidden()
  await press(page.getByRole('button', { name: say('trafficking.referTo', { name: 'PAG-ASA' }) }))
  const sheet = page.locator('[data-preview="sheet"]')
  await expect(sheet.getByText('Labour (economic) exploitation')).toBeVisible()
  await expect(sheet.getByText('I. K.')).toBeVisible()
  await expect(sheet.getByText('Invented Kitchenhand')).toHaveCount(0)
  expect(presses()).toBeLessThanOrEqual(12)
  await expectAccessible(page)
  const sheetPath = page.url()

  // The way stops at the step that was left; what the first one says is still there.
  await page.goto(`${apart}/trafficking`)
  await expect(signs).toHaveAttribute('aria-current', 'step')
  for (const sign of ['documents_withheld', 'excessive_hours', 'lives_at_workplace'])
    await page.getByRole('checkbox', { name: labelOf('en', 'thb_indicator', sign) }).check()
  await page.getByRole('button', { name: say('trafficking.saveStep'), exact: true }).click()
  await expect(page.getByRole('heading', { name: say('trafficking.signsTitle') })).toBeVisible()
  await expect(page.getByLabel(say('trafficking.words'))).toBeVisible()
  await steps.getByRole('link', { name: starting(say('trafficking.part.safety')) }).click()
  await expect(answer(page, say('trafficking.ask.danger'), say('trafficking.answer.no'))).toBeChecked()
  await expect(answer(page, say('trafficking.ask.safe'), say('trafficking.answer.yes'))).toBeChecked()
  await page.goto(sheetPath)
  await expect(sheet.getByText('Labour (economic) exploitation')).toBeVisible()
  await expect(sheet.getByText(labelOf('en', 'thb_indicator', 'documents_withheld'))).toHaveCount(0)

  // One more field, because the centre asked; then it is told by telephone.
  await page.getByRole('checkbox', { name: say('referrals.field.signs') }).check()
  await page.getByRole('button', { name: say('referrals.fieldsSave') }).click()
  await expect(sheet.getByText(/Documents withheld/)).toBeVisible()
  await page.getByRole('link', { name: say('referrals.back') }).click()
  const referral = page.getByRole('article', { name: say('referrals.referralTo', { to: 'PAG-ASA' }) })
  const told = await unfold(referral, say('referrals.stepNew'))
  await told.getByRole('button', { name: say('referrals.stepSave'), exact: true }).click()
  await expect(referral.getByText(say('referrals.state.told'))).toBeVisible()

  // He agrees that the centre is told, and, apart from that, that he is counted.
  const agrees = async (purpose: string, more: (form: Locator) => Promise<void>) => {
    await page.goto(`${apart}/consents`)
    const part = page.getByRole('region', { name: say('consents.new') })
    if (
      !(await part
        .getByLabel(say('consents.fields.purpose'))
        .first()
        .isVisible()
        .catch(() => false))
    )
      await part.locator('details').evaluate((fold) => fold.setAttribute('open', ''))
    await part.getByRole('radio', { name: purpose, exact: true }).check()
    await more(part)
    await part.getByRole('radio', { name: say('consents.answer.given'), exact: true }).check()
    await part.getByLabel(say('consents.fields.language')).selectOption({ index: 1 })
    await part.getByRole('button', { name: say('consents.save') }).click()
  }
  await agrees(say('consents.purpose.referral'), async (form) => {
    await form.getByLabel(say('consents.fields.recipient')).selectOption('kind:victim_centre')
    for (const scope of ['detention', 'trafficking'] as const)
      await form.getByRole('checkbox', { name: say(`consents.scope.${scope}`), exact: true }).check()
  })
  const title = say('consents.titleTo', {
    what: say('consents.aim.referral'),
    recipient: say('consents.recipient.victim_centre'),
  })
  const consent = page.getByRole('listitem').filter({ hasText: starting(title) })
  await expect(consent.getByText(say('consents.state.given'), { exact: true })).toBeVisible()
  await agrees(say('consents.purpose.statistics'), async () => undefined)
  const counted = page.getByRole('listitem').filter({ hasText: starting(say('consents.purpose.statistics')) })
  await expect(counted.getByText(say('consents.state.given'), { exact: true })).toBeVisible()

  // The sheet leaves by a link; the code is said by telephone.
  await page.goto(`${apart}/referrals`)
  const sharing = await unfold(referral, say('referrals.share.new'))
  await sharing.getByRole('button', { name: say('referrals.share.make') }).click()
  const link = await sharing.getByLabel(say('referrals.share.link', { to: 'PAG-ASA' })).inputValue()
  const code = (await sharing.locator('[data-share="code"]').textContent()) ?? ''
  expect(code).toMatch(/^\d{4} \d{4}$/)
  expect(link).not.toContain(code.replace(' ', ''))
  await expectAccessible(page)

  // At the centre: no account, no script. A wrong code and a wrong link get the same page.
  const centre = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
    locale: 'fr-BE',
  })
  const theirs = await centre.newPage()
  await theirs.goto(link)
  await expect(
    theirs.getByRole('heading', { name: sayingsIn('fr')('referrals.outside.title') }),
  ).toBeVisible()
  await expectNoSidewaysScroll(theirs)
  await theirs.getByRole('link', { name: 'English' }).click()
  await expect(theirs.locator('html')).toHaveAttribute('lang', 'en')
  const open = async (typed: string) => {
    await theirs.getByLabel(say('referrals.outside.code'), { exact: true }).fill(typed)
    await theirs.getByRole('button', { name: say('referrals.outside.open'), exact: true }).click()
  }
  await open('0000 0000')
  await expect(theirs.getByRole('alert')).toContainText(say('referrals.outside.refused'))
  await theirs.waitForLoadState()
  const refused = await theirs.content()
  await theirs.goto(`${testServer.url}/shared/${'A'.repeat(43)}?l=en`)
  await open(code)
  await expect(theirs.getByRole('alert')).toBeVisible()
  await theirs.waitForLoadState()
  expect(await theirs.content()).toBe(refused)
  await theirs.goto(`${link}?l=en`)
  await open(code)
  await expect(
    theirs.getByRole('heading', { name: say('consents.purpose.referral'), exact: true }),
  ).toBeVisible()
  await expect(theirs.getByText('I. K.')).toBeVisible()
  await expect(theirs.getByText(/Documents withheld/)).toBeVisible()
  await expect(theirs.getByText('Invented Kitchenhand')).toHaveCount(0)
  await expect(
    theirs.getByText(saidAs('referrals.outside.opened', { opening: '1', openings: '3' })),
  ).toBeVisible()
  await expectNoSidewaysScroll(theirs)

  // One opening and one wrong code stand on the referral.
  await page.reload()
  const [opened = ''] = say('referrals.share.opened', { count: 1, of: 3, when: '|' }).split('|')
  await expect(referral.getByText(opened)).toBeVisible()
  await expect(referral.getByText(say('referrals.share.missed', { count: 1 }))).toBeVisible()

  // He withdraws: the page says who has what, the link is closed, and he is still counted.
  await page.goto(`${apart}/consents`)
  const stands = say('consents.byLink', { state: say('referrals.share.state.open'), opened })
  const whoHas = new RegExp(`^PAG-ASA, .* ${part(stands.trim()).source}`)
  await expect(consent.getByText(whoHas)).toBeVisible()
  await openTools(consent, { of: title })
  const withdrawal = await unfold(consent, `${say('consents.withdraw.open')}: ${title}`)
  await withdrawal.getByRole('radio', { name: say('consents.giver.self') }).check()
  await withdrawal.getByRole('button', { name: say('consents.withdraw.save') }).click()
  const withdrawn = new RegExp(`^${saidAs('consents.state.withdrawnOn').source}`)
  await expect(consent.getByText(withdrawn)).toBeVisible()
  const closed = say('consents.byLink', { state: say('referrals.share.state.no_consent'), opened: '' })
  await expect(consent.getByText(closed)).toBeVisible()
  await expect(counted.getByText(say('consents.state.given'), { exact: true })).toBeVisible()
  await expectAccessible(page)
  await theirs.goto(`${link}?l=en`)
  await open(code)
  await expect(theirs.getByRole('alert')).toBeVisible()
  await theirs.waitForLoadState()
  expect(await theirs.content()).toBe(refused)
  await centre.close()

  // Annex 15, forty-five days; two conditions are met.
  await page.goto(`${apart}/trafficking`)
  const procedure = page.getByRole('region', { name: say('trafficking.stagesTitle'), exact: true })
  // Before an authority has said so, no one is called a victim; the words of the law stand in a fold of their own.
  await expect(procedure).not.toContainText(/victim/i, { useInnerText: true })
  const reflection = await unfold(procedure, say('trafficking.stageNew'))
  await reflection.getByLabel(say('trafficking.stageLabel')).selectOption(say('trafficking.stage.reflection'))
  await fillDay(reflection, say('trafficking.stageOn'), ago(3))
  await reflection.getByRole('button', { name: say('trafficking.save'), exact: true }).click()
  const because = saidAs('trafficking.stageBecause', { event: say('trafficking.stage.reflection') })
  await expect(procedure.getByText(because)).toBeVisible()
  for (const code of ['contact_broken', 'accepts_guidance'].slice(0, drawn(1, 2))) {
    const condition = labelOf('en', 'thb_condition', code)
    const form = await unfold(procedure, say('trafficking.stageNew'))
    await form.getByLabel(say('trafficking.stageLabel')).selectOption(say('trafficking.stage.condition'))
    await form.getByLabel(say('trafficking.conditionLabel')).selectOption(condition)
    await form.getByRole('radio', { name: say('trafficking.holds.met'), exact: true }).check()
    await fillDay(form, say('trafficking.stageOn'), TODAY)
    await form.getByRole('button', { name: say('trafficking.save'), exact: true }).click()
    await expect(
      procedure.getByText(`${condition}: ${say('trafficking.holds.met')}`, { exact: true }),
    ).toBeVisible()
  }
  await page.goto(`${apart}/deadlines`)
  await expect(page.getByText('End of the reflection period').first()).toBeVisible()

  // A name is encrypted; asked about, the application says with whom to talk, and never the name.
  await page.goto(`${apart}/trafficking`)
  const suspects = page.getByRole('region', { name: say('trafficking.suspectsTitle'), exact: true })
  const names = await unfold(suspects, say('trafficking.suspectsShow', { count: 0 }))
  await names.getByLabel(say('trafficking.suspectName')).fill('Invented Padrone')
  await names.getByRole('button', { name: say('trafficking.suspectSave') }).click()
  await expect(suspects.getByText(say('trafficking.suspectsShow', { count: 1 }))).toBeVisible()
  await page.goto(`${openPath}/referrals`)
  const ask = await unfold(page.locator('main'), say('trafficking.conflictTitle'))
  await ask.getByLabel(say('trafficking.conflictName')).fill('padrone')
  await ask.getByRole('button', { name: say('trafficking.conflictAsk'), exact: true }).click()
  await expect(ask.getByText(saidAs('trafficking.conflictTalk'))).toBeVisible()
  await expect(ask.getByText(/Invented Padrone/)).toHaveCount(0)

  // In every language, on the smallest phone, with every fold open.
  await page.setViewportSize({ width: 320, height: 844 })
  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    for (const path of [`${apart}/trafficking`, `${apart}/referrals`, `${apart}/consents`]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
      await unfoldAll(page)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }

  for (const locale of LOCALES) {
    await page.goto(`${link}?l=${locale}`)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }

  // The coordinator reads the open file, and finds neither the other nor a word of it.
  await signInAs(page, testServer, 'coordinator')
  await page.goto(openPath)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Kitchenhand')
  await expect(page.getByText(/traffick/i)).toHaveCount(0)
  await page.goto(`${apart}/trafficking`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Invented Kitchenhand')
})

test('a sheet that contradicts the file does not leave, and says where each statement is put right', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Washer')
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByLabel(say('people.field.place')).selectOption({ label: 'Transit centre Caricole' })
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await openFilePage(page, 'referrals')
  await page.getByRole('link', { name: say('referrals.trafficking') }).click()
  await expect(page.getByText(say('trafficking.beginWho'))).toBeVisible()
  const second = page.getByLabel(say('trafficking.second'))
  const colleagues = await second.locator('option').allTextContents()
  await second.selectOption(colleagues.find((one) => one.match(/Visitor/)) ?? '')
  await page.getByRole('button', { name: say('trafficking.begin') }).click()
  await expect(
    page.getByRole('heading', { name: say('trafficking.title'), level: 2, exact: true }),
  ).toBeVisible()
  const head = page.getByRole('region', { name: say('cases.head'), exact: true })
  await expect(head).toContainText('Transit centre Caricole')
  await expect(head).not.toContainText(say('cases.placeNotRecorded'))
  // The step says what the file knows before anything is answered.
  await expect(
    page.getByText(say('trafficking.fromFile.held', { place: 'Transit centre Caricole' })),
  ).toBeVisible()
  await answer(page, say('trafficking.ask.held'), say('trafficking.answer.no')).check()
  await page.getByRole('button', { name: say('trafficking.saveStep'), exact: true }).click()
  await expect(page.getByText(say('errors.sheetHeldNo'))).toBeVisible()
  await page.getByRole('button', { name: say('trafficking.referTo', { name: 'PAG-ASA' }) }).click()

  // No sheet to print or to copy, only why.
  const refusal = page.getByRole('alert').filter({ hasText: say('trafficking.contradicts') })
  await expect(refusal).toBeVisible()
  await expect(page.locator('[data-preview="sheet"]')).toHaveCount(0)
  await expect(page.getByRole('button', { name: say('referrals.print'), exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(say('referrals.sheet.asked'))).toHaveCount(0)
  await page.emulateMedia({ media: null })
  await refusal.getByRole('link', { name: say('trafficking.contradictsAnswers') }).click()
  await answer(page, say('trafficking.ask.held'), say('trafficking.answer.yes')).check()
  await page.getByRole('button', { name: say('trafficking.saveStep'), exact: true }).click()
  await expect(page.getByText(say('errors.sheetHeldNo'))).toHaveCount(0)
  await openFilePage(page, 'referrals')
  await page.getByRole('link', { name: say('referrals.sheetPrepare') }).click()
  const sheet = page.locator('[data-preview="sheet"]')
  await expect(sheet).toContainText(say('referrals.urgency.now'))
  await expect(sheet.getByText(say('trafficking.answer.yes'), { exact: true })).toBeVisible()
})

test('of a person who is held, that no removal may go on is on the first screen of a phone, and danger is asked once', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query<{ path: string }>(
    `SELECT '/cases/' || f.code || '/trafficking?file=' || f.id AS path FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = 'Casimir Caseworker' AND f.kind = 'thb' ORDER BY f.id LIMIT 1`,
  )
  const path = rows[0]?.path ?? ''
  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(path)
  await expect(page.getByText(say('trafficking.heldTitle'), { exact: true })).toBeInViewport()
  await expect(page.getByRole('link', { name: '112', exact: true }).first()).toBeInViewport()
  // Whom to inform, and the first question, are in sight too; nothing has to be opened for them.
  await expect(page.getByText(say('trafficking.heldWhat')).first()).toBeInViewport()
  await expect(page.getByText(say('trafficking.ask.danger'), { exact: true })).toHaveCount(1)
  await expect(page.getByText(say('trafficking.ask.danger'), { exact: true })).toBeInViewport()
  // What is not asked yet is folded on a phone, and opened by the browser itself.
  const forms = page.getByRole('checkbox', {
    name: labelOf('en', 'exploitation_form', 'labour'),
    exact: true,
  })
  await expect(forms).toBeHidden()
  await page
    .locator('summary')
    .filter({ hasText: say('trafficking.formFold') })
    .click()
  await forms.check()
  // A wide page has no fold.
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(path)
  await expect(forms).toBeVisible()
  await expectAccessible(page)
})
