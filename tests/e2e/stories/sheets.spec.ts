import { pressOf, saidAs, say, starting } from '../../support/say'
import { drawn } from '../../support/sweep'
import { openFilePage, openTools } from '../file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from '../fixtures'
import { openGeneralFile } from './writing'

/** Two scripts that no machine is sure to have; the one that is read from the right in each run. */
const SCRIPTS = [
  ['العربية', 'ar', 'rtl'],
  ['ትግርኛ', 'ti', 'ltr'],
] as const

test('a person is reached safely and given a sheet in their language, which is printed on one page and recorded', async ({
  page,
  testServer,
}, info) => {
  test.setTimeout(180_000)
  await signInAs(page, testServer, 'caseworker')
  const path = await openGeneralFile(page, 'Selam Fictar')
  await expect(page.getByText(say('contacts.none'))).toBeVisible()

  // A phone that others answer: no one dials without having read what is safe.
  await page.getByRole('link', { name: say('contacts.add') }).click()
  await page.getByLabel(say('contacts.field.value')).fill('+32 000 00 00 07')
  await page.getByLabel(say('contacts.field.owner')).selectOption(say('contacts.owner.shared'))
  await expect(page.getByRole('radio', { name: say('contacts.message.never') })).toBeChecked()
  await page.getByLabel(say('contacts.field.sayWeAre')).fill('the school')
  await page.getByLabel(say('contacts.field.hours')).fill('weekdays before 16:00')
  await page.getByText(say('contacts.field.more')).click()
  await page.getByLabel(say('contacts.field.codeWord')).fill('citroen')
  await page.getByRole('button', { name: say('contacts.save'), exact: true }).click()
  await expect(page.getByText(saidAs('contacts.says.sayWeAre', { who: 'the school' })).first()).toBeVisible()
  await openFilePage(page, 'tasks')
  const about = page.getByRole('region', { name: say('cases.head') })
  await about.getByRole('button', { name: say('cases.head') }).click()
  await expect(about.getByText(say('contacts.says.sayWeAre', { who: 'the school' }))).toBeVisible()
  await page.goto(path)
  const head = page.getByRole('region', { name: say('contacts.title') })
  await expect(head.getByText('+32 000 00 00 07')).toBeVisible()
  await expect(head.getByText(say('contacts.message.never'))).toBeVisible()
  await expect(head.getByText(say('contacts.says.sayWeAre', { who: 'the school' }))).toBeVisible()
  await expect(head.getByText('citroen')).toBeHidden()
  await head.getByText(say('contacts.codeWord.show')).click()
  await expect(head.getByText('citroen')).toBeVisible()

  // Three presses: the part, its page, and that it was handed over.
  await openFilePage(page, 'sheets')
  await page.getByRole('link', { name: 'ትግርኛ' }).click()
  await expect(page.getByText(say('sheets.toConfirm'), { exact: true })).toBeVisible()
  const press = pressOf(say('sheets.given.press'), say('sheets.name.data'))
  await page.getByRole('button', { name: press }).click()
  const given = saidAs('sheets.given.says', { sheet: say('sheets.name.data'), language: 'ትግርኛ' })
  await expect(page.getByText(given).first()).toBeVisible()
  await expectAccessible(page)

  // On paper: one page, in their script and direction, and no name unless someone asks for it.
  for (const [own, language, dir] of SCRIPTS.slice(0, drawn(1, 2))) {
    await page.goto(`${path}/sheets`)
    await page.getByRole('link', { name: own }).click()
    await expect(page.getByRole('link', { name: own })).toHaveAttribute('aria-current', 'true')
    await page.getByRole('link', { name: say('sheets.name.centre') }).click()
    const paper = page.locator('article')
    await expect(paper).toHaveAttribute('lang', language)
    await expect(paper).toHaveAttribute('dir', dir)
    await expect(paper.getByText('112')).toBeVisible()
    await expect(paper.getByText('Selam Fictar')).toHaveCount(0)
    await expect(page).toHaveTitle(`${say('sheets.tab')} · ${say('common.name')}`)
    // The letters are the application's own, not whatever the machine has.
    const family = language === 'ti' ? 'Noto Sans Ethiopic Variable' : 'Noto Sans Arabic Variable'
    expect(
      await page.evaluate(
        (name) =>
          document.fonts.ready.then((set) =>
            [...set].some((one) => one.family.includes(name) && one.status === 'loaded'),
          ),
        family,
      ),
    ).toBe(true)
    const pdf = await page.pdf({ preferCSSPageSize: true, path: info.outputPath(`${language}.pdf`) })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
  }
  await page.getByRole('link', { name: say('sheets.showName') }).click()
  await expect(page.locator('article').getByText('Selam Fictar')).toBeVisible()

  // What they agreed to, on paper in their language, to be signed.
  await page.goto(`${path}/consents`)
  await page.getByRole('radio', { name: say('consents.purpose.photo') }).check()
  await page.getByLabel(say('consents.fields.recipient')).selectOption({ index: 1 })
  await page.getByRole('radio', { name: say('consents.answer.given'), exact: true }).check()
  await page.getByLabel(say('consents.fields.language')).selectOption('ar')
  await page.getByRole('button', { name: say('consents.save') }).click()
  const agreed = page.locator('li[id^="consent-"]').filter({ hasText: say('consents.purpose.photo') })
  await openTools(agreed)
  await agreed.getByRole('link', { name: starting(say('consents.paper.open')) }).click()
  await expect(page.locator('article')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('article').getByText('جوابك')).toBeVisible()

  for (const locale of LOCALES) {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 844 })
    for (const where of [
      `${path}/contacts`,
      `${path}/sheets`,
      '/sheets',
      '/sheets/work?language=ps',
      '/sheets/minor',
    ]) {
      await page.goto(where)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})
