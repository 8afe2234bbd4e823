import type { Locator, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import type { FieldOwner } from '../../lib/fields/owner.rules'
import { makeDocx } from '../support/docx-by-hand'
import { part, say } from '../support/say'
import { expect, expectAwake, type Locale } from './fixtures'

// What an organisation is made of, as an admin and colleagues do it in the pages: accounts by link, lists, own fields, templates.

const PASSWORD = 'lantern gravel piano otter'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The code that an authenticator app would show for the key on the page. */
export const codeOnPage = async (page: Page): Promise<string> => {
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? ''
  return new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()
}

/** From a link of invitation to an account; coordinators and admins set up their second step as well. */
export const acceptInvitation = async (
  page: Page,
  { link, name, hasSecondStep }: { link: string; name: string; hasSecondStep: boolean },
): Promise<void> => {
  await page.goto(link)
  await page.getByLabel(say('accounts.accept.name')).fill(name)
  await page.getByLabel(say('accounts.accept.password')).fill(PASSWORD)
  await page.getByLabel(say('accounts.accept.again')).fill(PASSWORD)
  await page.getByRole('button', { name: say('accounts.accept.submit') }).click()
  if (hasSecondStep) {
    await page.waitForURL('**/sign-in/enrol')
    await page.getByLabel(say('accounts.enrol.label')).fill(await codeOnPage(page))
    await page.getByRole('button', { name: say('accounts.enrol.submit') }).click()
    await page.getByRole('button', { name: say('accounts.recovery.kept') }).click()
  }
  await page.waitForURL((url) => !/^\/(accept-invitation|sign-in)/.test(url.pathname))
}

/** Invites someone on the page that is open; gives the link, which is shown once. */
export const inviteColleague = async (
  page: Page,
  { email, role, office }: { email: string; role: 'caseworker' | 'coordinator' | 'admin'; office?: string },
): Promise<string> => {
  await page.getByLabel(say('accounts.invite.email')).fill(email)
  await page.getByRole('radio', { name: say(`accounts.role.${role}`) }).check()
  if (office !== undefined)
    await page.getByLabel(say('accounts.invite.team'), { exact: true }).selectOption({ label: office })
  await page.getByRole('button', { name: say('accounts.invite.submit') }).click()
  return page.getByLabel(say('accounts.invite.link', { email })).inputValue()
}

/** The fold of one thing among several, which says of what it is. */
export const foldOf = (page: Page, press: string, of: string): Locator =>
  page.locator('summary').filter({ hasText: new RegExp(`${part(press).source}\\s*: ${part(of).source}$`) })

/** Opens the form of something new, which stands behind its button. */
export const openNew = (page: Page, label: string): Promise<void> =>
  page.getByRole('main').locator('summary').filter({ hasText: label }).click()

/** The own words of a standard value, on the page of its list. */
export const renameValue = async (page: Page, standard: string, word: string): Promise<void> => {
  const main = page.getByRole('main')
  const fold = foldOf(page, say('settings.lists.change'), standard)
  const line = main.getByRole('listitem').filter({ has: fold })
  await fold.click()
  await line.getByLabel('English', { exact: true }).first().fill(word)
  await line.getByRole('button', { name: say('settings.lists.save') }).click()
  await expect(main.getByText(word, { exact: true })).toBeVisible()
}

/** A finer value under a standard one, on the page of its list. */
export const addFinerValue = async (page: Page, standard: string, word: string): Promise<void> => {
  await foldOf(page, say('settings.lists.change'), standard).click()
  const fold = foldOf(page, say('settings.lists.add'), standard)
  const line = page.getByRole('main').getByRole('listitem').filter({ has: fold })
  if (!(await fold.isVisible())) await foldOf(page, say('settings.lists.change'), standard).click()
  await fold.click()
  await line.getByLabel('English', { exact: true }).last().fill(word)
  await line.getByRole('button', { name: say('settings.lists.addNow') }).click()
  await expect(line.getByRole('listitem').filter({ hasText: word })).toBeVisible()
}

export type NewField = {
  readonly names: Readonly<Record<Locale, string>>
  readonly type: 'yes_no' | 'one' | 'several' | 'amount' | 'date' | 'short' | 'partner'
  readonly fieldClass?: 'ordinary' | 'sensitive'
  readonly owner?: FieldOwner
  readonly options?: readonly string[]
}
/** What an invented organisation asks of each file. */
export const ARRIVAL = {
  en: 'Way of arrival',
  fr: 'Voie d’arrivée',
  nl: 'Weg van aankomst',
  de: 'Ankunftsweg',
} as const satisfies NewField['names']
/** A name in each language that the page asks for. */
export const nameField = async (page: Page, names: NewField['names'], sayHere = say): Promise<void> => {
  for (const locale of ['en', 'fr', 'nl', 'de'] as const) {
    const field = page.getByLabel(sayHere(`fields.editor.label.${locale}`), { exact: true })
    if (await field.isVisible()) await field.fill(names[locale])
  }
  await page.getByLabel(sayHere('fields.editor.because.label')).fill('To plan information sessions.')
}
/** A new own field, from the page of all of them to its own page. */
export const addField = async (
  page: Page,
  { names, type, fieldClass = 'ordinary', owner = 'file', options = [] }: NewField,
): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: say('fields.editor.title') })).toBeVisible()
  await expectAwake(page)
  await openNew(page, say('fields.editor.new'))
  await nameField(page, names)
  await page.getByRole('radio', { name: say(`fields.editor.owner.${owner}`) }).check()
  await page.getByLabel(say('fields.editor.type.label')).selectOption(say(`fields.editor.type.${type}`))
  await page.getByRole('radio', { name: say(`fields.editor.class.${fieldClass}`) }).check()
  if (options.length > 0) await page.getByLabel(say('fields.editor.options.label')).fill(options.join('\n'))
  await page.getByRole('button', { name: say('fields.editor.add') }).click()
  await expect(page.getByRole('heading', { level: 1, name: names.en })).toBeVisible()
}

