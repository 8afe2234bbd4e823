import type { Page } from '@playwright/test'
import { saidAs, say } from '../support/say'
import { expect, expectAccessible, PEOPLE, signInAs, test } from './fixtures'
import { openPhone, planToday, prepareHere, takeAlong, unlock } from './prepared-phone'
import { openVisitCard, visitCards } from './visit-cards'

// What may happen to a phone without a network while a visit is written: another window, another account, a full disk, an end at any step.

const header = (page: Page) => page.getByRole('button', { name: say('detention.form.headerRight') })
const noteOf = async (page: Page, index = 0) =>
  (await openVisitCard(page, index)).getByLabel(say('detention.form.note'), { exact: true })
const kept = (page: Page) => page.getByText(saidAs('forms.draftSaved'))
const writeVisit = (page: Page) => page.getByRole('button', { name: say('offline.taken.write') })
const goOn = (page: Page) => page.getByRole('button', { name: say('offline.taken.goOn') })
const locked = (page: Page) => page.getByRole('heading', { level: 1, name: say('offline.lock.title') })

/** Marks someone as seen and writes a sentence about them. */
const writeAbout = async (page: Page, index: number, text: string): Promise<void> => {
  const card = await openVisitCard(page, index)
  await card.getByRole('radio', { name: say('detention.answer.seen'), exact: true }).click()
  await (await noteOf(page, index)).fill(text)
}
const finish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: say('detention.form.check') }).click()
  await page.getByRole('button', { name: say('detention.form.save') }).click()
}

test('two windows of one phone: one writes at a time, and the other goes on where the first was', async ({
  testServer,
}) => {
  test.setTimeout(120_000)
  const phone = await openPhone(testServer, test.info())
  try {
    const first = await phone.page()
    const code = await takeAlong(first, phone.server, 'caseworker')
    await phone.way.close()
    await unlock(first, phone.server.url, code)
    await writeVisit(first).click()
    await header(first).click()
    await writeAbout(first, 0, 'Wrote this in the first window.')
    await expect(kept(first)).toBeVisible()
    // The way to another visit leads to those on this phone, and what was begun is there.
    await first.getByRole('link', { name: say('detention.form.change') }).click()
    await expect(goOn(first)).toBeVisible()

    const second = await phone.context().newPage()
    await second.goto(`${phone.server.url}/offline`)
    await second.getByRole('button', { name: say('offline.elsewhere.here') }).click()
    await expect(locked(second)).toBeVisible()
    await expect(first.getByRole('heading', { level: 1, name: say('offline.elsewhere.title') })).toBeVisible()
    expect(await first.content()).not.toContain('Wrote this')
    await second.keyboard.type(code)
    await goOn(second).click()
    // What was begun has come back, and who is finished is folded away.
    await expect(kept(second)).toBeVisible()
    await expect(await noteOf(second)).toHaveValue('Wrote this in the first window.')
    // Closed in one window, closed in all.
    await first.getByRole('button', { name: say('offline.elsewhere.here') }).click()
    await expect(locked(first)).toBeVisible()
    await expect(
      second.getByRole('heading', { level: 1, name: say('offline.elsewhere.title') }),
    ).toBeVisible()
    expect(phone.refused).toEqual([])
  } finally {
    await phone.remove()
  }
})

test('a phone that did not get all of its pages takes nothing along, says so, and gets them when asked again', async ({
  testServer,
}) => {
  test.setTimeout(120_000)
  const phone = await openPhone(testServer, test.info())
  const { server, way } = phone
  const taken = async () => (await testServer.db.query('SELECT 1 FROM device_taken')).rowCount
  try {
    const before = await taken()
    await way.open('torn')
    let page = await phone.page()
    await planToday(server, 'caseworker')
    await signInAs(page, server, 'caseworker')
    await page.goto(server.url)
    await page
      .getByRole('link', { name: say('offline.today.take'), exact: true })
      .first()
      .click()
    const code = await prepareHere(page)
    await expect(page.getByText(say('offline.take.not.pages'))).toBeVisible()
    expect(await taken()).toBe(before)
    await expectAccessible(page)
    // It stays so until the connection holds.
    const again = page.getByRole('button', { name: say('offline.take.again') })
    await again.click()
    await expect(page.getByText(say('offline.take.asking'))).toBeHidden()
    await expect(page.getByText(say('offline.take.not.pages'))).toBeVisible()
    await way.open()
    await again.click()
    await expect(page.getByText(saidAs('offline.take.taken'))).toBeVisible()
    await way.close()
    await phone.restart()
    page = await phone.page()
    await unlock(page, server.url, code)
    await expect(page.getByRole('button', { name: say('offline.taken.write') })).toBeVisible()
  } finally {
    await phone.remove()
  }
})

