import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import FilePage from '@/app/(signed-in)/cases/[code]/page'
import { GET } from '@/app/api/calendar/[secret]/route'
import { POST as openLink } from '@/app/shared/[secret]/route'
import { addClaim } from '@/lib/cases/claim.actions'
import { keepApart } from '@/lib/cases/kept-apart.actions'
import { relateFile } from '@/lib/cases/related-file.actions'
import { openInEmergency } from '@/lib/circles/glass.actions'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { countNotices } from '@/lib/notices/notice.data'
import { findAlike } from '@/lib/people/alike.actions'
import { emptyAge, emptyMore, emptyPerson } from '@/lib/people/empty-person'
import { findPeople } from '@/lib/people/search.actions'
import { newCode, newId } from '@/lib/shared/ids'
import { getToday } from '@/lib/today/today.data'
import { type Handler, listHandlers } from '../architecture/walk'
import { COMMANDS } from '../support/commands'
import { openGiven } from '../support/given/given'
import { act, fetchFile, openPage, withToken } from '../support/handlers'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'
import { isSweep } from '../support/sweep'
import { countRows } from './outsiders'

// What an organisation looks like to each outsider, before a sealed file exists and after it has had a whole life.

const given = openGiven()
const home = given.organisation()
const team = given.team(home)
const placeId = given.place()
const worker = given.staff(home, 'caseworker', { teams: [team] })
const second = given.staff(home, 'caseworker', { teams: [team] })
/** Two who keep a file about an ordinary person between them. */
const inner = given.staff(home, 'caseworker', { teams: [team] })
const innerSecond = given.staff(home, 'caseworker', { teams: [team] })
const outsiders = {
  teamMate: given.staff(home, 'caseworker', { teams: [team] }),
  coordinator: given.staff(home, 'coordinator', { leads: [team] }),
  admin: given.staff(home, 'admin'),
  guest: given.staff(home, 'guest'),
  stranger: given.staff(given.organisation(), 'coordinator'),
} as const
const ruleId = given.rule()
const fields = given.ownFields({ organisationId: home, createdBy: outsiders.admin })
const groupId = given.groupSession({ teamId: team, createdBy: outsiders.teamMate })
const open = given.file({ teamId: team, workerId: outsiders.teamMate })
const ordinary = given.person({ caseIds: [open.id], createdBy: outsiders.teamMate })
given.note({ caseId: open.id, authorId: outsiders.teamMate })
const insiders = { worker, second, inner, innerSecond }
const tokens = new Map(
  Object.entries({ ...outsiders, ...insiders }).map(([who, id]) => [who, given.tokenFor(id)]),
)
const calendars = new Map<string, string>()
for (const [who, id] of Object.entries({ ...outsiders, ...insiders })) {
  calendars.set(who, given.feed(id, { deadlines: true }))
}
const sealedCode = { value: newCode() }
/** Ids of the sealed file and of two rows of it; before its life they are of nothing. */
let sealedIds = { file: newId(), summaryId: newId(), paper: newId() }
const NAME = 'Zzverzegeld Onbekend'

/** Moments of this run, also when a session was seen last. */
const began = new Date(Date.now() - 3_600_000).toISOString()
let owner: pg.Client
let handlers: Handler[] = []
beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
  handlers = await listHandlers()
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

/** A page's element as text: everything that is handed to what draws it. Ids of forms and moments differ at every look. */
const toDrawn = (node: unknown): string => {
  const seen = new Set<object>()
  const drawn = JSON.stringify(node, (key, value: unknown) => {
    if (key === '_owner' || key === '_store' || typeof value === 'function') return undefined
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && value >= began) return '(now)'
    if (typeof value !== 'object' || value === null) return value
    if (seen.has(value)) return '(again)'
    seen.add(value)
    return value
  })
  return drawn ?? ''
}

const BROKEN = '(broken)'

