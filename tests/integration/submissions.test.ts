import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blankActivity } from '@/lib/activities/blank-activity'
import { writeNote } from '@/lib/cases/note.actions'
import { disconnect } from '@/lib/db/client'
import { NotSignedIn } from '@/lib/db/errors'
import { withWork } from '@/lib/db/work'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { recordVisit } from '@/lib/detention/visit.actions'
import type { EncounterForm } from '@/lib/detention/visit.schema'
import { mergePeople } from '@/lib/people/merge.data'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { placeBy, returnRevoked } from '@/lib/submissions/place.data'
import { readFacts } from '@/lib/system/facts.data'
import { openDrafts } from '../support/drafts/opened'
import { openGiven } from '../support/given/given'
import { aVisitForm } from '../support/given/visit-form'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'
import { deliver, givenPhone, givenTaken, greet, insideOf, type Phone, pack, send } from '../support/sealed'

const owner = new pg.Client({ connectionString: urls.superuser })
const ask = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, values)).rows
const given = openGiven()
const home = { organisation: '', other: '', team: '', centre: '', anna: '', ben: '', chief: '' }
const token = { anna: '', ben: '', chief: '' }
let phone: Phone

beforeAll(async () => {
  await owner.connect()
  const organisation = given.organisation()
  home.organisation = organisation
  home.team = given.team(organisation)
  home.other = given.team(organisation)
  home.centre = given.place()
  const teams = [home.team]
  home.anna = given.staff(organisation, 'caseworker', { teams })
  home.ben = given.staff(organisation, 'caseworker', { teams })
  home.chief = given.staff(organisation, 'coordinator', { leads: teams })
  token.anna = given.tokenFor(home.anna)
  token.ben = given.tokenFor(home.ben)
  token.chief = given.tokenFor(home.chief)
  await given.save(owner)
  phone = await givenPhone(ask, home.anna)
})
// The limit of a network is tested by itself.
beforeEach(() => ask('DELETE FROM throttle'))
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const givenFile = async (workerId = home.anna, name = 'Amaru Fictar') => {
  const { id: caseId } = given.file({ teamId: home.team, workerId })
  const personId = given.person({ caseIds: [caseId], createdBy: workerId, name })
  await given.save(owner)
  await givenTaken(ask, phone, home.centre, [caseId])
  return { caseId, personId }
}
let days = 0
const visitOf = (encounters: EncounterForm[]) => {
  days += 1
  return aVisitForm({
    teamId: home.team,
    placeId: home.centre,
    visitor: home.anna,
    daysAgo: days,
    encounters,
  })
}
const met = (
  who: { caseId: string; personId: string },
  change: Partial<EncounterForm> = {},
): EncounterForm => ({
  ...blankEncounter(knownPerson(who)),
  outcome: 'seen',
  note: 'has slept badly',
  ...change,
})
const noteOn = (caseId: string, text = 'called the lawyer') => ({
  caseId,
  kind: 'note',
  happenedOn: '2026-01-05',
  text,
  marks: [],
})
const count = async (
  table: 'encounter' | 'note' | 'visit' | 'submission' | 'waiting_entry',
  caseId?: string,
) => {
  const [row] = await ask(
    `SELECT count(*)::int AS n FROM ${table} ${caseId === undefined ? '' : 'WHERE case_id = $1'}`,
    caseId === undefined ? [] : [caseId],
  )
  return row?.n
}
const draftsOf = (staffId: string) => openDrafts(ask, staffId)
const draftWith = async (text: string) =>
  (await draftsOf(home.anna)).find((one) => JSON.stringify(one.values).includes(text))

it('a text whose key is missing stays, and the page of the system says so after a day', async () => {
  const file = await givenFile()
  const packed = await pack(phone, insideOf(phone, { form: 'note', input: noteOn(file.caseId) }))
  await send(packed.sent)
  const stuck = async () => (await withWork(token.chief, readFacts)).textsInCustody
  await ask('UPDATE sealing_key SET open_until = made_at')
  try {
    await placeBy(phone.token)
    expect([await count('note', file.caseId), await stuck()]).toEqual([0, 0])
    await ask(`UPDATE submission SET arrived_at = arrived_at - interval '26 hours' WHERE id = $1`, [
      packed.sent.id,
    ])
    await placeBy(phone.token)
    expect([await count('note', file.caseId), await stuck()]).toEqual([0, 1])
  } finally {
    await ask("UPDATE sealing_key SET open_until = made_at + interval '800 days'")
  }
  await placeBy(phone.token)
  expect([await count('note', file.caseId), await stuck()]).toEqual([1, 0])
})

