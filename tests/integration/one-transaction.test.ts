import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeRole, deactivate, endSessionsOfColleague } from '@/lib/accounts/administration.actions'
import { invite, withdraw } from '@/lib/accounts/invitation.actions'
import { changePassword } from '@/lib/accounts/own-account.actions'
import { hashPassword } from '@/lib/accounts/password-hash'
import { endMyOtherSessions, endMySession } from '@/lib/accounts/session.actions'
import { startSession } from '@/lib/accounts/sign-in.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import { disconnect } from '@/lib/db/client'
import type { Envelope } from '@/lib/server/answer'
import { newId } from '@/lib/shared/ids'
import { releaseStatistic } from '@/lib/statistics/statistic.actions'
import { runStatisticsJob } from '@/scripts/statistics-job'
import { givenMetPeople } from '../support/given/met-people'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

// The commands whose tables the application may not write itself. What the last statement of a handler’s transaction refuses
// must leave no trace of the command, and the same request again must do it once: never a change without its line, never two.

const PASSWORD = 'lantern gravel piano otter'
let organisation: GivenOrganisation
let passwordHash = ''

type Command = {
  readonly token: string
  readonly action: (sent: Envelope) => Promise<{ readonly ok: boolean }>
  readonly input: unknown
  readonly event: string
  /** What the command changes, as rows. */
  readonly state: () => Promise<unknown>
}

const givenAccount = async () => {
  const id = newId()
  const [home] = await organisation.ask('SELECT organisation_id AS id FROM team WHERE id = $1', [
    organisation.north,
  ])
  await organisation.ask(
    "INSERT INTO staff (id, organisation_id, name, role, locale, vouched_at) VALUES ($1, $2, 'Noor Voorbeeld', 'caseworker', 'en', app.now())",
    [id, home?.id],
  )
  await organisation.ask(
    'INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, $2, $3, app.now())',
    [id, `${id}@havenlicht.example`, passwordHash],
  )
  const token = await startSession({ staffId: id, device: 'firefox-linux' })
  await startSession({ staffId: id, device: 'safari-ios' })
  return { id, token }
}
const sessionsOf = (id: string) => () =>
  organisation.ask('SELECT id, revoked_at IS NULL AS open FROM session WHERE staff_id = $1 ORDER BY id', [id])
const accountOf = (id: string) => () =>
  organisation.ask(
    `SELECT s.role, s.active, s.version, c.password_hash, array_agg(x.revoked_at IS NULL ORDER BY x.id) AS open
       FROM staff s JOIN credential c ON c.staff_id = s.id JOIN session x ON x.staff_id = s.id
      WHERE s.id = $1 GROUP BY s.id, c.staff_id`,
    [id],
  )
const invitation = () => ({
  email: `${newId()}@havenlicht.example`,
  role: 'caseworker',
  teamId: organisation.north,
  tokenHash: hashToken(newToken()),
})

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  'an invitation': async () => {
    const input = invitation()
    const state = () => organisation.ask('SELECT id FROM invitation WHERE email = $1', [input.email])
    return { token: organisation.ada.token, action: invite, input, event: 'account.invited', state }
  },
  'a withdrawn invitation': async () => {
    const made = await act(organisation.ada.token, invite, invitation())
    const input = { invitationId: made.ok ? made.value.invitationId : '' }
    const state = () =>
      organisation.ask('SELECT revoked_at FROM invitation WHERE id = $1', [input.invitationId])
    return { token: organisation.ada.token, action: withdraw, input, event: 'account.uninvited', state }
  },
  'the end of one session': async () => {
    const { id, token } = await givenAccount()
    const [other] = await organisation.ask(
      'SELECT id FROM session WHERE staff_id = $1 AND token_hash <> $2',
      [id, hashToken(token)],
    )
    const input = { sessionId: other?.id }
    return { token, action: endMySession, input, event: 'session.ended', state: sessionsOf(id) }
  },
  'the end of one’s other sessions': async () => {
    const { id, token } = await givenAccount()
    return { token, action: endMyOtherSessions, input: {}, event: 'sessions.ended', state: sessionsOf(id) }
  },
  'the end of a colleague’s sessions': async () => {
    const { id } = await givenAccount()
    const what = { action: endSessionsOfColleague, event: 'sessions.ended', state: sessionsOf(id) }
    return { token: organisation.ada.token, input: { staffId: id }, ...what }
  },
  'an account switched off': async () => {
    const { id } = await givenAccount()
    const what = { action: deactivate, event: 'account.deactivated', state: accountOf(id) }
    return { token: organisation.ada.token, input: { staffId: id, version: 1 }, ...what }
  },
  'another role': async () => {
    const { id } = await givenAccount()
    const input = { staffId: id, version: 1, role: 'coordinator', teamIds: [organisation.south] }
    return {
      token: organisation.ada.token,
      action: changeRole,
      input,
      event: 'role.changed',
      state: accountOf(id),
    }
  },
  'another password': async () => {
    const { id, token } = await givenAccount()
    const password = 'velvet window harbour'
    const input = { current: PASSWORD, password, again: password }
    return { token, action: changePassword, input, event: 'password.changed', state: accountOf(id) }
  },
  'a released table': async () => {
    const state = () =>
      organisation.ask(
        'SELECT r.id, h.id AS handover FROM sdc_release r FULL JOIN sdc_handover h ON h.release_id = r.id',
      )
    const input = {
      period: '2026-Q3',
      table: 'peopleByCentre',
      recipient: 'Invented fund',
      purpose: 'Report',
    }
    const token = organisation.ada.token
    return { token, action: releaseStatistic, input, event: 'statistics.released', state }
  },
}

