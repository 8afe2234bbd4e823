import { saidAs } from '../../support/say'
import { openFilePage } from '../file-pages'
import { expect } from '../fixtures'
import type { Walker } from './walker'

/** A coordinator finds the critical signal of the day first of all, and answers it. */
export const answerWorry = async (walker: Walker, mark: string): Promise<void> => {
  const { page, say, press, write, glance, lookAround } = walker
  const first = page
    .getByRole('region', { name: say('today.firsts') })
    .getByRole('listitem')
    .first()
  await expect(first).toContainText(say('cases.severity.critical'))
  await expect(first).toContainText(say('today.first.answer'))
  await glance()
  await press(first.getByRole('link', { name: saidAs('today.first.answerOf', {}, say) }))
  await expect(page).toHaveURL(/\/cases\/[2-9A-Z]{3}-[2-9A-Z]{4}/)
  await lookAround()

  const signals = page.getByRole('listitem').locator('div', { hasText: say('cases.signal.unanswered') })
  const worry = signals.filter({ has: page.locator('summary') }).last()
  await press(worry.locator('summary'))
  await write(worry.getByLabel(say('cases.signal.what')), `The nurse sees him tonight. ${mark}`)
  await press(worry.getByRole('button', { name: say('cases.signal.save') }))
  await expect(page.getByText(`The nurse sees him tonight. ${mark}`)).toBeVisible()
}

/** A coordinator looks for what is late, opens a file and gives it to a colleague. */
export const handOver = async (walker: Walker, mark: string): Promise<void> => {
  const { page, say, press, tick, pick, write, goTo, glance, lookAround } = walker
  await goTo('caseload')
  await expect(page.getByRole('heading', { level: 1, name: say('caseload.title') })).toBeVisible()
  await press(page.locator('summary').filter({ hasText: new RegExp(`${say('caseload.filter.open')}$`) }))
  const missing = page.getByRole('group', { name: say('caseload.filter.field.missing'), exact: true })
  await tick(missing.getByRole('checkbox', { name: say('caseload.missing.late'), exact: true }))
  await expect(
    page.getByRole('list', { name: say('caseload.filter.active') }).getByRole('link', {
      name: new RegExp(say('caseload.missing.late')),
    }),
  ).toBeVisible()
  await glance()

  await press(page.getByRole('rowheader').first().getByRole('link'))
  await openFilePage(page, 'reassign', { say, press })
  const colleagues = page.getByLabel(say('cases.reassign.to'), { exact: true })
  await expect(colleagues).toBeVisible()
  await lookAround()
  const name = (await colleagues.locator('option').allTextContents()).at(-1) ?? ''
  await pick(colleagues, name)
  await write(
    page.getByLabel(say('cases.reassign.reason'), { exact: true }),
    `She speaks his language. ${mark}`,
  )
  await press(page.getByRole('button', { name: say('cases.reassign.save'), exact: true }))
  await expect(page.getByText(`${name} (${say('cases.sharing.reason.worker')})`)).toBeVisible()
}
