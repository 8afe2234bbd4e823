import type { Page } from '@playwright/test'
import { part, saidAs, say } from '../support/say'
import { openFilePage } from './file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, LOCALES, signInAs, test } from './fixtures'

// A person of about sixteen, whatever the year in which this runs.
const BORN = new Date().getFullYear() - 16

const way = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: say('people.field.born') }).getByRole('radio', { name, exact: true })
const box = (page: Page, name: string) =>
  page.getByRole('group', { name: say('people.field.born') }).getByLabel(name, { exact: true })

test('a date of birth typed five ways is said back, a claim beside it disputes the age, and one protects', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Uncertain')
  await page.getByRole('radio', { name: say('people.ageAnswer.born'), exact: true }).check()
  const read = page.getByRole('group', { name: say('people.field.born') }).getByText(saidAs('forms.whenRead'))
  const readAs = (date: string) => say('forms.whenRead', { date })

  await box(page, say('forms.day')).fill('1')
  await box(page, say('forms.month')).fill('janv')
  await box(page, say('forms.year')).fill('2009')
  await expect(read).toHaveText(readAs(say('when.placeholder', { date: '1 January 2009' })))
  // What stands in the boxes stays when another way is chosen; by keyboard, as with any radio.
  await way(page, say('forms.whenWay.exact')).focus()
  await page.keyboard.press('ArrowRight')
  await expect(read).toHaveText(readAs('January 2009'))
  await page.keyboard.press('ArrowRight')
  await expect(read).toHaveText(readAs('2009'))
  await way(page, say('forms.whenWay.season')).check()
  await page
    .getByRole('group', { name: say('people.field.born') })
    .getByRole('combobox')
    .selectOption(say('forms.seasonWord.winter'))
  await expect(read).toHaveText(readAs(say('when.season.winter', { year: '2009', next: '2010' })))
  await way(page, say('forms.whenWay.words')).check()
  const words = page.getByLabel(say('forms.whenWords'))
  await words.fill('entre mars et mai 2009')
  await expect(read).toHaveText(
    readAs(say('when.between', { fromForm: 'month', from: 'March 2009', toForm: 'month', to: 'May 2009' })),
  )

  await words.fill('15/3/09')
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  const summary = page.getByRole('alert').filter({ hasText: saidAs('forms.summaryTitle') })
  await expect(summary).toBeFocused()
  await expect(summary).toContainText(say('errors.whenWholeYear', { label: say('people.field.born') }))
  await summary.getByRole('link').press('Enter')
  await expect(words).toBeFocused()
  await expect(words).toHaveValue('15/3/09')
  await words.fill(`vers ${BORN}`)
  await page.getByRole('button', { name: say('people.intake.save') }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Uncertain')
  const aboutBorn = say('when.about', { form: 'year', date: String(BORN) })
  const saysBorn = say('people.age.says', { what: say('people.age.born', { date: aboutBorn }) })
  await expect(page.getByText(saysBorn).first()).toBeVisible()
  await expect(page.getByText(say('people.minor.yes'), { exact: true }).first()).toBeVisible()
  await expect(page.getByText('1 January')).toHaveCount(0)

  await openFilePage(page, 'details')
  await page.getByText(say('cases.details.addClaim')).click()
  await page.getByRole('radio', { name: say('people.ageAnswer.years'), exact: true }).check()
  await page.getByLabel(say('people.field.ageYears')).fill('21')
  await page.getByRole('radio', { name: say('people.basis.authority') }).check()
  await page
    .getByLabel(say('people.sourceLabel.authority'))
    .selectOption(say('people.source.immigration_office'))
  const person = page.getByRole('region', { name: 'Invented Uncertain' })
  await person
    .getByLabel(say('people.field.nationality'), { exact: true })
    .selectOption(say('people.nationality.PS'))
  await page.getByLabel(say('people.field.birthCountry')).selectOption(say('people.former.SUHH'))
  await page.getByRole('button', { name: say('people.claim.save'), exact: true }).click()

  const head = page.getByRole('region', { name: say('cases.head') })
  const protects = part(say('people.protects')).source
  const authority = part(say('people.age.authority', { what: '21' })).source
  await expect(head).toContainText(saysBorn)
  const claimed = part(say('people.age.said', { what: say('people.age.born', { date: aboutBorn }) })).source
  await expect(head).toContainText(new RegExp(`${claimed} .?${protects} · ${authority}`))
  await expect(head).toContainText(say('people.minor.disputed'))
  const main = page.getByRole('main')
  await expect(main).toContainText(say('people.asTyped', { text: `vers ${BORN}` }))
  await expect(main).toContainText(say('people.source.immigration_office'))
  await expect(main).toContainText(saidAs('people.why.differ', { basis: say('people.whyBasis.said') }))
  await expect(main).toContainText(
    say('people.eighteen.between', { from: `1 January ${BORN + 17}`, to: `31 December ${BORN + 19}` }),
  )
  await expect(main).toContainText(say('people.doubtLaw'))
  await expect(head).toContainText(say('people.certainty.said', { country: say('people.nationality.PS') }))
  await expect(main).toContainText(say('people.former.SUHH'))
})

for (const locale of LOCALES)
  test(`the field for dates of any precision stands in ${locale}, on the narrowest phone too`, async ({
    page,
    testServer,
  }) => {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.setViewportSize({ width: 320, height: 800 })
    await page.goto('/people/new')
    await page.locator('input[name="ageAnswer"][value="born"]').check()
    await page.locator('input[name="ageBasis"][value="document"]').check()
    const ways = page.getByRole('radiogroup').getByRole('radio')
    for (const index of [5, 6, 4]) {
      await ways.nth(index).check()
      await expectNoSidewaysScroll(page)
    }
    await expectAccessible(page)
  })

test('not asked, not known and not told are three answers', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill('Invented Unknown')
  await page
    .getByRole('group', { name: say('people.field.age'), exact: true })
    .getByRole('radio', { name: say('people.ageAnswer.declined'), exact: true })
    .check()
  await page
    .getByLabel(say('people.field.nationality'), { exact: true })
    .selectOption({ label: say('people.nationality.notKnown') })
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Invented Unknown')
  const head = page.getByRole('region', { name: say('cases.head') })
  await expect(head).toContainText(say('people.age.declined'))
  await expect(head).not.toContainText(say('people.age.notAsked'))
  await expect(head).toContainText(say('people.nationality.notKnown'))
  await openFilePage(page, 'details')
  const sex = page.getByRole('row').filter({ hasText: say('people.field.sex') })
  await expect(sex).toContainText(say('people.sex.not_asked'))
})
