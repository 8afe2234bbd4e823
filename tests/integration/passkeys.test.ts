import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addPasskey,
  beginPasskey,
  beginProof,
  removePasskey,
  renamePasskey,
} from '@/lib/accounts/passkey.actions'
import { hashPassword } from '@/lib/accounts/password-hash'
import { acceptSecondStep, proveSecondStep } from '@/lib/accounts/second-step.actions'
import { startSession } from '@/lib/accounts/sign-in.data'
import { findEnrolment } from '@/lib/accounts/sign-in-state.data'
import { findWays, stepUp } from '@/lib/accounts/step-up.actions'
import { disconnect } from '@/lib/db/client'
import { env } from '@/lib/runtime/env'
import { bindToken, readBoundToken } from '@/lib/server/bound-cookie'
import { PLAIN_SESSION_COOKIE } from '@/lib/shared/cookie.rules'
import { newId } from '@/lib/shared/ids'
import { openAuthenticator } from '../support/authenticator'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { asking } from '../support/next/asked'
import { urls } from '../support/own-database'

let organisation: GivenOrganisation
let passwordHash = ''
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  passwordHash = await hashPassword('lantern gravel piano otter')
})
beforeEach(() => organisation.ask('DELETE FROM throttle'))
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const browser = (token: string) => {
  const secret = env().NEXTAUTH_SECRET
  const cookies = new Map([[PLAIN_SESSION_COOKIE, bindToken(secret, token)]])
  const headers = new Headers({ 'x-forwarded-for': '192.0.2.44' })
  return {
    token: () => readBoundToken(secret, cookies.get(PLAIN_SESSION_COOKIE) ?? '') ?? '',
    act: <A>(
      action: (sent: { requestId: string; input: unknown }) => Promise<A>,
      input: unknown = {},
    ): Promise<A> => asking({ cookies, headers }, () => action({ requestId: crypto.randomUUID(), input })),
  }
}
type Browser = ReturnType<typeof browser>

const givenAccount = async () => {
  const id = newId()
  const [home] = await organisation.ask('SELECT organisation_id AS id FROM team WHERE id = $1', [
    organisation.north,
  ])
  await organisation.ask(
    "INSERT INTO staff (id, organisation_id, name, role, vouched_at) VALUES ($1, $2, 'Noor Voorbeeld', 'caseworker', app.now())",
    [id, home?.id],
  )
  await organisation.ask(
    'INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, $2, $3, now())',
    [id, `${id}@havenlicht.example`, passwordHash],
  )
  return { id, own: browser(await startSession({ staffId: id, device: 'firefox-linux' })) }
}
/** With the app that makes the codes, which a passkey stands beside. */
const givenEnrolled = async () => {
  const account = await givenAccount()
  const enrolment = await findEnrolment(account.own.token())
  if (enrolment.state !== 'ready') throw new Error(enrolment.state)
  const secret = Secret.fromBase32(enrolment.manual.replaceAll(' ', ''))
  const code = new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret }).generate()
  expect(await account.own.act(acceptSecondStep, { code })).toMatchObject({ ok: true })
  return account
}
const challengeToAdd = async (own: Browser): Promise<string> => {
  const begun = await own.act(beginPasskey)
  if (!begun.ok) throw new Error(begun.code)
  return begun.value.options.challenge
}
const challengeToProve = async (own: Browser): Promise<string> => {
  const begun = await own.act(beginProof)
  if (!begun.ok) throw new Error(begun.code)
  return begun.value.options.challenge
}
const givenPasskey = async () => {
  const account = await givenEnrolled()
  const key = openAuthenticator()
  const made = await account.own.act(addPasskey, {
    name: 'Laptop',
    answer: key.make(await challengeToAdd(account.own)),
  })
  if (!made.ok) throw new Error(made.code)
  return { ...account, key, passkeyId: made.value.passkeyId }
}
const forget = (staffId: string) =>
  organisation.ask(
    "UPDATE session SET stepped_up_at = app.now() - interval '301 seconds' WHERE staff_id = $1",
    [staffId],
  )
const events = async (staffId: string) =>
  (
    await organisation.ask(
      "SELECT event || COALESCE(' ' || (detail->>'means'), '') AS line FROM audit_event WHERE actor_id = $1 OR detail->>'staffId' = $1::text",
      [staffId],
    )
  ).map(({ line }) => line)
const noticesOf = async (staffId: string) =>
  (await organisation.ask('SELECT kind FROM notice WHERE staff_id = $1', [staffId])).map(({ kind }) => kind)
const REFUSED = { ok: false, code: 'passkeyNotAccepted' }