/** Lets the answers to a field leave with what a lawyer is given, on its page; until then none leaves. */
export const letFieldLeave = async (page: Page): Promise<void> => {
  await expectAwake(page)
  const main = page.getByRole('main')
  await main
    .locator('summary')
    .filter({ hasText: say('fields.editor.edit') })
    .click()
  await main.getByRole('radio', { name: say('fields.editor.level.whole') }).check()
  await main.getByLabel(say('fields.editor.because.change')).first().fill('Lawyers ask how people came.')
  await main.getByRole('button', { name: say('fields.editor.publish', { edition: 2 }) }).click()
  await expect(main.getByRole('button', { name: say('fields.editor.publish', { edition: 3 }) })).toBeVisible()
}

/** A template for a lawyer, from the page of all of them to its own page. */
export const addTemplate = async (
  page: Page,
  { name, body }: { readonly name: string; readonly body: string },
): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: say('letters.editor.title') })).toBeVisible()
  await expectAwake(page)
  await openNew(page, say('letters.editor.new'))
  const form = page.getByRole('region', { name: say('letters.editor.new') })
  await form
    .getByLabel(say('letters.editor.file'))
    .setInputFiles({ name: 'template.docx', mimeType: DOCX, buffer: makeDocx({ body }) })
  await form.getByLabel(say('letters.editor.name'), { exact: true }).fill(name)
  await form.getByRole('radio', { name: say('letters.readerIs.lawyer') }).check()
  await form.getByLabel(say('letters.editor.purpose')).selectOption('confirm')
  await form.getByLabel(say('letters.editor.language')).selectOption('en')
  await form.getByLabel(say('letters.editor.because')).fill('Lawyers ask for it.')
  await form.getByRole('button', { name: say('letters.editor.publish') }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** A shelter beside the organisation, as a coordinator adds it. */
export const addPartner = async (page: Page, name: string): Promise<void> => {
  await page.goto('/partners')
  await expectAwake(page)
  const card = page.getByRole('region', { name: say('partners.newOpen') })
  const field = card.getByLabel(say('partners.field.name'), { exact: true })
  // Where there is none yet the form is open.
  if (!(await field.isVisible())) await page.getByText(say('partners.newOpen'), { exact: true }).click()
  await field.fill(name)
  await card.getByLabel(say('partners.field.kind'), { exact: true }).selectOption('shelter')
  await card.getByLabel(say('partners.field.phone')).fill('02 000 00 01')
  await card.getByRole('button', { name: say('partners.add') }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}
