import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { paragraph } from '../support/docx-by-hand'
import { labelOf } from '../support/label-of'
import { say } from '../support/say'
import {
  addField,
  addFinerValue,
  addTemplate,
  inviteColleague,
  type NewField,
  openNew,
  renameValue,
} from './organisation'

// The settings of two organisations beside each other. Each word that one sets or writes bears its mark, by which it would be known in
// the other.

export const MARKS = ['Noordster', 'Zuidkruis'] as const
export type Mark = (typeof MARKS)[number]

export const LISTS = {
  encounter_topic: 'family',
  encounter_request: 'medical_care',
  action_type: 'lawyer_found',
  closure_reason: 'goal_reached',
} as const
const TYPES = ['one', 'several', 'yes_no', 'amount', 'date', 'short'] as const
const FIELDS = Array.from({ length: 10 }, (_, at) => at + 1)
export const TEMPLATES = ['Confirmation', 'Appeal', 'Hand-over'] as const
export const PARTNERS = FIELDS.slice(0, 5)

const fieldOf = (mark: Mark, number: number): NewField => {
  const type = TYPES[(number - 1) % TYPES.length] ?? 'short'
  const name = `${mark} question ${number}`
  return {
    names: { en: name, fr: name, nl: name, de: name },
    type,
    owner: number === 10 ? 'person' : 'file',
    options: type === 'one' || type === 'several' ? [`${mark} yes`, `${mark} perhaps`] : [],
  }
}

/** Office, lists and fields, one by one in the pages. */
export const setUpByHand = async (page: Page, mark: Mark): Promise<void> => {
  await page.goto('/settings/offices')
  const office = page.getByRole('region', { name: say('settings.offices.new') })
  await office.getByLabel(say('settings.offices.name')).fill(`${mark} office`)
  await office.getByRole('button', { name: say('settings.offices.add') }).click()
  await expect(page.getByRole('listitem').filter({ hasText: `${mark} office` })).toBeVisible()
  for (const [list, code] of Object.entries(LISTS)) {
    await page.goto(`/settings/lists/${list}`)
    await renameValue(page, labelOf('en', list, code), `${mark} ${code.replace('_', ' ')}`)
  }
  await page.goto('/settings/lists/encounter_topic')
  await addFinerValue(page, labelOf('en', 'encounter_topic', 'health'), `${mark} diabetes`)
  for (const number of FIELDS) {
    await page.goto('/settings/fields')
    await addField(page, fieldOf(mark, number))
  }
}

/** The configuration of one organisation as a file, changed into one of the other, and brought in there. */
export const setUpFromFile = async (
  page: Page,
  from: Page,
  [old, mark]: readonly [Mark, Mark],
): Promise<void> => {
  await from.goto('/settings/configuration')
  const [download] = await Promise.all([
    from.waitForEvent('download'),
    from.getByRole('link', { name: say('exchange.export.download') }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  const changed = text.replaceAll(old, mark).replaceAll(old.toLowerCase(), mark.toLowerCase())
  await page.goto('/settings/configuration')
  await page.getByLabel(say('exchange.import.file')).setInputFiles({
    name: 'ours.json',
    mimeType: 'application/json',
    buffer: Buffer.from(changed),
  })
  await page.getByRole('button', { name: say('exchange.import.compare') }).click()
  await expect(page.getByRole('heading', { name: say('exchange.compared.title') })).toBeVisible()
  await page.getByLabel(say('exchange.import.reason')).fill('To begin with.')
  await page.getByRole('button', { name: say('exchange.import.bring') }).click()
  const brought = page.getByRole('region', { name: say('exchange.brought.title') })
  await expect(brought.getByText('To begin with.').first()).toBeVisible()
}

/** What no file of a configuration holds: templates, a project, colleagues. */
export const setUpRest = async (
  admin: Page,
  mark: Mark,
): Promise<Readonly<Record<'coordinator' | 'caseworker' | 'receiver', string>>> => {
  for (const name of TEMPLATES) {
    await admin.goto('/settings/letters')
    await addTemplate(admin, {
      name: `${mark} ${name}`,
      body: paragraph(`${mark}: {organisation} accompanies {name}, file {fileCode}. {message}`),
    })
  }
  await admin.goto('/settings/projects')
  await openNew(admin, say('projects.new'))
  await admin.getByLabel(say('projects.field.name'), { exact: true }).fill(`${mark} project`)
  await admin.getByLabel(say('projects.field.funder'), { exact: true }).fill(`${mark} fund`)
  const from = admin.getByRole('group', { name: say('projects.field.from') })
  for (const [box, value] of [
    ['day', '1'],
    ['month', '1'],
    ['year', '2026'],
  ] as const)
    await from.getByLabel(say(`forms.${box}`)).fill(value)
  await admin.getByRole('button', { name: say('projects.add') }).click()
  await expect(admin.getByRole('listitem').filter({ hasText: `${mark} project` })).toBeVisible()
  const link = async (who: string, role: 'coordinator' | 'caseworker'): Promise<string> => {
    await admin.goto('/accounts')
    return inviteColleague(admin, {
      email: `${who}@${mark.toLowerCase()}.example`,
      role,
      office: `${mark} office`,
    })
  }
  return {
    coordinator: await link('coordinator', 'coordinator'),
    caseworker: await link('caseworker', 'caseworker'),
    receiver: await link('receiver', 'caseworker'),
  }
}