const countLines = async (event: string) =>
  (await organisation.ask('SELECT count(*)::int AS n FROM audit_event WHERE event = $1', [event]))[0]?.n

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  passwordHash = await hashPassword(PASSWORD)
  await givenMetPeople(organisation, { n: 700, enteredOn: '2026-07-05', seed: 8 })
  await organisation.ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '2026-11-24T12:00:00Z'::timestamptz $$`,
  )
  await organisation.ask(`UPDATE session SET created_at = app.now(), last_seen_at = app.now(), second_step_at = app.now(),
    expires_at = app.now() + interval '11 hours'`)
  await runStatisticsJob()
  await organisation.ask(`CREATE FUNCTION public.break_down() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the last statement before the commit fails'; END $$`)
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe.each(Object.entries(COMMANDS))('%s', (_name, given) => {
  it('is nothing when its transaction breaks, and is done once with one line when it is sent again', async () => {
    const { token, action, input, event, state } = await given()
    const [before, lines] = [await state(), await countLines(event)]
    const requestId = randomUUID()

    // The receipt is kept after the command and after its line.
    await organisation.ask(
      'CREATE TRIGGER break_down BEFORE UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION public.break_down()',
    )
    const broken = await act(token, action, input, requestId)
    await organisation.ask('DROP TRIGGER break_down ON receipt')
    expect(broken).toMatchObject({ ok: false, code: 'failed' })
    expect(await state()).toEqual(before)
    expect(await countLines(event)).toBe(lines)

    const first = await act(token, action, input, requestId)
    expect(first).toMatchObject({ ok: true })
    const after = await state()
    expect(after).not.toEqual(before)
    expect(await act(token, action, input, requestId)).toEqual(first)
    expect(await state()).toEqual(after)
    expect(await countLines(event)).toBe(Number(lines) + 1)
  })
})

describe('the functions behind these commands', () => {
  it('invite once for one link, whichever request brings it', async () => {
    const input = invitation()
    const [one, two] = [
      await act(organisation.ada.token, invite, input),
      await act(organisation.ada.token, invite, input),
    ]
    expect(one).toMatchObject({ ok: true })
    expect(two).toEqual(one)
  })

  it('register one handover when the same release is asked for by two requests at once', async () => {
    const input = { period: '2026-Q3', table: 'peopleByCentreAge', recipient: 'Fund', purpose: 'At once' }
    const both = await Promise.all([1, 2, 3].map(() => act(organisation.ada.token, releaseStatistic, input)))
    for (const one of both) expect(one).toMatchObject({ ok: true })
    expect(
      await organisation.ask("SELECT count(*)::int AS n FROM sdc_handover WHERE purpose = 'At once'"),
    ).toEqual([{ n: 1 }])
  })
})
