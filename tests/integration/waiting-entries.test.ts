import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import MePage from '@/app/(signed-in)/accounts/me/page'
import { GET as taking } from '@/app/api/device/taking/route'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { takenSchema } from '@/lib/offline/taken.schema'
import { listUnplacedTexts } from '@/lib/rights/extract-words-beside.data'
import { forgetOnDevice, revokeOwnDevice } from '@/lib/submissions/device.actions'
import { readPhoneState } from '@/lib/submissions/phone-state.data'
import { giveEntry, placeEntry, refuseEntry } from '@/lib/submissions/waiting.actions'
import { listOwnEntries, listWaiting } from '@/lib/submissions/waiting.data'
import { flip } from '../support/damage'
import { openGiven } from '../support/given/given'
import { act, openPage, withToken } from '../support/handlers'
import { urls } from '../support/own-database'
import { deliver, givenPhone, givenTaken, greet, type Phone } from '../support/sealed'

const owner = new pg.Client({ connectionString: urls.superuser })
const ask = async (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, [...values])).rows
const given = openGiven()
const home = { team: '', centre: '', anna: '', ben: '', chief: '', boss: '' }
const token = { anna: '', ben: '', chief: '', boss: '' }
let phone: Phone

beforeAll(async () => {
  await owner.connect()
  const organisation = given.organisation()
  home.team = given.team(organisation)
  home.centre = given.place()
  const teams = [home.team]
  home.anna = given.staff(organisation, 'caseworker', { teams })
  home.ben = given.staff(organisation, 'caseworker', { teams })
  home.chief = given.staff(organisation, 'coordinator', { leads: teams })
  home.boss = given.staff(organisation, 'admin')
  token.anna = given.tokenFor(home.anna)
  token.ben = given.tokenFor(home.ben)
  token.chief = given.tokenFor(home.chief)
  token.boss = given.tokenFor(home.boss)
  await given.save(owner)
  phone = await givenPhone(ask, home.anna)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const givenFile = async () => {
  const { id: caseId } = given.file({ teamId: home.team, workerId: home.anna })
  const personId = given.person({ caseIds: [caseId], createdBy: home.anna, name: 'Amaru Fictar' })
  await given.save(owner)
  await givenTaken(ask, phone, home.centre, [caseId])
  return { caseId, personId }
}
/** A note about a file that went to Ben between writing and arriving. */
const givenWaiting = async (text: string) => {
  const { caseId } = await givenFile()
  await ask('UPDATE case_file SET worker_id = $2 WHERE id = $1', [caseId, home.ben])
  const input = { caseId, kind: 'note', happenedOn: '2026-01-05', text, marks: [] }
  expect(await deliver(phone, { form: 'note', input })).toMatchObject({ outcome: 'waiting' })
  const [row] = await ask('SELECT id, version FROM waiting_entry WHERE case_id = $1', [caseId])
  return { caseId, entryId: String(row?.id), version: Number(row?.version) }
}
const waitingOf = (who: keyof typeof token) => withWork(token[who], (work) => listWaiting(work, true))

it('what waits is read by who leads the office, not by its author, not by the colleague who has the file, and by no admin', async () => {
  const { entryId } = await givenWaiting('for the chief alone')
  const [line] = (await waitingOf('chief')).filter(({ id }) => id === entryId)
  expect(line).toMatchObject({ texts: ['for the chief alone'], author: { id: home.anna } })
  for (const who of ['anna', 'ben', 'boss'] as const) expect(await waitingOf(who)).toEqual([])
  expect(await withWork(token.anna, listOwnEntries)).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: entryId, how: null })]),
  )
  const [cipher] = await ask('SELECT content FROM waiting_entry WHERE id = $1', [entryId])
  expect(String(cipher?.content)).not.toContain('chief')
})

it('is placed with its author before the text, once', async () => {
  const { caseId, entryId, version } = await givenWaiting('to be placed')
  expect(await act(token.ben, placeEntry, { entryId, version })).toMatchObject({ ok: false })
  expect(await act(token.boss, placeEntry, { entryId, version })).toMatchObject({ ok: false })
  expect(await act(token.chief, placeEntry, { entryId, version })).toMatchObject({ ok: true })
  expect(await act(token.chief, placeEntry, { entryId, version })).toMatchObject({ ok: false })
  expect(await ask('SELECT author_id FROM note WHERE case_id = $1', [caseId])).toEqual([
    { author_id: home.chief },
  ])
})

it('goes into the extract while it waits, when a judge of it prepares that, and goes with the file when that is erased', async () => {
  const { caseId, entryId } = await givenWaiting('words for the extract')
  const read = (who: 'chief' | 'ben') => withWork(token[who], (work) => listUnplacedTexts(work, caseId))
  expect((await read('chief')).map(({ text }) => text)).toEqual(['words for the extract'])
  expect(await read('ben')).toEqual([])
  expect(
    await ask(
      'SELECT confdeltype FROM pg_constraint WHERE conrelid = $1::regclass AND confrelid = $2::regclass',
      ['waiting_entry', 'case_file'],
    ),
  ).toEqual([{ confdeltype: 'c' }])
  expect(
    await ask(
      'SELECT cipher, enc FROM submission WHERE id = (SELECT submission_id FROM waiting_entry WHERE id = $1)',
      [entryId],
    ),
  ).toEqual([{ cipher: null, enc: null }])
})

