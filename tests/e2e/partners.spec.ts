import type { Page } from '@playwright/test'
import { saidAs, say } from '../support/say'
import {
  expect,
  expectAccessible,
  expectAwake,
  expectNoSidewaysScroll,
  fileCodes,
  signInAs,
  test,
  unfoldAll,
} from './fixtures'

const SHELTER = 'Invented Shelter'
const WORRY = 'They lock the doors at night.'

const add = async (
  page: Page,
  name: string,
  kind: 'shelter' | 'interpreter',
  languages: readonly string[],
) => {
  await page.goto('/partners')
  await expectAwake(page)
  await page.getByText(say('partners.newOpen'), { exact: true }).click()
  const card = page.getByRole('region', { name: say('partners.newOpen') })
  await card.getByLabel(say('partners.field.name'), { exact: true }).fill(name)
  await card.getByLabel(say('partners.field.kind'), { exact: true }).selectOption(kind)
  for (const language of languages) {
    const chip = card.getByRole('checkbox', { name: language, exact: true })
    if (!(await chip.isVisible()))
      await card.getByRole('button', { name: say('partners.moreLanguages') }).click()
    await chip.check()
  }
  await card.getByLabel(say('partners.field.phone')).fill('02 000 00 01')
  await card.getByRole('button', { name: say('partners.add') }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** One step of the newest referral of a file, recorded by its form. */
const record = async (page: Page, kind: 'told' | 'accepted' | 'sent') => {
  const referral = page.getByRole('article', { name: say('referrals.referralTo', { to: SHELTER }) })
  await referral
    .locator('summary')
    .filter({ hasText: say('referrals.stepNew') })
    .click()
  const form = referral.locator('details').filter({ hasText: say('referrals.stepNew') })
  await form.getByRole('radio', { name: say(`referrals.step.${kind}`), exact: true }).check()
  await form.getByRole('button', { name: say('referrals.stepSave') }).click()
  return referral
}

test('a coordinator adds a shelter and an interpreter, a caseworker refers someone, and a warning stops the next one', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await add(page, 'Invented Interpreters', 'interpreter', ['French', 'Lingala'])
  const people = page.getByRole('region', { name: say('partners.people') })
  await people.getByText(say('partners.person.new')).click()
  await people.getByLabel(say('partners.person.name'), { exact: true }).fill('Zola Fictive')
  await people.getByRole('checkbox', { name: say('partners.way.phone'), exact: true }).check()
  await people.getByRole('checkbox', { name: 'Amharic', exact: true }).check()
  await people.getByRole('button', { name: say('partners.person.save') }).click()
  await expect(people.getByText('Zola Fictive').first()).toBeVisible()
  await unfoldAll(page)
  await expectAccessible(page)
  await add(page, SHELTER, 'shelter', ['French'])
  const shelter = page.url()

  // Found by a language that only a person at it speaks; nothing of the search is in the address.
  await page.goto('/partners')
  await expectAwake(page)
  await page.getByLabel(say('partners.find.language')).selectOption({ label: 'Amharic' })
  await page.getByLabel(say('partners.find.words')).fill('invented')
  const list = page.getByRole('main').getByRole('listitem')
  await expect(list.getByRole('link')).toHaveText(['Invented Interpreters'])
  expect(page.url()).toMatch(/\/partners$/)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.goto(shelter)
  await unfoldAll(page)
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1366, height: 768 })

  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  const referrals = `/cases/${code}/referrals`
  await page.goto(referrals)
  await expectAwake(page)
  const fresh = page
    .locator('summary')
    .filter({ hasText: say('referrals.new') })
    .locator('..')
  const open = async (): Promise<void> => {
    if ((await fresh.getAttribute('open')) === null) await fresh.locator('summary').first().click()
  }
  await open()
  // By keyboard: the search, then the radios, which arrows move through.
  await fresh.getByRole('searchbox').focus()
  await page.keyboard.type(SHELTER)
  const group = fresh.getByRole('group', { name: say('referrals.partner.label') })
  await expect(group.getByRole('radio')).toHaveCount(2)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(fresh.getByRole('radio', { name: SHELTER })).toBeChecked()
  await fresh.getByLabel(say('referrals.asked')).fill('A bed for two nights.')
  await fresh.getByRole('button', { name: say('referrals.goOn') }).click()
  await expect(page).toHaveURL(/referrals\/[0-9a-f-]{36}/)
  await page.goto(referrals)
  await expectAwake(page)
  await record(page, 'told')
  await expect(page.getByText(say('referrals.state.told')).first()).toBeVisible()
  const referral = await record(page, 'accepted')
  await expect(referral.getByText(say('referrals.state.accepted'), { exact: true })).toBeVisible()
  await referral.getByRole('link', { name: say('referrals.partner.see') }).click()
  const figures = page.getByRole('region', { name: say('referrals.partner.title') })
  await expect(
    figures.getByText(say('referrals.partner.accepted'), { exact: true }).locator('..'),
  ).toContainText('1')
  // Who only reads keeps nothing.
  await expect(page.getByText(say('partners.keep'))).toHaveCount(0)

  await signInAs(page, testServer, 'coordinator')
  await page.goto(shelter)
  await expectAwake(page)
  await page.getByText(say('partners.warning.new')).click()
  await page.getByLabel(say('partners.warning.reason')).fill(WORRY)
  // A window that dies takes nothing with it.
  await expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: say('forms.draftKeep'), exact: true }).click()
  await expect(page.getByLabel(say('partners.warning.reason'))).toHaveValue(WORRY)
  await page.getByRole('button', { name: say('partners.warning.save') }).click()
  await expect(page.getByText(WORRY).first()).toBeVisible()
  await expectAccessible(page)

  await signInAs(page, testServer, 'caseworker')
  await page.goto(referrals)
  await expectAwake(page)
  await open()
  await fresh.getByRole('searchbox').fill(SHELTER)
  await fresh.getByRole('radio', { name: SHELTER }).check()
  await expect(fresh.getByText(say('referrals.partner.doNotRefer'))).toBeVisible()
  await fresh.getByLabel(say('referrals.asked')).fill('A bed.')
  await fresh.getByRole('button', { name: say('referrals.goOn') }).click()
  await expect(page.getByText(say('errors.doNotRefer')).first()).toBeVisible()
  await expectAccessible(page)

  // An admin opens no files and sees no figure.
  await signInAs(page, testServer, 'admin')
  await page.goto(shelter)
  await expect(page.getByText(say('referrals.partner.noFiles'))).toBeVisible()
  await signInAs(page, testServer, 'guest')
  await page.goto('/partners')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('layout.notFound.title'))
})

test('a partner that was recorded twice leads to the other one, and back', { tag: '@sweep' }, async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'coordinator')
  await page.goto('/partners')
  await page.getByRole('link', { name: 'Logements Express' }).click()
  await expect(page.getByText(say('partners.warning.title')).first()).toBeVisible()
  await expectAwake(page)
  await page.getByText(say('partners.same.new')).click()
  await page.getByLabel(say('partners.same.into')).selectOption({ label: 'Foyer Les Tilleuls' })
  await page.getByRole('button', { name: say('partners.same.save') }).click()
  await expect(page.getByText(say('partners.same.isUsed'))).toBeVisible()
  await page.getByRole('link', { name: 'Foyer Les Tilleuls' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Foyer Les Tilleuls' })).toBeVisible()
  // The warning of one is a warning of both.
  await expect(page.getByText(say('partners.warning.title')).first()).toBeVisible()
  await page.getByRole('link', { name: 'Logements Express' }).click()
  await page.getByRole('button', { name: say('partners.same.undo') }).click()
  await expect(page.getByText(say('partners.same.isUsed'))).toHaveCount(0)
})