test('two accounts on one device never see each other, and what one finished arrives as theirs', {
  tag: '@sweep',
}, async ({ testServer }) => {
  test.setTimeout(180_000)
  const phone = await openPhone(testServer, test.info())
  const { db } = testServer
  try {
    let page = await phone.page()
    const codeOfFirst = await takeAlong(page, phone.server, 'caseworker')
    await phone.way.close()
    await unlock(page, phone.server.url, codeOfFirst)
    await writeVisit(page).click()
    await header(page).click()
    await writeAbout(page, 0, 'Said to the first account alone.')
    await finish(page)
    await expect(page.getByText(say('offline.sealed.leaves'))).toBeVisible()
    await page.getByRole('link', { name: say('offline.sealed.nextVisit') }).click()
    await page.getByRole('button', { name: say('offline.gate.close') }).click()
    await expect(locked(page)).toBeVisible()

    // The other account signs in on the same device. What waits leaves while it is signed in.
    const before = Number((await db.query('SELECT count(*) FROM visit')).rows[0]?.count)
    await phone.way.open()
    await planToday(testServer, 'coordinator')
    await page.context().clearCookies()
    await signInAs(page, phone.server, 'coordinator')
    await page.goto(`${phone.server.url}/offline#prepare`)
    const codeOfSecond = await prepareHere(page)
    await expect(page.getByText(say('offline.prepare.done'))).toBeVisible()
    const stores = await db.query(
      `SELECT s.name FROM device_store d JOIN staff s ON s.id = d.staff_id
        WHERE d.device_id = (SELECT o.device_id FROM device_store o JOIN staff c ON c.id = o.staff_id WHERE c.name = $1) ORDER BY d.prepared_at`,
      [PEOPLE.coordinator],
    )
    expect(stores.rows.map(({ name }) => name)).toEqual([PEOPLE.caseworker, PEOPLE.coordinator])
    await expect
      .poll(async () => Number((await db.query('SELECT count(*) FROM visit')).rows[0]?.count))
      .toBe(before + 1)
    const { rows } = await db.query(
      'SELECT s.name FROM visit v JOIN staff s ON s.id = v.created_by ORDER BY v.created_at DESC LIMIT 1',
    )
    expect(rows[0]?.name).toBe(PEOPLE.caseworker)

    await phone.restart()
    page = await phone.page()
    const main = await unlock(page, phone.server.url, codeOfSecond)
    await expect(page.getByText(say('offline.home.none'))).toBeVisible()
    await expect(writeVisit(page)).toBeHidden()
    await expect(goOn(page)).toBeHidden()
    await expect(main.getByRole('link', { name: say('offline.home.items', { count: 1 }) })).toBeHidden()
    await page.getByRole('button', { name: say('offline.gate.close') }).click()
    await expect(locked(page)).toBeVisible()
    await page.keyboard.type(codeOfFirst)
    await page.getByRole('link', { name: say('offline.home.items', { count: 1 }) }).click()
    await expect(page.getByText(say('offline.state.arrived'), { exact: true })).toBeVisible()
    expect(phone.refused).toEqual([])
  } finally {
    await phone.remove()
  }
})

test('a full phone says so, keeps the text in the window, and takes it once there is room', {
  tag: '@sweep',
}, async ({ testServer }) => {
  test.setTimeout(120_000)
  const phone = await openPhone(testServer, test.info())
  try {
    const page = await phone.page()
    const { db } = testServer
    const count = async (): Promise<number> =>
      Number((await db.query('SELECT count(*) FROM visit')).rows[0]?.count)
    const before = await count()
    const code = await takeAlong(page, phone.server, 'caseworker')
    await phone.way.close()
    await unlock(page, phone.server.url, code)
    await writeVisit(page).click()
    await header(page).click()
    await writeAbout(page, 0, 'There was room for this.')
    await expect(kept(page)).toBeVisible()
    // A disk that takes nothing more.
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError')
      }
      addEventListener('room', () => Object.assign(IDBObjectStore.prototype, { put }), { once: true })
    })
    const note = await noteOf(page)
    await note.fill('There was no room for this.')
    await expect(page.getByText(say('forms.draftFull'))).toBeVisible()
    await finish(page)
    await expect(page.getByText(say('errors.deviceFull'))).toBeVisible()
    await page.evaluate(() => dispatchEvent(new Event('room')))
    await page.getByRole('button', { name: say('detention.form.save') }).click()
    await expect(page.getByText(say('offline.sealed.leaves'))).toBeVisible()
    await phone.way.open()
    await expect.poll(count).toBe(before + 1)
    const { rows } = await db.query('SELECT id FROM visit ORDER BY created_at DESC LIMIT 1')
    await page.goto(`${phone.server.url}/detention/${rows[0]?.id}`)
    await expect(page.getByText('There was no room for this.').first()).toBeVisible()
    expect(phone.refused).toEqual([])
  } finally {
    await phone.remove()
  }
})

