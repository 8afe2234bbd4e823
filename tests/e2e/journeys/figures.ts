import { readFileSync } from 'node:fs'
import { expect } from '../fixtures'
import type { Walker } from './walker'

type Register = { query: (sql: string, values: string[]) => Promise<{ rows: { csv: string }[] }> }

/** An admin releases a table of a closed quarter to a named recipient and takes the file with them. */
export const releaseFigures = async (walker: Walker, register: Register): Promise<void> => {
  const { page, say, press, pick, write, goTo, glance, lookAround } = walker
  const title = say('statistics.table.peopleByCentreAge')
  await glance()
  await goTo('statistics')
  const periods = page.getByRole('combobox', { name: say('statistics.period.label'), exact: true })
  await expect(periods).toBeVisible()
  const [code = ''] = await periods
    .locator('option')
    .evaluateAll((all) =>
      all.flatMap((one) => one.getAttribute('value') ?? []).filter((one) => /Q\d$/.test(one)),
    )
  const [year = '', number = ''] = code.split('-Q')
  await pick(periods, say('statistics.period.quarter', { number, year }))
  await pick(page.getByRole('combobox', { name: say('statistics.table.label'), exact: true }), title)
  await press(page.getByRole('button', { name: say('statistics.show'), exact: true }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('table', { name: title }).getByRole('row').nth(2)).toBeVisible()
  await glance()

  await write(page.getByLabel(say('statistics.release.recipient'), { exact: true }), 'Invented foundation')
  await write(page.getByLabel(say('statistics.release.purpose'), { exact: true }), 'Annual report')
  const archive = page.waitForEvent('download')
  await press(page.getByRole('button', { name: say('statistics.release.submit'), exact: true }))
  expect((await archive).suggestedFilename()).toMatch(/\.zip$/)
  const done = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /[A-Z2-7]{20}/ })
  await expect(done).toBeFocused()
  const [id = ''] = /[A-Z2-7]{20}/.exec((await done.textContent()) ?? '') ?? []
  await expect(done).toHaveText(say('statistics.release.done', { id }))
  await lookAround()

  const download = page.waitForEvent('download')
  await press(page.getByRole('link', { name: say('statistics.release.csv') }))
  const file = await download
  const { rows } = await register.query('SELECT csv FROM sdc_release WHERE id = $1', [id])
  expect(readFileSync(await file.path(), 'utf8')).toBe(rows[0]?.csv)
}
