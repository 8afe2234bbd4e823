import type { Locator, Page } from '@playwright/test'
import { FILE_PAGES, type FilePage } from '@/lib/cases/file-part.view'
import { say as english, type Say, saidAs, starting } from '../support/say'
import { expect } from './fixtures'

/** The link to a page on the first page of its part: in the strip of the part, or where that page speaks of it. */
const pageLink = (page: Page, name: FilePage, say: Say): Locator => {
  const strip = page.getByRole('navigation', {
    name: say(`cases.part.${FILE_PAGES[name].part}`),
    exact: true,
  })
  return strip
    .getByRole('link', { name: say(`cases.page.${name}`), exact: true })
    .or(page.locator(`[data-file-page] a[href*="/${name}?file="]`))
    .first()
}

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
  const first = (await part.getAttribute('href')) ?? ''
  await press(part)
  await expect(page).toHaveURL(first)
  await expect(part).toHaveAttribute('aria-current')
  if (address.test(first)) return 1
  await press(pageLink(page, name, say))
  await expect(page).toHaveURL(address)
  return 2
}

/** Shows the warnings of a file that are folded below the worst one. */
export const openWarnings = (page: Page): Promise<void> =>
  page
    .locator('summary')
    .filter({ hasText: saidAs('cases.moreWarnings') })
    .click()

/** Shows what one does rarely with a row: the first of them, or the one that `of` names. */
export const openTools = (
  scope: Page | Locator,
  { of = '', say = english }: { readonly of?: string; readonly say?: Say } = {},
): Promise<void> =>
  scope
    .locator('summary')
    .filter({ hasText: `${say('forms.rowTools')}: ${of}` })
    .first()
    .click()
