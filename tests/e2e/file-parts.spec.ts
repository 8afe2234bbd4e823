import type { Locator, Page } from '@playwright/test'
import { FILE_PAGES, FILE_PARTS, type FilePage } from '@/lib/cases/file-part.view'
import { part, say, starting } from '../support/say'
import { isSweep } from '../support/sweep'
import { openFilePage, openWarnings } from './file-pages'
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  fileCodes,
  LOCALES,
  PEOPLE,
  signInAs,
  test,
} from './fixtures'

const LAPTOP = { width: 1366, height: 768 } as const
const PHONE = { width: 390, height: 844 } as const
const isPage = (name: string): name is FilePage => Object.hasOwn(FILE_PAGES, name)
/** A file has the page about trafficking only where it is about that (tests/e2e/stories/trafficking.spec.ts). */
const PAGES = Object.keys(FILE_PAGES)
  .filter(isPage)
  .filter((name) => name !== 'trafficking')

/** A file that shows every page: a minor, held, with general support. Gives its path. */
const createFile = async (page: Page, name: string): Promise<string> => {
  await page.goto('/people/new')
  await page.getByLabel(say('people.field.name')).fill(name)
  await page.getByRole('radio', { name: say('people.ageAnswer.years'), exact: true }).check()
  await page.getByLabel(say('people.field.ageYears')).fill('15')
  await page.getByRole('radio', { name: 'General support' }).check()
  await page.getByLabel(say('people.field.place')).selectOption({ label: 'Transit centre Caricole' })
  await page.getByRole('button', { name: say('people.intake.save') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return new URL(page.url()).pathname
}

/** How far below the bar of the application what stands on a page of a file begins. */
const beginning = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const bar = document.querySelector('body header')
    const first = document.querySelector('[data-file-page]')?.firstElementChild
    if (!bar || !first) throw new Error('no page of a file')
    return first.getBoundingClientRect().top - bar.getBoundingClientRect().bottom
  })

test('every page of a file is reached in two presses from any other, and begins on the first screen', {
  tag: '@sweep',
}, async ({ page, testServer }) => {
  test.setTimeout(240_000)
  await signInAs(page, testServer, 'caseworker')
  const path = await createFile(page, 'Invented Everypage')
  await signInAs(page, testServer, 'coordinator')
  // Under a bar of 56 pixels these are 190 pixels on a laptop and 200 on a phone.
  for (const [screen, most] of [
    [PHONE, 144],
    [LAPTOP, 134],
  ] as const) {
    await page.setViewportSize(screen)
    await page.goto(path)
    const strip = page.getByRole('navigation', { name: say('cases.parts') })
    await expect(strip.getByRole('link')).toHaveCount(FILE_PARTS.codes.length)
    // Each page on one of the two screens; in a sweep on both.
    const drawn = PAGES.filter((_, index) => isSweep || index % 2 === (screen === PHONE ? 0 : 1))
    for (const name of drawn) {
      expect(await openFilePage(page, name)).toBeLessThanOrEqual(2)
      const tops = await strip
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top))
      expect(new Set(tops).size).toBe(1)
      expect({ name, begins: await beginning(page) }).toEqual({ name, begins: expect.any(Number) })
      expect(await beginning(page)).toBeLessThanOrEqual(most)
      for (const current of await page.getByRole('main').locator('nav [aria-current]').all())
        await expect(current).toBeInViewport({ ratio: 1 })
    }
  }
})

test('who reads a file without writing in it gets no links to what they may not do', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await createFile(page, 'Invented Reader')
  await openFilePage(page, 'sharing')
  const access = page.getByRole('navigation', { name: say('cases.part.access'), exact: true })
  const link = (of: Locator | Page, name: 'reassign' | 'rights') =>
    of.getByRole('link', { name: say(`cases.page.${name}`), exact: true })
  // This page leads to the others itself; on those they are in a strip. Handing over is the coordinator's.
  await expect(access).toHaveCount(0)
  await expect(link(page, 'reassign')).toHaveCount(0)
  await link(page, 'rights').click()
  await expect(link(access, 'rights')).toBeVisible()
  await expect(link(access, 'reassign')).toHaveCount(0)
})

test('a part has a number while something is open in it, and none otherwise', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await createFile(page, 'Invented Counted')
  const strip = page.getByRole('navigation', { name: say('cases.parts') })
  const todo = strip.getByRole('link', { name: starting(say('cases.part.todo')) })
  await expect(todo).toHaveText(say('cases.part.todo'))
  await openFilePage(page, 'tasks')
  await page.getByLabel(say('tasks.new'), { exact: true }).fill('Ask for the medical file')
  await page.getByRole('button', { name: say('tasks.add') }).click()
  await expect(page.getByText(say('tasks.added'))).toBeVisible()
  await expect(todo).toContainText(say('cases.openCount', { count: 1 }))
})

test('the head says who it is in two lines, leads to a note and a visit, stays while one scrolls, and says the rest behind one button', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  const path = await createFile(page, 'Invented Head')
  const code = path.split('/').at(-1) ?? ''
  const head = page.getByRole('region', { name: say('cases.head') })
  await openFilePage(page, 'history')
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Invented Head')
  await expect(head.getByText(code).first()).toBeVisible()
  await expect(head.getByText(say('people.age.saysYears', { years: '15' })).first()).toBeVisible()
  // A centre by its proper name, whole on a phone too.
  const place = head.getByText('Caricole', { exact: true }).filter({ visible: true })
  for (const screen of [PHONE, LAPTOP]) {
    await page.setViewportSize(screen)
    await expect(place).toHaveCount(1)
    expect(await place.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true)
  }
  await expect(head.getByRole('link', { name: say('menu.begin.logVisit') })).toHaveAttribute(
    'href',
    /\/detention\/new\?centre=.*caricole/,
  )
  const contacts = head.getByText(say('contacts.none'))
  await expect(contacts).toBeHidden()
  await head.getByRole('button', { name: say('cases.head') }).click()
  await expect(contacts).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(contacts).toBeHidden()

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(head.getByRole('heading', { level: 1 })).toBeInViewport()
  // Where the window is low, a head that stayed would leave no room to read.
  await page.setViewportSize({ width: 844, height: 390 })
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(head.getByRole('heading', { level: 1 })).not.toBeInViewport()

  await page.setViewportSize(LAPTOP)
  await page.evaluate(() => scrollTo(0, 0))
  await head.getByRole('link', { name: say('cases.write.section') }).click()
  await expect(page).toHaveURL(/#write$/)
  await expect(page.getByLabel(say('cases.write.title'))).toBeInViewport()
})

