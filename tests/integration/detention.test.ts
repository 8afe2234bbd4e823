import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import VisitPage from '@/app/(signed-in)/detention/[visitId]/page'
import NewVisitPage from '@/app/(signed-in)/detention/new/page'
import VisitsPage from '@/app/(signed-in)/detention/page'
import { hashToken } from '@/lib/accounts/token'
import { disconnect } from '@/lib/db/client'
import { NotFound } from '@/lib/db/errors'
import { withWork } from '@/lib/db/work'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { editVisitHours, recordVisit } from '@/lib/detention/visit.actions'
import { insertVisit } from '@/lib/detention/visit.data'
import { type EncounterForm, type VisitForm, visitSchema } from '@/lib/detention/visit.schema'
import { listVisits } from '@/lib/detention/visit-list.data'
import { getVisit, listVisitWords } from '@/lib/detention/visit-sheet.data'
import { toVisitSheet } from '@/lib/detention/visit-sheet.view'
import { prepareVisit } from '@/lib/planning/prepare-visit.data'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { act, openPage } from '../support/handlers'
import { urls } from '../support/own-database'
import { drawn } from '../support/sweep'

const owner = new pg.Client({ connectionString: urls.superuser })
const ask = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, values)).rows
const count = async (table: string): Promise<number> =>
  Number((await ask(`SELECT count(*) FROM ${table}`))[0]?.count)

const organisation = { organisationId: newId(), team: newId(), otherTeam: newId() }
const staff = { anna: newId(), ben: newId(), chief: newId(), boss: newId(), stranger: newId() }
const token = { anna: '', ben: '', chief: '', boss: '', stranger: '' }
let centre = { id: '', slug: '' }
let elsewhere = ''

const givenSession = async (staffId: string): Promise<string> => {
  const secret = randomBytes(32).toString('base64url')
  await ask(
    `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, device)
     VALUES ($1, $2, $3, now(), now(), now() + interval '12 hours', false, now(), 'test')`,
    [newId(), hashToken(secret), staffId],
  )
  return secret
}

/** A person with an open file in the centre, held by someone. */
const givenFile = async (workerId: string, { team = organisation.team, secrecy = 'open' } = {}) => {
  const caseId = newId()
  const personId = newId()
  await ask(
    `INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, created_by)
     VALUES ($1, $2, 'detention', 'open', $3, $4, '2026-10-01', $4)`,
    [caseId, `T-${caseId.slice(-6)}`, team, workerId],
  )
  await ask('INSERT INTO person (id, code, created_by) VALUES ($1, $2, $3)', [
    personId,
    `P-${personId.slice(-6)}`,
    workerId,
  ])
  await ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [caseId, personId])
  await ask(
    "INSERT INTO person_name (id, person_id, kind, text) VALUES ($1, $2, 'as_said', 'Amaru Fictar')",
    [newId(), personId],
  )
  await ask(
    "INSERT INTO place_stay (id, case_id, person_id, place_id, since) VALUES ($1, $2, $3, $4, '2025-10-01')",
    [newId(), caseId, personId, centre.id],
  )
  if (secrecy !== 'open') await ask('UPDATE case_file SET secrecy = $2 WHERE id = $1', [caseId, secrecy])
  return { caseId, personId }
}

