import { say } from '../support/say'
import { openTools } from './file-pages'
import { expect, expectAccessible, expectAwake, expectNoSidewaysScroll, signInAs, test } from './fixtures'

test('a consent is signed on screen, or stated before a witness by keyboard alone, at 320 pixels', async ({
  page,
  testServer,
}) => {
  test.setTimeout(90_000)
  const { rows } = await testServer.db.query(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id JOIN case_person cp ON cp.case_id = f.id AND cp.role = 'principal' AND cp.until IS NULL
      WHERE s.name = 'Casimir Caseworker' AND f.secrecy = 'open' AND f.status = 'active'
        AND NOT EXISTS (SELECT FROM age_claim a WHERE a.person_id = cp.person_id AND a.born_latest > now() - interval '20 years')
        AND (SELECT count(*) FROM case_person o WHERE o.case_id = f.id AND o.until IS NULL) = 1
      ORDER BY f.code DESC LIMIT 1`,
  )
  const path = `/cases/${rows[0].code}/consents`
  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(path)
  await expectAwake(page)
  const answer = page.getByRole('region', { name: say('consents.new'), exact: true })
  const begin = async (form: 'drawn' | 'stated'): Promise<void> => {
    if (!(await answer.getByRole('radio').first().isVisible()))
      await answer.locator('summary').first().click()
    await answer.getByRole('radio', { name: say('consents.purpose.photo') }).check()
    await answer.getByLabel(say('consents.fields.recipient')).selectOption('kind:lawyer')
    await answer.getByRole('radio', { name: say('consents.answer.given'), exact: true }).check()
    await answer.getByRole('radio', { name: say(`consents.form.${form}`) }).check()
    await answer.getByLabel(say('consents.fields.language'), { exact: true }).selectOption('fr')
  }
  const save = answer.getByRole('button', { name: say('consents.save') })

  await begin('drawn')
  await save.click()
  // Nothing drawn is no signature.
  await expect(answer.getByRole('img', { name: say('consents.pad.empty') })).toBeVisible()
  await expect(answer.getByRole('alert').or(answer.locator('[id$="drawing-error"]')).first()).toBeVisible()
  const pad = answer.getByRole('img', { name: say('consents.pad.empty') })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no box to sign in')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  for (const [from, to] of [
    [at(0.1, 0.2), at(0.6, 0.8)],
    [at(0.1, 0.8), at(0.6, 0.2)],
  ] as const) {
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move(...to, { steps: 8 })
    await page.mouse.up()
  }
  await expect(answer.getByRole('img', { name: say('consents.pad.drawn') })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await save.click()
  const kept = page.locator('li[id^="consent-"]').filter({ hasText: say('consents.form.drawn') })
  await expect(kept.getByRole('img', { name: say('consents.signature') })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)

  // On the printed consent it stands with the name, and not without.
  await openTools(kept)
  await kept.getByRole('link', { name: say('consents.paper.open') }).click()
  const paper = page.locator('article.handout')
  await expect(paper).toBeVisible()
  await expect(paper.getByRole('img')).toHaveCount(0)
  await page.getByRole('link', { name: say('consents.paper.showName') }).click()
  await expect(paper.getByRole('img')).toBeVisible()
  await expectAccessible(page)

  await page.goto(path)
  await expectAwake(page)
  await begin('stated')
  await answer.getByRole('textbox', { name: say('consents.fields.statement'), exact: true }).focus()
  await page.keyboard.type('Oui, je suis d’accord.')
  await page.keyboard.press('Tab')
  await expect(answer.getByLabel(say('consents.fields.witness'))).toBeFocused()
  await page.keyboard.type('Invented Witness')
  await save.press('Enter')
  const stated = page.locator('li[id^="consent-"]').filter({ hasText: say('consents.form.stated') })
  await expect(stated).toContainText('Oui, je suis d’accord.')
  await expect(stated).toContainText(say('consents.witnessedBy', { name: 'Invented Witness' }))
})