test('of several warnings one shows, the danger to the person first, and the others are one press away', async ({
  page,
  testServer,
}) => {
  const { rows } = await testServer.db.query<{ code: string }>(
    `SELECT f.code FROM case_file f JOIN staff s ON s.id = f.worker_id AND s.name = 'Casimir Caseworker'
      WHERE f.secrecy = 'open' AND f.status <> 'closed'
        AND EXISTS (SELECT FROM signal g WHERE g.case_id = f.id AND g.answered_at IS NULL AND g.severity IN ('critical', 'serious'))
      ORDER BY f.code LIMIT 1`,
  )
  const code = String(rows[0]?.code)
  await testServer.db.query(
    `UPDATE case_file SET status = 'closed', closed_on = '2026-03-02' WHERE code = $1`,
    [code],
  )
  await signInAs(page, testServer, 'caseworker')
  await page.setViewportSize(PHONE)
  await page.goto(`/cases/${code}/contacts`)
  await expect(page.getByText(say('cases.signal.unanswered'))).toBeVisible()
  const closed = page.getByRole('link', { name: say('cases.closed.more') })
  await expect(closed).toBeHidden()
  await openWarnings(page)
  await expect(closed).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await page.reload()
  await expect(page.getByText(part('closed since 2 March 2026'))).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('link', { name: say('cases.signal.show') }).click()
  await expect(page).toHaveURL(/#entry-/)
})

for (const locale of LOCALES)
  test(`the frame of a file is whole on the narrowest phone, in ${locale}`, async ({ page, testServer }) => {
    await signInAs(page, testServer, 'caseworker', locale)
    await page.goto('/cases')
    const code = (await fileCodes(page).first().textContent()) ?? ''
    for (const part of ['/deadlines', '/attachments', '/sharing']) {
      await page.goto(`/cases/${code}${part}`)
      for (const width of [320, 390, 1366]) {
        await page.setViewportSize({ width, height: 844 })
        await expectNoSidewaysScroll(page)
      }
      await expectAccessible(page)
    }
  })

test('what the person says, a document and an authority stand in columns, and each person with access is named once', async ({
  page,
  testServer,
}) => {
  await signInAs(page, testServer, 'caseworker')
  await createFile(page, 'Invented Sources')
  await openFilePage(page, 'details')
  const person = page.getByRole('region', { name: 'Invented Sources' })
  await person.getByText(say('cases.details.addClaim')).click()
  await person.getByRole('radio', { name: say('people.ageAnswer.years'), exact: true }).check()
  await person.getByLabel(say('people.field.ageYears')).fill('21')
  await person.getByRole('radio', { name: say('people.basis.authority') }).check()
  await person.getByRole('button', { name: say('people.claim.save'), exact: true }).click()
  const ages = person.getByRole('row', { name: starting(say('people.field.age')) }).getByRole('cell')
  await expect(ages.nth(0)).toContainText('15 ')
  await expect(ages.nth(0)).not.toContainText('21 ')
  // No document says anything of this person: there is no column for one.
  await expect(person.getByRole('columnheader', { name: say('cases.details.document') })).toHaveCount(0)
  // Its source is written after it for a phone, where there are no columns.
  await expect(ages.nth(1)).toHaveText(new RegExp(`^21 · .*${part(say('cases.details.authority')).source}$`))
  // What was not asked is said, beside the person on the same page.
  const main = page.getByRole('main')
  await expect(main.getByRole('region', { name: say('cases.page.consents') })).toContainText(
    say('consents.state.not_asked'),
  )
  await expect(main.getByRole('region', { name: say('contacts.title') })).toContainText(say('contacts.none'))
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)

  await openFilePage(page, 'sharing')
  await expect(page.getByRole('heading', { name: say('cases.sharing.title'), exact: true })).toHaveCount(1)
  const access = page.getByRole('region', { name: say('cases.sharing.title'), exact: true })
  await expect(access.getByRole('listitem').filter({ hasText: PEOPLE.caseworker })).toHaveCount(1)
  await expect(access.getByRole('listitem').filter({ hasText: PEOPLE.coordinator })).toHaveCount(1)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)

  // Why a colleague can see it, or not: chosen by keyboard, answered in sentences.
  const why = page.getByRole('region', { name: say('cases.colleague.title'), exact: true })
  await why.locator('summary').click()
  for (const [name, verdict, reason] of [
    [PEOPLE.coordinator, 'changes', 'reason.coordinator'],
    [PEOPLE.admin, 'nothing', 'fact.admin'],
  ] as const) {
    await why.getByLabel(say('cases.colleague.who')).selectOption({ label: name })
    await why.getByRole('button', { name: say('cases.colleague.show') }).press('Enter')
    await expect(why.getByText(say(`cases.colleague.verdict.${verdict}`, { name }))).toBeVisible()
    await expect(why.getByText(say(`cases.colleague.${reason}`))).toBeVisible()
  }
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