const dayBefore = (days: number) => addDays(dayOf(new Date()), -days)
const yesterday = () => dayBefore(1)
const met = (who: EncounterForm['who'], change: Partial<EncounterForm> = {}): EncounterForm => ({
  ...blankEncounter(who),
  outcome: 'seen',
  actions: ['listened'],
  topics: ['health'],
  ...change,
})
const noStep = { staffId: '', text: '', on: '', knew: '' }
// A visit is one per team, centre and day: a test that wants one of its own takes a day of its own.
let daysUsed = 0
const nextDay = () => {
  daysUsed += 1
  return dayBefore(daysUsed)
}
const visitOf = (staffId: string, change: Partial<VisitForm> = {}): VisitForm => ({
  teamId: organisation.team,
  placeId: centre.id,
  onDate: nextDay(),
  header: 'said',
  mode: 'in_person',
  startsAt: '13:10',
  endsAt: '16:40',
  access: 'delayed',
  waitingMinutes: '25',
  visitors: [staffId],
  encounters: [],
  groups: [],
  observations: [],
  ...change,
})
const someoneNew: EncounterForm['who'] = {
  kind: 'new',
  name: 'Belio Inventis',
  nationality: 'GN',
  age: '17',
  ageAbsent: 'not_asked',
  recognise: 'blue cap, scar on the left hand',
}
const record = (secret: string, form: VisitForm) =>
  withWork(secret, (work) => insertVisit(work, visitSchema.parse(form)))

