import type pg from 'pg'
import pgClient from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import CalendarPage from '@/app/(signed-in)/planning/calendar/page'
import { GET } from '@/app/api/calendar/[secret]/route'
import { hashToken, newToken } from '@/lib/accounts/token'
import { disconnect } from '@/lib/db/client'
import { renewCalendar, revokeCalendar } from '@/lib/planning/feed.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { openGiven } from '../support/given/given'
import { act, openPage } from '../support/handlers'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'

let owner: pg.Client
const given = openGiven()
const home = given.organisation()
const team = given.team(home)
const placeId = given.place()
const anna = given.staff(home, 'caseworker', { teams: [team] })
const ben = given.staff(home, 'caseworker', { teams: [team] })
// Changes their address over and over, so that the others keep theirs in whatever order the tests run.
const cleo = given.staff(home, 'caseworker', { teams: [team] })
const boss = given.staff(home, 'admin')
const guest = given.staff(home, 'guest')
const token = {
  anna: given.tokenFor(anna),
  ben: given.tokenFor(ben),
  cleo: given.tokenFor(cleo),
  boss: given.tokenFor(boss),
  guest: given.tokenFor(guest),
}
const file = given.file({ teamId: team, workerId: anna })
const personId = given.person({ caseIds: [file.id], createdBy: anna, name: 'Kanarie Verzonnen' })
const day = (n: number): string => addDays(dayOf(new Date()), n)
const plan = (of: Partial<Parameters<typeof given.plan>[0]> = {}) =>
  given.plan({
    teamId: team,
    placeId,
    createdBy: anna,
    onDate: day(7),
    startsAt: '13:30',
    endsAt: '16:00',
    people: [{ caseId: file.id, personId }],
    ...of,
  })
const published = plan()
plan({ state: 'draft', onDate: day(8) })
plan({ state: 'cancelled', onDate: day(9) })
plan({ visitors: [ben], onDate: day(10) })
plan({ visitors: [ben], takenOff: [anna], onDate: day(11) })
plan({ onDate: day(-60) })
plan({ onDate: day(300) })
const secret = given.feed(anna)
const secretOfCleo = given.feed(cleo)
const revoked = given.feed(anna, { revoked: true })
const gone = given.staff(home, 'caseworker', { teams: [team], active: false })
const secretOfGone = given.feed(gone)
const secretOfAdmin = given.feed(boss)

const fetch = (text: string): Promise<Response> =>
  GET(new Request(`http://localhost/api/calendar/${text}`), { params: Promise.resolve({ secret: text }) })
const daysIn = (body: string): string[] => [...body.matchAll(/DTSTART:(\d{8})/g)].map(([, at]) => at ?? '')

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

