import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { addDays, dayOf } from '../../lib/shared/dates'
import { listClosedPeriods } from '../../lib/statistics/period.rules'
import { givenMetPeople } from '../support/given/met-people'
import { readDocx } from '../support/read-docx'
import { saidAs, say, sayingsIn, starting } from '../support/say'
import { openFilePage } from './file-pages'
import { test } from './fixtures'
import { type InstallationBeside, openInstallation } from './installation'
import { citeFigure, findPerson, handOverFile, planVisit, reviewFiles } from './journeys/coordinator'
import { releaseFigures } from './journeys/figures'
import {
  recordHungerStrike,
  recordOrder,
  recordProcedure,
  referTrafficking,
  reportMinor,
} from './journeys/procedure'
import { fillVisitDay } from './journeys/visit-day'
import { walkerOn } from './journeys/walker'
import { answerWorry } from './journeys/worry'
import { acceptInvitation, addPartner } from './organisation'
import {
  LISTS,
  MARKS,
  type Mark,
  PARTNERS,
  setUpByHand,
  setUpFromFile,
  setUpRest,
  TEMPLATES,
} from './organisations-beside'

// Two organisations, each with an installation of its own as `accompany org` gives it. One is set up by hand; the other begins with the
// configuration file of the first, changed.

const CENTRE = 'Closed centre Vottem'

const COLLEAGUES = ['admin', 'coordinator', 'caseworker', 'receiver'] as const
/** Files, people and settings as each of four colleagues reads them. */
type Pages = Readonly<Record<(typeof COLLEAGUES)[number], Page>>

const openPage = async (browser: Browser, { testServer }: InstallationBeside): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: testServer.url,
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  })
  // What is not there is not waited for until the whole story has run out of time.
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

const openAdmin = async (browser: Browser, installation: InstallationBeside, mark: Mark): Promise<Page> => {
  const page = await openPage(browser, installation)
  await acceptInvitation(page, {
    link: await installation.firstLink({
      email: `anna@${mark.toLowerCase()}.example`,
      organisation: `${mark} vzw`,
    }),
    name: `Anna ${mark}`,
    hasSecondStep: true,
  })
  return page
}

/** Everyone who is signed in has just said who they are: how that is asked is told in tests/e2e/accounts.spec.ts. */
const prove = ({ testServer }: InstallationBeside): Promise<unknown> =>
  testServer.db.query("UPDATE session SET stepped_up_at = now() + interval '12 hours'")

/** A coordinator brings a table of people, who then have files. */
const bringTable = async (page: Page, mark: Mark): Promise<void> => {
  const rows = [
    'Nom;Prénom;Nationalité',
    `Fictar;${mark}ar;Guinée`,
    `Inventis;${mark}is;Mali`,
    `Exempla;${mark}a;Mali`,
  ]
  await page.goto('/imports')
  await page.getByLabel(say('imports.bring.file')).setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n'), 'latin1'),
  })
  await page.getByRole('button', { name: say('imports.bring.do') }).click()
  await page.getByLabel(say('imports.plan.kind')).selectOption({ label: 'Detention' })
  await page.getByLabel(say('imports.plan.worker')).selectOption({ label: 'Casimir Caseworker' })
  await page.getByRole('button', { name: say('imports.plan.do') }).click()
  await expect(page.getByText(say('imports.checked.good', { count: 3 }))).toBeVisible()
  const look = page.getByRole('button', { name: say('imports.known.look') })
  if (await look.isVisible()) await look.click()
  await page.getByRole('button', { name: say('imports.checked.start', { count: 3 }) }).click()
  await expect(page.getByText(say('imports.result.made', { count: 3 }))).toBeVisible()
}

/** Three people in a closed centre, and a day with them as in the journeys; then what the coordinator answers. */
const visit = async ({ caseworker, coordinator }: Pages, mark: Mark): Promise<void> => {
  for (const number of [1, 2, 3]) {
    await caseworker.goto('/people/new')
    await caseworker.getByLabel(say('people.field.name'), { exact: true }).fill(`${mark} Person ${number}`)
    await caseworker.getByLabel(say('people.field.place')).selectOption(CENTRE)
    await caseworker.getByRole('button', { name: say('people.intake.save') }).click()
    await expect(caseworker.getByRole('heading', { level: 1 })).toHaveText(`${mark} Person ${number}`)
  }
  await caseworker.goto('/detention/new?centre=')
  await caseworker
    .getByRole('main')
    .getByRole('link', { name: starting(CENTRE) })
    .first()
    .click()
  await fillVisitDay(walkerOn(caseworker, 'en'), mark)
  await coordinator.goto('/')
  await answerWorry(walkerOn(coordinator, 'en'), mark)
}

/** The first day of the last quarter that is closed. */
const firstDayClosed = (): string => {
  const today = dayOf(new Date())
  const last = listClosedPeriods(addDays(today, -200), today).findLast(({ kind }) => kind === 'quarter')
  if (last === undefined) throw new Error('no quarter of the last 200 days is closed')
  return last.start
}

