import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as getDraftKey } from '@/app/api/draft-key/route'
import { GET as getReport } from '@/app/api/reports/route'
import {
  changeRole,
  deactivate,
  endSessionsOfColleague,
  reactivate,
  setAccreditation,
} from '@/lib/accounts/administration.actions'
import { accept, invite, readInvitation, withdraw } from '@/lib/accounts/invitation.actions'
import { changePassword, saveProfile } from '@/lib/accounts/own-account.actions'
import { hashPassword } from '@/lib/accounts/password-hash'
import { acceptSecondStep, proveSecondStep, renewRecoveryCodes } from '@/lib/accounts/second-step.actions'
import { endMyOtherSessions, endMySession, signOut, signOutEverywhere } from '@/lib/accounts/session.actions'
import { startSession } from '@/lib/accounts/sign-in.data'
import { findEnrolment } from '@/lib/accounts/sign-in-state.data'
import { findWays, stepUp } from '@/lib/accounts/step-up.actions'
import { hashToken, newToken } from '@/lib/accounts/token'
import { disconnect } from '@/lib/db/client'
import { env } from '@/lib/runtime/env'
import { bindToken, readBoundToken } from '@/lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { newId } from '@/lib/shared/ids'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, fetchFile } from '../support/handlers'
import { asking } from '../support/next/asked'

const PASSWORD = 'lantern gravel piano otter'
let organisation: GivenOrganisation
let passwordHash = ''

/** The browser of one person: what a handler sets as cookie, the next handler gets. */
const browser = (token: string | null) => {
  const secret = env().NEXTAUTH_SECRET
  const cookies = new Map(token === null ? [] : [[PLAIN_SESSION_COOKIE, bindToken(secret, token)]])
  const headers = new Headers({ 'x-forwarded-for': '192.0.2.44' })
  return {
    cookies,
    token: () => readBoundToken(secret, cookies.get(PLAIN_SESSION_COOKIE) ?? '') ?? '',
    act: <A>(
      action: (sent: { requestId: string; input: unknown }) => Promise<A>,
      input: unknown,
    ): Promise<A> => asking({ cookies, headers }, () => action({ requestId: crypto.randomUUID(), input })),
  }
}

const givenAccount = async (role = 'caseworker') => {
  const id = newId()
  const email = `${id}@havenlicht.example`
  const [home] = await organisation.ask('SELECT organisation_id AS id FROM team WHERE id = $1', [
    organisation.north,
  ])
  await organisation.ask(
    "INSERT INTO staff (id, organisation_id, name, role, locale, vouched_at) VALUES ($1, $2, 'Noor Voorbeeld', $3::role, 'en', app.now())",
    [id, home?.id, role],
  )
  await organisation.ask(
    'INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, $2, $3, now())',
    [id, email, passwordHash],
  )
  const token = await startSession({ staffId: id, device: 'firefox-linux' })
  return { id, email, token }
}

/** Reads the secret off the page, as a phone does, and makes the code of a moment. */
const readSecret = async (token: string) => {
  const enrolment = await findEnrolment(token)
  if (enrolment.state !== 'ready') throw new Error(`the page shows no picture: ${enrolment.state}`)
  const secret = Secret.fromBase32(enrolment.manual.replaceAll(' ', ''))
  const totp = new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret })
  return (seconds = 0) => totp.generate({ timestamp: Date.now() + seconds * 1000 })
}