describe('the calendar address', () => {
  it('opens the published visits that name its owner, and nothing about anyone', async () => {
    const response = await fetch(`${secret}.ics`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const body = await response.text()
    expect(daysIn(body)).toEqual([day(7).replaceAll('-', '')])
    for (const word of [
      'Kanarie',
      'Verzonnen',
      'Voorbeeld',
      file.code,
      file.id,
      personId,
      published,
      anna,
      'Bureau',
    ])
      expect(body).not.toContain(word)
    expect(body).toMatch(/SUMMARY:Visit · Centrum/)
  })

  it('answers one and the same to unknown, revoked, of a colleague who left, of an admin, and to no secret at all', async () => {
    const unknown = await fetch(newToken())
    const same = { status: unknown.status, body: await unknown.text(), headers: [...unknown.headers] }
    expect(same).toMatchObject({ status: 404, body: '' })
    for (const text of [
      revoked,
      secretOfGone,
      secretOfAdmin,
      '',
      'x',
      `${secret}x`,
      `${secret}%00`,
      hashToken(secret),
    ]) {
      const answer = await fetch(text)
      expect({ status: answer.status, body: await answer.text(), headers: [...answer.headers] }).toEqual(same)
    }
  })

  it('is bounded by the hour', async () => {
    const busy = given.feed(ben)
    await given.save(owner)
    for (let n = 0; n < 60; n++) expect((await fetch(busy)).status).toBe(200)
    const answer = await fetch(busy)
    expect({ status: answer.status, body: await answer.text() }).toEqual({ status: 429, body: '' })
    await owner.query(
      "UPDATE calendar_feed SET fetched_at = fetched_at - interval '1 hour' WHERE secret_hash = $1",
      [hashToken(busy)],
    )
    expect((await fetch(busy)).status).toBe(200)
  })

  it('is bounded in length', async () => {
    const full = given.staff(home, 'caseworker', { teams: [team] })
    for (let n = 0; n < 230; n++) plan({ createdBy: full, onDate: day(n % 100) })
    const long = given.feed(full)
    await given.save(owner)
    expect(daysIn(await (await fetch(long)).text())).toHaveLength(200)
  })
})

describe('the deadlines in a calendar', () => {
  const keeper = given.staff(home, 'caseworker', { teams: [team] })
  const stand = given.staff(home, 'caseworker', { teams: [team] })
  const lead = given.staff(home, 'coordinator', { leads: [team] })
  const open = given.file({ teamId: team, workerId: keeper })
  const restricted = given.file({ teamId: team, workerId: keeper, secrecy: 'restricted' })
  given.member({ caseId: restricted.id, staffId: keeper, addedBy: keeper, kind: 'circle' })
  const over = given.file({ teamId: team, workerId: keeper, status: 'closed' })
  const ruleId = given.rule()
  const secrets = {
    keeper: given.feed(keeper, { deadlines: true }),
    stand: given.feed(stand, { deadlines: true }),
    lead: given.feed(lead, { deadlines: true }),
    shy: given.feed(keeper),
  }
  for (const [caseId, days] of [
    [open.id, 20],
    [open.id, 20],
    [open.id, 33],
    [restricted.id, 40],
    [over.id, 50],
  ] as const)
    given.deadline({ caseId, ruleId, createdBy: keeper, dueOn: day(days) })
  beforeAll(() => given.save(owner))
  const events = async (text: string): Promise<string[]> => {
    const body = await (await fetch(text)).text()
    for (const word of [open.code, open.id, restricted.code, restricted.id, keeper, 'APPEAL', 'appeal'])
      expect(body).not.toContain(word)
    const summaries = [...body.matchAll(/SUMMARY:(.*)\r/g)].map(([, summary]) => summary)
    return daysIn(body.replaceAll(';VALUE=DATE', '')).map((on, index) => `${on} ${summaries[index]}`)
  }
  const iso = (n: number): string => day(n).replaceAll('-', '')

  it('are days and numbers of the open files one holds: no restricted one, and no closed one', async () => {
    expect(await events(secrets.keeper)).toEqual([`${iso(20)} 2 deadlines`, `${iso(33)} Deadline`])
  })

  it('are not in an address that was made for visits, nor in that of the coordinator of the office', async () => {
    expect(await events(secrets.shy)).toEqual([])
    expect(await events(secrets.lead)).toEqual([])
  })

  it('are in a deputy’s while they cover, and end with it', async () => {
    expect(await events(secrets.stand)).toEqual([])
    const cover = `INSERT INTO case_member (id, case_id, staff_id, kind, valid_until, added_by)
       VALUES (gen_random_uuid(), $1, $2, 'cover', $3, $4)`
    await owner.query(cover, [open.id, stand, new Date(Date.now() + 3_600_000), lead])
    expect(await events(secrets.stand)).toEqual([`${iso(20)} 2 deadlines`, `${iso(33)} Deadline`])
    await owner.query('UPDATE case_member SET valid_until = now() WHERE case_id = $1 AND staff_id = $2', [
      open.id,
      stand,
    ])
    expect(await events(secrets.stand)).toEqual([])
  })
})

describe('a calendar address is renewed and closed', () => {
  it('the new one opens, the old one does not, and only the hash is kept', async () => {
    const first = newToken()
    const second = newToken()
    expect(
      await act(token.cleo, renewCalendar, { secretHash: hashToken(first), hasDeadlines: false }),
    ).toMatchObject({ ok: true })
    expect((await fetch(secretOfCleo)).status).toBe(404)
    expect((await fetch(first)).status).toBe(200)
    await act(token.cleo, renewCalendar, { secretHash: hashToken(second), hasDeadlines: true })
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200])
    const { rows } = await owner.query(
      "SELECT count(*)::int AS n FROM audit_event WHERE event = 'calendar.renewed' AND actor_id = $1",
      [cleo],
    )
    expect(rows).toEqual([{ n: 2 }])
    expect(await act(token.cleo, revokeCalendar, {})).toMatchObject({ ok: true, value: { count: 1 } })
    expect((await fetch(second)).status).toBe(404)
    expect((await openPage(token.cleo, CalendarPage)).outcome).toBe('shown')
  })

  it('not by roles that go nowhere, and not with anything but a hash', async () => {
    for (const who of [token.boss, token.guest]) {
      expect(
        await act(who, renewCalendar, { secretHash: hashToken('x'), hasDeadlines: false }),
      ).toMatchObject({
        code: 'forbidden',
      })
      expect(await act(who, revokeCalendar, {})).toMatchObject({ code: 'forbidden' })
    }
    expect(
      await act(token.ben, renewCalendar, { secretHash: newToken(), hasDeadlines: false }),
    ).toMatchObject({ code: 'invalid' })
    expect(await act(token.ben, revokeCalendar, { staffId: anna })).toMatchObject({ code: 'invalid' })
  })

  it('no one brings a closed address back, reads a hash, or touches a colleague’s', async () => {
    const app = new pgClient.Client({ connectionString: urls.app })
    await app.connect()
    await app.query('BEGIN')
    await app.query('SELECT * FROM app.enter($1)', [token.ben])
    expect(
      (await app.query('UPDATE calendar_feed SET revoked_at = now() WHERE staff_id = $1', [anna])).rowCount,
    ).toBe(0)
    await expect(app.query('SELECT secret_hash FROM calendar_feed')).rejects.toThrow('permission denied')
    await app.query('ROLLBACK')
    await app.query('BEGIN')
    await app.query('SELECT * FROM app.enter($1)', [token.anna])
    await expect(app.query('UPDATE calendar_feed SET revoked_at = NULL')).rejects.toThrow(
      'row-level security',
    )
    await app.query('ROLLBACK')
    await expect(app.query('SELECT * FROM app.read_calendar($1)', ['x'])).rejects.toThrow('permission denied')
    await app.end()
  })
})
