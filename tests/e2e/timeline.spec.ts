import { saidAs, say, sayingsIn, starting } from '../support/say'
import { openTools } from './file-pages'
import { expect, expectAccessible, expectNoSidewaysScroll, fileCodes, signInAs, test } from './fixtures'

const inFrench = sayingsIn('fr')
test('on a phone, in French: the timeline is narrowed by chips, an entry is pinned, and both survive a reload', async ({
  page,
  testServer,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAs(page, testServer, 'caseworker', 'fr')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await testServer.db.query(
    `UPDATE case_file SET last_reviewed_at = now() - interval '1 hour' WHERE code = $1`,
    [code],
  )
  await page.goto(`/cases/${code}`)
  const timeline = page.getByRole('region', { name: inFrench('cases.page.timeline'), exact: true })
  const write = async (text: string, kind: string) => {
    await page.getByLabel(inFrench('cases.write.title')).fill(text)
    await page.getByRole('radio', { name: kind }).check()
    await page.getByRole('button', { name: inFrench('cases.write.save') }).click()
    await expect(timeline.getByRole('listitem').filter({ hasText: text })).toBeVisible()
  }
  await write('Le frère a rappelé depuis Zaventem.', inFrench('cases.noteKind.call'))
  await write('La lettre du ministre est arrivée.', inFrench('cases.noteKind.document'))

  const call = timeline.getByRole('listitem').filter({ hasText: 'depuis Zaventem' })
  const letter = timeline.getByRole('listitem').filter({ hasText: 'lettre du ministre' })
  await openTools(call, { say: inFrench })
  await call.getByRole('button', { name: starting(inFrench('cases.pin.pin')) }).click()
  const pinned = page.getByRole('region', { name: inFrench('cases.pin.title') })
  await expect(pinned.getByText('depuis Zaventem')).toBeVisible()
  await expectAccessible(page)

  // What is to be done comes before what happened.
  const next = page.getByRole('region', { name: inFrench('cases.step.title') })
  const [above, below] = [await next.boundingBox(), await timeline.boundingBox()]
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0)
  await page.getByText(inFrench('cases.timeline.everything')).click()
  await page.getByRole('checkbox', { name: inFrench('cases.entryKind.call') }).check()
  await expect(letter).toHaveCount(0)
  await expect(
    page.getByRole('status').filter({ hasText: saidAs('cases.timeline.shown', {}, inFrench) }),
  ).toBeVisible()
  await page.getByRole('checkbox', { name: inFrench('cases.entryKind.document') }).check()
  await expect(letter).toBeVisible()
  await page.getByRole('checkbox', { name: saidAs('cases.timeline.since', {}, inFrench) }).check()
  await expect(
    page.getByRole('status').filter({ hasText: inFrench('cases.timeline.shown', { count: 2 }) }),
  ).toBeVisible()
  await expect(page).toHaveURL(/kind=call&kind=document&new=1/)
  await page.reload()
  await page
    .locator('summary')
    .filter({ hasText: saidAs('cases.timeline.onlySome', {}, inFrench) })
    .click()
  await expect(page.getByRole('checkbox', { name: inFrench('cases.entryKind.call') })).toBeChecked()
  await expect(call).toBeVisible()
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await expectNoSidewaysScroll(page)
  }
  await page.getByRole('link', { name: inFrench('cases.timeline.all') }).click()
  await pinned.getByRole('button', { name: starting(inFrench('cases.pin.unpin')) }).click()
  await expect(pinned).toHaveCount(0)
})

test('without a script the filters are a form with a button', async ({ page, testServer, browser }) => {
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: testServer.url })
  await plain.addCookies(await page.context().cookies())
  const bare = await plain.newPage()
  await bare.goto(`/cases/${code}`)
  await bare.getByText(say('cases.timeline.everything')).click()
  await bare.getByRole('checkbox', { name: say('cases.entryKind.visit') }).check()
  await bare.getByRole('checkbox', { name: say('cases.entryKind.call') }).check()
  await bare.getByRole('button', { name: say('cases.timeline.apply'), exact: true }).click()
  await expect(bare).toHaveURL(/kind=visit&kind=call/)
  const kinds = [say('cases.entryKind.visit'), say('cases.entryKind.call')].join(', ')
  await bare.getByText(say('cases.timeline.onlySome', { kinds })).click()
  await expect(bare.getByRole('checkbox', { name: say('cases.entryKind.call') })).toBeChecked()
  await expect(bare.getByRole('link', { name: say('cases.timeline.all') })).toBeVisible()
  await plain.close()
})

test('an activity takes four presses from Today on a phone, and is on the timeline of the file', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('button', { name: say('layout.more'), exact: true }).click()
  const begin = page.getByRole('link', { name: say('menu.begin.newActivity'), exact: true })
  await begin.filter({ visible: true }).click()
  await page.getByRole('main').locator('a[href*="/activities?file="]').first().click()
  await expect(page).toHaveURL(/\/cases\/[^/]+\/activities\?/)
  await page.getByRole('button', { name: say('activities.save') }).click()
  await expect(page.getByText(say('forms.toast.saved'), { exact: true })).toBeVisible()
  await page
    .getByRole('navigation', { name: say('cases.parts') })
    .getByRole('link', { name: say('cases.part.overview') })
    .click()
  await expect(page.locator('li[id^="entry-"] a[href*="/activities?file="]').first()).toBeVisible()
})
