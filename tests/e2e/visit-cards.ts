import type { Locator, Page } from '@playwright/test'
import { saidAs } from '../support/say'

/** The people of the form of a visit, those of them who are folded away too. */
export const visitCards = (page: Page): Locator => page.locator('li[id^="card-"]')

/** Brings a card into sight, where it is finished and folded away, and opens it. */
export const openVisitCard = async (page: Page, index = 0): Promise<Locator> => {
  const card = visitCards(page).nth(index)
  await card.waitFor({ state: 'attached' })
  const finished = page.getByRole('button', { name: saidAs('detention.form.finished') })
  if (!(await card.isVisible()) && (await finished.getAttribute('aria-expanded')) === 'false')
    await finished.click()
  const toggle = card.getByRole('button').first()
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
  return card
}