const events = async (staffId: string) =>
  (
    await organisation.ask("SELECT event FROM audit_event WHERE detail->>'staffId' = $1 ORDER BY at", [
      staffId,
    ])
  ).map(({ event }) => event)

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(async () => {
  await organisation.ask('DELETE FROM throttle')
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

describe('setting up the second step', () => {
  it('lets a coordinator in, with a new token and ten codes shown once', async () => {
    const { id, token } = await givenAccount('coordinator')
    const elsewhere = await startSession({ staffId: id, device: 'chrome-android' })
    const her = browser(token)
    expect(await her.act(endMyOtherSessions, {})).toMatchObject({ ok: false, code: 'signedOut' })
    const code = await readSecret(token)
    expect(await her.act(acceptSecondStep, { code: '000000' })).toMatchObject({
      ok: false,
      code: 'codeNotAccepted',
    })
    const answer = await her.act(acceptSecondStep, { code: code() })
    expect(answer).toMatchObject({ ok: true })
    expect(answer.ok && new Set(answer.value.recoveryCodes).size).toBe(10)
    expect(her.token()).not.toBe(token)
    expect(await her.act(endMyOtherSessions, {})).toMatchObject({ ok: true, value: { count: 0 } })
    expect(await browser(elsewhere).act(proveSecondStep, { code: code(30) })).toMatchObject({
      code: 'signedOut',
    })
    expect(await events(id)).toContain('secondStep.enrolled')
  })

  it('cannot be done over by a session whose person has not proved lately who they are', async () => {
    const { id, token } = await givenAccount()
    const her = browser(token)
    await her.act(acceptSecondStep, { code: (await readSecret(token))() })
    await organisation.ask(
      "UPDATE session SET stepped_up_at = now() - interval '11 minutes' WHERE staff_id = $1",
      [id],
    )
    expect((await findEnrolment(her.token())).state).toBe('signInAgain')
    expect(await her.act(acceptSecondStep, { code: '123456' })).toMatchObject({
      ok: false,
      code: 'signInAgain',
    })
  })

  it('keeps no recovery code in a receipt', async () => {
    const { id, token } = await givenAccount()
    const her = browser(token)
    const code = await readSecret(token)
    await her.act(acceptSecondStep, { code: code() })
    const renewed = await her.act(renewRecoveryCodes, { code: code(30) })
    expect(renewed).toMatchObject({ ok: true })
    expect(await organisation.ask('SELECT * FROM receipt WHERE staff_id = $1', [id])).toEqual([])
  })
})

describe('giving the second step', () => {
  it('takes a code once, pauses a guesser, and takes a recovery code', async () => {
    const { id, token } = await givenAccount()
    const first = browser(token)
    const code = await readSecret(token)
    const enrolled = await first.act(acceptSecondStep, { code: code() })
    const recovery = enrolled.ok ? (enrolled.value.recoveryCodes[0] ?? '') : ''
    const second = browser(await startSession({ staffId: id, device: 'chrome-linux' }))
    expect(await second.act(proveSecondStep, { code: code() })).toMatchObject({ code: 'codeNotAccepted' })
    expect(await second.act(proveSecondStep, { code: recovery.toLowerCase() })).toMatchObject({ ok: true })
    const third = browser(await startSession({ staffId: id, device: 'chrome-linux' }))
    expect(await third.act(proveSecondStep, { code: recovery })).toMatchObject({ code: 'codeNotAccepted' })
    for (let guess = 0; guess < 4; guess += 1) await third.act(proveSecondStep, { code: `00000${guess}` })
    expect(await third.act(proveSecondStep, { code: code(30) })).toMatchObject({ code: 'pleaseWait' })
    expect(await events(id)).toEqual(expect.arrayContaining(['secondStep.used', 'session.refused']))
  })
})

/** Their person proved last who they are so long ago. */
const provedAgo = (staffId: string, seconds: number) =>
  organisation.ask(
    "UPDATE session SET stepped_up_at = app.now() - $2 * interval '1 second' WHERE staff_id = $1",
    [staffId, seconds],
  )
const anInvitation = () => ({
  email: `${newId()}@havenlicht.example`,
  role: 'admin',
  teamId: '',
  tokenHash: hashToken(newToken()),
})
const givenEnrolled = async (role: string) => {
  const { id, token } = await givenAccount(role)
  const own = browser(token)
  const code = await readSecret(token)
  const enrolled = await own.act(acceptSecondStep, { code: code() })
  return { id, own, code, recovery: enrolled.ok ? enrolled.value.recoveryCodes : [] }
}

describe('proving once more who one is', () => {
  it('is asked for after five minutes, opens five more, and leaves the request as it was', async () => {
    const { id, own, code } = await givenEnrolled('admin')
    expect(await own.act(invite, anInvitation())).toMatchObject({ ok: true })
    await provedAgo(id, 301)
    const input = anInvitation()
    const requestId = crypto.randomUUID()
    const send = (sent: { requestId: string; input: unknown }) => invite({ ...sent, requestId })
    expect(await own.act(send, input)).toEqual({ ok: false, code: 'stepUp' })
    expect(await own.act(findWays, {})).toEqual({ ok: true, value: { hasCode: true, hasPasskey: false } })
    expect(await own.act(stepUp, { code: code(30) })).toEqual({ ok: true, value: {} })
    expect(await own.act(send, input)).toMatchObject({ ok: true })
    await provedAgo(id, 295)
    expect(await own.act(invite, anInvitation())).toMatchObject({ ok: true })
    const lines = await organisation.ask(
      "SELECT detail->>'means' AS means FROM audit_event WHERE event = 'session.steppedUp' AND detail->>'staffId' = $1",
      [id],
    )
    expect(lines).toEqual([{ means: 'app' }])
  })

  it('takes each code once, pauses a guesser by the counter of signing in, and takes a recovery code', async () => {
    const { id, own, code, recovery } = await givenEnrolled('admin')
    await provedAgo(id, 301)
    expect(await own.act(stepUp, { code: code() })).toMatchObject({ code: 'codeNotAccepted' })
    expect(await own.act(stepUp, { code: recovery[0] })).toMatchObject({ ok: true })
    expect(await own.act(stepUp, { code: recovery[0] })).toMatchObject({ code: 'codeNotAccepted' })
    await provedAgo(id, 301)
    for (let guess = 0; guess < 4; guess += 1)
      expect(await own.act(stepUp, { code: `00000${guess}` })).toMatchObject({ code: 'codeNotAccepted' })
    expect(await own.act(stepUp, { code: code(30) })).toEqual({ ok: false, code: 'pleaseWait' })
    // The same browser, signing in: one counter for both.
    const next = await startSession({ staffId: id, device: 'firefox-linux' })
    own.cookies.set(PLAIN_SESSION_COOKIE, bindToken(env().NEXTAUTH_SECRET, next))
    expect(await own.act(proveSecondStep, { code: code(30) })).toEqual({ ok: false, code: 'pleaseWait' })
    expect((await events(id)).filter((event) => event === 'session.refused').length).toBeGreaterThanOrEqual(6)
  })

  it('never takes the password of who has a second step, and takes it of who has none', async () => {
    const { id, own } = await givenEnrolled('admin')
    await provedAgo(id, 301)
    expect(await own.act(stepUp, { password: PASSWORD })).toMatchObject({ ok: false, code: 'invalid' })
    expect(await own.act(invite, anInvitation())).toMatchObject({ code: 'stepUp' })
    const plain = await givenAccount('caseworker')
    const theirs = browser(plain.token)
    expect(await theirs.act(findWays, {})).toEqual({ ok: true, value: { hasCode: false, hasPasskey: false } })
    expect(await theirs.act(stepUp, { password: 'not this one either' })).toMatchObject({
      fields: { password: 'passwordWrong' },
    })
    expect(await theirs.act(stepUp, { code: '123456' })).toMatchObject({ code: 'codeNotAccepted' })
    await provedAgo(plain.id, 301)
    expect(await theirs.act(stepUp, { password: PASSWORD })).toEqual({ ok: true, value: {} })
    const [row] = await organisation.ask(
      "SELECT stepped_up_at > app.now() - interval '1 minute' AS lately FROM session WHERE staff_id = $1",
      [plain.id],
    )
    expect(row).toEqual({ lately: true })
  })

  it('counts for the session in which it was done, and for none that owes its second step', async () => {
    const { id, own, code, recovery } = await givenEnrolled('admin')
    const owing = browser(await startSession({ staffId: id, device: 'chrome-linux' }))
    expect(await owing.act(stepUp, { code: code(30) })).toMatchObject({ code: 'signedOut' })
    expect(await owing.act(findWays, {})).toMatchObject({ code: 'signedOut' })
    expect(await owing.act(proveSecondStep, { code: code(30) })).toMatchObject({ ok: true })
    await provedAgo(id, 301)
    const [first] = recovery
    expect(await owing.act(stepUp, { code: first })).toMatchObject({ ok: true })
    expect(await owing.act(invite, anInvitation())).toMatchObject({ ok: true })
    expect(await own.act(invite, anInvitation())).toMatchObject({ code: 'stepUp' })
  })

  it('leads a file that leaves through the page that asks', async () => {
    const { id, own } = await givenEnrolled('coordinator')
    await provedAgo(id, 301)
    const path = '/api/reports?as=csv&question=by%3Doffice'
    const answer = await fetchFile(own.token(), getReport, path)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/accounts/me/confirm?${new URLSearchParams({ to: path })}`)
    expect(await answer.text()).toBe('')
  })
})

describe('leaving', () => {
  it('ends this session, also one that owes its second step', async () => {
    const { token } = await givenAccount('admin')
    const her = browser(token)
    expect(await her.act(signOut, {})).toMatchObject({ ok: true })
    expect(her.token()).toBe('')
    expect((await findEnrolment(token)).state).toBe('out')
  })

  it('everywhere ends all of one’s own and no one else’s', async () => {
    const { id, token } = await givenAccount()
    const other = await givenAccount()
    await startSession({ staffId: id, device: 'safari-ios' })
    await browser(token).act(signOutEverywhere, {})
    expect(
      await organisation.ask('SELECT 1 FROM session WHERE staff_id = $1 AND revoked_at IS NULL', [id]),
    ).toEqual([])
    expect((await findEnrolment(other.token)).state).toBe('ready')
  })

  it('one session of one’s own can be ended, another’s is not found', async () => {
    const { id, token } = await givenAccount()
    await startSession({ staffId: id, device: 'safari-ios' })
    const [mine] = await organisation.ask('SELECT id FROM session WHERE staff_id = $1 AND token_hash <> $2', [
      id,
      hashToken(token),
    ])
    const [theirs] = await organisation.ask('SELECT id FROM session WHERE staff_id = $1', [
      organisation.sol.id,
    ])
    expect(await act(token, endMySession, { sessionId: theirs?.id })).toMatchObject({
      ok: false,
      code: 'notFound',
    })
    expect(await act(token, endMySession, { sessionId: mine?.id })).toMatchObject({ ok: true })
    expect(await act(token, endMySession, { sessionId: mine?.id })).toMatchObject({
      ok: false,
      code: 'notFound',
    })
  })
})

describe('a password and a profile', () => {
  it('is changed for a good one alone', async () => {
    const { id, token } = await givenAccount()
    const change = (current: string, password: string, again = password) =>
      act(token, changePassword, { current, password, again })
    expect(await change(PASSWORD, 'short one')).toMatchObject({ fields: { password: 'passwordTooShort' } })
    expect(await change(PASSWORD, 'Noor Voorbeeld 2026')).toMatchObject({
      fields: { password: 'passwordCommon' },
    })
    expect(await change(PASSWORD, 'velvet window harbour', 'another')).toMatchObject({
      fields: { again: 'passwordsDiffer' },
    })
    expect(await change('not the current one', 'velvet window harbour')).toMatchObject({
      fields: { current: 'passwordWrong' },
    })
    expect(await change(PASSWORD, 'velvet window harbour')).toMatchObject({ ok: true })
    expect(await events(id)).toContain('password.changed')
  })

  it('the profile has a version', async () => {
    const { id, token } = await givenAccount()
    const save = (name: string, version: number) =>
      act(token, saveProfile, { name, locale: 'nl', languages: ['ti', 'nl'], version })
    expect(await save('Noor Anders', 1)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await save('Te Laat', 1)).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { name: 'Noor Anders' },
    })
    expect(await organisation.ask('SELECT name, locale FROM staff WHERE id = $1', [id])).toEqual([
      { name: 'Noor Anders', locale: 'nl' },
    ])
  })
})

describe('inviting', () => {
  const invitation = (change: object = {}) => ({
    email: `${newId()}@havenlicht.example`,
    role: 'caseworker',
    teamId: organisation.north,
    tokenHash: hashToken(newToken()),
    ...change,
  })

  it('is the admin’s alone', async () => {
    for (const who of [organisation.casey, organisation.coral, organisation.gus])
      expect(await act(who.token, invite, invitation())).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await act(null, invite, invitation())).toMatchObject({ ok: false, code: 'signedOut' })
  })

  it('names what is missing, and does not lead into another organisation', async () => {
    expect(await act(organisation.ada.token, invite, invitation({ email: 'nobody' }))).toMatchObject({
      fields: { email: 'emailInvalid' },
    })
    expect(await act(organisation.ada.token, invite, invitation({ teamId: '' }))).toMatchObject({
      fields: { teamId: 'required' },
    })
    const [elsewhere] = await organisation.ask("SELECT id FROM team WHERE name = 'elsewhere'")
    expect(await act(organisation.ada.token, invite, invitation({ teamId: elsewhere?.id }))).toMatchObject({
      fields: { teamId: 'unknownChoice' },
    })
  })

  it('makes a link that becomes an account, once', async () => {
    const token = newToken()
    const input = invitation({ tokenHash: hashToken(token) })
    const requestId = crypto.randomUUID()
    const first = await act(organisation.ada.token, invite, input, requestId)
    expect(first).toMatchObject({ ok: true })
    expect(await act(organisation.ada.token, invite, input, requestId)).toEqual(first)
    expect(
      JSON.stringify(
        await organisation.ask('SELECT * FROM receipt WHERE staff_id = $1', [organisation.ada.id]),
      ),
    ).not.toContain(token)
    const stranger = browser(null)
    expect(await stranger.act(readInvitation, { token })).toMatchObject({
      ok: true,
      value: { email: input.email, role: 'caseworker', organisation: 'home', team: 'north' },
    })
    const acceptance = { token, name: 'Noor Voorbeeld', locale: 'fr', password: PASSWORD, again: PASSWORD }
    expect(
      await stranger.act(accept, { ...acceptance, password: 'too short', again: 'too short' }),
    ).toMatchObject({
      fields: { password: 'passwordTooShort' },
    })
    expect(await stranger.act(accept, acceptance)).toMatchObject({ ok: true })
    expect(await stranger.act(accept, acceptance)).toMatchObject({ ok: false, code: 'linkClosed' })
    expect(await stranger.act(readInvitation, { token })).toMatchObject({ ok: false, code: 'linkClosed' })
  })

  it('can be withdrawn, by an admin of the same organisation', async () => {
    const token = newToken()
    const made = await act(organisation.ada.token, invite, invitation({ tokenHash: hashToken(token) }))
    const invitationId = made.ok ? made.value.invitationId : ''
    expect(await act(organisation.casey.token, withdraw, { invitationId })).toMatchObject({
      code: 'forbidden',
    })
    expect(await act(organisation.ada.token, withdraw, { invitationId: newId() })).toMatchObject({
      code: 'notFound',
    })
    expect(await act(organisation.ada.token, withdraw, { invitationId })).toMatchObject({ ok: true })
    expect(await browser(null).act(readInvitation, { token })).toMatchObject({ code: 'linkClosed' })
  })

  it('pauses who guesses links', async () => {
    const guesser = browser(null)
    for (let guess = 0; guess < 20; guess += 1) await guesser.act(readInvitation, { token: newToken() })
    expect(await guesser.act(readInvitation, { token: newToken() })).toMatchObject({ code: 'pleaseWait' })
  })
})

describe('administration', () => {
  it('switches off and on again, and ends what was open', async () => {
    const { id, token } = await givenAccount()
    expect(await act(organisation.casey.token, deactivate, { staffId: id, version: 1 })).toMatchObject({
      code: 'forbidden',
    })
    expect(
      await act(organisation.ada.token, deactivate, { staffId: organisation.ada.id, version: 1 }),
    ).toMatchObject({
      code: 'notFound',
    })
    expect(
      await act(organisation.ada.token, deactivate, { staffId: organisation.stranger.id, version: 1 }),
    ).toMatchObject({
      code: 'notFound',
    })
    expect(await act(organisation.ada.token, deactivate, { staffId: id, version: 7 })).toMatchObject({
      code: 'changedMeanwhile',
    })
    expect(await act(organisation.ada.token, deactivate, { staffId: id, version: 1 })).toMatchObject({
      ok: true,
    })
    expect(await act(token, endMyOtherSessions, {})).toMatchObject({ code: 'signedOut' })
    expect(await act(organisation.ada.token, reactivate, { staffId: id, version: 2 })).toMatchObject({
      ok: true,
    })
    expect(await act(token, endMyOtherSessions, {})).toMatchObject({ code: 'signedOut' })
    expect(await events(id)).toEqual(expect.arrayContaining(['account.deactivated', 'account.reactivated']))
  })

  it('gives a role with its offices, and an admin none', async () => {
    const { id, token } = await givenAccount()
    const change = (role: string, teamIds: string[], version: number) =>
      act(organisation.ada.token, changeRole, { staffId: id, version, role, teamIds })
    expect(await change('coordinator', [], 1)).toMatchObject({ fields: { teamIds: 'required' } })
    expect(await change('coordinator', [newId()], 1)).toMatchObject({ fields: { teamIds: 'unknownChoice' } })
    expect(await change('coordinator', [organisation.north, organisation.south], 1)).toMatchObject({
      ok: true,
    })
    expect(await organisation.ask('SELECT leads FROM team_member WHERE staff_id = $1', [id])).toEqual([
      { leads: true },
      { leads: true },
    ])
    expect(await act(token, endMyOtherSessions, {})).toMatchObject({ code: 'signedOut' })
    expect(await change('admin', [organisation.north], 2)).toMatchObject({ ok: true })
    expect(await organisation.ask('SELECT 1 FROM team_member WHERE staff_id = $1', [id])).toEqual([])
    expect(await change('caseworker', [organisation.north], 2)).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { role: 'admin' },
    })
  })

  it('ends the sessions of a colleague, not of a stranger', async () => {
    const { id, token } = await givenAccount()
    expect(
      await act(organisation.ada.token, endSessionsOfColleague, { staffId: organisation.stranger.id }),
    ).toMatchObject({
      code: 'notFound',
    })
    expect(await act(organisation.ada.token, endSessionsOfColleague, { staffId: id })).toMatchObject({
      value: { count: 1 },
    })
    expect(await act(token, endMyOtherSessions, {})).toMatchObject({ code: 'signedOut' })
  })

  it('accredits: an admin anyone, a coordinator their own office, a caseworker no one', async () => {
    const badge = (staffId: string, change: object = {}) => ({
      staffId,
      placeId: organisation.placeId,
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      note: '',
      ...change,
    })
    expect(await act(organisation.ada.token, setAccreditation, badge(organisation.sol.id))).toMatchObject({
      ok: true,
    })
    expect(await act(organisation.coral.token, setAccreditation, badge(organisation.casey.id))).toMatchObject(
      { ok: true },
    )
    expect(await act(organisation.coral.token, setAccreditation, badge(organisation.sol.id))).toMatchObject({
      code: 'notFound',
    })
    expect(await act(organisation.casey.token, setAccreditation, badge(organisation.casey.id))).toMatchObject(
      {
        code: 'forbidden',
      },
    )
    expect(
      await act(
        organisation.ada.token,
        setAccreditation,
        badge(organisation.sol.id, { validUntil: '2025-12-31' }),
      ),
    ).toMatchObject({
      fields: { validUntil: 'endBeforeStart' },
    })
    expect(
      await act(
        organisation.ada.token,
        setAccreditation,
        badge(organisation.sol.id, { validFrom: '2026-02-30' }),
      ),
    ).toMatchObject({
      fields: { validFrom: 'notADay' },
    })
  })
})

describe('the draft key', () => {
  it('goes to its owner’s own page, leaves a trace, and is kept by no cache', async () => {
    const response = await fetchFile(organisation.casey.token, getDraftKey, '/api/draft-key')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const body: unknown = await response.json()
    expect(body).toEqual({
      staffId: organisation.casey.id,
      key: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    })
    expect(await events(organisation.casey.id)).toContain('draftKey.given')
  })

  it('does not go to another site, to no one, or to a guest', async () => {
    const cross = await fetchFile(organisation.casey.token, getDraftKey, '/api/draft-key', {
      'sec-fetch-site': 'cross-site',
    })
    expect(cross.status).toBe(403)
    expect((await fetchFile(null, getDraftKey, '/api/draft-key')).status).toBe(401)
    expect((await fetchFile(organisation.gus.token, getDraftKey, '/api/draft-key')).status).toBe(404)
  })
})
