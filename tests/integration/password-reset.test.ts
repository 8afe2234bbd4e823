import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deactivate, setAccreditation } from '@/lib/accounts/administration.actions'
import { hashPassword } from '@/lib/accounts/password-hash'
import { beginReset, choosePassword, readReset } from '@/lib/accounts/reset.actions'
import { endMyOtherSessions } from '@/lib/accounts/session.actions'
import { checkSignIn, findSessionByToken, startSession } from '@/lib/accounts/sign-in.data'
import { insertAccreditation } from '@/lib/accounts/staff.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import { disconnect } from '@/lib/db/client'
import { newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { asking } from '../support/next/asked'

const BEFORE = 'lantern gravel piano otter'
const AFTER = 'velvet window harbour moss'
let organisation: GivenOrganisation
let passwordHash = ''

const visitor = <A>(
  action: (sent: { requestId: string; input: unknown }) => Promise<A>,
  input: unknown,
): Promise<A> =>
  asking({ cookies: new Map(), headers: new Headers({ 'x-forwarded-for': '192.0.2.77' }) }, () =>
    action({ requestId: crypto.randomUUID(), input }),
  )

const givenAccount = async ({ enrolled = false } = {}) => {
  const id = newId()
  const email = `${id}@havenlicht.example`
  await organisation.ask(
    `INSERT INTO staff (id, organisation_id, name, role, locale, vouched_at)
     SELECT $1, organisation_id, 'Noor Voorbeeld', 'caseworker', 'en', app.now() FROM team WHERE id = $2`,
    [id, organisation.north],
  )
  await organisation.ask(
    `INSERT INTO credential (staff_id, email, password_hash, password_set_at, totp_enrolled_at)
     VALUES ($1, $2, $3, now() - interval '1 day', $4)`,
    [id, email, passwordHash, enrolled ? new Date() : null],
  )
  return { id, email, token: await startSession({ staffId: id, device: 'firefox-linux' }) }
}
const begin = async (staffId: string, admin = organisation.ada.token) => {
  const token = newToken()
  return { token, answer: await act(admin, beginReset, { staffId, tokenHash: hashToken(token) }) }
}
const choose = (token: string, password = AFTER) =>
  visitor(choosePassword, { token, password, again: password })
const signIn = (email: string, password: string) =>
  checkSignIn({ email, password, address: '192.0.2.78' }).then((found) => found !== null)
const auditLogOf = async (staffId: string) =>
  (
    await organisation.ask("SELECT event FROM audit_event WHERE detail->>'staffId' = $1 ORDER BY at", [
      staffId,
    ])
  ).map(({ event }) => event)

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  passwordHash = await hashPassword(BEFORE)
})
beforeEach(async () => {
  await organisation.ask('DELETE FROM throttle')
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('a new password by a link', () => {
  it('is started by an admin, for a colleague, never for themselves or a stranger', async () => {
    const { id } = await givenAccount()
    for (const who of [organisation.casey, organisation.coral, organisation.gus])
      expect((await begin(id, who.token)).answer).toMatchObject({ ok: false, code: 'forbidden' })
    for (const staffId of [organisation.ada.id, organisation.stranger.id, newId()])
      expect((await begin(staffId)).answer).toMatchObject({ ok: false, code: 'notFound' })
    expect((await begin(id)).answer).toMatchObject({ ok: true })
  })

  it('opens once, ends every session, and is in the audit log without the secret', async () => {
    const { id, email, token: session } = await givenAccount()
    const { token } = await begin(id)
    expect(await visitor(readReset, { token })).toEqual({ ok: true, value: { email, minimum: 15 } })
    expect(await choose(token, 'too short')).toMatchObject({ fields: { password: 'passwordTooShort' } })
    expect(await choose(token)).toMatchObject({ ok: true, value: { email } })
    expect(await act(session, endMyOtherSessions, {})).toMatchObject({ code: 'signedOut' })
    expect([await signIn(email, BEFORE), await signIn(email, AFTER)]).toEqual([false, true])
    expect(await choose(token, 'another password altogether')).toMatchObject({ code: 'linkClosed' })
    expect(await signIn(email, AFTER)).toBe(true)
    expect(await auditLogOf(id)).toEqual(expect.arrayContaining(['password.resetBegun', 'password.reset']))
    const kept = await organisation.ask(
      `SELECT detail::text AS text FROM audit_event
       UNION ALL SELECT row_to_json(r)::text FROM receipt r UNION ALL SELECT token_hash FROM password_reset`,
    )
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  it('closes the calendar addresses of the account, and no one else’s', async () => {
    const [one, other] = [await givenAccount(), await givenAccount()]
    for (const { id } of [one, other])
      await organisation.ask('INSERT INTO calendar_feed (id, staff_id, secret_hash) VALUES ($1, $2, $3)', [
        newId(),
        id,
        hashToken(newToken()),
      ])
    const { token } = await begin(one.id)
    expect(await choose(token)).toMatchObject({ ok: true })
    const open = await organisation.ask(
      'SELECT staff_id FROM calendar_feed WHERE staff_id = ANY($1::uuid[]) AND revoked_at IS NULL',
      [[one.id, other.id]],
    )
    expect(open).toEqual([{ staff_id: other.id }])
  })

  it('changes nothing about the second step', async () => {
    const { id } = await givenAccount({ enrolled: true })
    const { token } = await begin(id)
    expect(await choose(token, 'velvet harbour')).toMatchObject({ ok: true })
    const session = await findSessionByToken(await startSession({ staffId: id, device: 'firefox-linux' }))
    expect(session).toMatchObject({ secondStepDue: true, secondStepAt: null })
  })

  it('gives two clicks at once one change', async () => {
    const { id, email } = await givenAccount()
    const { token } = await begin(id)
    const answers = await Promise.all([choose(token), choose(token, 'another password altogether')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const opens = [await signIn(email, AFTER), await signIn(email, 'another password altogether')]
    expect(opens.filter(Boolean)).toHaveLength(1)
  })

  const CLOSED: Readonly<Record<string, (account: { id: string; token: string }) => Promise<unknown>>> = {
    'when a newer one was made': ({ id }) => begin(id),
    'after a day': () =>
      organisation.ask(
        "UPDATE password_reset SET expires_at = now() - interval '1 second' WHERE used_at IS NULL",
      ),
    'when the password was changed meanwhile': ({ id }) =>
      organisation.ask(
        'UPDATE credential SET password_set_at = app.now() + interval $$1 s$$ WHERE staff_id = $1',
        [id],
      ),
    'when the account is off': ({ id }) =>
      act(organisation.ada.token, deactivate, { staffId: id, version: 1 }),
  }
  it.each(Object.keys(CLOSED))(
    'opens nothing any more %s, and says the same as an unknown link',
    async (when) => {
      const account = await givenAccount()
      const { token } = await begin(account.id)
      await CLOSED[when]?.(account)
      const unknown = await visitor(readReset, { token: newToken() })
      expect(unknown).toEqual({ ok: false, code: 'linkClosed' })
      expect(await visitor(readReset, { token })).toEqual(unknown)
      expect(await choose(token)).toEqual(await choose(newToken()))
      expect(await signIn(account.email, AFTER)).toBe(false)
    },
  )

  it('pauses who guesses links', async () => {
    for (let guess = 0; guess < 20; guess += 1) await visitor(readReset, { token: newToken() })
    expect(await visitor(readReset, { token: newToken() })).toMatchObject({ code: 'pleaseWait' })
  })
})

describe('an accreditation', () => {
  const badge = (staffId: string) => ({
    staffId,
    placeId: organisation.placeId,
    validFrom: '2026-01-01',
    validUntil: '2026-12-31',
    note: '',
  })

  it('is no one’s to give themselves, and the answer says so', async () => {
    expect(await act(organisation.coral.token, setAccreditation, badge(organisation.coral.id))).toEqual({
      ok: false,
      code: 'notOneself',
    })
    // The database says the same to whatever comes past the action.
    const past = organisation.coral.work((work) =>
      insertAccreditation(work, { ...badge(organisation.coral.id), note: null }),
    )
    await expect(past).rejects.toThrow(/row-level security/)
    expect(await act(organisation.ada.token, setAccreditation, badge(organisation.coral.id))).toMatchObject({
      ok: true,
    })
    const longer = await organisation.coral.work((work) =>
      work.tx.accreditation.updateMany({
        where: { staffId: organisation.coral.id },
        data: { validUntil: new Date('2030-01-01') },
      }),
    )
    expect(longer).toEqual({ count: 0 })
  })
})
