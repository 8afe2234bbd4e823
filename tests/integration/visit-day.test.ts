import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import EntryRoute from '@/app/(signed-in)/detention/encounters/[encounterId]/page'
import { getFile, openNextStep } from '@/lib/cases/case.data'
import { saveContact } from '@/lib/contacts/contact.actions'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { editAccount, editEncounter, editGroup, editObservation } from '@/lib/detention/entry.actions'
import { getEntry } from '@/lib/detention/entry.data'
import { recordVisit } from '@/lib/detention/visit.actions'
import type { EncounterForm, VisitForm } from '@/lib/detention/visit.schema'
import { toVisitCard } from '@/lib/detention/visit.view'
import { listVisits } from '@/lib/detention/visit-list.data'
import { getVisit } from '@/lib/detention/visit-sheet.data'
import { findAlike } from '@/lib/people/alike.actions'
import { DISCREET, DISCREET_COOKIE } from '@/lib/shared/cookie.rules'
import { addDays } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { listMyTasks } from '@/lib/tasks/task.data'
import { aContact } from '../support/given/contacts'
import { openGiven } from '../support/given/given'
import { act, openPage, withToken } from '../support/handlers'
import { urls } from '../support/own-database'
import { drawn } from '../support/sweep'

/** Rounds of two who write at once. */
const TIMES = drawn(10, 40)

const owner = new pg.Client({ connectionString: urls.superuser })
const ask = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, values)).rows
const given = openGiven()

const home = { team: '', other: '', centre: '' }
const staff = { anna: '', ben: '', chief: '', stranger: '', boss: '', guest: '' }
const token = { anna: '', ben: '', chief: '', stranger: '', boss: '', guest: '' }
type Who = keyof typeof staff

