import type { Locator, Page } from '@playwright/test'
import { FILE_PAGES, type FilePage } from '@/lib/cases/file-part.view'
import { say as english, type Say, saidAs, starting } from '../support/say'
import { expect } from './fixtures'

/** The link of a page among the pages of the part that is open. */
const pageLink = (page: Page, name: FilePage, say: Say): Locator =>
  page
    .getByRole('navigation', { name: say(`cases.part.${FILE_PAGES[name].part}`), exact: true })
    .getByRole('link', { name: say(`cases.page.${name}`), exact: true })

/**
 * From any page of a file to another one as a hand does it: its part, then the page itself where the part did not lead to it. Gives how
 * many presses it took.
 */
export const openFilePage = async (
  page: Page,
  name: FilePage,
  {
    say = english,
    press = (link) => link.click(),
  }: { readonly say?: Say; readonly press?: (link: Locator) => Promise<unknown> } = {},
): Promise<number> => {
  const address = new RegExp(
    name === 'timeline' ? String.raw`/cases/[^/]+\?file=` : String.raw`/cases/[^/]+/${name}\?`,
  )
  const part = page
    .getByRole('navigation', { name: say('cases.parts') })
    .getByRole('link', { name: starting(say(`cases.part.${FILE_PAGES[name].part}`)) })
  await press(part)
  await expect(part).toHaveAttribute('aria-current')
  const link = pageLink(page, name, say)
  const isThere = (await link.count()) === 0 || (await link.getAttribute('aria-current')) !== null
  if (!isThere) await press(link)
  await expect(page).toHaveURL(address)
  return isThere ? 1 : 2
}

/** Shows the warnings of a file that are folded below the worst one. */
export const openWarnings = (page: Page): Promise<void> =>
  page
    .locator('summary')
    .filter({ hasText: saidAs('cases.moreWarnings') })
    .click()