/** What is asked of a list in its address: each word that could single out one file, and the name itself. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  '/cases': [
    'kind=thb',
    'risk=high',
    'age=minor',
    'guardian=awaited',
    'missing=late',
    'contact=due',
    'signal=none',
    'nationality=none',
    'status=closed&sort=-opened',
    'status=closed&centre=none',
  ],
  '/cases/export': ['kind=thb', 'status=closed'],
  '/cases/print': ['kind=thb', 'status=closed'],
  '/people/search': [`q=${NAME}`, `sentence=${NAME}`],
  '/planning': ['week=2026-11-16', 'week=2026-11-23'],
  '/deadlines': ['all=yes', 'state=over'],
  '/statistics': ['by=kind', 'count=files&by=kind&by2=risk', 'from=2026-01-01&until=2026-12-31'],
  '/countries/[country]/comparison': ['compare=minors', 'period=2026-Q3'],
  '/countries': [`q=${NAME}`],
}
/** What stands in an address between brackets, where it names nothing that is kept of anyone. */
const PLACES: Readonly<Record<string, string>> = {
  country: 'be',
  chapter: 'asylum',
  slug: 'x',
  sheet: 'centre',
}

/** It says how the machine is at this moment and shows no file; integration/watched.test.ts walks it. */
const OF_THE_MACHINE = '/settings/system'

/** What the worker of the sealed file sees changed, so that the silence of the others means something. */
const SEEN = [
  '/',
  '/cases',
  '/cases kind=thb',
  '/circles',
  '/cases/[code]/guardianship',
  '/cases/[code]/trafficking',
  '/summaries/[summaryId]',
]
/** Pages that say nothing of files, by anyone: of the country, help and sheets. */
const OF_NO_FILE = /^\/(countries|help|sheets|offline|calendar)\b/

/** Every page as what it would draw, also under each question; those of one subject for the code and an id of the sealed file. */
const readPages = async (who: string): Promise<(readonly [string, string])[]> => {
  const token = tokens.get(who) ?? ''
  const pages: (readonly [string, string])[] = []
  let count = 0
  for (const { name, metadata, open: page } of handlers) {
    if (metadata?.kind !== 'page' || typeof page !== 'function' || name === OF_THE_MACHINE) continue
    const named = [...name.matchAll(/\[(\w+)\]/g)].map(([, word = '']) => word)
    const idOf = (word: string) => (word === 'summaryId' ? sealedIds.summaryId : sealedIds.file)
    const params = Object.fromEntries(
      named.map((word) => [word, PLACES[word] ?? (word === 'code' ? sealedCode.value : idOf(word))]),
    )
    for (const asked of ['', ...(ASKED[name] ?? [])]) {
      // Each question by one of the outsiders, and by all in a sweep.
      const asker = Object.keys(outsiders)[count++ % Object.keys(outsiders).length]
      const isByOne = asked !== '' || OF_NO_FILE.test(name)
      if (isByOne && !isSweep && who in outsiders && who !== asker) continue
      if (!isSweep && who === 'worker' && !SEEN.includes(`${name} ${asked}`.trim())) continue
      const search = Object.fromEntries(new URLSearchParams(asked))
      // The rows of a life are made up, and anyone who may read them finds some that no form would write.
      const drawn = await openPage(token, async (props) => Reflect.apply(page, undefined, [props]), {
        params,
        search,
      }).then(
        (shown) => (shown.outcome === 'shown' ? toDrawn(shown.node) : shown.outcome),
        () => BROKEN,
      )
      pages.push([`${name} ${asked}`.trim(), drawn])
    }
  }
  return pages
}