it('a text that was damaged says so on the page, and is placed by no one until it is mended', async () => {
  const { entryId, caseId, version } = await givenWaiting('written before the damage')
  const damage = () => flip(ask, 'waiting_entry', 'content', 'WHERE id = $1', [entryId])
  await damage()
  const [line] = (await waitingOf('chief')).filter(({ id }) => id === entryId)
  expect(line?.texts).toHaveLength(1)
  expect(line?.texts.join()).not.toContain('written before')
  expect(await act(token.chief, placeEntry, { entryId, version })).toMatchObject({
    ok: false,
    code: 'contentDamaged',
  })
  expect(await ask('SELECT id FROM note WHERE case_id = $1', [caseId])).toEqual([])
  await damage()
  expect(await act(token.chief, placeEntry, { entryId, version })).toMatchObject({ ok: true })
})

it('is given to a colleague who works on the file, who refuses it with a reason', async () => {
  const { entryId, version } = await givenWaiting('for Ben to judge')
  expect(await act(token.chief, giveEntry, { entryId, version, toStaffId: home.anna })).toMatchObject({
    ok: false,
  })
  expect(await act(token.chief, giveEntry, { entryId, version, toStaffId: home.ben })).toMatchObject({
    ok: true,
  })
  expect((await waitingOf('ben')).map(({ id }) => id)).toEqual([entryId])
  const refused = { entryId, version: version + 1, words: 'written twice' }
  expect(await act(token.ben, refuseEntry, refused)).toMatchObject({ ok: true })
  expect(await waitingOf('ben')).toEqual([])
})

it('a planned visit is taken along by initials and codes, and nothing of a circle or about trafficking', async () => {
  const [open, restricted, thb] = [await givenFile(), await givenFile(), await givenFile()]
  await ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`, [restricted.caseId])
  await ask(`UPDATE case_file SET kind = 'thb', secrecy = 'restricted' WHERE id = $1`, [thb.caseId])
  for (const { caseId } of [restricted, thb]) given.member({ caseId, staffId: home.anna, addedBy: home.anna })
  await given.save(owner)
  for (const { caseId, personId } of [open, restricted, thb])
    await ask(
      `INSERT INTO place_stay (id, case_id, person_id, place_id, since) VALUES ($1, $2, $3, $4, '2026-01-01')`,
      [randomUUID(), caseId, personId, home.centre],
    )
  const planId = randomUUID()
  await ask(
    `INSERT INTO visit_plan (id, team_id, place_id, on_date, state, created_by) VALUES ($1, $2, $3, current_date + 1, 'published', $4)`,
    [planId, home.team, home.centre, home.anna],
  )
  await ask('INSERT INTO visit_plan_visitor (plan_id, staff_id) VALUES ($1, $2)', [planId, home.anna])
  const own = await givenPhone(ask, home.anna)
  const get = (who: keyof typeof token, store: string) =>
    withToken(token[who], () =>
      taking(new Request(`http://localhost:3000/api/device/taking?plan=${planId}&stores=${store}`)),
    )
  const response = await get('anna', own.store)
  expect(response.status).toBe(200)
  const text = await response.text()
  const taken = takenSchema.parse(JSON.parse(text))
  expect(taken.writing.here.map(({ caseId }) => caseId)).toEqual([open.caseId])
  for (const word of ['Amaru', 'Fictar', restricted.caseId, thb.caseId]) expect(text).not.toContain(word)
  expect(await ask('SELECT case_id FROM device_taken WHERE store_id = $1', [own.store])).toEqual([
    { case_id: open.caseId },
  ])
  expect((await get('ben', own.store)).status).toBe(404)
  expect((await get('boss', own.store)).status).toBe(404)
})

it('the first page says what waits, what came back and what lies on which phone, of one’s own alone', async () => {
  const { entryId, version, caseId } = await givenWaiting('said on the first page')
  const stateOf = (who: keyof typeof token) => withWork(token[who], readPhoneState)
  const before = await stateOf('anna')
  if (before === null) throw new Error('Anna has a phone')
  expect(before.stores).toContain(phone.store)
  expect(await stateOf('ben')).toBeNull()
  expect(await act(token.chief, refuseEntry, { entryId, version, words: 'no' })).toMatchObject({ ok: true })
  const input = { caseId, kind: 'note', happenedOn: '2999-01-05', text: 'of a day to come', marks: [] }
  await ask('UPDATE case_file SET worker_id = $2 WHERE id = $1', [caseId, home.anna])
  expect(await deliver(phone, { form: 'note', input })).toMatchObject({ outcome: 'returned' })
  expect(await stateOf('anna')).toMatchObject({
    waiting: before.waiting - 1,
    returned: before.returned + 1,
  })
  // Thrown away by its author, it came back no more.
  await ask('DELETE FROM draft WHERE staff_id = $1', [home.anna])
  expect((await stateOf('anna'))?.returned).toBe(0)
  const other = await givenPhone(ask, home.anna)
  const lies = async () =>
    (await stateOf('anna'))?.taken
      .filter(({ storeId }) => storeId === other.store)
      .map(({ place }) => place.id)
  await givenTaken(ask, other, home.centre, [caseId])
  expect(await lies()).toEqual([home.centre])
  await ask('UPDATE device_store SET forget_ordered_at = app.now() WHERE id = $1', [other.store])
  expect(await lies()).toEqual([])
})

it('one’s own device is told to forget and taken out of use by its owner alone', async () => {
  const own = await givenPhone(ask, home.anna)
  const storeId = own.store
  expect((await openPage(token.anna, MePage)).outcome).toBe('shown')
  expect(await act(token.ben, forgetOnDevice, { storeId })).toMatchObject({ ok: false })
  expect(await act(token.ben, revokeOwnDevice, { storeId })).toMatchObject({ ok: false })
  expect((await greet(own)).orders[storeId]).toBe('keep')
  expect(await act(token.anna, forgetOnDevice, { storeId })).toMatchObject({ ok: true })
  expect((await greet(own)).orders[storeId]).toBe('forget')
  expect(await act(token.anna, revokeOwnDevice, { storeId })).toMatchObject({ ok: true })
})