describe('a text at which the server fails', () => {
  it('keeps none behind it, and after a day comes back to its author with the number of the fault', async () => {
    const [bad, good] = [await givenFile(), await givenFile()]
    await ask(`CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.case_id = '${bad.caseId}' THEN RAISE 'fault' USING ERRCODE = 'XX000'; END IF; RETURN NEW; END $$`)
    await ask('CREATE TRIGGER fault BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION fault()')
    try {
      const failing = insideOf(phone, { form: 'note', input: noteOn(bad.caseId, 'the words that failed') })
      const packed = await pack(phone, failing)
      await send(packed.sent)
      await send((await pack(phone, insideOf(phone, { form: 'note', input: noteOn(good.caseId) }))).sent)
      await placeBy(phone.token)
      expect([await count('note', bad.caseId), await count('note', good.caseId)]).toEqual([0, 1])
      expect(await draftWith('the words that failed')).toBeUndefined()
      await ask(`UPDATE submission SET arrived_at = arrived_at - interval '25 hours' WHERE id = $1`, [
        packed.sent.id,
      ])
      await placeBy(phone.token)
      expect((await draftWith('the words that failed'))?.problem).toMatchObject({
        code: 'failed',
        reference: expect.stringMatching(/^[0-9a-f]{8}$/),
      })
    } finally {
      await ask('DROP FUNCTION fault CASCADE')
    }
  })
})

describe('custody', () => {
  it('takes a sealed text once, however often it comes, and says by its hash that it has it', async () => {
    const file = await givenFile()
    const packed = await pack(phone, insideOf(phone, { form: 'note', input: noteOn(file.caseId) }))
    const answers = await Promise.all([send(packed.sent), send(packed.sent), send(packed.sent)])
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(await answers[0]?.json()).toEqual({ id: packed.sent.id, hash: packed.hash })
    await placeBy(phone.token)
    expect((await send(packed.sent)).status).toBe(202)
    await placeBy(phone.token)
    expect(await count('note', file.caseId)).toBe(1)
    expect(await greet(phone, [packed.hash, 'x'.repeat(43)])).toMatchObject({
      outcomes: { [packed.hash]: 'placed' },
      again: ['x'.repeat(43)],
    })
    const [row] = await ask('SELECT cipher, enc FROM submission WHERE id = $1', [packed.sent.id])
    expect(row).toEqual({ cipher: null, enc: null })
  })

  it('refuses other bytes under the same id', async () => {
    const file = await givenFile()
    const first = await pack(phone, insideOf(phone, { input: noteOn(file.caseId) }))
    const other = await pack(phone, insideOf(phone, { input: noteOn(file.caseId, 'other') }), first.sent.id)
    expect((await send(first.sent)).status).toBe(202)
    expect((await send(other.sent)).status).toBe(409)
  })

  it('keeps nothing of what does not open, bears no known token or another account’s name', async () => {
    const file = await givenFile()
    const before = await count('submission')
    const stranger = { ...phone, token: 'n'.repeat(43) }
    const posed = { ...phone, as: home.ben }
    const good = await pack(phone, insideOf(phone, { input: noteOn(file.caseId) }))
    for (const bad of [
      (await pack(stranger, insideOf(stranger, { input: noteOn(file.caseId) }))).sent,
      (await pack(posed, insideOf(posed, { input: noteOn(file.caseId) }))).sent,
      { ...good.sent, id: randomUUID() },
      { ...good.sent, key: randomUUID() },
      { ...good.sent, cipher: good.sent.cipher.slice(4) },
      { ...good.sent, more: 1 },
      { ...good.sent, enc: '%' },
      null,
      '',
      '[',
    ])
      expect((await send(bad)).status).toBe(400)
    expect(await count('submission')).toBe(before)
  })

  it('lets a network bring sixty a minute', async () => {
    const statuses = await Promise.all(Array.from({ length: 70 }, async () => (await send({})).status))
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })

  it('a token of a device opens no session, and a session is no token of a device', async () => {
    await expect(withWork(phone.token, async () => 'opened')).rejects.toBeInstanceOf(NotSignedIn)
    const posed = { ...phone, token: token.anna }
    expect((await send((await pack(posed, insideOf(posed, {}))).sent)).status).toBe(400)
  })
})

