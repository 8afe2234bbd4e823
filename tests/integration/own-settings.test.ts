import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listWorkingOffices } from '@/lib/cases/open-office.data'
import { toSilence } from '@/lib/cases/silence.rules'
import {
  answerConfig,
  closeOffice,
  mergeOffice,
  saveMailServer,
  saveOffice,
  saveSetting,
  saveSetupStep,
  setShipped,
  undoEdition,
} from '@/lib/configuration/configuration.actions'
import { lastEdition } from '@/lib/configuration/edition.data'
import { encryptSecret, toMailServer } from '@/lib/configuration/mail.data'
import { recountSilence } from '@/lib/configuration/recount.data'
import { getOwnMail } from '@/lib/configuration/setting.data'
import { disconnect } from '@/lib/db/client'
import { withJobWork, withWork } from '@/lib/db/work'
import { blankEncounter } from '@/lib/detention/blank-encounter'
import { listChoices } from '@/lib/detention/choices.data'
import { editEncounter } from '@/lib/detention/entry.actions'
import { recordVisit } from '@/lib/detention/visit.actions'
import { listVisitWords } from '@/lib/detention/visit-sheet.data'
import {
  addPlace,
  chooseVisited,
  mergeValue,
  retireValue,
  savePlace,
  saveShown,
  saveValue,
} from '@/lib/lists/list.actions'
import { readFinerUse } from '@/lib/lists/list.data'
import { isPinned, SHOWN_LISTS } from '@/lib/lists/list.rules'
import { findVisitFacts } from '@/lib/lists/place-name.data'
import { listSetPlaces } from '@/lib/lists/places-page.data'
import { SETTING_KEYS } from '@/lib/settings/registry.schema'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

let owner: pg.Client
const given = openGiven()
const home = given.organisation()
const away = given.organisation()
const north = given.team(home)
const abroad = given.team(away)
const vottem = given.place()
const staff = {
  anna: given.staff(home, 'caseworker', { teams: [north] }),
  chief: given.staff(home, 'coordinator', { leads: [north] }),
  boss: given.staff(home, 'admin'),
  boss2: given.staff(home, 'admin'),
  other: given.staff(away, 'admin'),
  worker: given.staff(away, 'caseworker', { teams: [abroad] }),
}
const token = {
  anna: given.tokenFor(staff.anna),
  chief: given.tokenFor(staff.chief),
  boss: given.tokenFor(staff.boss),
  boss2: given.tokenFor(staff.boss2),
  other: given.tokenFor(staff.other),
}
const { id: caseId } = given.file({ teamId: north, workerId: staff.anna })
const personId = given.person({ caseIds: [caseId], createdBy: staff.anna, name: 'Verzonnen Voorbeeld' })
given.stay({ caseId, personId, placeId: vottem })

const ask = async (text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(text, [...values])).rows
const knewOf = (subject: 'setting' | 'office' | 'list' | 'value' | 'place', item: string) =>
  withWork(token.boss, (work) => lastEdition(work, subject, item))
const set = async (key: string, value: unknown, who = token.boss, reason = '') =>
  act(who, saveSetting, { key, knew: await knewOf('setting', key), reason, value })
