import type { Page } from '@playwright/test'
import { addDays, dayOf } from '../../../lib/shared/dates'
import { part, saidAs, several, starting } from '../../support/say'
import { expect, openPalette } from '../fixtures'
import type { Walker } from './walker'

/** A coordinator reviews their caseload: no action for the first, a question about the second, which is sent from the summary. */
export const reviewFiles = async ({ page, say }: Walker, mark: string): Promise<void> => {
  await page.goto('/cases/review')
  await page.getByRole('button', { name: say('reviews.start.press'), exact: true }).click()
  await expect(page).toHaveURL(/\/cases\/review\/[0-9a-f-]{36}$/)
  const pane = page.locator('section[data-settled]')
  const isAt = async (at: number): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      new RegExp(`^${saidAs('reviews.progress', { at: String(at) }, say).source}`),
    )
    await expect(pane).toHaveAttribute('data-settled', 'true')
  }
  await isAt(1)
  await pane.getByRole('button', { name: starting(say('reviews.command.fine')) }).click()
  await isAt(2)
  await pane.getByRole('button', { name: starting(say('reviews.command.ask')) }).click()
  await pane.getByRole('textbox').fill(`Is the appeal in? ${mark}`)
  await page.keyboard.press('Enter')
  await isAt(3)
  await page.getByRole('link', { name: say('reviews.summary.so') }).click()
  await page.getByRole('button', { name: say('reviews.summary.send', { questions: 1 }) }).click()
  await expect(page.getByText(say('reviews.summary.sent'), { exact: true }).first()).toBeVisible()
  await expect(page.getByText(`Is the appeal in? ${mark}`)).toBeVisible()
}

/** A coordinator plans a visit of next week to a centre, with one person to be seen and one visitor, and publishes the plan. */
export const planVisit = async ({ page, say }: Walker, centre: string): Promise<void> => {
  await page.goto(`/planning?week=${addDays(dayOf(new Date()), 7)}`)
  await page
    .getByRole('link', { name: new RegExp(`^${part(say('planning.plan')).source} ?${part(centre).source}`) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: part(centre) })).toBeVisible()
  const people = page.getByRole('group', { name: say('planning.form.people') }).getByRole('checkbox')
  await people.first().check()
  const visitors = page.getByRole('group', { name: say('planning.form.visitors') }).getByRole('checkbox')
  await visitors.first().check()
  await page.getByRole('button', { name: say('planning.form.saveDraft') }).click()
  await page.getByRole('button', { name: say('planning.publishAll', { count: 1 }) }).click()
  await expect(
    page.getByRole('link', { name: starting(say('planning.state.published')) }).first(),
  ).toBeVisible()
}

/** Someone finds a person by a name that they heard and cannot spell, and opens their file. */
export const findPerson = async ({ page }: Walker, typed: string, name: string): Promise<void> => {
  await page.goto('/')
  const line = await openPalette(page)
  await line.fill(typed)
  const hit = page.getByRole('option').filter({ hasText: name }).first()
  await expect(hit).toBeVisible()
  await hit.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** Someone needs a figure about Belgium and takes its citation with them. */
export const citeFigure = async ({ page, say }: Walker): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const line = await openPalette(page)
  await line.fill('recogn')
  await expect(page.getByRole('group', { name: say('palette.group.country') })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/countries\/be\/facts\//)
  await page.getByRole('button', { name: say('countries.copy.full') }).click()
  await expect(page.getByText(say('countries.copy.done'))).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/countries/be/facts/')
}

/** A coordinator gives the file of one person, who is in no danger, to a colleague, who accepts it on their first page. */
export const handOverFile = async (
  { page, say }: Walker,
  {
    person,
    from,
    to,
    theirs,
  }: {
    readonly person: string
    readonly from: string
    readonly to: string
    readonly theirs: Page
  },
): Promise<void> => {
  const main = page.getByRole('main')
  await page.goto('/handovers/new')
  // Their number of files stands behind the name.
  const workers = main.getByLabel(say('handovers.start.who'), { exact: true })
  await workers.selectOption(await workers.locator('option').filter({ hasText: from }).getAttribute('value'))
  await main.getByRole('button', { name: say('handovers.start.prepare') }).click()
  await expect(page).toHaveURL(/\/handovers\/[0-9a-f-]{36}$/)
  await main
    .locator('summary', { hasText: several((count) => say('handovers.calmFiles', { count })) })
    .click()
  await main
    .getByRole('row')
    .filter({ hasText: person })
    .getByRole('combobox', { name: saidAs('handovers.toOf', {}, say) })
    .selectOption({ label: to })
  await expect(main).toContainText(say('handovers.choice.saved'))
  await main.getByRole('button', { name: /^4\. / }).click()
  await main.getByRole('button', { name: say('handovers.send', { count: 1 }) }).click()
  await expect(main).toContainText(saidAs('handovers.sentBy', {}, say))
  await theirs.goto('/')
  const offer = theirs
    .getByRole('listitem')
    .filter({ hasText: saidAs('handovers.offer.what', { from }, say) })
  await offer.getByRole('button', { name: saidAs('handovers.asked.acceptAll', {}, say) }).click()
  await expect(offer).toHaveCount(0)
}