/** Every route that answers with a file or data, asked for nothing, for the code and for ids of the sealed file. */
const readRoutes = async (who: string, token: string): Promise<(readonly [string, string])[]> => {
  const answers: (readonly [string, string])[] = []
  if (!isSweep && who === 'worker') return answers
  for (const { name, metadata, open: route } of handlers) {
    if (metadata?.kind !== 'download' || !name.startsWith('GET ') || typeof route !== 'function') continue
    const queries = ['', `code=${sealedCode.value}`, `id=${sealedIds.file}`, `id=${sealedIds.paper}`]
    for (const [at, query] of queries.entries()) {
      const answer = await fetchFile(
        token,
        async (request) => Reflect.apply(route, undefined, [request, { params: Promise.resolve({}) }]),
        `${name.slice('GET '.length)}?${query}`,
      )
      answers.push([`${name} ${at}`, `${answer.status} ${await answer.text().catch(() => BROKEN)}`])
    }
  }
  return answers
}

/** What the search says to sentences that would find them, and what stands beside a form for a new person. */
const searches = async (token: string): Promise<string> => {
  const said: unknown[] = []
  for (const sentence of [
    NAME,
    NAME.slice(0, 7),
    sealedCode.value,
    `Guinean woman, ${NAME}`,
    'seen in Vottem',
  ])
    for (const more of [{}, { locked: ['country:GN'] }]) {
      const answer = await act(token, findPeople, { sentence, without: [], locked: [], ...more })
      // A search that was given up says nothing about anyone, and would look like a difference.
      if (!answer.ok && answer.code !== 'forbidden') throw new Error(`the search answers ${answer.code}`)
      said.push(answer)
    }
  // The code itself is said back, as it was typed.
  return JSON.stringify(said)
    .replaceAll(sealedCode.value, '(code)')
    .replaceAll(sealedCode.value.toLowerCase(), '(code)')
}

/** What a stranger with a link that no one made is told, and what they are told of a wrong code. */
const tryLink = async (): Promise<string> => {
  const secret = 'A'.repeat(43)
  const answer = await withToken(null, () =>
    openLink(
      new Request(`http://localhost:3000/shared/${secret}?l=en`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `code=${sealedCode.value}`,
      }),
      { params: Promise.resolve({ secret }) },
    ),
  )
  await owner.query('DELETE FROM throttle')
  return `${answer.status} ${await answer.text()}`
}

/** Lists, counts, matches, notices, the page of the code and the answer of the glass, as one colleague finds them. */
const look = async (who: string) => {
  const token = tokens.get(who) ?? ''
  const alike = await act(token, findAlike, { name: NAME.slice(0, 6), nationality: '', placeId: '' })
  const page = await openPage(token, FilePage, { params: { code: sealedCode.value } })
  const glass = await act(token, openInEmergency, {
    code: sealedCode.value,
    kind: 'danger',
    reason: 'Verzonnen reason of twenty characters.',
  })
  const secret = calendars.get(who) ?? ''
  const fetched = await GET(new Request(`http://localhost/api/calendar/${secret}`), {
    params: Promise.resolve({ secret }),
  })
  const calendar = (await fetched.text()).replace(/^DTSTAMP:.*$/gm, '')
  // What one's own tries leave behind is not what is compared.
  await owner.query('DELETE FROM glass_try')
  await owner.query('DELETE FROM receipt')
  await owner.query('UPDATE calendar_feed SET fetched_at = NULL')
  const pages = await readPages(who)
  const routes = await readRoutes(who, token)
  const search = await searches(token)
  const guessed = await tryLink()
  const own = { caseId: open.id, code: sealedCode.value }
  const tie = await act(token, relateFile, { ...own, kind: 'sibling', basis: 'said', since: '' })
  const apart = await act(token, keepApart, own)
  const rows = [...(await countRows(owner, urls.app, token))].sort(([a], [b]) => (a < b ? -1 : 1))
  const today = await withWork(token, async (work) => JSON.stringify(await getToday(work)))
  const unread = await withWork(token, countNotices)
  const parts = {
    rows,
    today,
    unread,
    alike,
    page: page.outcome,
    glass,
    tie,
    apart,
    calendar,
    search,
    guessed,
  }
  return new Map([
    ...Object.entries(parts).map(([what, found]) => [what, JSON.stringify(found)] as const),
    ...pages,
    ...routes,
  ])
}
type Look = Awaited<ReturnType<typeof look>>