test('the page ends after each step and while it seals and sends: one visit arrives, with every word', {
  tag: '@sweep',
}, async ({ testServer }) => {
  test.setTimeout(300_000)
  const phone = await openPhone(testServer, test.info())
  const { db } = testServer
  const count = async (): Promise<number> =>
    Number((await db.query('SELECT count(*) FROM visit')).rows[0]?.count)
  try {
    let page = await phone.page()
    const code = await takeAlong(page, phone.server, 'caseworker')
    const before = await count()
    await phone.way.close()
    /** The page is gone, and a new one is opened and unlocked. */
    const die = async (): Promise<void> => {
      const next = await phone.context().newPage()
      await page.close({ runBeforeUnload: false })
      page = next
      await unlock(page, phone.server.url, code)
    }
    await unlock(page, phone.server.url, code)
    await writeVisit(page).click()
    const steps: readonly (() => Promise<void>)[] = [
      () => header(page).click(),
      () => writeAbout(page, 0, 'Slept badly.'),
      () => writeAbout(page, 1, 'Asks for a lawyer.'),
      async () => {
        await page.getByRole('button', { name: say('detention.form.addNew') }).click()
        await visitCards(page).nth(-1).getByLabel(say('detention.form.name')).fill('Belio Inventis')
      },
      async () => {
        await page.locator('[aria-controls="about-centre"]').click()
        await page.locator('#about-centre input[type="checkbox"]').first().check()
        await page.locator('#about-centre textarea').first().fill('Nothing warm.')
      },
    ]
    for (const step of steps) {
      await step()
      await expect(kept(page)).toBeVisible()
      await die()
      await goOn(page).click()
    }
    await page.getByRole('button', { name: say('detention.form.check') }).click()
    await die()
    await goOn(page).click()
    await page.getByRole('button', { name: say('detention.form.check') }).click()
    // In the middle of sealing: it is finished, or it is still a draft, and never both nor neither.
    await page.getByRole('button', { name: say('detention.form.save') }).click({ noWaitAfter: true })
    await die()
    const finished = page.getByRole('link', { name: say('offline.home.items', { count: 1 }) })
    await expect(goOn(page).or(finished)).toBeVisible()
    if (await goOn(page).isVisible()) {
      await expect(finished).toBeHidden()
      await goOn(page).click()
      await finish(page)
      await expect(page.getByText(say('offline.sealed.leaves'))).toBeVisible()
    }
    expect(await count()).toBe(before)
    // In the middle of sending: each time the phone has begun, the page ends.
    await phone.way.open()
    for (const _ of [1, 2]) {
      const next = await phone.context().newPage()
      const sent = phone
        .context()
        .waitForEvent('request', (one) => /\/api\/(submissions|device)/.test(one.url()))
      await next.goto(`${phone.server.url}/offline`)
      await sent
      await next.close({ runBeforeUnload: false })
    }
    await page.reload()
    await expect.poll(count, { timeout: 30_000 }).toBe(before + 1)
    await expect
      .poll(async () =>
        Number((await db.query(`SELECT count(*) FROM submission WHERE outcome = 'received'`)).rows[0]?.count),
      )
      .toBe(0)
    expect(await count()).toBe(before + 1)
    const { rows } = await db.query('SELECT id FROM visit ORDER BY created_at DESC LIMIT 1')
    await signInAs(page, phone.server, 'caseworker')
    await page.goto(`${phone.server.url}/detention/${rows[0]?.id}`)
    const told = (await page.getByRole('main').textContent()) ?? ''
    for (const text of ['Slept badly.', 'Asks for a lawyer.', 'Nothing warm.']) expect(told).toContain(text)
    // What was begun on the way is no draft any more.
    expect(Number((await db.query('SELECT count(*) FROM draft')).rows[0]?.count)).toBe(0)
  } finally {
    await phone.remove()
  }
})