describe('a passkey', () => {
  it('is added, named and removed by its owner, who is told each time', async () => {
    const { id, own, passkeyId } = await givenPasskey()
    expect(await noticesOf(id)).toEqual(['passkey_changed'])
    expect(await own.act(renamePasskey, { passkeyId, name: 'Stick' })).toMatchObject({ ok: true })
    expect(await organisation.ask('SELECT name FROM passkey WHERE id = $1', [passkeyId])).toEqual([
      { name: 'Stick' },
    ])
    const other = await givenPasskey()
    expect(await other.own.act(renamePasskey, { passkeyId, name: 'Mine' })).toMatchObject({
      code: 'notFound',
    })
    expect(await other.own.act(removePasskey, { passkeyId })).toMatchObject({ code: 'notFound' })
    await forget(id)
    for (const [action, input] of [
      [removePasskey, { passkeyId }],
      [beginPasskey, {}],
      [addPasskey, { name: 'x', answer: openAuthenticator().make('AAAA') }],
    ] as const)
      expect(await own.act<unknown>(action, input)).toEqual({ ok: false, code: 'stepUp' })
    await organisation.ask('UPDATE session SET stepped_up_at = app.now() WHERE staff_id = $1', [id])
    expect(await own.act(removePasskey, { passkeyId })).toMatchObject({ ok: true })
    expect(await noticesOf(id)).toEqual(['passkey_changed', 'passkey_changed'])
    expect(await events(id)).toEqual(
      expect.arrayContaining(['passkey.begun', 'passkey.added', 'passkey.named', 'passkey.removed']),
    )
  })

  it('needs the app of the codes, is made once, and goes with its account', async () => {
    const plain = await givenAccount()
    expect(await plain.own.act(beginPasskey)).toMatchObject({ code: 'passkeyNeedsApp' })
    const { id, own, key } = await givenPasskey()
    const again = key.make(await challengeToAdd(own))
    expect(await own.act(addPasskey, { name: 'Twice', answer: again })).toMatchObject({
      code: 'passkeyKnown',
    })
    await organisation.ask('DELETE FROM passkey WHERE staff_id = $1', [id])
    await organisation.ask(
      "INSERT INTO passkey (id, staff_id, name, credential_id, public_key, counter, transports, backed_up) VALUES (gen_random_uuid(), $1, 'x', 'x', $2, 0, '{}', false)",
      [plain.id, Buffer.alloc(77)],
    )
    await organisation.ask('DELETE FROM staff WHERE id = $1', [plain.id])
    expect(await organisation.ask('SELECT 1 FROM passkey WHERE staff_id = $1', [plain.id])).toEqual([])
  })

  it('is the second step of signing in, and the proof of who one is', async () => {
    const { id, own, key } = await givenPasskey()
    const token = await startSession({ staffId: id, device: 'firefox-linux' })
    const next = browser(token)
    expect(
      await next.act(proveSecondStep, { passkey: key.sign(await challengeToProve(next)) }),
    ).toMatchObject({
      ok: true,
    })
    expect(next.token()).not.toBe(token)
    await forget(id)
    expect(await own.act(findWays)).toEqual({ ok: true, value: { hasCode: true, hasPasskey: true } })
    expect(await own.act(stepUp, { passkey: key.sign(await challengeToProve(own)) })).toMatchObject({
      ok: true,
    })
    expect(await own.act(beginPasskey)).toMatchObject({ ok: true })
    expect(await events(id)).toEqual(
      expect.arrayContaining(['secondStep.used passkey', 'session.steppedUp passkey']),
    )
    const [row] = await organisation.ask('SELECT counter, last_used_at FROM passkey WHERE staff_id = $1', [
      id,
    ])
    expect(row).toMatchObject({ counter: '3', last_used_at: expect.any(Date) })
  })
})

describe('making a passkey', () => {
  it.each([
    ['for another address', { origin: 'http://localhost.elsewhere.example:3000' }],
    ['for another name', { rpId: 'elsewhere.example' }],
    ['without a person whom the device verified', { isVerified: false }],
    ['from a signature in the place of a key', { type: 'webauthn.get' }],
  ])('is refused %s', async (_what, said) => {
    const { own } = await givenEnrolled()
    const answer = openAuthenticator().make(await challengeToAdd(own), said)
    expect(await own.act(addPasskey, { name: 'x', answer })).toEqual(REFUSED)
  })

  it('takes the challenge of its session once, even when it was refused, and no older one', async () => {
    const { id, own, key } = await givenPasskey()
    const first = await challengeToAdd(own)
    const second = await challengeToAdd(own)
    const one = openAuthenticator()
    expect(await own.act(addPasskey, { name: 'x', answer: one.make(first) })).toEqual(REFUSED)
    expect(await own.act(addPasskey, { name: 'x', answer: one.make(second) })).toEqual(REFUSED)
    const other = await givenEnrolled()
    expect(
      await other.own.act(addPasskey, { name: 'x', answer: one.make(await challengeToAdd(own)) }),
    ).toEqual(REFUSED)
    // What is to be proved with is no challenge for a new key, and the other way round.
    expect(await own.act(addPasskey, { name: 'x', answer: one.make(await challengeToProve(own)) })).toEqual(
      REFUSED,
    )
    expect(await own.act(stepUp, { passkey: key.sign(await challengeToAdd(own)) })).toMatchObject(REFUSED)
    const late = await challengeToAdd(own)
    await organisation.ask("UPDATE challenge SET expires_at = app.now() - interval '1 second'")
    expect(await own.act(addPasskey, { name: 'x', answer: one.make(late) })).toEqual(REFUSED)
    expect(
      await organisation.ask('SELECT count(*)::int AS n FROM passkey WHERE staff_id = $1', [id]),
    ).toEqual([{ n: 1 }])
  })
})

