import { saidAs, say } from '../../support/say'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
} from '../fixtures'

test('an interpreter reads their part of a file, and it is gone from their open page at the second at which their stay ends', async ({
  page,
  testServer,
  browser,
}) => {
  await testServer.db.query("DELETE FROM case_member WHERE kind = 'guest'")
  await signInAs(page, testServer, 'caseworker')
  await page.goto('/cases')
  const code = (await fileCodes(page).first().textContent()) ?? ''
  await page.goto(`/cases/${code}/sharing`)
  await expect(page.getByText(say('circles.guest.none'))).toBeVisible()
  await page.getByText(say('circles.guest.give')).click()
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: say('circles.guest.save'), exact: true }) })
  // The least is ticked.
  await expect(form.getByRole('checkbox', { name: say('circles.guest.part.tasks') })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: say('circles.guest.part.people') })).not.toBeChecked()
  await form.getByLabel(say('circles.guest.field.who'), { exact: false }).first().selectOption(PEOPLE.guest)
  await form.getByRole('radio', { name: say('circles.guest.kind.interpreter') }).check()
  await form.getByRole('checkbox', { name: say('circles.guest.part.people') }).check()
  const { rows } = await testServer.db.query(
    "SELECT to_char(app.now() + interval '1 day', 'DD') AS d, to_char(app.now() + interval '1 day', 'MM') AS m, to_char(app.now() + interval '1 day', 'YYYY') AS y",
  )
  const until = form.getByRole('group', { name: say('circles.guest.field.until') })
  await until.getByRole('textbox', { name: say('forms.day'), exact: true }).fill(String(rows[0]?.d))
  await until.getByRole('textbox', { name: say('forms.month') }).fill(String(rows[0]?.m))
  await until.getByRole('textbox', { name: say('forms.year') }).fill(String(rows[0]?.y))
  await form.getByLabel(say('circles.guest.field.reason')).fill('Verzonnen: one conversation in Fula.')
  await form.getByRole('button', { name: say('circles.guest.save'), exact: true }).click()
  await expect(page.getByText('Verzonnen: one conversation in Fula.')).toBeVisible()
  await expectAccessible(page)

  const visitor = await browser.newContext({ baseURL: testServer.url, viewport: { width: 320, height: 700 } })
  const theirs = await visitor.newPage()
  await signInAs(theirs, testServer, 'guest')
  await theirs.goto('/')
  await theirs.getByRole('link', { name: code }).click()
  await expect(
    theirs.getByRole('heading', { level: 1, name: say('circles.shared.title', { code }) }),
  ).toBeVisible()
  await expect(theirs.getByRole('heading', { name: say('circles.shared.visit') })).toBeVisible()
  await expect(theirs.getByRole('heading', { name: say('circles.guest.part.people') })).toBeVisible()
  await expect(theirs.getByRole('heading', { name: say('circles.guest.part.notes') })).toHaveCount(0)
  await expectNoSidewaysScroll(theirs)
  await expectAccessible(theirs)
  // The file itself is not there.
  for (const path of [`/cases/${code}`, `/cases/${code}/sharing`, '/cases']) {
    await theirs.goto(path)
    await expect(theirs.getByRole('heading', { name: say('layout.notFound.title') })).toBeVisible()
  }

  await testServer.db.query(
    "UPDATE case_member SET valid_until = app.now() + interval '8 seconds' WHERE kind = 'guest'",
  )
  await theirs.goto(`/circles/shared/${code}`)
  await expect(
    theirs.getByRole('heading', { level: 1, name: say('circles.shared.title', { code }) }),
  ).toBeVisible()
  // They press nothing: the page makes room for one that says so, and no way leads back to it.
  await expect(theirs.getByText(say('circles.shared.ended'), { exact: false })).toBeVisible({
    timeout: 30_000,
  })
  await expect(theirs.getByText(code)).toHaveCount(0)
  await expectAccessible(theirs)
  await theirs.goto(`/circles/shared/${code}`)
  await expect(theirs.getByRole('heading', { name: say('layout.notFound.title') })).toBeVisible()
  await visitor.close()
})