const addTopic = async (label: string, standard = 'health') => {
  const answer = await act(token.boss, saveValue, {
    valueId: '',
    list: 'encounter_topic',
    standard,
    labels: { en: label, fr: '', nl: '', de: '' },
    knew: '',
    reason: '',
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const [row] = await ask('SELECT item FROM config_edition WHERE id = $1', [answer.value.editionId])
  return String(row?.item)
}
const visitOn = (onDate: string, topics: readonly string[]) => ({
  teamId: north,
  placeId: vottem,
  onDate,
  header: 'said',
  mode: 'in_person',
  startsAt: '',
  endsAt: '',
  access: 'granted',
  waitingMinutes: '',
  visitors: [staff.anna],
  encounters: [
    {
      ...blankEncounter({ kind: 'known', caseId, personId, heardAs: '', recognise: '' }),
      outcome: 'seen',
      actions: ['listened'],
      topics: [...topics],
    },
  ],
  groups: [],
  observations: [],
})

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('a setting', () => {
  it('is the shipped one until an admin sets it, with who, when and why, and back', async () => {
    const read = () => withWork(token.anna, async (work) => work.settings.get('organisation.short'))
    expect(await read()).toBe('')
    expect(await set('organisation.short', 'HL', token.boss, 'shorter')).toMatchObject({ ok: true })
    expect(await read()).toBe('HL')
    expect(
      await ask(
        "SELECT before, after, reason, state, created_by FROM config_edition WHERE item = 'organisation.short'",
      ),
    ).toEqual([{ before: null, after: 'HL', reason: 'shorter', state: 'set', created_by: staff.boss }])
    const knew = await knewOf('setting', 'organisation.short')
    expect(await act(token.boss, setShipped, { key: 'organisation.short', knew })).toMatchObject({ ok: true })
    expect(await read()).toBe('')
    // The one of before, undone by the name of the change.
    const last = await knewOf('setting', 'organisation.short')
    expect(await act(token.boss, undoEdition, { editionId: last })).toMatchObject({ ok: true })
    expect(await read()).toBe('HL')
    expect(await act(token.boss, undoEdition, { editionId: last })).toMatchObject({
      code: 'correctedMeanwhile',
    })
  })

  it('is no one’s but an admin’s, and never of another organisation', async () => {
    for (const who of [token.anna, token.chief])
      expect(
        await act(who, saveSetting, { key: 'work.names', knew: '', reason: '', value: 'codes' }),
      ).toMatchObject({
        code: 'forbidden',
      })
    await set('organisation.name', 'Havenlicht')
    const elsewhere = await withWork(token.other, async (work) => work.settings.get('organisation.name'))
    expect(elsewhere).not.toBe('Havenlicht')
    const [row] = await ask('SELECT name FROM organisation WHERE id = $1', [home])
    expect(row?.name).toBe('Havenlicht')
    await expect(
      withWork(
        token.anna,
        (work) => work.tx.$executeRaw`UPDATE setting SET value = '"x"' WHERE key = 'organisation.short'`,
      ),
    ).rejects.toThrow()
  })

  it('is not overwritten by who did not see the last change', async () => {
    const knew = await knewOf('setting', 'work.names')
    await act(token.boss, saveSetting, { key: 'work.names', knew, reason: '', value: 'codes' })
    expect(
      await act(token.boss, saveSetting, { key: 'work.names', knew, reason: '', value: 'names' }),
    ).toMatchObject({
      code: 'correctedMeanwhile',
    })
    await set('work.names', 'names')
  })

  it('is held within its bounds by the database too', async () => {
    expect(await set('work.unseen', { held: '2', high: '7', medium: '14', low: '30' })).toMatchObject({
      code: 'invalid',
    })
    expect(await set('work.unseen', { held: '8', high: '20', medium: '14', low: '30' })).toMatchObject({
      code: 'invalid',
    })
    const write = (key: string, value: string) =>
      ask('INSERT INTO setting (organisation_id, key, value) VALUES ($1, $2, $3::jsonb)', [away, key, value])
    await expect(write('work.unseen', '{"held":46,"high":7,"medium":14,"low":30}')).rejects.toThrow(
      /setting_unseen/,
    )
    await expect(write('signIn.idle', '{"own":31,"wide":15}')).rejects.toThrow(/setting_idle/)
    await expect(write('signIn.password', '8')).rejects.toThrow(/setting_password/)
    await expect(write('no.such', '1')).rejects.toThrow(/setting_key/)
    const [check] = await ask(
      "SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = 'setting_key'",
    )
    for (const key of SETTING_KEYS.codes)
      if (key !== 'organisation.name') expect(String(check?.text)).toContain(`'${key}'`)
  })
})

it('counts anew who has gone unseen for too long when the days change, as the rule does', async () => {
  const days = { held: 5, high: 4, medium: 6, low: 9 }
  const silence = async () => {
    const [row] = await ask(
      'SELECT unseen_on::text AS unseen, silence_on::text AS silence FROM case_file WHERE id = $1',
      [caseId],
    )
    return row
  }
  const before = await silence()
  expect(await set('work.unseen', { held: '5', high: '4', medium: '6', low: '9' })).toMatchObject({
    ok: true,
  })
  expect(await silence()).toEqual(before)
  expect(await withJobWork('recount', recountSilence)).toBe(1)
  const [facts] = await ask(
    `SELECT f.status, f.risk, f.opened_on::text AS opened, s.since::text AS since FROM case_file f JOIN place_stay s ON s.case_id = f.id WHERE f.id = $1`,
    [caseId],
  )
  const expected = toSilence(
    {
      status: String(facts?.status),
      risk: String(facts?.risk),
      openedOn: String(facts?.opened),
      seenOn: (
        await ask("SELECT met_on::text AS day FROM encounter WHERE case_id = $1 AND outcome = 'seen'", [
          caseId,
        ])
      ).map(({ day }) => String(day)),
      goneOn: [],
      stays: [{ since: facts?.since === null ? null : String(facts?.since), isClosedCentre: true }],
    },
    days,
  )
  expect(await silence()).toEqual({ unseen: expected.unseenOn, silence: expected.silenceOn })
  expect(await withJobWork('recount', recountSilence)).toBe(0)
})

describe('signing in', () => {
  it('is made stricter for who is signed in already', async () => {
    await set('signIn.day', '1')
    const [row] = await ask(
      "SELECT bool_and(s.expires_at <= greatest(s.created_at + interval '1 hour', now() + interval '5 minutes')) AS short FROM session s JOIN staff t ON t.id = s.staff_id WHERE t.organisation_id = $1",
      [home],
    )
    expect(row?.short).toBe(true)
    await ask("UPDATE session SET expires_at = now() + interval '10 hours'")
    await act(token.boss, setShipped, { key: 'signIn.day', knew: await knewOf('setting', 'signIn.day') })
    await set('signIn.idle', { own: '10', wide: '5' })
    await ask("UPDATE session SET last_seen_at = now() - interval '11 minutes' WHERE staff_id = $1", [
      staff.anna,
    ])
    await expect(withWork(token.anna, async () => true)).rejects.toThrow()
    await ask('UPDATE session SET last_seen_at = now()')
    expect(await withWork(token.anna, async () => true)).toBe(true)
    await act(token.boss, setShipped, { key: 'signIn.idle', knew: await knewOf('setting', 'signIn.idle') })
  })
})

describe('the mail server', () => {
  it('waits for a second admin, keeps its password to itself, and is read by no one else', async () => {
    const answer = await act(token.boss, saveMailServer, {
      knew: '',
      reason: '',
      host: 'mail.example.org',
      port: '587',
      security: 'starttls',
      user: 'us',
      password: 'quiet lantern',
      from: 'accompany@example.org',
    })
    // A file exists: one admin alone does not set where links for new passwords go.
    expect(answer).toMatchObject({ ok: true, value: { state: 'asked' } })
    expect(await withWork(token.boss, getOwnMail)).toBeNull()
    const stored = await ask("SELECT after::text AS text FROM config_edition WHERE item = 'mail.server'")
    expect(JSON.stringify(stored)).not.toContain('quiet lantern')
    const { url } = toMailServer({
      host: 'mail.example.org',
      port: 587,
      security: 'starttls',
      user: 'us',
      secret: encryptSecret('quiet lantern'),
      from: 'a@example.org',
    })
    expect(url).toBe('smtp://us:quiet%20lantern@mail.example.org:587?requireTLS=true')
    const seen = await withWork(token.chief, (work) =>
      work.tx.configEdition.count({ where: { item: 'mail.server' } }),
    )
    expect(seen).toBe(0)
  })
})

describe('an office', () => {
  it('is added, renamed, closed to new files, and opened again', async () => {
    const made = await act(token.boss, saveOffice, {
      teamId: '',
      name: 'Liège',
      locale: 'fr',
      knew: '',
      reason: '',
    })
    expect(made).toMatchObject({ ok: true, value: { state: 'set' } })
    const [row] = await ask("SELECT id FROM team WHERE name = 'Liège'")
    const teamId = String(row?.id)
    const knew = await knewOf('office', teamId)
    expect(await act(token.boss, closeOffice, { teamId, isClosed: true, knew })).toMatchObject({ ok: true })
    const [closed] = await ask('SELECT closed_at IS NOT NULL AS closed FROM team WHERE id = $1', [teamId])
    expect(closed?.closed).toBe(true)
    expect(await act(token.boss, undoEdition, { editionId: await knewOf('office', teamId) })).toMatchObject({
      ok: true,
    })
    const [open] = await ask('SELECT closed_at FROM team WHERE id = $1', [teamId])
    expect(open?.closed_at).toBeNull()
    expect(
      await act(token.boss, saveOffice, { teamId: '', name: 'Liège', locale: '', knew: '', reason: '' }),
    ).toMatchObject({ fields: { name: 'nameTaken' } })
  })
})

describe('a finer topic', () => {
  const meetingOn = async (day: Day) =>
    (
      await ask('SELECT id, version FROM encounter WHERE case_id = $1 AND met_on = $2::date', [caseId, day])
    )[0]

  it('is chosen, read with its words of then, and leaves the standard value what it is', async () => {
    const valueId = await addTopic('Diabetes')
    const choices = await withWork(token.anna, (work) => listChoices(work, 'en'))
    expect(choices.topics).toContainEqual({ code: 'health.diabetes', label: 'Diabetes' })
    const answer = await act(
      token.anna,
      recordVisit,
      visitOn(dayOf(new Date()), ['health.diabetes', 'family']),
    )
    expect(answer).toMatchObject({ ok: true })
    const meeting = await meetingOn(dayOf(new Date()))
    const items = () =>
      ask("SELECT kind, code FROM encounter_item WHERE encounter_id = $1 AND kind = 'topic' ORDER BY code", [
        meeting?.id,
      ])
    const finer = () => ask('SELECT code, own_id FROM encounter_finer WHERE encounter_id = $1', [meeting?.id])
    expect(await items()).toEqual([
      { kind: 'topic', code: 'family' },
      { kind: 'topic', code: 'health' },
    ])
    expect(await finer()).toEqual([{ code: 'health', own_id: valueId }])

    const then = new Date()
    await act(token.boss, saveValue, {
      valueId,
      list: 'encounter_topic',
      standard: 'health',
      labels: { en: 'Sugar illness', fr: '', nl: '', de: '' },
      knew: await knewOf('value', valueId),
      reason: '',
    })
    const words = (at: Date) => withWork(token.anna, (work) => listVisitWords(work, at))
    const said = async (at: Date) => (await words(at)).find(({ code }) => code === 'health.diabetes')?.labelEn
    expect([await said(then), await said(new Date(Date.now() + 60_000))]).toEqual([
      'Diabetes',
      'Sugar illness',
    ])

    // An admin is told in bands how often, and nothing below ten; a restricted file is in no count.
    const use = async (who = token.boss) => (await withWork(who, readFinerUse)).get(valueId)
    expect(await use()).toBe('few')
    expect(await use(token.anna)).toBeUndefined()
    expect(await use(token.other)).toBeUndefined()
    const more = async (secrecy: string, count: number) => {
      await ask('SET session_replication_role = replica')
      await ask(
        "INSERT INTO encounter_finer (encounter_id, kind, code, own_id, case_id, secrecy) SELECT gen_random_uuid(), 'topic', 'health', $1, $2, $3 FROM generate_series(1, $4::int)",
        [valueId, caseId, secrecy, count],
      )
      await ask('SET session_replication_role = origin')
    }
    await more('restricted', 20)
    await more('sealed', 20)
    expect(await use()).toBe('few')
    await more('open', 10)
    expect(await use()).toBe('tens')
    await ask('DELETE FROM encounter_finer WHERE own_id = $1 AND encounter_id <> $2', [valueId, meeting?.id])

    // Retired: no longer offered, and what an open page still sends is not lost.
    await act(token.boss, retireValue, { valueId, isRetired: true, knew: await knewOf('value', valueId) })
    const offered = await withWork(token.anna, (work) => listChoices(work, 'en'))
    expect(offered.topics.some(({ code }) => code === 'health.diabetes')).toBe(false)
    const corrected = await withWork(token.anna, (work) => listChoices(work, 'en', ['health.diabetes']))
    expect(corrected.topics).toContainEqual({ code: 'health.diabetes', label: 'Sugar illness' })
    const edit = {
      encounterId: meeting?.id,
      version: meeting?.version,
      outcome: 'seen',
      metAt: '',
      language: '',
      interpreter: '',
      projectId: '',
      topics: ['health'],
      actions: ['listened'],
      requests: [],
      signals: [],
      note: '',
    }
    expect(await act(token.anna, editEncounter, edit)).toMatchObject({ ok: true })
    expect(await finer()).toEqual([])
    expect(await items()).toEqual([{ kind: 'topic', code: 'health' }])
    const [revision] = await ask('SELECT codes FROM encounter_revision WHERE encounter_id = $1', [
      meeting?.id,
    ])
    expect(revision?.codes).toEqual(expect.arrayContaining(['topic:health', 'topic:health.diabetes']))
  })

  it('is of one standard value for ever, by key and trigger', async () => {
    const one = await addTopic('Dentist')
    const two = await addTopic('Medication')
    const elsewhere = await addTopic('School', 'family')
    expect(
      await act(token.boss, mergeValue, {
        valueId: one,
        into: elsewhere,
        knew: await knewOf('value', one),
        reason: '',
      }),
    ).toMatchObject({ code: 'invalid' })
    expect(
      await act(token.boss, mergeValue, {
        valueId: one,
        into: two,
        knew: await knewOf('value', one),
        reason: '',
      }),
    ).toMatchObject({ ok: true })
    // A conversation of its own, of another day than that of the test above.
    const day = addDays(dayOf(new Date()), -2)
    expect(await act(token.anna, recordVisit, visitOn(day, ['health']))).toMatchObject({ ok: true })
    const meeting = await meetingOn(day)
    const write = (kind: string, code: string, own: string) =>
      withWork(
        token.anna,
        (work) => work.tx.$executeRaw`
          INSERT INTO encounter_finer (encounter_id, case_id, kind, code, own_id)
          VALUES (${meeting?.id}::uuid, ${caseId}::uuid, ${kind}, ${code}, ${own}::uuid)`,
      )
    await expect(write('topic', 'health', elsewhere)).rejects.toThrow()
    await expect(write('topic', 'family', elsewhere)).rejects.toThrow()
    await expect(write('action', 'listened', two)).rejects.toThrow()
    expect(await write('topic', 'health', two)).toBe(1)
    const changeMapping = (value: object) =>
      withWork(
        token.boss,
        (work) => work.tx.$executeRaw`
        INSERT INTO config_edition (id, organisation_id, subject, item, after, reason, created_by, created_at)
        VALUES (gen_random_uuid(), ${home}::uuid, 'value', ${two}, ${JSON.stringify(value)}::jsonb, '', ${staff.boss}::uuid, now())`,
      )
    await expect(
      changeMapping({
        list: 'encounter_topic',
        standard: 'family',
        key: 'medication',
        labels: { en: 'x' },
        position: 1,
        retired: false,
        successor: null,
      }),
    ).rejects.toThrow(/keeps its standard value/)
  })
})

describe('a standard value', () => {
  it('is renamed, moved and hidden, unless a rule starts from it', async () => {
    const shown = async (code: string, change: object) =>
      act(token.boss, saveShown, {
        list: 'encounter_topic',
        code,
        labels: { en: '', fr: '', nl: '', de: '' },
        position: '',
        hidden: 'no',
        knew: await knewOf('list', `encounter_topic:${code}`),
        reason: '',
        ...change,
      })
    expect(await shown('health', { hidden: 'yes' })).toMatchObject({ fields: { hidden: 'pinned' } })
    expect(await shown('food', { hidden: 'yes' })).toMatchObject({ ok: true })
    expect(
      await shown('family', { labels: { en: 'Relatives', fr: '', nl: '', de: '' }, position: '1' }),
    ).toMatchObject({ ok: true })
    const { topics } = await withWork(token.anna, (work) => listChoices(work, 'en'))
    expect(topics[0]).toEqual({ code: 'family', label: 'Relatives' })
    expect(topics.some(({ code }) => code === 'food')).toBe(false)
    const [stored] = await ask(
      "SELECT label_en FROM code_value WHERE list = 'encounter_topic' AND code = 'family'",
    )
    expect(stored?.label_en).not.toBe('Relatives')
    expect(
      await act(token.boss, undoEdition, { editionId: await knewOf('list', 'encounter_topic:food') }),
    ).toMatchObject({ ok: true })
    const again = await withWork(token.anna, (work) => listChoices(work, 'en'))
    expect(again.topics.some(({ code }) => code === 'food')).toBe(true)
  })

  it('is pinned in the database exactly where the code says so', async () => {
    const rows = await ask(
      'SELECT DISTINCT list, code, app.is_pinned(list, code) AS pinned FROM code_value WHERE list = ANY ($1)',
      [SHOWN_LISTS.codes],
    )
    expect(rows.length).toBeGreaterThan(40)
    for (const { list, code, pinned } of rows)
      expect({ list, code, pinned }).toEqual({
        list,
        code,
        pinned: isPinned(SHOWN_LISTS.read(list), String(code)),
      })
  })
})

const nameVottem = async () =>
  act(token.boss, savePlace, {
    placeId: vottem,
    labels: { en: 'The hill', fr: '', nl: '', de: '' },
    aliases: 'la colline\nCIV',
    hidden: 'no',
    visit: { hours: 'Mon to Fri, 9 to 12', phone: '+32 4 000 00 00', bring: 'Identity card' },
    knew: await knewOf('place', vottem),
    reason: '',
  })

describe('a place', () => {
  it('has names of one’s own; where people are held a second admin agrees', async () => {
    const named = await nameVottem()
    expect(named).toMatchObject({ ok: true, value: { state: 'set' } })
    const [row] = await ask('SELECT labels, aliases FROM place_shown WHERE place_id = $1', [vottem])
    expect(row).toEqual({ labels: { en: 'The hill' }, aliases: ['la colline', 'CIV'] })
    const add = (kind: string) =>
      act(token.boss, addPlace, {
        knew: '',
        reason: '',
        kind,
        labels: { en: 'Shelter Florennes', fr: '', nl: '', de: '' },
        city: '',
        aliases: '',
      })
    expect(await add('shelter')).toMatchObject({ value: { state: 'set' } })
    expect(await add('inad_centre')).toMatchObject({ value: { state: 'asked' } })
    const count = (who: string) =>
      withWork(who, (work) => work.tx.place.count({ where: { organisationId: { not: null } } }))
    expect([await count(token.boss), await count(token.other)]).toEqual([1, 0])
  })
})

describe('what to know for a visit to a place', () => {
  const facts = (who: string) => withWork(who, (work) => findVisitFacts(work, vottem))
  const say = async (visit: Record<string, string>) =>
    act(token.boss, savePlace, {
      placeId: vottem,
      labels: { en: '', fr: '', nl: '', de: '' },
      aliases: '',
      hidden: 'no',
      visit: { hours: '', phone: '', bring: '', ...visit },
      knew: await knewOf('place', vottem),
      reason: '',
    })

  it('is said by an admin, read by the colleagues of the organisation, and taken back', async () => {
    await nameVottem()
    const said = { hours: 'Mon to Fri, 9 to 12', phone: '+32 4 000 00 00', bring: 'Identity card' }
    expect(await facts(token.anna)).toEqual(said)
    expect(await facts(token.other)).toEqual({ hours: '', phone: '', bring: '' })
    // It is all that is said of the place: an overlay of its own.
    expect(await say({ phone: '+32 2' })).toMatchObject({ ok: true })
    expect(await facts(token.anna)).toEqual({ hours: '', phone: '+32 2', bring: '' })
    expect(await say({})).toMatchObject({ ok: true })
    expect(await ask('SELECT 1 FROM place_shown WHERE place_id = $1', [vottem])).toEqual([])
    expect(await act(token.anna, savePlace, {})).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await say({ bring: 'x'.repeat(501) })).toMatchObject({ ok: false })
    await nameVottem()
  })
  it('is not said by an edition of before, which is still applied', async () => {
    await owner.query(
      `INSERT INTO config_edition (id, organisation_id, subject, item, after, reason, created_by)
       VALUES ($1, $2, 'place', $3, $4, '', $5)`,
      [
        newId(),
        home,
        vottem,
        JSON.stringify({ labels: { en: 'The hill' }, aliases: ['CIV'], hidden: false }),
        staff.boss,
      ],
    )
    expect(await facts(token.anna)).toEqual({ hours: '', phone: '', bring: '' })
    await nameVottem()
  })
})

describe('two offices that become one', () => {
  it('have the same colleagues once a second admin has agreed, keep their files, and part again', async () => {
    const made = async (name: string) => {
      await act(token.boss, saveOffice, { teamId: '', name, locale: '', knew: '', reason: '' })
      const [row] = await ask('SELECT id FROM team WHERE name = $1', [name])
      return String(row?.id)
    }
    const into = await made('Namur')
    const south = openGiven()
    const leader = south.staff(home, 'coordinator', {})
    const leaderToken = south.tokenFor(leader)
    await south.save(owner)
    await ask('INSERT INTO team_member (team_id, staff_id, leads) VALUES ($1, $2, true)', [into, leader])
    const reads = (who: string) => withWork(who, (work) => work.tx.caseFile.count({ where: { id: caseId } }))
    const members = () =>
      ask('SELECT team_id, staff_id FROM team_member WHERE team_id IN ($1, $2) ORDER BY 1, 2', [north, into])
    const before = await members()
    expect(await reads(leaderToken)).toBe(0)

    const asked = await act(token.boss, mergeOffice, {
      teamId: north,
      into,
      knew: await knewOf('office', north),
      reason: 'one lease',
    })
    expect(asked).toMatchObject({ ok: true, value: { state: 'asked' } })
    expect(await members()).toEqual(before)
    // Both admins are people of their own, as a coordinator says who knows them.
    await ask(
      "UPDATE staff SET vouched_at = now(), vouched_by = $2, created_at = now() - interval '30 days' WHERE id = ANY ($1)",
      [[staff.boss, staff.boss2], staff.chief],
    )
    const answer = async () =>
      act(token.boss2, answerConfig, { editionId: await knewOf('office', north), answer: 'set' })
    expect(await answer()).toMatchObject({ ok: true })
    // Each of the three has both, with what they lead.
    expect((await members()).length).toBe(6)
    expect(await reads(leaderToken)).toBe(1)
    expect(await withWork(token.chief, async (work) => work.actor.leads)).toEqual(
      expect.arrayContaining([north, into]),
    )
    const [file] = await ask('SELECT team_id FROM case_file WHERE id = $1', [caseId])
    expect(file?.team_id).toBe(north)
    // Who comes later belongs to both too.
    const late = openGiven()
    const newcomer = late.staff(home, 'caseworker', { teams: [into] })
    await late.save(owner)
    expect((await members()).filter(({ staff_id }) => staff_id === newcomer).length).toBe(2)
    // A merged one takes nothing new, is not merged on, and is not reopened but by undoing.
    expect(
      await act(token.boss, closeOffice, {
        teamId: north,
        isClosed: false,
        knew: await knewOf('office', north),
      }),
    ).toMatchObject({ ok: false })
    expect(
      await act(token.boss, mergeOffice, {
        teamId: into,
        into: north,
        knew: await knewOf('office', into),
        reason: '',
      }),
    ).toMatchObject({ fields: { into: 'unknownChoice' } })
    expect((await withWork(token.anna, listWorkingOffices)).map(({ id }) => id)).toEqual([into])

    expect(await act(token.boss, undoEdition, { editionId: await knewOf('office', north) })).toMatchObject({
      ok: true,
    })
    await ask('DELETE FROM team_member WHERE staff_id = $1', [newcomer])
    expect(await members()).toEqual(before)
    expect(await reads(leaderToken)).toBe(0)
    expect((await withWork(token.anna, listWorkingOffices)).map(({ id }) => id)).toEqual([north])
  })

  it('is no one’s to do past the edition', async () => {
    const write = (text: string) => withWork(token.boss, (work) => work.tx.$executeRawUnsafe(text))
    await expect(write(`UPDATE team SET name = 'x' WHERE id = '${north}'`)).rejects.toThrow()
    await expect(
      write(`INSERT INTO team (id, organisation_id, name) VALUES (gen_random_uuid(), '${home}', 'x')`),
    ).rejects.toThrow()
  })
})

describe('the first steps', () => {
  it('save what a step sets and that it is done, all of it or nothing', async () => {
    const value = { held: '6', high: '5', medium: '7', low: '9' }
    const line = async (key: string, set: unknown) => ({
      key,
      knew: await knewOf('setting', key),
      reason: '',
      value: set,
    })
    const save = (settings: readonly object[]) => act(token.boss, saveSetupStep, { step: 'work', settings })
    const now = () =>
      withWork(token.boss, async (work) => [
        work.settings.get('work.unseen').held,
        work.settings.get('setup.steps').work,
        work.settings.get('setup.does').length,
      ])
    const does = await line('setup.does', ['detention', 'asylum'])
    const stale = { ...(await line('work.unseen', value)), knew: randomUUID() }
    const before = await now()
    expect(await save([does, stale])).toMatchObject({ code: 'correctedMeanwhile' })
    expect(await now()).toEqual(before)
    expect(await save([does, await line('work.unseen', value)])).toMatchObject({ ok: true })
    expect(await now()).toEqual([6, 'done', 2])
    // What holds already is no change.
    const last = await knewOf('setting', 'work.unseen')
    expect(
      await save([await line('setup.does', ['detention', 'asylum']), await line('work.unseen', value)]),
    ).toMatchObject({ ok: true })
    expect(await knewOf('setting', 'work.unseen')).toBe(last)
  })

  it('hide the places where one does not go, and show them again, without losing a name', async () => {
    expect(await nameVottem()).toMatchObject({ ok: true })
    const all = await withWork(token.boss, listSetPlaces)
    const hidden = async () =>
      (await withWork(token.boss, listSetPlaces)).flatMap((one) => (one.hidden ? [one.id] : []))
    expect(
      await act(token.boss, chooseVisited, {
        placeIds: all.filter(({ id }) => id !== vottem).map(({ id }) => id),
      }),
    ).toMatchObject({ ok: true })
    expect(await hidden()).toEqual([vottem])
    expect(await act(token.boss, chooseVisited, { placeIds: all.map(({ id }) => id) })).toMatchObject({
      ok: true,
    })
    expect(await hidden()).toEqual([])
    const [row] = await ask('SELECT aliases FROM place_shown WHERE place_id = $1', [vottem])
    expect(row).toEqual({ aliases: ['la colline', 'CIV'] })
  })
})