describe('proving with a passkey', () => {
  it.each([
    ['at another address', { origin: 'http://localhost:3001' }],
    ['for another name', { rpId: 'elsewhere.example' }],
    ['without a person whom the device verified', { isVerified: false }],
    ['as the making of a key', { type: 'webauthn.create' }],
    ['with a counter that stands still', { counter: 1 }],
    ['with a counter that goes back', { counter: 0 }],
  ])('is refused %s, at sign-in and for a proof', async (_what, said) => {
    const { id, own, key } = await givenPasskey()
    await forget(id)
    expect(await own.act(stepUp, { passkey: key.sign(await challengeToProve(own), said) })).toMatchObject(
      REFUSED,
    )
    expect(await own.act(beginPasskey)).toMatchObject({ code: 'stepUp' })
    const next = browser(await startSession({ staffId: id, device: 'firefox-linux' }))
    const signed = key.sign(await challengeToProve(next), said)
    expect(await next.act(proveSecondStep, { passkey: signed })).toMatchObject(REFUSED)
    expect(await next.act(beginPasskey)).toMatchObject({ code: 'signedOut' })
    expect(await events(id)).toContain('session.refused')
  })

  it('is refused a second time, in another session, and with the key of another account', async () => {
    const { id, own, key } = await givenPasskey()
    const signed = key.sign(await challengeToProve(own))
    const elsewhere = browser(await startSession({ staffId: id, device: 'firefox-linux' }))
    expect(await elsewhere.act(proveSecondStep, { passkey: signed })).toMatchObject(REFUSED)
    expect(await own.act(stepUp, { passkey: signed })).toMatchObject({ ok: true })
    expect(await own.act(stepUp, { passkey: signed })).toMatchObject(REFUSED)
    const other = await givenPasskey()
    expect(await own.act(stepUp, { passkey: other.key.sign(await challengeToProve(own)) })).toMatchObject(
      REFUSED,
    )
    // The name of one’s own key around the signature of another one.
    const borrowed = { ...other.key.sign(await challengeToProve(own)), id: key.id, rawId: key.id }
    expect(await own.act(stepUp, { passkey: borrowed })).toMatchObject(REFUSED)
    const altered = key.sign(await challengeToProve(own))
    const signature = `${altered.response.signature.slice(0, -6)}AAAAAA`
    expect(
      await own.act(stepUp, { passkey: { ...altered, response: { ...altered.response, signature } } }),
    ).toMatchObject(REFUSED)
  })

  it('of two answers to one challenge at once takes one, and wrong ones count as wrong codes do', async () => {
    const { id, own, key } = await givenPasskey()
    const signed = key.sign(await challengeToProve(own))
    const both = await Promise.all([
      own.act(stepUp, { passkey: signed }),
      own.act(stepUp, { passkey: signed }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    await organisation.ask('DELETE FROM throttle')
    for (let guess = 0; guess < 5; guess += 1) await own.act(stepUp, { passkey: signed })
    expect(await own.act(stepUp, { passkey: key.sign(await challengeToProve(own)) })).toEqual({
      ok: false,
      code: 'pleaseWait',
    })
    expect(await own.act(stepUp, { code: '000000' })).toEqual({ ok: false, code: 'pleaseWait' })
    expect(await events(id)).toContain('session.refused')
  })
})

describe('the application’s own role', () => {
  it('sees one’s own passkeys without the key, and adds or removes none without a proof', async () => {
    const { id, own, passkeyId } = await givenPasskey()
    await givenPasskey()
    const app = new pg.Client({ connectionString: urls.app })
    await app.connect()
    const within = async (sql: string, values: unknown[] = []) => {
      await app.query('BEGIN')
      try {
        await app.query('SELECT app.enter($1)', [own.token()])
        return await app.query(sql, values)
      } finally {
        await app.query('ROLLBACK')
      }
    }
    const insert = `INSERT INTO passkey (id, staff_id, name, credential_id, public_key, counter, transports, backed_up)
      VALUES (gen_random_uuid(), $1, 'x', gen_random_uuid()::text, decode(repeat('00', 77), 'hex'), 0, '{}', false)`
    expect((await within('SELECT id FROM passkey')).rows).toEqual([{ id: passkeyId }])
    await expect(within('SELECT public_key FROM passkey')).rejects.toThrow('permission denied')
    await expect(within('SELECT 1 FROM challenge')).rejects.toThrow('permission denied')
    await expect(within('UPDATE passkey SET counter = 0')).rejects.toThrow('permission denied')
    await expect(within('UPDATE session SET stepped_up_at = now()')).rejects.toThrow('permission denied')
    await expect(within(insert, [organisation.ada.id])).rejects.toThrow('row-level security')
    expect((await within(insert, [id])).rowCount).toBe(1)
    await forget(id)
    await expect(within(insert, [id])).rejects.toThrow('row-level security')
    expect((await within('DELETE FROM passkey')).rowCount).toBe(0)
    await app.end()
  })
})
