import { saidAs, say } from '../support/say'
import { expect, expectAccessible, expectNoSidewaysScroll, PEOPLE, signInAs, test } from './fixtures'
import { metricsPort } from './test-server'

const metricsOf = async (port: number): Promise<string> =>
  (await fetch(`http://127.0.0.1:${metricsPort(port)}/metrics`)).text()

test('an admin reads in words how everything is, and what to do', async ({ page, testServer }) => {
  await testServer.db.query(
    `INSERT INTO job_run (job, instance_id, version, state, did, code, ended_at)
     SELECT 'mail', gen_random_uuid(), '0.1.0', 'failed', NULL, 'ECONNREFUSED', app.now() FROM generate_series(1, 3)`,
  )
  await signInAs(page, testServer, 'admin')
  await page.goto('/settings')
  await page
    .getByRole('link', { name: say('menu.page.system') })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: say('system.title') })).toBeVisible()
  // No process of the jobs runs beside the server of the tests.
  await expect(page.getByText(say('system.said.jobs.missing'))).toBeVisible()
  await expect(page.getByText(say('system.act.jobs.missing'))).toBeVisible()
  await expect(page.getByText(saidAs('system.said.database.well'))).toBeVisible()
  await expect(page.getByText(say('system.jobs.state.failing'))).toBeVisible()
  const runs = page.getByRole('listitem').filter({ hasText: say('system.jobs.name.mail') })
  await runs.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(runs.getByRole('row')).toHaveCount(4)
  await expect(runs.getByText('ECONNREFUSED').first()).toBeVisible()
  for (const name of Object.values(PEOPLE).filter((one) => one !== PEOPLE.admin))
    await expect(page.getByText(name)).toHaveCount(0)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
})

test('the server says whether it is ready, numbers and counts its requests, and writes lines that hold no one', async ({
  page,
  testServer,
  log,
}) => {
  expect(await (await fetch(`${testServer.url}/api/live`)).json()).toEqual({ ready: true })
  expect(await (await fetch(`${testServer.url}/api/ready`)).json()).toEqual({ ready: true })
  await signInAs(page, testServer, 'caseworker')
  const { rows } = await testServer.db.query(
    "SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id WHERE s.name = $1 AND f.secrecy = 'open' ORDER BY f.code LIMIT 1",
    [PEOPLE.caseworker],
  )
  const code = String(rows[0]?.code)
  const answer = await page.goto(`/cases/${code}`)
  expect(answer?.headers()['x-request-id']).toMatch(/^[0-9a-f]{16}$/)
  await page.goto('/cases/Qqcanary-1?q=Qqcanary')
  // A page that fails with a message of the database that quotes the row.
  await testServer.db.query(
    'ALTER TABLE audit_event ADD CONSTRAINT never CHECK (event <> $$case.opened$$) NOT VALID',
  )
  const failed = await page.context().request.get(`${testServer.url}/cases/${code}`)
  expect(failed.status()).toBe(500)
  await testServer.db.query('ALTER TABLE audit_event DROP CONSTRAINT never')

  await expect.poll(log).toContain('"event":"failed"')
  const lines = log()
    .split('\n')
    .filter((line) => line !== '')
  for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow()
  expect(log()).toContain(failed.headers()['x-request-id'] ?? 'no number')
  const metrics = await metricsOf(testServer.port)
  expect(metrics).toContain('route="/cases/[code]",method="GET",status="5xx"')
  expect(metrics).toContain('accompany_pool_connections{role="app",state="idle"}')
  expect(metrics).toContain('accompany_database_up 1')
  expect(metrics).toContain('process_resident_memory_bytes')
  for (const text of [log(), metrics])
    for (const needle of [code, 'Qqcanary', ...Object.values(PEOPLE)]) expect(text).not.toContain(needle)
  // Never through the pages.
  expect((await page.context().request.get(`${testServer.url}/metrics`)).status()).not.toBe(200)
})
