import { flip } from '../support/damage'
import { saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, PEOPLE, signInAs, test } from './fixtures'

test('a file with a damaged note and two exchanged papers stays open and says so, and the admin is told', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  const client = await testServer.db.connect()
  const ask = async (sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows
  await signInAs(page, testServer, 'caseworker')
  const [file] = await ask(
    `SELECT f.code, n.id AS note FROM case_file f JOIN staff s ON s.id = f.worker_id JOIN note n ON n.case_id = f.id
      WHERE s.name = $1 AND f.secrecy = 'open' AND NOT n.privileged ORDER BY n.happened_on DESC, n.id LIMIT 1`,
    [PEOPLE.caseworker],
  )
  const papers = `/cases/${file.code}/attachments`
  for (const name of ['first', 'second']) {
    await page.goto(papers)
    const buffer = Buffer.from(`Invented ${name} letter`)
    await page
      .getByLabel(say('attachments.files'))
      .setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('textbox', { name: say('attachments.name') }).fill(`Invented ${name} paper`)
    await page.getByRole('radio', { name: say('attachments.kind.decision'), exact: true }).check()
    await page.getByRole('button', { name: say('attachments.bring') }).click()
    await expect(page.getByRole('listitem').filter({ hasText: `Invented ${name} paper` })).toBeVisible()
  }
  await flip(ask, 'note', 'body_cipher', 'WHERE id = $1', [file.note])
  const pieces = await ask('SELECT attachment_id AS id, cipher FROM attachment_piece ORDER BY 1 DESC LIMIT 2')
  await ask("SET session_replication_role = 'replica'")
  for (const [at, other] of [
    [0, 1],
    [1, 0],
  ] as const)
    await ask('UPDATE attachment_piece SET cipher = $2 WHERE attachment_id = $1', [
      pieces[at]?.id,
      pieces[other]?.cipher,
    ])
  client.release(true)

  await page.goto(`/cases/${file.code}`)
  await expect(page.getByText(say('common.damaged.text')).first()).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)

  await page.goto(papers)
  const paper = page.getByRole('listitem').filter({ hasText: 'Invented first paper' })
  const answered = page.waitForResponse(/api\/attachments\?id=/)
  await paper.getByRole('link', { name: saidAs('attachments.take') }).click()
  expect((await answered).status()).toBe(422)
  await expect(page.getByRole('heading', { name: say('refusals.damaged.title') })).toBeVisible()
  await expect(page.getByText(/Invented (first|second) letter/)).toHaveCount(0)

  await signInAs(page, testServer, 'admin')
  await page.goto('/notices')
  await expect(page.getByText(say('notices.line.content_damaged')).first()).toBeVisible()
  await expect(page.getByText(`note.body ${file.note}`)).toBeVisible()
  await expect(page.getByText(file.code)).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
