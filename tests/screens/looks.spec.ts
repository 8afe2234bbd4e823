import { mkdirSync } from 'node:fs'
import type { DemoPerson, Locale, TestServer } from '../e2e/fixtures'
import { expectAwake, signInAs, test } from '../e2e/fixtures'
import { LAPTOP, PHONE } from './picture'

// The pictures that docs/looks.md was written from: every main page in both sizes, ten in dark, ten in another language.
// `npm run screens -- looks`; they are looked at and not committed.

const FOLDER = 'looks'

type Visited = {
  readonly name: string
  readonly who: DemoPerson
  readonly path: string
  readonly dark?: boolean
  readonly also?: Locale
}

const ROOMS: readonly Visited[] = [
  { name: 'today', who: 'caseworker', path: '/', dark: true, also: 'nl' },
  { name: 'today-coordinator', who: 'coordinator', path: '/' },
  { name: 'overview-admin', who: 'admin', path: '/' },
  { name: 'shared-with-me', who: 'guest', path: '/' },
  { name: 'caseload', who: 'coordinator', path: '/cases', dark: true, also: 'fr' },
  { name: 'visits', who: 'caseworker', path: '/detention' },
  { name: 'record-visit', who: 'caseworker', path: '/detention/new?centre=127bis', dark: true, also: 'nl' },
  { name: 'planner', who: 'coordinator', path: '/planning' },
  { name: 'deadlines', who: 'caseworker', path: '/deadlines', dark: true, also: 'fr' },
  { name: 'minors', who: 'caseworker', path: '/guardianship' },
  { name: 'review-start', who: 'coordinator', path: '/cases/review' },
  { name: 'handovers', who: 'coordinator', path: '/handovers' },
  { name: 'prepare-handover', who: 'coordinator', path: '/handovers/new' },
  { name: 'workload', who: 'coordinator', path: '/team' },
  { name: 'duplicates', who: 'coordinator', path: '/people/duplicates' },
  { name: 'import', who: 'coordinator', path: '/imports' },
  { name: 'new-person', who: 'caseworker', path: '/people/new', dark: true, also: 'de' },
  { name: 'find', who: 'caseworker', path: '/people/search' },
  { name: 'belgium', who: 'caseworker', path: '/countries/be', also: 'fr' },
  { name: 'organisations', who: 'caseworker', path: '/countries/be/actors', also: 'de' },
  { name: 'reports', who: 'coordinator', path: '/reports', also: 'nl' },
  { name: 'annual', who: 'coordinator', path: '/reports/annual' },
  { name: 'statistics', who: 'admin', path: '/statistics', dark: true, also: 'nl' },
  { name: 'releases', who: 'admin', path: '/statistics/releases' },
  { name: 'colleagues', who: 'admin', path: '/accounts' },
  { name: 'requests', who: 'admin', path: '/requests' },
  { name: 'settings', who: 'admin', path: '/settings', also: 'de' },
  { name: 'setup', who: 'admin', path: '/setup' },
  { name: 'settings-organisation', who: 'admin', path: '/settings/organisation' },
  { name: 'settings-offices', who: 'admin', path: '/settings/offices' },
  { name: 'settings-places', who: 'admin', path: '/settings/places' },
  { name: 'settings-lists', who: 'admin', path: '/settings/lists' },
  { name: 'settings-fields', who: 'admin', path: '/settings/fields' },
  { name: 'settings-list', who: 'admin', path: '/settings/lists/encounter_topic' },
  { name: 'settings-sign-in', who: 'admin', path: '/settings/sign-in' },
  { name: 'settings-mail', who: 'admin', path: '/settings/mail' },
  { name: 'settings-letters', who: 'admin', path: '/settings/letters' },
  { name: 'settings-work', who: 'admin', path: '/settings/work' },
  { name: 'settings-projects', who: 'admin', path: '/settings/projects' },
  { name: 'settings-configuration', who: 'admin', path: '/settings/configuration' },
  { name: 'system', who: 'admin', path: '/settings/system' },
  { name: 'partners', who: 'coordinator', path: '/partners' },
  { name: 'enquiries', who: 'coordinator', path: '/enquiries' },
  { name: 'incoming', who: 'coordinator', path: '/enquiries/incoming', also: 'fr' },
  { name: 'activity', who: 'coordinator', path: '/activities/new' },
  { name: 'groups', who: 'coordinator', path: '/activities/groups' },
  { name: 'waiting', who: 'coordinator', path: '/waiting' },
  { name: 'lists', who: 'coordinator', path: '/lists' },
  { name: 'help', who: 'caseworker', path: '/help', also: 'fr' },
  { name: 'drafts', who: 'caseworker', path: '/drafts' },
  { name: 'account', who: 'caseworker', path: '/accounts/me', also: 'de' },
  { name: 'notices', who: 'caseworker', path: '/notices' },
]

