import { expect, type Page, test } from '@playwright/test'
import { LIMITS } from '@/lib/server/admission.rules'
import { givenRandom } from '../support/given/population'
import { part, saidAs, say, sayingsIn } from '../support/say'
import { drawn, isSweep, SEED } from '../support/sweep'
import { expectAccessible, expectNoSidewaysScroll, PEOPLE, signInAs } from './fixtures'
import { openThrowAway } from './throw-away'

// One server and database of their own for both, because to fill them takes longer than either test.
let throwAway: Awaited<ReturnType<typeof openThrowAway>>
test.beforeAll(async () => {
  test.setTimeout(300_000)
  throwAway = await openThrowAway(9)
})
test.afterAll(() => throwAway.remove())

// The outage first: after a kill the server has a user that is no more, and would not stop.
const BADGE = say('layout.away')

test('while the database is away every page says so and comes back by itself, the badge tells the truth, and a note arrives once', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000)
  const { testServer } = throwAway
  const ask = async (sql: string, values: unknown[] = []) => (await testServer.db.query(sql, values)).rows[0]
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
    await expect(other.getByRole('heading', { name: sayingsIn(locale)('refusals.away.title') })).toBeVisible()
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
})

const draw = givenRandom(SEED)
const ROUNDS = drawn(1, 12)
const ACKNOWLEDGED = say('cases.write.saved')
const WAITING = say('forms.queuedTitle')
// The database dies a moment before the server, which may still say that nothing was saved.
const TROUBLE = new RegExp(
  [say('forms.lostWhat'), say('forms.textIsSafe'), say('layout.broken.title')]
    .map((text) => part(text).source)
    .join('|'),
)

test('notes survive kills of database and server: what was acknowledged is there, and nothing is there twice', async ({
  context,
}) => {
  test.setTimeout(600_000)
  const { testServer, kill, restart } = throwAway
  const ask = async (sql: string, values: unknown[] = []) => (await testServer.db.query(sql, values)).rows[0]
  let page: Page = await context.newPage()
  await signInAs(page, testServer, 'caseworker')
  const file = await ask(
    `SELECT f.id, f.code FROM case_file f JOIN staff s ON s.id = f.worker_id
      WHERE s.name = $1 AND f.secrecy = 'open' ORDER BY f.code LIMIT 1`,
    [PEOPLE.caseworker],
  )
  const countNotes = async () =>
    (await ask('SELECT count(*)::int AS n FROM note WHERE case_id = $1', [file.id])).n
  const countLines = async () =>
    (
      await ask("SELECT count(*)::int AS n FROM audit_event WHERE event = 'note.written' AND case_id = $1", [
        file.id,
      ])
    ).n
  // Seen in the page itself at once: after it, the page asks for its rows again and may find no one there.
  let isAcknowledged = false
  await context.exposeBinding('acknowledge', () => {
    isAcknowledged = true
  })
  await context.addInitScript((text) => {
    new MutationObserver(() => {
      // Only what is said: the page's scripts hold every message.
      const said = [...document.querySelectorAll('[role="status"]')]
      if (said.some((one) => one.textContent?.includes(text))) Object(globalThis).acknowledge()
    }).observe(document, { childList: true, subtree: true, characterData: true })
  }, ACKNOWLEDGED)
  // In a window of its own each time: a page that asked for its rows while no one answered goes to its address anew whenever it
  // learns of that, also on its way to another one, which it then stops (net::ERR_ABORTED).
  const open = async (): Promise<void> => {
    const gone = page
    page = await context.newPage()
    page.on('dialog', (dialog) => dialog.accept())
    await gone.close()
    await page.goto(`${testServer.url}/cases/${file.code}`)
  }
  const pressSave = () => page.getByRole('button', { name: say('cases.write.save') }).click()
  const isSend = (request: { method: () => string }) => request.method() === 'POST'

  let usual = 0
  const outcomes = { acknowledged: 0, unknownAndSaved: 0, unknownAndNot: 0 }
  for (let round = 0; round <= ROUNDS; round += 1) {
    await open()
    const before = await countNotes()
    const linesBefore = await countLines()
    isAcknowledged = false
    await page.getByLabel(say('cases.write.title')).fill(`Round ${round}: the brother phoned again.`)
    await expect(page.getByText(saidAs('forms.draftSaved'))).toBeVisible()
    const sent = page.waitForRequest(isSend)
    // From before the press: the answer may be there before the press is reported done.
    const since = performance.now()
    await pressSave()
    await sent
    if (round === 0) {
      // The first one tells how long a save takes; the kills fall anywhere in that time and a little beyond.
      await expect.poll(() => isAcknowledged).toBe(true)
      usual = performance.now() - since
      continue
    }
    // The one of npm test falls when the text has just left, and no one has an answer yet.
    const moment = since + (isSweep ? draw() * 1.3 : 0) * usual
    while (performance.now() < moment) await new Promise((resolve) => setImmediate(resolve))
    kill()
    const hasSettled = async () =>
      isAcknowledged ||
      page.url().startsWith('chrome-error') ||
      (await page.getByText(WAITING).isVisible()) ||
      (await page.getByText(TROUBLE).first().isVisible())
    await expect.poll(hasSettled, { timeout: 60_000 }).toBe(true)
    const wasAcknowledged = isAcknowledged
    // Asked while no one answers: what waits may be gone a moment after the application is back.
    const isWaiting = await page.getByText(WAITING).isVisible()
    await restart()

    const kept = (await countNotes()) - before
    if (wasAcknowledged) expect(kept, `round ${round}: acknowledged`).toBe(1)
    else expect([0, 1], `round ${round}: without an answer`).toContain(kept)
    outcomes[wasAcknowledged ? 'acknowledged' : kept === 1 ? 'unknownAndSaved' : 'unknownAndNot'] += 1
    if (!wasAcknowledged) {
      // Every other time the page is gone too, and what lies on the device is all there is.
      if (round % 2 === 0 || page.url().startsWith('chrome-error')) await open()
      else if (isWaiting)
        await page.getByRole('button', { name: say('forms.tryAgain') }).evaluateAll((all) => {
          for (const one of all) if (one instanceof HTMLElement) one.click()
        })
      if (!isWaiting) {
        // A refusal leaves the text in the form; a page that is gone offers it again.
        const keep = page.getByRole('button', { name: say('forms.draftKeep'), exact: true })
        const text = page.getByLabel(say('cases.write.title'))
        const isBack = async () =>
          (await keep.isVisible()) || (await text.inputValue()).startsWith(`Round ${round}:`)
        await expect.poll(isBack).toBe(true)
        if (await keep.isVisible()) await keep.click()
        await expect(text).toHaveValue(new RegExp(`^Round ${round}:`))
        await pressSave()
      }
      // What waits goes by itself, from whatever page is open.
      await expect.poll(async () => (await countNotes()) - before, { timeout: 60_000 }).toBe(1)
      await expect(page.getByText(saidAs('layout.waitingTexts'))).toHaveCount(0)
    }
    expect((await countNotes()) - before, `round ${round}: sent again`).toBe(1)
    expect((await countLines()) - linesBefore, `round ${round}: lines in the audit log`).toBe(1)
  }
  console.log(`kills: ${ROUNDS}, a save takes ${Math.round(usual)} ms, outcomes: ${JSON.stringify(outcomes)}`)
})