/** What is not the same in two looks, by name. */
const changed = (before: Look | undefined, after: Look): string[] =>
  [...after].flatMap(([what, found]) => (before?.get(what) === found ? [] : [what]))

const idsIn = async (table: string, caseId: string): Promise<string[]> =>
  (await owner.query(`SELECT id FROM ${table} WHERE case_id = $1 ORDER BY id LIMIT 1`, [caseId])).rows.map(
    ({ id }) => String(id),
  )

/** A sealed file with something of everything, in life and at its end. */
const live = async () => {
  const life = openGiven()
  const file = life.file({ teamId: team, workerId: worker, secrecy: 'sealed', kind: 'thb' })
  sealedCode.value = file.code
  for (const staffId of [worker, second])
    life.member({ caseId: file.id, staffId, addedBy: worker, kind: 'circle' })
  const personId = life.person({ caseIds: [file.id], createdBy: worker, sealed: true, name: NAME })
  const noteId = life.note({ caseId: file.id, authorId: worker })
  life.noteRevision({ caseId: file.id, noteId })
  life.former({ caseId: file.id, personId, by: worker })
  life.task({ caseId: file.id, assignedTo: worker })
  life.goal({ caseId: file.id, createdBy: worker })
  life.comment({ caseId: file.id, authorId: worker })
  life.fileClosing({ caseId: file.id, createdBy: worker })
  life.trafficking({ caseId: file.id, createdBy: worker })
  life.guardianship({ caseId: file.id, personId, createdBy: worker })
  life.referral({ caseId: file.id, personId, createdBy: worker })
  life.attachment({ caseId: file.id, createdBy: worker })
  life.summary({ caseId: file.id, createdBy: worker })
  life.asylum({ caseId: file.id, createdBy: worker })
  life.registers({ caseId: file.id, personId, createdBy: worker, fields, groupId })
  life.deadline({ caseId: file.id, ruleId, createdBy: worker, dueOn: '2026-11-20' })
  const { id: episodeId } = life.episode({ caseId: file.id, createdBy: worker })
  life.stay({ caseId: file.id, personId, placeId, episodeId })
  life.wish({ caseId: file.id, personId, authorId: worker })
  life.auditLog({ actorId: worker, event: 'case.opened', caseId: file.id })
  await life.save(owner)
  await owner.query(
    "UPDATE case_file SET risk = 'high', next_step_on = '2026-11-20', silence_on = '2026-10-01', status = 'closed', closed_on = '2026-11-21', version = version + 3 WHERE id = $1",
    [file.id],
  )
  const [[summaryId = ''], [paper = '']] = [
    await idsIn('case_summary', file.id),
    await idsIn('attachment', file.id),
  ]
  sealedIds = { file: file.id, summaryId, paper }
  return file.id
}

const INSIDE = 'Qqbinnen Geheim'

/** An ordinary person of an open file, as one colleague finds them: every page of that file, lists, matches and searches. */
const lookAtOrdinary = async (who: string): Promise<Look> => {
  const token = tokens.get(who) ?? ''
  const found: [string, string][] = []
  // Anyone who opened a file is told in it; what the looks themselves leave behind is not what is compared.
  await owner.query('SET session_replication_role = replica')
  await owner.query('DELETE FROM audit_event WHERE case_id = $1', [open.id])
  await owner.query('SET session_replication_role = origin')
  for (const { name, metadata, open: page } of handlers) {
    if (metadata?.kind !== 'page' || typeof page !== 'function') continue
    if (!name.startsWith('/cases') && name !== '/' && name !== '/notices' && name !== '/planning') continue
    const shown = await openPage(token, async (props) => Reflect.apply(page, undefined, [props]), {
      params: { code: open.code },
      search: { file: open.id },
    })
    found.push([name, shown.outcome === 'shown' ? toDrawn(shown.node) : shown.outcome])
  }
  for (const nationality of ['', 'ER'])
    found.push([
      `alike ${nationality}`,
      JSON.stringify(await act(token, findAlike, { name: INSIDE.slice(0, 6), nationality, placeId: '' })),
    ])
  for (const sentence of [INSIDE, 'Eritrean', `${INSIDE} Eritrean`])
    found.push([
      `search ${sentence}`,
      JSON.stringify(await act(token, findPeople, { sentence, without: [], locked: [] })),
    ])
  found.push(['unread', String(await withWork(token, countNotices))])
  await owner.query('DELETE FROM receipt')
  return new Map(found)
}