/** Pages of a file of the caseworker; which file, by what it holds. */
const PARTS: readonly {
  readonly name: string
  readonly page: string
  readonly file: 'detained' | 'asylum' | 'minor' | 'restricted'
  readonly dark?: boolean
  readonly also?: Locale
}[] = [
  { name: 'overview', page: '', file: 'detained', dark: true, also: 'de' },
  { name: 'person', page: 'details', file: 'detained' },
  { name: 'contacts', page: 'contacts', file: 'detained' },
  { name: 'consents', page: 'consents', file: 'detained', also: 'fr' },
  { name: 'procedure', page: 'procedure', file: 'detained', dark: true, also: 'nl' },
  { name: 'asylum', page: 'asylum', file: 'asylum' },
  { name: 'detention', page: 'detention', file: 'detained' },
  { name: 'file-deadlines', page: 'deadlines', file: 'asylum' },
  { name: 'todo', page: 'tasks', file: 'detained', dark: true, also: 'fr' },
  { name: 'appointments', page: 'appointments', file: 'detained' },
  { name: 'activities', page: 'activities', file: 'detained' },
  { name: 'documents', page: 'attachments', file: 'detained', also: 'nl' },
  { name: 'letters', page: 'letters', file: 'detained' },
  { name: 'sheets', page: 'sheets', file: 'detained' },
  { name: 'access', page: 'sharing', file: 'detained', also: 'de' },
  { name: 'referrals', page: 'referrals', file: 'detained' },
  { name: 'history', page: 'history', file: 'detained' },
  { name: 'rights', page: 'rights', file: 'detained' },
  { name: 'closing', page: 'closing', file: 'detained' },
  { name: 'guardianship', page: 'guardianship', file: 'minor', dark: true, also: 'de' },
  { name: 'asylum-minor', page: 'asylum', file: 'minor', also: 'fr' },
  { name: 'trafficking', page: 'trafficking', file: 'restricted', also: 'nl' },
]

const FILES = {
  detained: `EXISTS (SELECT FROM detention_event e WHERE e.case_id = f.id) AND f.kind = 'detention'`,
  asylum: `EXISTS (SELECT FROM asylum_event e WHERE e.case_id = f.id AND e.kind = 'cgrs_decision')`,
  minor: `EXISTS (SELECT FROM guardianship_event e WHERE e.case_id = f.id)`,
  restricted: `f.secrecy <> 'open' AND f.kind = 'thb'`,
} as const

const findFile = async (testServer: TestServer, which: keyof typeof FILES) => {
  const { rows } = await testServer.db.query<{ code: string; id: string }>(
    `SELECT f.code, f.id FROM case_file f JOIN staff s ON s.name = 'Casimir Caseworker'
      WHERE (f.worker_id = s.id OR EXISTS (SELECT FROM case_member m WHERE m.case_id = f.id AND m.staff_id = s.id))
        AND f.closed_on IS NULL AND ${FILES[which]}
      ORDER BY f.worker_id = s.id DESC, (SELECT count(*) FROM note n WHERE n.case_id = f.id) DESC, f.code LIMIT 1`,
  )
  const [file] = rows
  if (file === undefined) throw new Error(`the demo holds no file: ${which}`)
  return file
}

for (const { name, who, path, dark = false, also } of ROOMS)
  test(`look at ${name}`, async ({ page, testServer }) => {
    await take(page, testServer, { name, who, path, dark, ...(also === undefined ? {} : { also }) })
  })
for (const { name, page: part, file, dark = false, also } of PARTS)
  test(`look at ${name} of a file`, async ({ page, testServer }) => {
    const { code, id } = await findFile(testServer, file)
    await take(page, testServer, {
      name: `file-${name}`,
      who: 'caseworker',
      path: `/cases/${code}${part === '' ? '' : `/${part}`}?file=${id}`,
      dark,
      ...(also === undefined ? {} : { also }),
    })
  })

test('look at a recorded visit', async ({ page, testServer }) => {
  const { rows } = await testServer.db.query<{ id: string }>(
    `SELECT v.id FROM visit v JOIN encounter e ON e.visit_id = v.id
       JOIN visit_visitor w ON w.visit_id = v.id JOIN staff s ON s.id = w.staff_id AND s.name = 'Casimir Caseworker'
      GROUP BY v.id ORDER BY count(*) DESC, v.id LIMIT 1`,
  )
  const [visit] = rows
  if (visit === undefined) throw new Error('the demo holds no visit with a conversation')
  await take(page, testServer, {
    name: 'visit',
    who: 'caseworker',
    path: `/detention/${visit.id}`,
    also: 'nl',
  })
})

const take = async (
  page: Parameters<typeof signInAs>[0],
  testServer: TestServer,
  { name, who, path, dark = false, also }: Visited,
): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true })
  const shoot = (as: string) =>
    page.screenshot({ path: `${FOLDER}/${name}-${as}.png`, fullPage: true, animations: 'disabled' })
  await signInAs(page, testServer, who)
  await page.setViewportSize(LAPTOP)
  await page.goto(path, { waitUntil: 'networkidle' })
  await expectAwake(page)
  await shoot('laptop')
  if (dark) {
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot('dark')
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize(PHONE)
  await shoot('phone')
  if (also === undefined) return
  await signInAs(page, testServer, who, also)
  await page.setViewportSize(LAPTOP)
  await page.goto(path, { waitUntil: 'networkidle' })
  await shoot(`${also}-laptop`)
  await page.setViewportSize(PHONE)
  await shoot(`${also}-phone`)
}
