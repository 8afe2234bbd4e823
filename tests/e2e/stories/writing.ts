import type { Locator, Page } from '@playwright/test'
import { addDays, dayOf } from '../../../lib/shared/dates'
import { type Say, say } from '../../support/say'
import { expect } from '../fixtures'

export const TODAY = dayOf(new Date())
export const ago = (days: number) => addDays(TODAY, -days)

/** Presses, counted: what a way costs. */
export const counter = () => {
  let presses = 0
  return {
    presses: () => presses,
    press: async (target: Locator) => {
      presses++
      await target.click()
    },
    check: async (target: Locator) => {
      presses++
      await target.check()
    },
    pick: async (target: Locator, label: string | RegExp) => {
      presses++
      const options = await target.locator('option').allTextContents()
      await target.selectOption(options.find((one) => one.match(label)) ?? '')
    },
  }
}

/** The three boxes of a day, in the page or a part of it. */
export const fillDay = async (part: Page | Locator, group: string, on: string, sayings: Say = say) => {
  const [year = '', month = '', day = ''] = on.split('-')
  const boxes = part.getByRole('group', { name: group, exact: true })
  for (const [key, value] of [
    ['day', day],
    ['month', month],
    ['year', year],
  ] as const)
    await boxes.getByRole('textbox', { name: sayings(`forms.${key}`), exact: true }).fill(value)
}

/** Opens a fold of a part of the page; what is done afterwards is done inside it. */
export const unfold = async (part: Locator, words: string): Promise<Locator> => {
  // The words are those of its summary: a fold may lie in another one.
  const fold = part.getByText(words, { exact: true }).locator('xpath=ancestor-or-self::summary/..').first()
  await fold.locator('summary').first().click()
  return fold
}

/** A file of general support for someone new; gives its address. */
export const openGeneralFile = async (page: Page, name: string): Promise<string> => {
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill(name)
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return new URL(page.url()).pathname
}
