import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { placeBy } from '@/lib/submissions/place.data'
import { createBrowser, openWindow } from '../support/device/browser'
import { buildAsShipped, buildWith, textNameOf } from '../support/device/later-forms'
import { openDrafts } from '../support/drafts/opened'
import { openGiven } from '../support/given/given'
import { urls } from '../support/own-database'
import { answerPhone, givenPhone, givenTaken, greet, type Phone } from '../support/sealed'

// A phone that was prepared with one build and writes without a network, and a server that comes back with a later one: the real device
// store, the real handlers, PostgreSQL. The number of the form of a note is raised in between (docs/adr/0179).

const owner = new pg.Client({ connectionString: urls.superuser })
const ask = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, values)).rows
const given = openGiven()
const home = { team: '', centre: '', anna: '' }
let phone: Phone

beforeAll(async () => {
  await owner.connect()
  const organisation = given.organisation()
  home.team = given.team(organisation)
  home.centre = given.place()
  home.anna = given.staff(organisation, 'caseworker', { teams: [home.team] })
  await given.save(owner)
  phone = await givenPhone(ask, home.anna)
})
afterEach(buildAsShipped)
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const givenFile = async (): Promise<string> => {
  const { id } = given.file({ teamId: home.team, workerId: home.anna })
  await given.save(owner)
  await givenTaken(ask, phone, home.centre, [id])
  return id
}
const notesIn = async (caseId: string) =>
  Number((await ask('SELECT count(*)::int AS n FROM note WHERE case_id = $1', [caseId]))[0]?.n)
const drafts = () => openDrafts(ask, home.anna)
const draftWith = async (text: string) =>
  (await drafts()).filter((one) => JSON.stringify(one.values).includes(text))

/** The device store of a phone of this build, whose way to the server may be gone. */
const openPhone = async () => {
  const network = { isThere: false }
  const post = async (path: string, body: unknown) => (network.isThere ? answerPhone(path, body) : null)
  const browser = createBrowser({ post }, { at: Date.now() })
  const first = await openWindow(browser)
  const code = first.device.newCode()
  const { key } = await greet(phone)
  const told = {
    device: phone.device,
    store: phone.store,
    token: phone.token,
    key,
    locale: 'en',
    as: phone.as,
  }
  expect(await first.device.prepare(told, code)).toMatchObject({ ok: true })
  first.die()
  /** Opens it anew, as after an update of its pages or a night. */
  const open = async () => {
    const window = await openWindow(browser)
    expect(await window.device.unlock(code)).toEqual({ kind: 'open' })
    return window
  }
  return { network, open }
}
const noteOf = (caseId: string, version: number, text: string) => ({
  caseId,
  kind: 'note',
  happenedOn: '2026-01-05',
  [textNameOf(version)]: text,
  marks: [],
})
/** Everything is sent, and sent again by a phone that heard no answer. */
const deliver = async (device: Awaited<ReturnType<typeof openWindow>>['device']): Promise<void> => {
  await ask('DELETE FROM throttle')
  for (const _ of [1, 2]) {
    await device.send(true)
    await placeBy(phone.token)
  }
}

for (const [version, since] of [
  [3, 'one version'],
  [2, 'two versions'],
] as const)
  it(`a server newer by ${since}: what was finished is placed once in the form of today, what was begun is a draft of today`, async () => {
    const caseId = await givenFile()
    buildWith(version)
    const { network, open } = await openPhone()
    const before = await open()
    const [done, begun] = [randomUUID(), randomUUID()]
    expect(
      await before.device.finish('note-a', 'note', noteOf(caseId, version, `finished ${done}`)),
    ).toMatchObject({ ok: true })
    await before.device.saveDraft('note-b', 'note', noteOf(caseId, version, `begun ${begun}`))
    // Without a network nothing leaves, and nothing is lost by trying.
    await before.device.send(true)
    expect([await notesIn(caseId), await draftWith(begun)]).toEqual([0, []])

    buildWith(4)
    network.isThere = true
    await deliver(before.device)
    expect(await notesIn(caseId)).toBe(1)
    expect(await draftWith(done)).toEqual([])
    const [draft, ...more] = await draftWith(begun)
    expect(more).toEqual([])
    expect(draft).toMatchObject({ problem: null, values: { text: `begun ${begun}` } })
    expect(draft?.path).not.toBe('')
    expect((await before.device.items()).map(({ state }) => state)).toEqual(['arrived'])

    // The pages of the phone are brought up to date as well: what was begun is finished there, and its draft goes.
    before.die()
    const { device } = await open()
    const [mine] = await device.drafts()
    expect(mine).toMatchObject({ isOld: false, value: { text: `begun ${begun}` } })
    await device.finish('note-b', 'note', mine?.value)
    await deliver(device)
    expect([await notesIn(caseId), await draftWith(begun)]).toEqual([2, []])
  })

it('a server newer by three versions: finished and begun come back to their author as text, once, and nothing is placed', async () => {
  const caseId = await givenFile()
  buildWith(1)
  const { network, open } = await openPhone()
  const before = await open()
  const [done, begun] = [randomUUID(), randomUUID()]
  await before.device.finish('note-a', 'note', noteOf(caseId, 1, `finished ${done}`))
  await before.device.saveDraft('note-b', 'note', noteOf(caseId, 1, `begun ${begun}`))
  buildWith(4)
  network.isThere = true
  await deliver(before.device)
  expect(await notesIn(caseId)).toBe(0)
  for (const text of [done, begun]) {
    const [back, ...more] = await draftWith(text)
    expect(more).toEqual([])
    // Read and copied: no form of today is filled with it.
    expect(back).toMatchObject({ path: '', problem: { code: 'textTooOld' } })
  }
  expect((await before.device.items()).map(({ state }) => state)).toEqual(['returned'])
  before.die()
  const { device } = await open()
  expect(await device.drafts()).toMatchObject([{ name: 'note-b', isOld: true }])
  await device.discard('note-b')
  await deliver(device)
  expect([await draftWith(begun), (await draftWith(done)).length]).toEqual([[], 1])
})

it('a phone newer than the server: its texts wait in custody and are placed once the server is brought up to date', async () => {
  const caseId = await givenFile()
  buildWith(4)
  const { network, open } = await openPhone()
  const { device } = await open()
  const [done, begun] = [randomUUID(), randomUUID()]
  await device.finish('note-a', 'note', noteOf(caseId, 4, `finished ${done}`))
  await device.saveDraft('note-b', 'note', noteOf(caseId, 4, `begun ${begun}`))
  buildWith(3)
  network.isThere = true
  await deliver(device)
  expect([await notesIn(caseId), await draftWith(done), await draftWith(begun)]).toEqual([0, [], []])
  expect((await device.items()).map(({ state }) => state)).toEqual(['arrived'])
  buildWith(4)
  await placeBy(phone.token)
  expect([await notesIn(caseId), (await draftWith(begun)).length]).toEqual([1, 1])
})
