import { expect, test } from '@playwright/test'
import { LIMITS } from '@/lib/server/admission.rules'
import { saidAs, say, sayingsIn } from '../support/say'
import { expectAccessible, expectNoSidewaysScroll, PEOPLE, signInAs } from './fixtures'
import { openThrowAway } from './throw-away'

const BADGE = say('layout.away')

test('while the database is away every page says so and comes back by itself, the badge tells the truth, and a note arrives once', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000)
  const throwAway = await openThrowAway(8)
  const { testServer } = throwAway
  const ask = async (sql: string, values: unknown[] = []) => (await testServer.db.query(sql, values)).rows[0]
  try {
    await signInAs(page, testServer, 'caseworker')
    const file = await ask(
      `SELECT f.id, f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
        WHERE s.name = $1 AND f.secrecy = 'open' ORDER BY f.code LIMIT 1`,
      [PEOPLE.caseworker],
    )
    const countNotes = async () =>
      (await ask('SELECT count(*)::int AS n FROM note WHERE case_id = $1', [file.id])).n
    const before = await countNotes()
    await page.goto(`${testServer.url}/cases/${file.code}`)
    await page.getByLabel(say('cases.write.title')).fill('The sister phoned while the database was away.')
    await expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()
    await expect(page.getByText(say('layout.saved'), { exact: true })).toBeVisible()

    expect(await throwAway.stopDatabase()).toBe(true)
    await page.getByRole('button', { name: say('cases.write.save') }).click()
    await expect(
      page
        .getByText(BADGE)
        .or(page.getByText(saidAs('layout.waitingTexts')))
        .first(),
    ).toBeVisible()
    await expect(page.getByText(say('layout.saved'), { exact: true })).toHaveCount(0)
    await expect(page.getByText(say('forms.queuedTitle'))).toBeVisible()

    // Someone who opens a page meanwhile: in four languages, with nothing else of the product.
    const other = await context.newPage()
    const answer = await other.goto(`${testServer.url}/cases`)
    expect(answer?.status()).toBe(503)
    expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0)
    for (const locale of ['en', 'fr', 'nl', 'de'] as const)
      await expect(
        other.getByRole('heading', { name: sayingsIn(locale)('refusals.away.title') }),
      ).toBeVisible()
    // The same page, looked at without loading itself again meanwhile.
    const still = await context.newPage()
    await still.setContent((await answer?.text()) ?? '')
    await expectAccessible(still)
    await expectNoSidewaysScroll(still)
    await still.close()
    await other.getByRole('link', { name: sayingsIn('nl')('refusals.again') }).click()
    await expect(other.getByRole('heading', { name: sayingsIn('de')('refusals.away.title') })).toBeVisible()
    expect((await context.request.get(`${testServer.url}/api/live`)).status()).toBe(200)
    expect((await context.request.get(`${testServer.url}/api/ready`)).status()).toBe(503)
    // The page that hides another one opens whatever happens.
    expect((await context.request.get(`${testServer.url}/calendar`)).status()).toBe(200)

    await throwAway.startDatabase()
    await expect(other.getByRole('heading', { level: 1, name: say('menu.place.caseload') })).toBeVisible({
      timeout: 60_000,
    })
    await expect.poll(countNotes, { timeout: 60_000 }).toBe(before + 1)
    await expect(page.getByText(say('layout.saved'), { exact: true })).toBeVisible({ timeout: 60_000 })

    // More at once than the server lets in: the rest is asked to come again, and then everything is as before.
    const burst = 4 * (LIMITS.page.places + LIMITS.page.room)
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const askPage = (path: string) =>
      fetch(`http://127.0.0.1:${testServer.port}${path}`, {
        headers: { accept: 'text/html', cookie },
        redirect: 'manual',
      })
    const answers = await Promise.all(Array.from({ length: burst }, () => askPage('/drafts')))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(0)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    expect(answers.find(({ status }) => status === 503)?.headers.get('x-accompany')).toBe('busy')
    expect((await askPage('/cases')).status).toBe(200)
    expect(await countNotes()).toBe(before + 1)
  } finally {
    await throwAway.remove()
  }
})