beforeAll(async () => {
  await owner.connect()
  const organisation = given.organisation()
  home.team = given.team(organisation)
  home.other = given.team(organisation)
  home.centre = given.place()
  const teams = [home.team]
  staff.anna = given.staff(organisation, 'caseworker', { teams })
  staff.ben = given.staff(organisation, 'caseworker', { teams })
  staff.chief = given.staff(organisation, 'coordinator', { leads: teams })
  staff.stranger = given.staff(organisation, 'caseworker', { teams: [home.other] })
  staff.boss = given.staff(organisation, 'admin')
  staff.guest = given.staff(organisation, 'guest')
  token.anna = given.tokenFor(staff.anna)
  token.ben = given.tokenFor(staff.ben)
  token.chief = given.tokenFor(staff.chief)
  token.stranger = given.tokenFor(staff.stranger)
  token.boss = given.tokenFor(staff.boss)
  token.guest = given.tokenFor(staff.guest)
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

/** A file of Anna's that Ben is a member of, with its person. */
const givenShared = async (name = 'Amaru Fictar') => {
  const { id: caseId } = given.file({ teamId: home.team, workerId: staff.anna })
  const personId = given.person({ caseIds: [caseId], createdBy: staff.anna, name })
  given.member({ caseId, staffId: staff.ben, addedBy: staff.anna })
  await given.save(owner)
  return { caseId, personId }
}

let daysUsed = 0
const nextDay = (): string => {
  daysUsed += 1
  return new Date(Date.now() - daysUsed * 86_400_000).toISOString().slice(0, 10)
}
const met = (
  of: { caseId: string; personId: string },
  change: Partial<EncounterForm> = {},
): EncounterForm => ({
  ...blankEncounter(knownPerson(of)),
  outcome: 'seen',
  ...change,
})
const visitOf = (who: Who, onDate: string, change: Partial<VisitForm> = {}): VisitForm => ({
  teamId: home.team,
  placeId: home.centre,
  onDate,
  header: 'said',
  mode: 'in_person',
  startsAt: '13:10',
  endsAt: '16:40',
  access: 'granted',
  waitingMinutes: '',
  visitors: [staff[who]],
  encounters: [],
  groups: [],
  observations: [],
  ...change,
})
const record = async (who: Who, form: VisitForm): Promise<string> => {
  const answer = await act(token[who], recordVisit, form)
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.fields)}`)
  return answer.value.visitId
}
const sheetOf = (who: Who, visitId: string) => withWork(token[who], (work) => getVisit(work, visitId))
/** A visit as the list shows it, on the page that begins with its day. */
const cardOf = async (who: Who, visitId: string, day: string) => {
  const after = { on: addDays(day, 1), id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }
  const { visits } = await withWork(token[who], (work) => listVisits(work, after))
  const card = visits.find(({ id }) => id === visitId)
  return card && toVisitCard(card, staff[who], 'en')
}
const signal = (code: string, severity: 'watch' | 'critical', note = '') => ({ code, severity, note })

it('the sheet of a past visit bears what is safe when a person is called, and no number', async () => {
  const shared = await givenShared()
  const safe = { value: '0470 65 43 21', sayWeAre: 'the dentist', codeWord: 'lemon', hours: 'after six' }
  const saved = await act(token.anna, saveContact, aContact(shared.caseId, shared.personId, safe))
  expect(saved).toMatchObject({ ok: true })
  const onDate = nextDay()
  const visitId = await record('anna', visitOf('anna', onDate, { encounters: [met(shared)] }))
  const [encounter] = (await sheetOf('anna', visitId)).encounters
  expect(encounter?.contacts).toEqual([
    {
      id: expect.any(String),
      channel: 'phone',
      owner: 'shared',
      message: 'never',
      sayWeAre: 'the dentist',
    },
  ])
})

describe('two colleagues write about one visit', () => {
  it('makes one visit of it, with both of them and the hours of both', async () => {
    const day = nextDay()
    const first = await record('anna', visitOf('anna', day, { waitingMinutes: '10' }))
    const second = await record(
      'ben',
      visitOf('ben', day, { startsAt: '12:50', endsAt: '16:00', access: 'delayed', waitingMinutes: '40' }),
    )
    expect(second).toBe(first)
    const sheet = await sheetOf('ben', first)
    expect(sheet.visitors.map((one) => one.staff.id).sort()).toEqual([staff.anna, staff.ben].sort())
    expect(sheet).toMatchObject({
      startsAt: '12:50',
      endsAt: '16:40',
      access: 'delayed',
      waitingMinutes: 40,
    })
    const auditLog = await ask(
      'SELECT event, actor_id FROM audit_event WHERE visit_id = $1 ORDER BY at, event',
      [first],
    )
    expect(auditLog.filter(({ event }) => event === 'visit.joined')).toMatchObject([{ actor_id: staff.ben }])
  })

  it('keeps both texts, unites chips and signals, and lets the strongest outcome hold', async () => {
    const day = nextDay()
    const of = await givenShared()
    const visitId = await record(
      'anna',
      visitOf('anna', day, {
        encounters: [
          met(of, {
            outcome: 'not_seen',
            note: 'Did not come down.',
            topics: ['health'],
            signals: [signal('no_lawyer', 'watch')],
          }),
        ],
      }),
    )
    await record(
      'ben',
      visitOf('ben', day, {
        encounters: [
          met(of, {
            note: 'I saw him at four.',
            topics: ['health', 'family'],
            language: 'ff',
            signals: [signal('no_lawyer', 'watch'), signal('suicide_risk', 'critical', 'Says so.')],
          }),
        ],
      }),
    )
    const { encounters } = await sheetOf('anna', visitId)
    expect(encounters).toHaveLength(1)
    expect(encounters[0]).toMatchObject({
      outcome: 'seen',
      ownOutcome: 'not_seen',
      note: 'Did not come down.',
      language: 'ff',
      accounts: [{ outcome: 'seen', note: 'I saw him at four.' }],
    })
    expect(encounters[0]?.items.map(({ code }) => code)).toEqual(['family', 'health'])
    expect(encounters[0]?.signals.map(({ code }) => code).sort()).toEqual(['no_lawyer', 'suicide_risk'])
    expect(await cardOf('chief', visitId, day)).toMatchObject({ seen: 1, openSignals: 2 })
  })

  it('leaves a second conversation of the day, and a telephone call, on their own', async () => {
    const day = nextDay()
    const of = await givenShared()
    const visitId = await record('anna', visitOf('anna', day, { encounters: [met(of, { note: 'At two.' })] }))
    const again = { isAgain: true, metAt: '16:10' }
    await record(
      'ben',
      visitOf('ben', day, { encounters: [met(of, { ...again, note: 'Ben at ten past four.' })] }),
    )
    await record(
      'anna',
      visitOf('anna', day, { encounters: [met(of, { ...again, note: 'Anna, the same talk.' })] }),
    )
    await record('ben', visitOf('ben', day, { mode: 'phone', encounters: [met(of, { note: 'By phone.' })] }))
    const { encounters } = await sheetOf('anna', visitId)
    expect(encounters.map(({ note, accounts }) => [note, ...accounts.map((one) => one.note)])).toEqual([
      ['At two.'],
      ['Ben at ten past four.', 'Anna, the same talk.'],
      ['By phone.'],
    ])
  })

  it('keeps both texts about the centre and counts a group that both met once', async () => {
    const day = nextDay()
    const group = { people: '5', country: 'ER', note: 'Asked about Dublin.' }
    const visitId = await record(
      'anna',
      visitOf('anna', day, { groups: [group], observations: [{ theme: 'food', text: 'Cold.' }] }),
    )
    await record(
      'ben',
      visitOf('ben', day, {
        groups: [{ ...group, people: '6', note: 'Six of them.' }],
        observations: [{ theme: 'food', text: 'Warm in the evening.' }],
      }),
    )
    const sheet = await sheetOf('ben', visitId)
    expect(sheet.observations.map(({ text }) => text).sort()).toEqual(['Cold.', 'Warm in the evening.'])
    expect(sheet.groups.map(({ note }) => note).sort()).toEqual(['Asked about Dublin.', 'Six of them.'])
    expect(await cardOf('ben', visitId, day)).toMatchObject({ unnamed: 6 })
  })

  it('does not join the visit of another office, and a stranger does not see one', async () => {
    const day = nextDay()
    const visitId = await record('anna', visitOf('anna', day))
    const other = await record('stranger', visitOf('stranger', day, { teamId: home.other }))
    expect(other).not.toBe(visitId)
    const joined = await ask('SELECT staff_id FROM visit_visitor WHERE visit_id = $1', [visitId])
    expect(joined.map(({ staff_id }) => staff_id)).toEqual([staff.anna])
    expect(await act(token.stranger, recordVisit, visitOf('stranger', day))).toMatchObject({
      fields: { teamId: 'notYourTeam' },
    })
  })

  it('keeps the next step that a colleague set meanwhile, and gives a colleague their task', async () => {
    const day = nextDay()
    const of = await givenShared()
    const step = (text: string, on: string) => ({ who: 'me' as const, staffId: '', text, on, knew: '' })
    const withStep = (who: Who, nextStep: EncounterForm['nextStep']) =>
      record(who, visitOf(who, day, { encounters: [met(of, { nextStep })] }))
    await withStep('anna', step('Call the lawyer', '2999-01-02'))
    await withStep('ben', step('Bring clothes', '2999-01-01'))
    const give = (staffId: string) => ({ ...step('Ask the doctor', ''), who: 'colleague' as const, staffId })
    await withStep('ben', give(staff.anna))
    const file = await withWork(token.anna, async (work) =>
      openNextStep(work, await getFile(work, 'case:read', of.caseId)),
    )
    expect(file).toEqual({ text: 'Call the lawyer\nBring clothes', on: '2999-01-01' })
    const tasks = await withWork(token.anna, (work) => listMyTasks(work, 10))
    expect(tasks.filter(({ caseId }) => caseId === of.caseId)).toMatchObject([{ text: 'Ask the doctor' }])
    // Anyone who does not work on the file gets no task in it: the step says their name to anyone who does.
    const own = given.file({ teamId: home.team, workerId: staff.anna }).id
    const other = { caseId: own, personId: given.person({ caseIds: [own], createdBy: staff.anna }) }
    await given.save(owner)
    await record('anna', visitOf('anna', day, { encounters: [met(other, { nextStep: give(staff.ben) })] }))
    const named = await withWork(token.anna, async (work) =>
      openNextStep(work, await getFile(work, 'case:read', own)),
    )
    expect(named?.text).toMatch(/^Voorbeeld \w+: Ask the doctor$/)
  })

  it(`loses nothing and doubles nothing when two phones send at once, ${TIMES} times`, async () => {
    const of = await givenShared()
    for (let n = 0; n < TIMES; n++) {
      const day = nextDay()
      const form = (who: Who) =>
        visitOf(who, day, {
          encounters: [met(of, { note: `${who} ${n}`, topics: [who === 'anna' ? 'health' : 'family'] })],
          observations: [{ theme: 'food', text: `${who} saw ${n}` }],
        })
      const [one, other] = await Promise.all([record('anna', form('anna')), record('ben', form('ben'))])
      expect(other).toBe(one)
      const sheet = await sheetOf('anna', one)
      expect(sheet.encounters).toHaveLength(1)
      const [encounter] = sheet.encounters
      expect([encounter?.note, ...(encounter?.accounts ?? []).map((account) => account.note)].sort()).toEqual(
        [`anna ${n}`, `ben ${n}`],
      )
      expect(encounter?.items.map(({ code }) => code)).toEqual(['family', 'health'])
      expect(sheet.observations.map(({ text }) => text).sort()).toEqual([`anna saw ${n}`, `ben saw ${n}`])
    }
  })
})

/** A conversation of Anna's with an account of Ben's, ready to be corrected. */
const givenEntry = async () => {
  const of = await givenShared()
  const day = nextDay()
  const first = { note: 'First words.', topics: ['health', 'food'], actions: ['listened'] }
  const around = {
    groups: [{ people: '3', country: '', note: 'In the yard.' }],
    observations: [{ theme: 'food', text: 'Cold.' }],
  }
  const visitId = await record('anna', visitOf('anna', day, { ...around, encounters: [met(of, first)] }))
  await record(
    'ben',
    visitOf('ben', day, { encounters: [met(of, { outcome: 'gone', note: 'Ben’s words.' })] }),
  )
  const { encounters, groups, observations } = await sheetOf('anna', visitId)
  const [encounter] = encounters
  const [account] = encounter?.accounts ?? []
  const [group] = groups
  const [observation] = observations
  if (!encounter || !account || !group || !observation) throw new Error('nothing was written')
  const edit = {
    encounterId: encounter.id,
    version: encounter.version,
    outcome: 'refused',
    metAt: '15:00',
    language: 'ff',
    interpreter: 'phone',
    topics: ['health'],
    actions: ['listened'],
    requests: ['find_lawyer'],
    signals: [],
    note: 'Better words.',
  }
  return { ...of, visitId, encounter, account, group, observation, edit }
}

describe('a conversation is corrected', () => {
  it('keeps what stood there, encrypted, and shows it to those who reach the file', async () => {
    const { encounter, edit, caseId } = await givenEntry()
    expect(await act(token.ben, editEncounter, edit)).toEqual({
      ok: true,
      value: { caseId, encounterId: encounter.id, version: encounter.version + 1 },
    })
    const entry = await withWork(token.anna, (work) => getEntry(work, encounter.id))
    expect(entry).toMatchObject({
      note: 'Better words.',
      outcome: 'refused',
      metAt: '15:00',
      interpreter: 'phone',
    })
    expect(entry.items.map(({ kind, code }) => `${kind}:${code}`)).toEqual([
      'action:listened',
      'request:find_lawyer',
      'topic:health',
    ])
    expect(entry.revisions).toMatchObject([
      { note: 'First words.', outcome: 'seen', codes: ['action:listened', 'topic:food', 'topic:health'] },
    ])
    const auditLog = await ask(
      "SELECT actor_id, detail FROM audit_event WHERE event = 'encounter.edited' AND case_id = $1",
      [caseId],
    )
    expect(auditLog).toMatchObject([{ actor_id: staff.ben, detail: { encounterId: encounter.id } }])
    const [row] = await ask('SELECT note_cipher FROM encounter_revision WHERE encounter_id = $1', [
      encounter.id,
    ])
    expect(String(row?.note_cipher)).not.toContain('First')
  })

  it('shows the second of two editors what the first has written, and writes nothing', async () => {
    const { encounter, edit } = await givenEntry()
    await act(token.anna, editEncounter, edit)
    expect(await act(token.ben, editEncounter, { ...edit, note: 'Mine.' })).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { note: 'Better words.', version: encounter.version + 1, topics: ['health'] },
    })
    expect(
      await ask('SELECT count(*)::int AS n FROM encounter_revision WHERE encounter_id = $1', [encounter.id]),
    ).toEqual([{ n: 1 }])
  })

  it(`lets one of ${TIMES} pairs of editors win, and keeps every text that was accepted`, async () => {
    const { encounter, edit } = await givenEntry()
    let version = encounter.version
    for (let n = 0; n < TIMES; n++) {
      const answers = await Promise.all([
        act(token.anna, editEncounter, { ...edit, version, note: `anna ${n}` }),
        act(token.ben, editEncounter, { ...edit, version, note: `ben ${n}` }),
      ])
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
      version += 1
    }
    const { revisions } = await withWork(token.anna, (work) => getEntry(work, encounter.id))
    expect(revisions).toHaveLength(TIMES)
    expect(new Set(revisions.map(({ note }) => note)).size).toBe(TIMES)
  })

  it('corrects a colleague’s account, and the outcome that holds follows', async () => {
    const { encounter, account } = await givenEntry()
    const own = { encounterId: encounter.id, version: encounter.version }
    const change = { accountId: account.id, version: 1, outcome: 'isolation', note: 'In the cell.' }
    expect(await act(token.ben, editAccount, change)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await act(token.anna, editAccount, change)).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { note: 'In the cell.', outcome: 'isolation', version: 2 },
    })
    const edit = {
      ...own,
      outcome: 'not_seen',
      metAt: '',
      language: '',
      interpreter: '',
      topics: [],
      actions: [],
      requests: [],
      signals: [],
      note: '',
    }
    await act(token.anna, editEncounter, edit)
    const entry = await withWork(token.anna, (work) => getEntry(work, encounter.id))
    expect(entry).toMatchObject({ outcome: 'isolation', ownOutcome: 'not_seen', note: '' })
    expect(entry.revisions.map(({ note }) => note).sort()).toEqual(['Ben’s words.', 'First words.'])
  })

  it('corrects what belongs to the visit, with history', async () => {
    const { visitId, group, observation } = await givenEntry()
    const text = { observationId: observation.id, version: 1, text: 'Cold since Sunday.' }
    const people = { groupId: group.id, version: 1, people: '4', country: 'ER', note: 'In the yard, four.' }
    expect(await act(token.ben, editObservation, text)).toMatchObject({
      ok: true,
      value: { visitId, version: 2 },
    })
    expect(await act(token.anna, editObservation, text)).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { text: 'Cold since Sunday.' },
    })
    expect(await act(token.anna, editGroup, people)).toMatchObject({ ok: true })
    expect(await act(token.ben, editGroup, people)).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { people: '4' },
    })
    const sheet = await sheetOf('anna', visitId)
    expect(sheet.revisions.map((one) => [one.people, one.text]).sort()).toEqual([
      [null, 'Cold.'],
      [3, 'In the yard.'],
    ])
  })

  it('is closed to anyone who does not reach it', async () => {
    const { edit, account, group, observation, encounter } = await givenEntry()
    type Sent = Parameters<typeof editEncounter>[0]
    const handlers: readonly (readonly [(sent: Sent) => Promise<unknown>, object])[] = [
      [editEncounter, edit],
      [editAccount, { accountId: account.id, version: 1, outcome: 'seen', note: 'X' }],
      [editObservation, { observationId: observation.id, version: 1, text: 'X' }],
      [editGroup, { groupId: group.id, version: 1, people: '9', country: '', note: '' }],
    ]
    const before = await ask('SELECT count(*)::int AS n FROM encounter_revision')
    for (const [handler, input] of handlers) {
      expect(await act(null, handler, input)).toEqual({ ok: false, code: 'signedOut' })
      expect(await act(token.boss, handler, input)).toEqual({ ok: false, code: 'forbidden' })
      expect(await act(token.stranger, handler, input)).toEqual({ ok: false, code: 'notFound' })
      expect(await act(token.anna, handler, { ...input, version: 0 })).toMatchObject({ code: 'invalid' })
    }
    expect(await act(token.anna, editEncounter, { ...edit, topics: ['no_such_topic'] })).toMatchObject({
      fields: { topics: 'unknownChoice' },
    })
    expect(await ask('SELECT count(*)::int AS n FROM encounter_revision')).toEqual(before)
    const params = { encounterId: encounter.id }
    expect((await openPage(token.ben, EntryRoute, { params })).outcome).toBe('shown')
    for (const who of ['stranger', 'boss', 'guest'] as const)
      expect((await openPage(token[who], EntryRoute, { params })).outcome).toBe('notFound')
    expect((await openPage(token.anna, EntryRoute, { params: { encounterId: 'x' } })).outcome).toBe(
      'notFound',
    )
  })

  it('takes no chip away that is not in the history first', async () => {
    const { encounter } = await givenEntry()
    const taken = await withWork(
      token.anna,
      (work) =>
        work.tx.$queryRaw`SELECT app.withdraw_items(${encounter.id}::uuid, ARRAY['topic:health']) AS taken`,
    )
    expect(taken).toEqual([{ taken: 0 }])
  })
})

describe('a new person may be someone we know', () => {
  it('finds them by any of their names within reach, and no one beyond it', async () => {
    const of = await givenShared('Mamadou Dialloverzonnen')
    await ask(
      "INSERT INTO person_name (id, person_id, kind, text) VALUES ($1, $2, 'alias', 'Bintou Zelfbedacht')",
      [newId(), of.personId],
    )
    const found = async (who: Who, name: string) => {
      const answer = await act(token[who], findAlike, { name, nationality: '', placeId: '' })
      return answer.ok ? answer.value.people.map(({ personId }) => personId) : answer.code
    }
    expect(await found('anna', 'dialloverzonen, MAMADOU')).toContain(of.personId)
    expect(await found('ben', 'bintou zelfbedacht')).toEqual([of.personId])
    // The answer says which of their names it was.
    expect(
      await act(token.anna, findAlike, { name: 'Bintou Zelfbedagt', nationality: 'GN', placeId: '' }),
    ).toMatchObject({
      value: { people: [{ personId: of.personId, nameKind: 'alias', isSameName: false }] },
    })
    expect(await found('stranger', 'bintou zelfbedacht')).toEqual([])
    expect(await found('boss', 'bintou zelfbedacht')).toBe('forbidden')
    expect(await found('anna', 'bi')).toBe('invalid')
  })

  it('stands by name, and on a device in discreet mode by initials alone', async () => {
    const of = await givenShared('Zainab Heelverzonnen')
    const input = { name: 'Zainab Heelverzonnen', nationality: '', placeId: '' }
    const found = async (preferences: [string, string][]) =>
      withToken(token.anna, () => findAlike({ requestId: newId(), input }), 'en', preferences)
    const [full, initials] = ['Zainab Heelverzonnen', 'Z. H.']
    expect(await found([])).toMatchObject({ value: { people: [{ personId: of.personId, full, initials }] } })
    const discreet = await found([[DISCREET_COOKIE, DISCREET]])
    expect(discreet).toMatchObject({ value: { people: [{ personId: of.personId, full: null, initials }] } })
    expect(JSON.stringify(discreet)).not.toContain('Zainab')
  })

  it('is asked anew each time: the same request answers from what is within reach now, and keeps nothing', async () => {
    const of = await givenShared('Fatou Nieuwverzonnen')
    const requestId = newId()
    const found = async () => {
      const described = { name: 'Fatou Nieuwverzonnen', nationality: '', placeId: '' }
      const answer = await act(token.anna, findAlike, described, requestId)
      return answer.ok ? answer.value.people.map(({ personId }) => personId) : answer.code
    }
    expect(await found()).toEqual([of.personId])
    await ask(`UPDATE person_name SET text = 'Een Ander' WHERE person_id = $1`, [of.personId])
    expect(await found()).toEqual([])
    expect(await ask('SELECT 1 FROM receipt WHERE request_id = $1', [requestId])).toEqual([])
  })

  it('keeps the name that was heard and the sign to recognise them by', async () => {
    const of = await givenShared('Oumou Fictar')
    const who = { kind: 'known' as const, ...of, heardAs: 'Umu Fiktar', recognise: 'blue cap' }
    await record('anna', visitOf('anna', nextDay(), { encounters: [met(of, { who })] }))
    await record(
      'anna',
      visitOf('anna', nextDay(), {
        encounters: [met(of, { who: { ...who, heardAs: 'fictar oumou', recognise: '' } })],
      }),
    )
    expect(
      await ask('SELECT kind, text FROM person_name WHERE person_id = $1 ORDER BY created_at', [of.personId]),
    ).toMatchObject([{ text: 'Oumou Fictar' }, { kind: 'alias', text: 'Umu Fiktar' }])
    expect(
      await ask(
        "SELECT count(*)::int AS n FROM person_identifier WHERE person_id = $1 AND kind = 'recognise'",
        [of.personId],
      ),
    ).toEqual([{ n: 1 }])
  })

  it('leaves hours that no one confirmed unsaid', async () => {
    const visitId = await record(
      'anna',
      visitOf('anna', nextDay(), {
        header: 'proposed',
        encounters: [
          {
            ...blankEncounter({
              kind: 'new',
              name: 'Belio Inventis',
              nationality: 'notAsked',
              age: '',
              ageAbsent: 'not_asked',
              recognise: '',
            }),
            outcome: 'seen',
          },
        ],
      }),
    )
    expect(await sheetOf('anna', visitId)).toMatchObject({ startsAt: null, endsAt: null })
  })
})