describe('placing', () => {
  it('writes a visit as its author, by the device in the audit log', async () => {
    const file = await givenFile()
    const done = await deliver(phone, { form: 'visit', input: visitOf([met(file)]) })
    expect(done).toMatchObject({ status: 202, outcome: 'placed' })
    expect(await count('encounter', file.caseId)).toBe(1)
    const lines = await ask(
      `SELECT actor_kind, actor_id, session_id FROM audit_event WHERE event IN ('visit.recorded', 'submission.placed')
        ORDER BY at DESC LIMIT 2`,
    )
    for (const line of lines)
      expect(line).toEqual({ actor_kind: 'device', actor_id: home.anna, session_id: phone.store })
  })

  it('makes one visit of one that was saved online before, its answer lost', async () => {
    const file = await givenFile()
    const form = visitOf([met(file)])
    const requestId = randomUUID()
    expect(await act(token.anna, recordVisit, form, requestId)).toMatchObject({ ok: true })
    expect(await deliver(phone, { form: 'visit', input: form, requestId })).toMatchObject({
      outcome: 'placed',
    })
    expect(await count('encounter', file.caseId)).toBe(1)
  })

  it('keeps both texts of one id: the second comes back under an id of its own', async () => {
    const file = await givenFile()
    const requestId = randomUUID()
    await act(token.anna, writeNote, noteOn(file.caseId, 'the first'), requestId)
    const second = noteOn(file.caseId, 'the second one')
    expect(await deliver(phone, { form: 'note', input: second, requestId })).toMatchObject({
      outcome: 'returned',
    })
    const draft = await draftWith('the second one')
    expect(draft?.problem).toMatchObject({ code: 'requestIdReused' })
    expect(draft?.requestId).not.toBe(requestId)
  })

  it('places each conversation by itself: closed, elsewhere and gone beside one that is well', async () => {
    const [well, closed, restricted, taken] = [
      await givenFile(),
      await givenFile(),
      await givenFile(),
      await givenFile(),
    ]
    const erased = { caseId: randomUUID(), personId: randomUUID() }
    await ask(
      `UPDATE case_file SET status = 'closed', closed_on = '2026-01-01', closure_reason = 'returned' WHERE id = $1`,
      [closed.caseId],
    )
    await ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`, [restricted.caseId])
    await ask('UPDATE case_file SET worker_id = $2 WHERE id = $1', [taken.caseId, home.ben])
    const form = visitOf([
      met(well),
      met(closed, { note: 'of the closed one' }),
      met(restricted, { note: 'of the restricted one' }),
      met(taken, { note: 'of the one with Ben' }),
      met(erased, { note: 'of the erased one' }),
    ])
    const done = await deliver(phone, { form: 'visit', input: form })
    expect(done.outcome).toBe('returned')
    expect(await count('encounter', well.caseId)).toBe(1)
    for (const { caseId } of [closed, restricted, taken]) {
      expect(await count('encounter', caseId)).toBe(0)
      expect(await count('waiting_entry', caseId)).toBe(1)
    }
    // One word for out of reach: it does not say why.
    expect(
      await ask(
        `SELECT case_id, reason FROM waiting_entry WHERE submission_id = $1 AND reason = 'elsewhere'`,
        [done.sent.id],
      ),
    ).toHaveLength(2)
    const draft = await draftWith('of the erased one')
    expect(draft?.problem).toMatchObject({ code: 'fileGone' })
    expect(JSON.stringify(draft?.values)).not.toContain('of the closed one')
    const seen = (who: 'ben' | 'chief') =>
      withWork(token[who], (work) => work.tx.waitingEntry.findMany({ select: { caseId: true } }))
    const chief = (await seen('chief')).map(({ caseId }) => caseId)
    expect(chief).toEqual(expect.arrayContaining([closed.caseId, taken.caseId]))
    expect(chief).not.toContain(restricted.caseId)
    expect(await seen('ben')).toEqual([])
  })

  it('places a visit and an activity with the person who was kept when two were merged, and the phone keeps the rest', async () => {
    const one = await givenPhone(ask, home.anna)
    const [kept, absorbed] = [await givenFile(), await givenFile()]
    await givenTaken(ask, one, home.centre, [absorbed.caseId])
    const merging = {
      ...NOTHING_ASKED,
      keepId: kept.personId,
      absorbId: absorbed.personId,
      firstId: kept.personId,
      because: 'document' as const,
    }
    expect(await withWork(token.anna, (work) => mergePeople(work, merging))).toMatchObject({ ok: true })
    const form = visitOf([met(absorbed, { note: 'met under the other number' })])
    expect(await deliver(one, { form: 'visit', input: form })).toMatchObject({ outcome: 'placed' })
    const input = {
      ...blankActivity(absorbed.caseId, { personId: absorbed.personId, on: '2026-01-05', way: 'phone' }),
      minutes: '25',
    }
    const done = await deliver(one, { form: 'activity', input })
    expect(done.outcome).toBe('placed')
    // Once, however often it comes.
    expect((await send(done.sent)).status).toBe(202)
    await placeBy(one.token)
    for (const table of ['encounter', 'activity'])
      expect(await ask(`SELECT person_id FROM ${table} WHERE case_id = $1`, [absorbed.caseId])).toEqual([
        { person_id: kept.personId },
      ])
    expect((await greet(one)).orders[one.store]).toBe('keep')
  })

  it('of a file that moved to another office: its coordinator decides, and no longer the one of before', async () => {
    const moved = await givenFile()
    const chief = given.staff(home.organisation, 'coordinator', { leads: [home.other] })
    const colleague = given.staff(home.organisation, 'caseworker', { teams: [home.other] })
    const led = given.tokenFor(chief)
    await given.save(owner)
    await ask('UPDATE case_file SET team_id = $2, worker_id = $3 WHERE id = $1', [
      moved.caseId,
      home.other,
      colleague,
    ])
    expect(await deliver(phone, { input: noteOn(moved.caseId, 'of the one who moved') })).toMatchObject({
      outcome: 'waiting',
    })
    const judgedBy = (who: string) =>
      withWork(who, (work) => work.tx.waitingEntry.count({ where: { caseId: moved.caseId } }))
    expect([await judgedBy(led), await judgedBy(token.chief)]).toEqual([1, 0])
  })

  it('gives what its form refuses back to its author, filled, with the faults', async () => {
    const file = await givenFile()
    const done = await deliver(phone, {
      form: 'visit',
      input: { ...visitOf([met(file, { note: 'in the year to come' })]), onDate: '2099-01-01' },
    })
    expect(done.outcome).toBe('returned')
    expect((await draftWith('in the year to come'))?.problem).toMatchObject({
      code: 'invalid',
      fields: { onDate: 'visitInTheFuture' },
    })
    expect(await count('encounter', file.caseId)).toBe(0)
    const broken = await deliver(phone, {
      form: 'note',
      input: { caseId: file.caseId, text: 'without a day' },
    })
    expect(broken.outcome).toBe('returned')
    expect((await draftWith('without a day'))?.problem).toMatchObject({ code: 'invalid' })
  })

  it('keeps codes that may not be picked any more as words, and a colleague who left out', async () => {
    const file = await givenFile()
    const form = {
      ...visitOf([met(file, { topics: ['no_such_topic'] })]),
      visitors: [home.anna, randomUUID()],
    }
    expect(await deliver(phone, { form: 'visit', input: form })).toMatchObject({ outcome: 'placed' })
    expect(await count('encounter', file.caseId)).toBe(1)
  })

  it('waits for what a text rests on, in whatever order they come', async () => {
    const file = await givenFile()
    const first = randomUUID()
    const later = await deliver(phone, { form: 'note', input: noteOn(file.caseId, 'second'), after: first })
    expect(later.outcome).toBe('received')
    await deliver(phone, { form: 'note', input: noteOn(file.caseId, 'first'), requestId: first })
    await placeBy(phone.token)
    expect(await count('note', file.caseId)).toBe(2)
  })

  it('comes back to its author when the device was revoked, and is placed by no one', async () => {
    const file = await givenFile()
    const lost = await givenPhone(ask, home.anna)
    const packed = await pack(lost, insideOf(lost, { input: noteOn(file.caseId, 'from the lost phone') }))
    await ask('UPDATE device_store SET revoked_at = app.now(), forget_ordered_at = app.now() WHERE id = $1', [
      lost.store,
    ])
    expect((await send(packed.sent)).status).toBe(202)
    expect(await placeBy(lost.token)).toBe(0)
    expect(await count('note', file.caseId)).toBe(0)
    await withWork(token.anna, returnRevoked)
    const back = await draftWith('from the lost phone')
    expect(back?.problem).toMatchObject({ code: 'deviceRevoked' })
    // The form of a note is on the first page of its file: there the text is filled in again.
    const [row] = await ask('SELECT code FROM case_file WHERE id = $1', [file.caseId])
    const path = back?.path ?? ''
    expect(path).toBe(`/cases/${row?.code}`)
    expect(existsSync(join('app/(signed-in)', path.replace(String(row?.code), '[code]'), 'page.tsx'))).toBe(
      true,
    )
  })

  it('keeps the newest copy of what is not finished as a draft, and drops it once it is finished or thrown away', async () => {
    const file = await givenFile()
    const requestId = randomUUID()
    const begun = (input: unknown, seq: number) =>
      deliver(phone, { form: 'note', state: 'unfinished', requestId, input, seq })
    await begun(noteOn(file.caseId, 'begun, and more'), 1002)
    await begun(noteOn(file.caseId, 'begun'), 1001)
    expect(await draftWith('begun, and more')).toMatchObject({ requestId, problem: null })
    await begun(null, 1003)
    expect(await draftWith('begun, and more')).toBeUndefined()
    await begun(noteOn(file.caseId, 'begun again'), 1004)
    await deliver(phone, { form: 'note', requestId, input: noteOn(file.caseId, 'finished'), seq: 1005 })
    expect(await draftWith('begun again')).toBeUndefined()
    await begun(noteOn(file.caseId, 'late copy'), 1000)
    expect(await draftWith('late copy')).toBeUndefined()
  })
})

describe('a device that speaks to the server', () => {
  it('forgets when a file that lies on it is out of reach, restricted or erased, and when it is told to', async () => {
    const order = async (one: Phone) => (await greet(one)).orders[one.store]
    for (const change of [
      `UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`,
      `UPDATE case_file SET worker_id = '${home.ben}' WHERE id = $1`,
    ]) {
      const one = await givenPhone(ask, home.anna)
      const { id } = given.file({ teamId: home.team, workerId: home.anna })
      await given.save(owner)
      await givenTaken(ask, one, home.centre, [id])
      expect(await order(one)).toBe('keep')
      await ask(change, [id])
      expect(await order(one)).toBe('forget')
    }
    const erased = await givenPhone(ask, home.anna)
    await ask(
      `INSERT INTO device_taken (store_id, taken_id, case_id, place_id, until) VALUES ($1, $2, NULL, $3, app.now() + interval '1 hour')`,
      [erased.store, randomUUID(), home.centre],
    )
    expect(await order(erased)).toBe('forget')
  })

  it('answers a locked device without a session: that it forgets, what came of its texts, and that it has forgotten', async () => {
    const author = given.staff(given.organisation(), 'caseworker')
    await given.save(owner)
    const one = await givenPhone(ask, author)
    const { hash } = await deliver(one, { state: 'unfinished', input: { text: 'begun' } })
    await ask('UPDATE staff SET active = false WHERE id = $1', [author])
    const told = await greet(one, [hash, 'x'.repeat(43)])
    expect(told.orders).toEqual({ [one.store]: 'forget' })
    expect(told.outcomes[hash]).toBeDefined()
    expect(told.again).toEqual(['x'.repeat(43)])
    // It carried that out, and asks at once with no store left.
    expect((await greet(one, [], [])).orders).toEqual({})
    const [row] = await ask('SELECT forgot_at FROM device_store WHERE id = $1', [one.store])
    expect(row?.forgot_at).not.toBeNull()
  })

  it('is answered while it sends', async () => {
    const one = await givenPhone(ask, home.anna)
    const { caseId } = await givenFile()
    const packed = await Promise.all(
      [1, 2, 3, 4].map((n) => pack(one, insideOf(one, { input: noteOn(caseId, `at once ${n}`) }))),
    )
    const answers = await Promise.all(
      packed.flatMap(({ sent, hash }) => [
        send(sent).then(({ status }) => status),
        greet(one, [hash]).then(() => 200),
      ]),
    )
    expect(answers).toEqual([202, 200, 202, 200, 202, 200, 202, 200])
  })
})