/**
 * A quarter that these organisations, which began today, do not have: as many people as a table that leaves an organisation needs, met
 * before it ended. Then the jobs freeze it, and the admin releases a table of it.
 */
const release = async (page: Page, { testServer: { db }, runJobs }: InstallationBeside): Promise<void> => {
  const { rows } = await db.query<{ id: string; team_id: string }>(
    `SELECT s.id, m.team_id FROM staff s JOIN team_member m ON m.staff_id = s.id WHERE s.name = 'Casimir Caseworker'`,
  )
  const [worker] = rows
  if (worker === undefined) throw new Error('the caseworker belongs to no office')
  await givenMetPeople(
    {
      ask: async (sql, values = []) => (await db.query(sql, [...values])).rows,
      north: worker.team_id,
      casey: { id: worker.id },
    },
    { n: 700, enteredOn: firstDayClosed(), seed: 23 },
  )
  runJobs()
  await page.goto('/')
  await releaseFigures(walkerOn(page, 'en'), db)
}

/** Answers, a letter and what is kept of one person, in a file of one's own; gives its address. */
const workOnFile = async (page: Page, mark: Mark): Promise<string> => {
  await page.goto('/cases')
  await page
    .getByRole('link', { name: `${mark} Person 1` })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${mark} Person 1`)
  const file = new URL(page.url()).pathname
  const own = page.getByRole('region', { name: say('fields.title'), exact: true })
  await own.locator('summary').first().click()
  await own.getByLabel(`${mark} question 1`, { exact: true }).selectOption(`${mark} perhaps`)
  await own.getByRole('button', { name: say('fields.answer.save') }).click()
  await expect(own.getByRole('definition').filter({ hasText: `${mark} perhaps` })).toBeVisible()

  await openFilePage(page, 'letters')
  const name = `${mark} ${TEMPLATES[0]}`
  await page.getByRole('link', { name }).first().click()
  const letter = page.getByRole('region', { name })
  await letter.getByLabel(say('letters.plain.message')).fill('Written for this letter.')
  await letter.getByRole('radio', { name: say('summaries.ground.legal_claims') }).check()
  await letter.getByLabel(say('summaries.ground.reason')).fill('An invented appeal.')
  await letter.getByRole('button', { name: say('letters.make') }).click()
  const paper = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'DOCX' })
  const taken = page.waitForEvent('download')
  await paper
    .getByRole('link', { name: saidAs('attachments.take') })
    .first()
    .click()
  const { text } = await readDocx(await readFile(await (await taken).path()))
  expect(text).toContain(`${mark}: ${mark} vzw accompanies ${mark} Person 1, file ${file.split('/').at(-1)}.`)
  return file
}

/** An access request (GDPR art. 15): what is kept of the person, and nothing of others. */
const askWhatIsKept = async (page: Page, file: string, mark: Mark): Promise<string> => {
  await page.goto(`${file}/rights`)
  await page.getByText(say('rights.request.make'), { exact: true }).first().click()
  const asking = page.getByRole('region', { name: say('rights.request.extractTitle') })
  await asking.getByLabel(say('rights.request.who')).selectOption({ index: 1 })
  await asking.getByRole('button', { name: say('forms.today') }).click()
  await asking.getByLabel(say('rights.request.language')).selectOption('English')
  await asking.getByLabel(say('rights.request.how')).fill('In person, with her card.')
  await asking.getByRole('button', { name: say('rights.request.make') }).click()
  const said = sayingsIn('en')
  await expect(page.getByRole('heading', { level: 1, name: said('rights.extract.title') })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText(`${mark} Person 1`)
  await expect(main).toContainText(`${mark} perhaps`)
  await expect(main).not.toContainText(`${mark} Person 2`)
  return new URL(page.url()).pathname
}

/** The annual report as a document. */
const report = async (page: Page): Promise<string> => {
  await page.goto('/reports')
  await page
    .getByRole('link', { name: say('reporting.annual.open'), exact: true })
    .first()
    .click()
  await page.getByRole('radio', { name: say('reporting.reach.team'), exact: true }).check()
  await page.getByRole('button', { name: say('reporting.annual.check'), exact: true }).click()
  const saving = page.waitForEvent('download')
  await page
    .getByRole('link', {
      name: say('reporting.annual.docx', { language: say('reporting.annual.language.en') }),
    })
    .click()
  return (await readDocx(await readFile(await (await saving).path()))).text
}

/** Where a word of another organisation could stand, and a word of one's own does. */
const PLACES: Readonly<Record<keyof Pages, readonly string[]>> = {
  admin: [
    '/settings',
    '/settings/offices',
    ...Object.keys(LISTS).map((list) => `/settings/lists/${list}`),
    '/settings/fields',
    '/settings/letters',
    '/settings/projects',
    '/settings/places',
    '/settings/configuration',
    '/accounts',
    '/partners',
    '/reports',
    '/statistics',
    '/settings/system',
  ],
  coordinator: [
    '/',
    '/cases',
    '/team',
    '/deadlines',
    '/partners',
    '/imports',
    '/reports',
    '/detention',
    '/handovers',
  ],
  caseworker: [
    '/',
    '/cases',
    '/detention',
    '/activities/new',
    '/planning',
    '/guardianship',
    '/partners',
    '/notices',
  ],
  receiver: ['/', '/cases', '/handovers', '/partners'],
}

const expectOnlyOwn = async (pages: Pages, file: string, mark: Mark): Promise<void> => {
  const other = MARKS.find((one) => one !== mark) ?? ''
  const strange = new RegExp(other, 'i')
  let seen = 0
  for (const who of COLLEAGUES) {
    const parts = ['', '/details', '/letters', '/history', '/rights'].map((part) => `${file}${part}`)
    for (const path of [...PLACES[who], ...(who === 'coordinator' || who === 'caseworker' ? parts : [])]) {
      await pages[who].goto(path)
      await expect(pages[who].getByRole('heading', { level: 1 })).toBeVisible()
      const html = await pages[who].content()
      expect(html, `${path} of ${who}`).not.toMatch(strange)
      if (html.includes(mark)) seen += 1
    }
    const line = await pages[who].request.get(`/cases?search=${other}`)
    expect((await line.text()).replaceAll(`search=${other}`, ''), who).not.toContain(`${other} Person`)
  }
  // A crawl that finds nothing of its own would have found nothing of another one.
  expect(seen).toBeGreaterThan(25)
}

test('two organisations are set up, work and report beside each other, and nothing of one is seen in the other', {
  tag: '@sweep',
}, async ({ browser }) => {
  test.setTimeout(1_800_000)
  const installations = { Noordster: await openInstallation(5), Zuidkruis: await openInstallation(6) }
  try {
    const admins = {
      Noordster: await openAdmin(browser, installations.Noordster, 'Noordster'),
      Zuidkruis: await openAdmin(browser, installations.Zuidkruis, 'Zuidkruis'),
    }
    for (const mark of MARKS) await prove(installations[mark])
    await setUpByHand(admins.Noordster, 'Noordster')
    await setUpFromFile(admins.Zuidkruis, admins.Noordster, MARKS)
    const done: { readonly mark: Mark; readonly pages: Pages; readonly file: string }[] = []
    for (const mark of MARKS) {
      const installation = installations[mark]
      const links = await setUpRest(admins[mark], mark)
      const pages = {
        admin: admins[mark],
        coordinator: await openPage(browser, installation),
        caseworker: await openPage(browser, installation),
        receiver: await openPage(browser, installation),
      }
      await acceptInvitation(pages.coordinator, {
        link: links.coordinator,
        name: `Corina ${mark}`,
        hasSecondStep: true,
      })
      // As the journeys call them.
      await acceptInvitation(pages.caseworker, {
        link: links.caseworker,
        name: 'Casimir Caseworker',
        hasSecondStep: false,
      })
      await acceptInvitation(pages.receiver, {
        link: links.receiver,
        name: `Vera ${mark}`,
        hasSecondStep: false,
      })
      await prove(installation)
      for (const number of PARTNERS) await addPartner(pages.coordinator, `${mark} Partner ${number}`)
      await bringTable(pages.coordinator, mark)
      await visit(pages, mark)
      const walker = walkerOn(pages.caseworker, 'en')
      await recordProcedure(walker, installation.testServer.db)
      await recordOrder(walker, installation.testServer.db)
      await recordHungerStrike(walker, installation.testServer.db)
      await referTrafficking(walker)
      await reportMinor(walker)
      const leader = walkerOn(pages.coordinator, 'en')
      await reviewFiles(leader, mark)
      await planVisit(leader, CENTRE)
      await findPerson(leader, `${mark.replace('k', 'c')} Persoon 2`, `${mark} Person 2`)
      await citeFigure(leader)
      const file = await workOnFile(pages.caseworker, mark)
      await askWhatIsKept(pages.caseworker, file, mark)
      expect(await report(pages.coordinator)).toContain(`${mark} vzw`)
      await handOverFile(leader, {
        person: `${mark} Person 3`,
        from: 'Casimir Caseworker',
        to: `Vera ${mark}`,
        theirs: pages.receiver,
      })
      await release(pages.admin, installation)
      done.push({ mark, pages, file })
    }
    // Only now, when both hold everything.
    for (const { mark, pages, file } of done) await expectOnlyOwn(pages, file, mark)
  } finally {
    // A server that is told to stop ends once no page holds a connection to it.
    await Promise.all(browser.contexts().map((context) => context.close()))
    await installations.Noordster.remove()
    await installations.Zuidkruis.remove()
  }
})
