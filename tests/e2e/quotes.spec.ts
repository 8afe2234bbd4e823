import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { say } from '../support/say'
import { openTools } from './file-pages'
import { expect, expectAccessible, expectAwake, signInAs, test } from './fixtures'

const WORDS = 'We are not told how long.'

test('what someone said is printed while they agree to it, and not after', async ({ page, testServer }) => {
  const { rows } = await testServer.db.query(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id JOIN case_person cp ON cp.case_id = f.id AND cp.role = 'principal' AND cp.until IS NULL
      WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' AND f.kind = 'detention' AND f.status = 'active'
        AND NOT EXISTS (SELECT FROM age_claim a WHERE a.person_id = cp.person_id AND a.born_latest > now() - interval '20 years')
      ORDER BY f.code LIMIT 1`,
  )
  const path = `/cases/${rows[0].code}/consents`
  await signInAs(page, testServer, 'caseworker')
  await page.goto(path)
  await expectAwake(page)
  const quotes = page.getByRole('region', { name: say('quotes.title') })
  await expect(quotes).toContainText(say('quotes.askFirst'))
  const answer = page.getByRole('region', { name: say('consents.new') })
  if (!(await answer.getByRole('radio').first().isVisible())) await answer.locator('summary').first().click()
  await answer.getByRole('radio', { name: say('consents.purpose.quote') }).check()
  await answer.getByRole('radio', { name: say('consents.answer.given'), exact: true }).check()
  await answer.getByLabel(say('consents.fields.language')).selectOption('fr')
  await answer.getByRole('button', { name: say('consents.save') }).click()
  await quotes
    .locator('summary')
    .filter({ hasText: say('quotes.new') })
    .click()
  await quotes.getByLabel(say('quotes.field.words')).fill(WORDS)
  await quotes.getByRole('button', { name: say('quotes.save') }).click()
  // How a report names them is theirs to choose, never ours beforehand.
  await quotes.getByLabel(say('quotes.field.speaker')).selectOption(say('quotes.speaker.woman'))
  await quotes.getByRole('button', { name: say('quotes.save') }).click()
  await expect(quotes.getByText(say('quotes.printed'))).toBeVisible()
  await expectAccessible(page)

  const printed = async (): Promise<string> => {
    await signInAs(page, testServer, 'coordinator')
    await page.goto('/reports/annual?kind=detention&reach=team&chapter=quotes')
    const saving = page.waitForEvent('download')
    await page
      .getByRole('link', {
        name: say('reporting.annual.docx', { language: say('reporting.annual.language.en') }),
      })
      .click()
    const file = await saving
    return (await mammoth.extractRawText({ buffer: readFileSync(await file.path()) })).value
  }
  expect(await printed()).toContain(`“${WORDS}” – ${say('quotes.speaker.woman')}`)

  await signInAs(page, testServer, 'caseworker')
  await page.goto(path)
  await expectAwake(page)
  const agreed = page.locator('li[id^="consent-"]').filter({ hasText: say('consents.purpose.quote') })
  await openTools(agreed)
  await agreed
    .locator('summary')
    .filter({ hasText: say('consents.withdraw.open') })
    .click()
  await agreed.getByRole('radio', { name: say('consents.giver.self') }).check()
  await agreed.getByRole('button', { name: say('consents.withdraw.save') }).click()
  await expect(quotes).toContainText(say('quotes.notPrinted', { why: say('quotes.withdrawn') }))
  expect(await printed()).not.toContain(WORDS)
})