/** A file for members only in which the ordinary person stands too. */
const joinInside = async (secrecy: 'restricted' | 'sealed') => {
  const life = openGiven()
  const file = life.file({ teamId: team, workerId: inner, secrecy, kind: 'thb' })
  for (const staffId of [inner, innerSecond])
    life.member({ caseId: file.id, staffId, addedBy: inner, kind: 'circle' })
  await life.save(owner)
  await owner.query('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [file.id, ordinary])
  return file
}

/** Its member writes there what the person says there alone. */
const sayInside = async (): Promise<string> => {
  const file = await joinInside('restricted')
  const on = { caseId: file.id, personId: ordinary, workerId: inner, applicationId: '', referralId: '' }
  const token = tokens.get('inner') ?? ''
  const { nationality, certainty } = emptyPerson
  const claim = {
    ...emptyAge,
    ...emptyMore,
    nationality,
    certainty,
    caseId: file.id,
    personId: ordinary,
    name: INSIDE,
    nameKind: 'alias',
  }
  const age = { ageAnswer: 'years', ageYears: '16', nationality: 'ER' }
  expect(await act(token, addClaim, { ...claim, ...age })).toMatchObject({ ok: true })
  for (const command of ['writeNote', 'addTask', 'saveContact', 'saveNeed', 'recordConsent'] as const)
    expect(
      await act(token, COMMANDS[command]?.open ?? addClaim, COMMANDS[command]?.input(on, INSIDE, 0)),
    ).toMatchObject({
      ok: true,
    })
  return file.code
}

describe('what a member learns of an ordinary person in a file for members only', () => {
  it('is in no sealed file: whose name is found across scripts cannot stand in one', () =>
    expect(joinInside('sealed')).rejects.toThrow(/name_word_never_sealed/))

  it('reaches no one through their open file, a list, a match, a search or a count', async () => {
    const before = new Map<string, Look>()
    for (const who of Object.keys(outsiders)) before.set(who, await lookAtOrdinary(who))
    expect(before.get('teamMate')?.get('/cases/[code]')).toContain(open.code)
    const code = await sayInside()
    for (const who of Object.keys(outsiders)) {
      const after = await lookAtOrdinary(who)
      expect({ who, changed: changed(before.get(who), after) }).toEqual({ who, changed: [] })
      expect(JSON.stringify([...after].filter(([what]) => !what.startsWith('search')))).not.toContain(INSIDE)
    }
    const inside = await openPage(tokens.get('inner') ?? '', FilePage, { params: { code } })
    expect(inside.outcome === 'shown' ? toDrawn(inside.node) : inside.outcome).toContain(INSIDE)
  })
})

describe('the whole life of a sealed file', () => {
  it('changes nothing that an outsider of any role can count, list, match, be told or ask', async () => {
    const everybody = [...Object.keys(outsiders), 'worker']
    const before = new Map<string, Look>()
    for (const who of everybody) before.set(who, await look(who))
    await live()
    for (const who of Object.keys(outsiders)) {
      const after = await look(who)
      expect({ who, changed: changed(before.get(who), after) }).toEqual({ who, changed: [] })
      expect([...after].flatMap(([what, found]) => (found === BROKEN ? [what] : []))).toEqual([])
    }
    // The same eyes see it where it may be seen, so that the silence above means something.
    expect(changed(before.get('worker'), await look('worker'))).toEqual(
      expect.arrayContaining(['rows', 'today', 'page', ...SEEN]),
    )
  })
})