beforeAll(async () => {
  await owner.connect()
  await ask("INSERT INTO organisation (id, name, kind) VALUES ($1, 'Havenlicht', 'real')", [
    organisation.organisationId,
  ])
  for (const [id, name] of [
    [organisation.team, 'Noord'],
    [organisation.otherTeam, 'Zuid'],
  ])
    await ask('INSERT INTO team (id, organisation_id, name) VALUES ($1, $2, $3)', [
      id,
      organisation.organisationId,
      name,
    ])
  const roles = {
    anna: 'caseworker',
    ben: 'caseworker',
    chief: 'coordinator',
    boss: 'admin',
    stranger: 'caseworker',
  }
  for (const [who, id] of Object.entries(staff)) {
    const role = Object.entries(roles).find(([name]) => name === who)?.[1]
    await ask(
      'INSERT INTO staff (id, organisation_id, role, name, vouched_at) VALUES ($1, $2, $3, $4, app.now())',
      [id, organisation.organisationId, role, `Voorbeeld ${who}`],
    )
  }
  for (const id of [staff.anna, staff.ben, staff.chief])
    await ask('INSERT INTO team_member (staff_id, team_id, leads) VALUES ($1, $2, $3)', [
      id,
      organisation.team,
      id === staff.chief,
    ])
  await ask('INSERT INTO team_member (staff_id, team_id) VALUES ($1, $2)', [
    staff.stranger,
    organisation.otherTeam,
  ])
  token.anna = await givenSession(staff.anna)
  token.ben = await givenSession(staff.ben)
  token.chief = await givenSession(staff.chief)
  token.boss = await givenSession(staff.boss)
  token.stranger = await givenSession(staff.stranger)
  const places = await ask(
    "SELECT id, slug FROM place WHERE kind = 'closed_centre' ORDER BY position LIMIT 2",
  )
  centre = { id: String(places[0]?.id), slug: String(places[0]?.slug) }
  elsewhere = String(places[1]?.id)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('a visit is written', () => {
  it('with everything that was said, and read back by anyone who went', async () => {
    const file = await givenFile(staff.anna)
    const form = visitOf(staff.anna, {
      visitors: [staff.anna, staff.ben],
      encounters: [
        met(knownPerson(file), {
          note: 'Slept badly.',
          requests: ['contact_lawyer'],
          signals: [{ code: 'suicide_risk', severity: 'critical', note: 'Says he has a plan.' }],
          nextStep: { ...noStep, who: 'me', text: 'Call the lawyer', on: yesterday() },
        }),
        met(knownPerson(file), { isAgain: true, metAt: '16:10', note: 'Seen again at ten past four.' }),
        met(someoneNew),
      ],
      groups: [{ people: '5', country: 'ER', note: 'about the food' }],
      observations: [
        { theme: 'food', text: 'Nothing warm since Sunday.' },
        { theme: 'staff', text: ' ' },
      ],
    })
    const { visitId, caseIds } = await record(token.anna, form)
    expect(caseIds).toHaveLength(2)

    const read = await withWork(token.anna, (work) => getVisit(work, visitId))
    expect(read.encounters.map(({ note }) => note)).toEqual([
      'Slept badly.',
      'Seen again at ten past four.',
      '',
    ])
    expect(read.encounters[0]?.signals).toMatchObject([
      { code: 'suicide_risk', severity: 'critical', note: 'Says he has a plan.' },
    ])
    expect(read.encounters[2]?.name).toBe('Belio Inventis')
    expect(read.groups).toMatchObject([{ people: 5, country: 'ER', note: 'about the food' }])
    expect(read.observations).toMatchObject([{ theme: 'food', text: 'Nothing warm since Sunday.' }])
    expect(read.visitors.map(({ staff: one }) => one.id).sort()).toEqual([staff.anna, staff.ben].sort())

    const [step] = await ask('SELECT next_step_on, version FROM case_file WHERE id = $1', [file.caseId])
    expect(step).toMatchObject({ version: 2 })
    const narrative = await ask(
      'SELECT note_cipher FROM encounter WHERE visit_id = $1 AND note_cipher IS NOT NULL',
      [visitId],
    )
    for (const { note_cipher } of narrative) expect(String(note_cipher)).not.toContain('Slept')
  })

  it('makes a new person part of the caseload, in this centre, treated as the child they may be', async () => {
    const day = yesterday()
    const { caseIds } = await record(
      token.ben,
      visitOf(staff.ben, { onDate: day, encounters: [met(someoneNew)] }),
    )
    const prepared = await withWork(token.ben, (work) =>
      prepareVisit(work, { slug: centre.slug, locale: 'en', isDiscreet: false }),
    )
    const line = prepared.chosen?.here.find(({ caseId }) => caseId === caseIds[0])
    expect(line).toMatchObject({ initials: 'B. I.', placeId: centre.id, lastMetOn: day })
    expect(line?.ageClaims).toMatchObject([{ basis: 'said', what: { from: 17, to: 17 } }])
  })

  it('puts who is in danger first, in the list of the next visit and on its own record', async () => {
    const [calm, risk] = [await givenFile(staff.anna), await givenFile(staff.anna)]
    const { visitId } = await record(
      token.anna,
      visitOf(staff.anna, {
        encounters: [
          met(knownPerson(calm)),
          met(knownPerson(risk), { signals: [{ code: 'suicide_risk', severity: 'critical', note: '' }] }),
        ],
      }),
    )
    const prepared = await withWork(token.anna, (work) =>
      prepareVisit(work, { slug: centre.slug, locale: 'en', isDiscreet: false }),
    )
    const here = prepared.chosen?.here ?? []
    const [of, other] = [risk, calm].map(({ caseId }) => here.findIndex((one) => one.caseId === caseId))
    expect(here[of ?? -1]).toMatchObject({ danger: { rank: 'critical', reason: 'critical' } })
    expect(here[of ?? -1]?.section).toBe(here[other ?? -1]?.section)
    expect(of).toBeLessThan(other ?? -1)

    const sheetOf = (isDiscreet: boolean) =>
      withWork(token.anna, async (work) =>
        toVisitSheet(await getVisit(work, visitId), await listVisitWords(work, new Date()), {
          actorId: staff.anna,
          locale: 'en',
          isDiscreet,
        }),
      )
    const { encounters } = await sheetOf(false)
    // Each with the number of the paper sheet, whatever comes first.
    expect(encounters.map(({ caseId, number, full }) => [caseId, number, full])).toEqual([
      [risk.caseId, 2, 'Amaru Fictar'],
      [calm.caseId, 1, 'Amaru Fictar'],
    ])
    expect(encounters[0]?.signals).toMatchObject([{ isAnswered: false, raiser: expect.any(String) }])
    expect(JSON.stringify(await sheetOf(true))).not.toContain('Amaru')
  })

  it('keeps "where now" true: met here, gone, not seen', async () => {
    const [moved, gone, unseen] = [
      await givenFile(staff.anna),
      await givenFile(staff.anna),
      await givenFile(staff.anna),
    ]
    await ask('UPDATE place_stay SET place_id = $1 WHERE case_id = $2', [elsewhere, moved.caseId])
    await record(
      token.anna,
      visitOf(staff.anna, {
        encounters: [
          met(knownPerson(moved)),
          met(knownPerson(gone), { outcome: 'gone' }),
          met(knownPerson(unseen), { outcome: 'not_seen' }),
        ],
      }),
    )
    const stays = await ask(
      'SELECT case_id, place_id FROM place_stay WHERE until IS NULL AND case_id = ANY($1) ORDER BY case_id',
      [[moved.caseId, gone.caseId, unseen.caseId]],
    )
    const open = new Map(stays.map((stay) => [stay.case_id, stay.place_id]))
    expect(open).toEqual(
      new Map([
        [moved.caseId, centre.id],
        [unseen.caseId, centre.id],
      ]),
    )
  })
})

describe('no one reaches further through a visit', () => {
  it.each([
    { intention: 'the file of a colleague', of: 'ben' as const, secrecy: 'open' },
    { intention: 'a restricted file of which one is no member', of: 'anna' as const, secrecy: 'restricted' },
  ])('refuses $intention as if it were not there, and writes nothing', async ({ of, secrecy }) => {
    const own = await givenFile(staff.anna)
    const other = await givenFile(staff[of], { secrecy })
    const before = {
      visits: await count('visit'),
      people: await count('person'),
      encounters: await count('encounter'),
    }
    const sent = record(
      token.anna,
      visitOf(staff.anna, {
        encounters: [met(knownPerson(own)), met(someoneNew), met(knownPerson(other))],
      }),
    )
    await expect(sent).rejects.toBeInstanceOf(NotFound)
    expect({
      visits: await count('visit'),
      people: await count('person'),
      encounters: await count('encounter'),
    }).toEqual(before)
  })

  it('refuses a person who stands in another file than the one named', async () => {
    const own = await givenFile(staff.anna)
    const other = await givenFile(staff.ben)
    const mixed = met(knownPerson({ caseId: own.caseId, personId: other.personId }))
    await expect(record(token.anna, visitOf(staff.anna, { encounters: [mixed] }))).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  it('shows a fellow visitor the visit, and of the conversations only those of files within reach', async () => {
    const own = await givenFile(staff.anna)
    const { visitId } = await record(
      token.anna,
      visitOf(staff.anna, {
        visitors: [staff.anna, staff.ben],
        encounters: [met(knownPerson(own), { note: 'Between us.' })],
        observations: [{ theme: 'food', text: 'Cold.' }],
      }),
    )
    const read = await withWork(token.ben, (work) => getVisit(work, visitId))
    expect(read.encounters).toEqual([])
    expect(read.observations).toMatchObject([{ text: 'Cold.' }])
    const led = await withWork(token.chief, (work) => getVisit(work, visitId))
    expect(led.encounters).toMatchObject([{ note: 'Between us.' }])
  })

  it('shows a visit to no one else', async () => {
    const { visitId } = await record(token.anna, visitOf(staff.anna))
    for (const secret of [token.stranger, token.boss]) {
      await expect(withWork(secret, (work) => getVisit(work, visitId))).rejects.toBeInstanceOf(NotFound)
      const { visits } = await withWork(secret, (work) => listVisits(work, null))
      expect(visits.map(({ id }) => id)).not.toContain(visitId)
    }
  })
})

/** What stands in the database about visits and their audit log. */
const tally = async () => ({
  visits: await count('visit'),
  people: await count('person'),
  encounters: await count('encounter'),
  recorded: Number((await ask("SELECT count(*) FROM audit_event WHERE event = 'visit.recorded'"))[0]?.count),
})

describe('recording a visit through its handler', () => {
  it('writes rows and audit log in one transaction', async () => {
    const file = await givenFile(staff.anna)
    const form = visitOf(staff.anna, { encounters: [met(knownPerson(file), { note: 'Kept.' })] })
    const answer = await act(token.anna, recordVisit, form)
    if (!answer.ok) throw new Error(answer.code)
    const { visitId } = answer.value
    const auditLog = await ask('SELECT event, actor_id, txid, detail FROM audit_event WHERE visit_id = $1', [
      visitId,
    ])
    expect(auditLog).toMatchObject([
      { event: 'visit.recorded', actor_id: staff.anna, detail: { caseIds: [file.caseId] } },
    ])
    const written = await ask(
      'SELECT v.xmin::text AS visit, e.xmin::text AS encounter FROM visit v JOIN encounter e ON e.visit_id = v.id WHERE v.id = $1',
      [visitId],
    )
    expect(written).toEqual([{ visit: auditLog[0]?.txid, encounter: auditLog[0]?.txid }])
    expect(JSON.stringify(auditLog)).not.toContain('Kept')
  })

  it.each([
    { intention: 'nobody signed in', who: null, code: 'signedOut' },
    { intention: 'an admin', who: 'boss' as const, code: 'forbidden' },
  ])('is closed to $intention', async ({ who, code }) => {
    const before = await tally()
    expect(await act(who === null ? null : token[who], recordVisit, visitOf(staff.boss))).toMatchObject({
      ok: false,
      code,
    })
    expect(await tally()).toEqual(before)
  })

  it('answers not found for a file out of reach', async () => {
    const file = await givenFile(staff.ben)
    const before = await tally()
    const form = visitOf(staff.anna, { encounters: [met(knownPerson(file))] })
    expect(await act(token.anna, recordVisit, form)).toEqual({ ok: false, code: 'notFound' })
    const nowhere = met(knownPerson({ caseId: newId(), personId: newId() }))
    expect(await act(token.anna, recordVisit, visitOf(staff.anna, { encounters: [nowhere] }))).toEqual({
      ok: false,
      code: 'notFound',
    })
    expect(await tally()).toEqual(before)
  })

  it.each([
    {
      intention: 'what cannot be typed',
      change: { endsAt: '12:00' },
      fields: { endsAt: 'leftBeforeArrived' },
    },
    {
      intention: 'a day that is still to come',
      change: { onDate: '2999-01-01' },
      fields: { onDate: 'visitInTheFuture' },
    },
    {
      intention: 'a place that is no closed centre',
      change: { placeId: '00000000-0000-4000-8000-000000000000' },
      fields: { placeId: 'unknownChoice' },
    },
    {
      intention: 'a visit without the one who writes',
      change: { visitors: [staff.ben] },
      fields: { visitors: 'visitWithoutYou' },
    },
    {
      intention: 'a team of others',
      change: { teamId: organisation.otherTeam },
      fields: { teamId: 'notYourTeam' },
    },
  ])('refuses $intention beside its field', async ({ change, fields }) => {
    const before = await tally()
    expect(await act(token.anna, recordVisit, visitOf(staff.anna, change))).toEqual({
      ok: false,
      code: 'invalid',
      fields,
    })
    expect(await tally()).toEqual(before)
  })

  it('gives a replay its first answer, and refuses other content under the same id', async () => {
    const requestId = crypto.randomUUID()
    const form = visitOf(staff.anna, { encounters: [met(someoneNew)] })
    const first = await act(token.anna, recordVisit, form, requestId)
    const before = await tally()
    expect(first.ok).toBe(true)
    expect(await act(token.anna, recordVisit, form, requestId)).toEqual(first)
    expect(await act(token.anna, recordVisit, { ...form, endsAt: '16:45' }, requestId)).toEqual({
      ok: false,
      code: 'requestIdReused',
    })
    expect(await tally()).toEqual(before)
  })

  it('keeps one writing of many double clicks; two intentions make one visit with two accounts', async () => {
    const file = await givenFile(staff.anna)
    const form = (n: number) =>
      visitOf(staff.anna, {
        encounters: [met(knownPerson(file), { note: `Round ${n}.` }), met(someoneNew)],
      })
    for (let n = 0; n < drawn(30, 200); n++) {
      const before = await tally()
      const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
      const isSame = n % 2 === 0
      const sent = form(n)
      const answers = await Promise.all([
        act(token.anna, recordVisit, sent, one),
        act(token.anna, recordVisit, sent, isSame ? one : other),
      ])
      expect(answers.map(({ ok }) => ok)).toEqual([true, true])
      const many = isSame ? 1 : 2
      if (isSame) expect(answers[0]).toEqual(answers[1])
      expect(await tally()).toEqual({
        visits: before.visits + 1,
        people: before.people + many,
        encounters: before.encounters + 1 + many,
        recorded: before.recorded + many,
      })
    }
  })
})

describe('correcting the hours', () => {
  it('shows the second of two editors what the first has written', async () => {
    const { visitId } = await record(token.anna, visitOf(staff.anna, { visitors: [staff.anna, staff.ben] }))
    const hours = {
      visitId,
      version: 1,
      startsAt: '13:00',
      endsAt: '',
      access: 'granted',
      waitingMinutes: '',
      projectId: '',
    }
    expect(await act(token.anna, editVisitHours, hours)).toEqual({ ok: true, value: { version: 2 } })
    expect(await act(token.ben, editVisitHours, { ...hours, startsAt: '14:00' })).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
      theirs: { startsAt: '13:00', endsAt: '', access: 'granted', waitingMinutes: '', version: 2 },
    })
    expect(await act(token.stranger, editVisitHours, { ...hours, version: 2 })).toEqual({
      ok: false,
      code: 'notFound',
    })
    expect(await ask('SELECT starts_at, version FROM visit WHERE id = $1', [visitId])).toEqual([
      { starts_at: '13:00', version: 2 },
    ])
  })
})

describe('the pages', () => {
  it('open to anyone who went, and are not there for anyone else', async () => {
    const { visitId } = await record(token.anna, visitOf(staff.anna))
    const params = { visitId }
    expect((await openPage(token.anna, VisitPage, { params })).outcome).toBe('shown')
    for (const secret of [token.stranger, token.boss, token.ben])
      expect((await openPage(secret, VisitPage, { params })).outcome).toBe('notFound')
    expect((await openPage(token.anna, VisitPage, { params: { visitId: 'new-one' } })).outcome).toBe(
      'notFound',
    )
    expect((await openPage(token.anna, NewVisitPage, { search: { centre: centre.slug } })).outcome).toBe(
      'shown',
    )
    expect((await openPage(token.boss, NewVisitPage)).outcome).toBe('notFound')
    expect(await openPage(null, VisitsPage)).toMatchObject({ outcome: 'redirected' })
  })

  it('leave a trace of what was shown', async () => {
    const { visitId } = await record(token.anna, visitOf(staff.anna))
    await openPage(token.anna, VisitPage, { params: { visitId } })
    const auditLog = await ask(
      "SELECT event FROM audit_event WHERE visit_id = $1 AND event = 'visit.opened'",
      [visitId],
    )
    expect(auditLog).toHaveLength(1)
  })
})

describe('the list', () => {
  it('turns every page once, newest first', async () => {
    for (let n = 0; n < 32; n++) await record(token.anna, visitOf(staff.anna))
    const seen: { id: string; onDate: string }[] = []
    for (let after: { on: string; id: string } | null = null, more = true; more; ) {
      const page = await withWork(token.anna, (work) => listVisits(work, after))
      seen.push(...page.visits)
      const last = page.visits.at(-1)
      after = last ? { on: last.onDate, id: last.id } : null
      more = page.more
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(32)
    expect(seen.map(({ onDate }) => onDate)).toEqual(
      seen
        .map(({ onDate }) => onDate)
        .sort()
        .reverse(),
    )
  })
})