test('a colleague whose stay in a file ends while they write keeps their words, and their press writes nothing', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query(
    `INSERT INTO case_member (id, case_id, staff_id, kind, added_by)
     SELECT gen_random_uuid(), f.id, v.id, 'support', f.worker_id
       FROM case_file f JOIN staff w ON w.id = f.worker_id, staff v
      WHERE w.name = $1 AND v.name = $2 AND f.secrecy = 'open' AND f.team_id NOT IN (SELECT team_id FROM team_member WHERE staff_id = v.id AND leads)
        AND NOT EXISTS (SELECT FROM case_member m WHERE m.case_id = f.id AND m.staff_id = v.id)
      ORDER BY f.code LIMIT 1
     RETURNING id, case_id, (SELECT code FROM case_file WHERE id = case_id) AS code`,
    [PEOPLE.caseworker, PEOPLE.receiver],
  )
  const [stay] = rows
  await signInAs(page, testServer, 'receiver')
  await page.goto(`/cases/${stay?.code}`)
  const text = page.getByLabel(say('cases.write.title'))
  await text.fill('Verzonnen: she told me about her sister.')
  const count = async () =>
    (await testServer.db.query('SELECT count(*)::int AS n FROM note WHERE case_id = $1', [stay?.case_id]))
      .rows[0]?.n
  const before = await count()
  await testServer.db.query('UPDATE case_member SET valid_until = app.now() WHERE id = $1', [stay?.id])
  await page.getByRole('button', { name: say('cases.write.save') }).click()
  await expect(page.getByText(say('forms.textIsSafe'))).toBeVisible()
  await expect(text).toHaveValue('Verzonnen: she told me about her sister.')
  expect(await count()).toBe(before)
  await page.reload()
  await expect(page.getByRole('heading', { name: say('layout.notFound.title') })).toBeVisible()
})

test('a restricted file is opened in an emergency, says so, and waits red until a second colleague has answered', async ({
  page,
  testServer,
  browser,
}) => {
  const { rows } = await testServer.db.query(
    "SELECT secrecy, code, id FROM case_file WHERE secrecy <> 'open' AND (kind = 'thb') = (secrecy = 'sealed') ORDER BY secrecy",
  )
  const [restricted, sealed] = rows
  await signInAs(page, testServer, 'receiver')
  await page.goto(`/cases/${restricted?.code}`)
  await expect(page.getByRole('heading', { name: say('layout.notFound.title') })).toBeVisible()
  await page.goto('/circles/emergency')
  await expectAccessible(page)
  const open = async (code: string) => {
    await page.getByLabel(say('circles.glass.field.code')).fill(code)
    await page.getByRole('radio', { name: say('circles.glass.kind.danger') }).check()
    await page.getByLabel(say('circles.glass.field.reason')).fill('Verzonnen: somebody waits at the door.')
    await page.getByRole('button', { name: say('circles.glass.open') }).click()
  }
  // A sealed file and a code that no file has get the same words.
  for (const code of [String(sealed?.code), 'ZZZ-9999']) {
    await open(code)
    await expect(page.getByText(say('circles.glass.missed.title'))).toBeVisible()
    await page.reload()
  }
  await open(String(restricted?.code))
  await expect(page.getByText(saidAs('circles.banner.mine'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('cases.write.section') })).toHaveCount(0)
  await expectAccessible(page)

  const other = await browser.newContext({ baseURL: testServer.url })
  const theirs = await other.newPage()
  await signInAs(theirs, testServer, 'coordinator')
  await theirs.goto('/')
  await expect(theirs.getByText(say('today.first.glassBy', { name: PEOPLE.receiver }))).toBeVisible()
  await theirs.goto('/circles')
  await expect(theirs.getByText('Verzonnen: somebody waits at the door.')).toBeVisible()
  await expectAccessible(theirs)
  await theirs.getByRole('radio', { name: say('circles.review.verdict.right'), exact: true }).check()
  await theirs.getByRole('button', { name: say('circles.review.save'), exact: true }).click()
  await expect(theirs.getByText(say('circles.none'))).toBeVisible()
  await theirs.goto(`/cases/${restricted?.code}`)
  await expect(theirs.getByText(saidAs('circles.banner.title', { name: PEOPLE.receiver }))).toBeVisible()
  await other.close()
})

test('the pages of circles are whole on a narrow phone, in four languages', async ({ page, testServer }) => {
  await signInAs(page, testServer, 'coordinator')
  await page.setViewportSize({ width: 320, height: 700 })
  const { rows } = await testServer.db.query("SELECT code FROM case_file WHERE secrecy = 'sealed' LIMIT 1")
  for (const locale of LOCALES) {
    await page.context().addCookies([{ name: 'locale', value: locale, url: testServer.url }])
    for (const path of ['/circles', '/circles/emergency', `/cases/${rows[0]?.code}/sharing`]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})
