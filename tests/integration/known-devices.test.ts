import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listTriedAccounts } from '@/lib/accounts/administration.data'
import { authOptions } from '@/lib/accounts/auth'
import { accept, invite } from '@/lib/accounts/invitation.actions'
import { hashPassword } from '@/lib/accounts/password-hash'
import { beginReset, choosePassword } from '@/lib/accounts/reset.actions'
import { proveSecondStep } from '@/lib/accounts/second-step.actions'
import { enrolSecondStep, getOrCreatePendingSecret } from '@/lib/accounts/second-step.data'
import { endMyOtherSessions } from '@/lib/accounts/session.actions'
import { findLiveSession } from '@/lib/accounts/session.data'
import { checkSignIn, startSession } from '@/lib/accounts/sign-in.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import { disconnect } from '@/lib/db/client'
import { withAuthWork } from '@/lib/db/work'
import { env } from '@/lib/runtime/env'
import { bindToken, readBoundToken } from '@/lib/server/bound-cookie'
import { sessionToken } from '@/lib/server/session'
import { PLAIN_DEVICE_COOKIE, PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { newId } from '@/lib/shared/ids'
import { runReminderJob } from '../../scripts/reminder-job'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { asking } from '../support/next/asked'

const PASSWORD = 'lantern gravel piano otter'
const WRONG = 'velvet window harbour snow'
const STRANGER = '198.51.100.7'
const HOME = '203.0.113.9'
let given: GivenOrganisation
let passwordHash = ''
beforeAll(async () => {
  given = await givenCaseOrganisation()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(() => given.ask('DELETE FROM throttle'))
afterAll(async () => {
  await given.close()
  await disconnect()
})

const givenAccount = async (organisation?: unknown) => {
  const id = newId()
  const email = `${id}@havenlicht.example`
  const [home] = await given.ask('SELECT organisation_id AS id FROM team WHERE id = $1', [given.north])
  await given.ask(
    "INSERT INTO staff (id, organisation_id, name, role, locale, vouched_at) VALUES ($1, $2, 'Noor Voorbeeld', 'caseworker', 'en', app.now())",
    [id, organisation ?? home?.id],
  )
  await given.ask(
    'INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, $2, $3, now())',
    [id, email, passwordHash],
  )
  return { id, email }
}

/** One browser: it keeps its cookies, as next-auth and our actions set them. */
const openBrowser = (address = HOME) => {
  const cookies = new Map<string, string>()
  const headers = new Headers({ 'x-forwarded-for': address })
  const within = <T>(run: () => Promise<T>): Promise<T> => asking({ cookies, headers }, run)
  const signIn = (input: { email: string; password: string; code?: string }): Promise<boolean> =>
    within(async () => {
      const options = authOptions()
      const [provider] = options.providers
      if (provider === undefined || !('authorize' in provider.options)) throw new Error('no provider')
      const request = { headers: { 'x-forwarded-for': address, 'user-agent': 'Firefox/1 Linux' } }
      const user = await provider.options.authorize(input, request)
      if (user === null) return false
      const token = (await options.callbacks?.jwt?.({ token: {}, user, account: null })) ?? {}
      const cookie = await options.jwt?.encode?.({ secret: '', token })
      await options.events?.signIn?.({ user, account: null })
      cookies.set(PLAIN_SESSION_COOKIE, cookie ?? '')
      return true
    })
  return {
    cookies,
    signIn,
    token: () => within(sessionToken),
    act: <A>(
      action: (sent: { requestId: string; input: unknown }) => Promise<A>,
      input: unknown,
    ): Promise<A> => within(() => action({ requestId: crypto.randomUUID(), input })),
  }
}

/** Wrong tries from one network, one after the other. */
const tryWrong = async (email: string, times: number, address = STRANGER): Promise<void> => {
  for (let tries = 0; tries < times; tries += 1) await checkSignIn({ email, password: WRONG, address })
}
const signsIn = (email: string, address: string, device: string | null = null): Promise<boolean> =>
  checkSignIn({ email, password: PASSWORD, address, device }).then((found) => found !== null)
const isLive = async (token: string | null): Promise<boolean> =>
  token !== null && (await withAuthWork((work) => findLiveSession(work, token))) !== null

const givenSecondStep = async (staffId: string) => {
  const secret = await withAuthWork((work) => getOrCreatePendingSecret(work, staffId))
  const totp = new TOTP({
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  })
  await withAuthWork((work) => enrolSecondStep(work, { staffId, code: totp.generate() }))
  await given.ask('UPDATE credential SET totp_last_step = NULL WHERE staff_id = $1', [staffId])
  return () => totp.generate()
}

describe('a stranger who tries wrong passwords', () => {
  it('does not keep a named person out, after ten tries or more', async () => {
    const { email } = await givenAccount()
    await tryWrong(email, 10)
    expect(await signsIn(email, HOME)).toBe(true)
    await tryWrong(email, 2)
    expect(await signsIn(email, HOME)).toBe(true)
    expect(await signsIn(email, STRANGER)).toBe(false)
  })

  it('does not do so in the network of the office either: a known browser gets through', async () => {
    const { email } = await givenAccount()
    const browser = openBrowser()
    expect(await browser.signIn({ email, password: PASSWORD })).toBe(true)
    await tryWrong(email, 10, HOME)
    expect(await signsIn(email, HOME)).toBe(false)
    expect(await browser.signIn({ email, password: PASSWORD })).toBe(true)
  })

  it('nor from many networks at once: a known browser and a second step get through, a stranger with the password waits', async () => {
    const { id, email } = await givenAccount()
    const code = await givenSecondStep(id)
    const browser = openBrowser()
    expect(await browser.signIn({ email, password: PASSWORD })).toBe(true)
    expect(await browser.act(proveSecondStep, { code: code() })).toMatchObject({ ok: true })
    await given.ask('UPDATE credential SET totp_last_step = NULL WHERE staff_id = $1', [id])
    for (let n = 1; n <= 6; n += 1) await tryWrong(email, 5, `198.51.${n}.1`)
    expect(await signsIn(email, '192.0.2.200')).toBe(false)
    expect(await browser.signIn({ email, password: PASSWORD })).toBe(true)
    const elsewhere = openBrowser('192.0.2.201')
    expect(await elsewhere.signIn({ email, password: PASSWORD, code: '000000' })).toBe(false)
    expect(await elsewhere.signIn({ email, password: WRONG, code: code() })).toBe(false)
    expect(await elsewhere.signIn({ email, password: PASSWORD, code: code() })).toBe(true)
    const [session] = await given.ask(
      'SELECT second_step_at IS NOT NULL AS proved FROM session WHERE token_hash = $1',
      [hashToken((await elsewhere.token()) ?? '')],
    )
    expect(session).toEqual({ proved: true })
  })

  it('is slowed all the same: from one network, and over all networks together', async () => {
    const { email } = await givenAccount()
    await tryWrong(email, 5)
    const judged =
      "SELECT count(*)::int AS n FROM audit_event WHERE detail->>'reason' = 'notAccepted' AND detail->>'staffId' = $1"
    const [staff] = await given.ask('SELECT staff_id AS id FROM credential WHERE email = $1', [email])
    for (let n = 1; n <= 6; n += 1) await tryWrong(email, 5, `198.18.${n}.1`)
    expect(await given.ask(judged, [staff?.id])).toEqual([{ n: 30 }])
  })

  it('is told of: to the colleague and to the admins, once a day, and no one else', async () => {
    const { id, email } = await givenAccount()
    const told = () =>
      given.ask("SELECT staff_id, count(*)::int AS n FROM notice WHERE kind = 'sign_in_tried' GROUP BY 1", [])
    const admins = () =>
      given.ask(
        "SELECT staff_id, count(*)::int AS n FROM notice WHERE kind = 'colleague_tried' GROUP BY 1",
        [],
      )
    await tryWrong(email, 9)
    await runReminderJob()
    expect(await told()).not.toContainEqual({ staff_id: id, n: 1 })
    await given.ask("DELETE FROM notice WHERE kind = 'colleague_tried'")
    await tryWrong(email, 1)
    await runReminderJob()
    await runReminderJob()
    expect(await told()).toContainEqual({ staff_id: id, n: 1 })
    expect(await admins()).toEqual([{ staff_id: given.ada.id, n: 1 }])
    const listed = await given.ada.work(listTriedAccounts)
    expect(listed).toContain(id)
    expect(listed).not.toContain(given.casey.id)
    expect(await given.casey.work(listTriedAccounts)).toEqual([])
  })
})

describe('a known browser', () => {
  it('gets a new token at each sign-in, and a copy of the old cookie is a stranger', async () => {
    const { email } = await givenAccount()
    const browser = openBrowser()
    await browser.signIn({ email, password: PASSWORD })
    const copy = browser.cookies.get(PLAIN_DEVICE_COOKIE)
    await browser.signIn({ email, password: PASSWORD })
    expect(browser.cookies.get(PLAIN_DEVICE_COOKIE)).not.toBe(copy)
    await tryWrong(email, 10, HOME)
    const thief = openBrowser()
    thief.cookies.set(PLAIN_DEVICE_COOKIE, copy ?? '')
    expect(await thief.signIn({ email, password: PASSWORD })).toBe(false)
    expect(await browser.signIn({ email, password: PASSWORD })).toBe(true)
  })

  it('is known to the accounts that signed in from it, and to no other', async () => {
    const [first, second, third] = [await givenAccount(), await givenAccount(), await givenAccount()]
    const browser = openBrowser()
    await browser.signIn({ email: first.email, password: PASSWORD })
    await browser.signIn({ email: second.email, password: PASSWORD })
    for (const { email } of [first, second, third]) await tryWrong(email, 6, HOME)
    expect(await browser.signIn({ email: first.email, password: PASSWORD })).toBe(true)
    expect(await browser.signIn({ email: second.email, password: PASSWORD })).toBe(true)
    expect(await browser.signIn({ email: third.email, password: PASSWORD })).toBe(false)
  })

  it('is not made by a password alone where a second step is owed', async () => {
    const { id, email } = await givenAccount()
    await givenSecondStep(id)
    const browser = openBrowser()
    expect(await browser.signIn({ email, password: PASSWORD })).toBe(true)
    expect(browser.cookies.has(PLAIN_DEVICE_COOKIE)).toBe(false)
  })

  it.each(['a new password', 'ending all other sessions', '91 days'])(
    'is a stranger after %s',
    async (what) => {
      const { id, email } = await givenAccount()
      const browser = openBrowser()
      await browser.signIn({ email, password: PASSWORD })
      if (what === 'a new password') {
        const token = newToken()
        await act(given.ada.token, beginReset, { staffId: id, tokenHash: hashToken(token) })
        const input = { token, password: PASSWORD, again: PASSWORD }
        expect(await openBrowser().act(choosePassword, input)).toMatchObject({ ok: true })
      } else if (what === '91 days')
        await given.ask(
          "UPDATE known_device SET last_used_at = now() - interval '91 days' WHERE staff_id = $1",
          [id],
        )
      else expect(await browser.act(endMyOtherSessions, {})).toMatchObject({ ok: true })
      await tryWrong(email, 10, HOME)
      expect(await browser.signIn({ email, password: PASSWORD })).toBe(false)
    },
  )
})

describe('the session cookie', () => {
  it('is bound to the sign-in secret: another secret reads no session', async () => {
    const { id } = await givenAccount()
    const token = await startSession({ staffId: id, device: 'firefox-linux' })
    const other = bindToken(`${env().NEXTAUTH_SECRET}x`, token)
    expect(readBoundToken(env().NEXTAUTH_SECRET, bindToken(env().NEXTAUTH_SECRET, token))).toBe(token)
    for (const cookie of [other, token, `${token}.`, `${token}.AAAA`, ''])
      expect(
        await asking(
          { cookies: new Map([[PLAIN_SESSION_COOKIE, cookie]]), headers: new Headers() },
          sessionToken,
        ),
      ).toBeNull()
    expect(await authOptions().jwt?.decode?.({ secret: '', token: other })).toBeNull()
  })

  it('ends the earlier session of the browser when someone else signs in there', async () => {
    const [first, second] = [await givenAccount(), await givenAccount()]
    const browser = openBrowser()
    await browser.signIn({ email: first.email, password: PASSWORD })
    const before = await browser.token()
    const elsewhere = openBrowser()
    await elsewhere.signIn({ email: first.email, password: PASSWORD })
    expect(await isLive(before)).toBe(true)
    await browser.signIn({ email: second.email, password: PASSWORD })
    expect(await isLive(before)).toBe(false)
    expect(await isLive(await browser.token())).toBe(true)
    expect(await isLive(await elsewhere.token())).toBe(true)
    expect(
      await given.ask(
        "SELECT count(*)::int AS n FROM audit_event WHERE event = 'session.ended' AND detail->>'staffId' = $1",
        [first.id],
      ),
    ).toEqual([{ n: 1 }])
  })
})

describe('an invitation for an address of another organisation in the same database', () => {
  it('answers as for any address, and both accounts open, each its own organisation', async () => {
    const [other] = await given.ask('SELECT organisation_id AS id FROM staff WHERE id = $1', [
      given.stranger.id,
    ])
    const there = await givenAccount(other?.id)
    const token = newToken()
    const asked = { email: there.email, role: 'caseworker', teamId: given.north, tokenHash: hashToken(token) }
    expect(await act(given.ada.token, invite, asked)).toMatchObject({ ok: true })
    const password = 'copper meadow violin heron'
    const input = { token, name: 'Noor Voorbeeld', locale: 'en', password, again: password }
    expect(await openBrowser().act(accept, input)).toMatchObject({ ok: true })
    const signed = await checkSignIn({ email: there.email, password, address: HOME })
    expect(signed).not.toBeNull()
    expect(signed?.staffId).not.toBe(there.id)
    expect(await checkSignIn({ email: there.email, password: PASSWORD, address: HOME })).toMatchObject({
      staffId: there.id,
    })
    // Within one organisation an address still has one account.
    const again = { ...asked, tokenHash: hashToken(newToken()) }
    expect(await act(given.ada.token, invite, again)).toMatchObject({
      ok: false,
      fields: { email: 'emailTaken' },
    })
  })
})
