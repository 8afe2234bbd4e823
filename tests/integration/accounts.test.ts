import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { authOptions } from '@/lib/accounts/auth'
import { getOrCreateDraftKey } from '@/lib/accounts/draft-key.data'
import { changeOwnPassword, endOneSession, getOwnAccount } from '@/lib/accounts/own-account.data'
import {
  checkSecondStep,
  enrolSecondStep,
  getOrCreatePendingSecret,
  replaceRecoveryCodes,
} from '@/lib/accounts/second-step.data'
import { findLiveSession, rotateSession } from '@/lib/accounts/session.data'
import { isSessionLive, owesSecondStep } from '@/lib/accounts/session.rules'
import { checkSignIn, endSessionByToken, startDemoSession, startSession } from '@/lib/accounts/sign-in.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import { NotSignedIn } from '@/lib/db/errors'
import { withAuthWork, withWork } from '@/lib/db/work'
import { env } from '@/lib/runtime/env'
import { bindToken } from '@/lib/server/bound-cookie'
import { newId } from '@/lib/shared/ids'
import {
  ask,
  at,
  givenSession,
  givenStaff,
  here,
  PASSWORD,
  setClock,
  useAccounts,
} from '../support/given/accounts'
import { urls } from '../support/own-database'

useAccounts()

const STRANGER = 'velvet window harbour snow'

const codeFor = (secret: Uint8Array, moment: string) =>
  new TOTP({
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  }).generate({ timestamp: Date.parse(moment) })

const givenEnrolled = async (staffId: string, moment: string) => {
  const secret = await withAuthWork((work) => getOrCreatePendingSecret(work, staffId))
  const enrolled = await withAuthWork((work) =>
    enrolSecondStep(work, { staffId, code: codeFor(secret, moment) }),
  )
  expect(enrolled).toBe(true)
  return secret
}

describe('signing in', () => {
  it('accepts the password, however the address is written', async () => {
    const { id, email } = await givenStaff()
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toEqual({ staffId: id })
    expect(await checkSignIn({ ...here, email: ` ${email.toUpperCase()} `, password: PASSWORD })).toEqual({
      staffId: id,
    })
  })

  it('gives one answer to unknown, wrong, switched off and too long', async () => {
    const { email } = await givenStaff()
    const off = await givenStaff({ active: false })
    for (const attempt of [
      { email: 'nobody@havenlicht.example', password: PASSWORD },
      { email, password: STRANGER },
      { email: off.email, password: PASSWORD },
      { email, password: 'x'.repeat(1_000_000) },
    ])
      expect(await checkSignIn({ ...here, ...attempt })).toBeNull()
  })

  it('leaves a line in the audit log of every refusal, without the address that was typed', async () => {
    const { id, email } = await givenStaff()
    await checkSignIn({ ...here, email, password: STRANGER })
    const rows = await ask(
      "SELECT actor_kind, detail::text AS detail FROM audit_event WHERE event = 'session.refused' AND detail->>'staffId' = $1",
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.actor_kind).toBe('auth')
    expect(rows[0]?.detail).not.toContain(email)
  })

  it('pauses the account from the fifth failure, for the right password too, and never for good', async () => {
    const { id, email } = await givenStaff()
    for (let tries = 0; tries < 5; tries += 1) await checkSignIn({ ...here, email, password: STRANGER })
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toBeNull()
    await setClock(at(1))
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toEqual({ staffId: id })
  })

  it('lets the account in within fifteen minutes after ten thousand failures', async () => {
    const { id, email } = await givenStaff()
    await checkSignIn({ ...here, email, password: STRANGER })
    await ask('UPDATE throttle SET points = 10000')
    await checkSignIn({ ...here, email, password: STRANGER })
    await setClock(at(14.9))
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toBeNull()
    await setClock(at(15))
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toEqual({ staffId: id })
  })

  it.each([
    { from: 'one network', judges: 5, address: () => '198.51.100.1' },
    { from: 'forty networks', judges: 30, address: (n: number) => `198.51.${n}.1` },
  ])(
    'counts tries that come at once: of forty from $from, $judges are judged',
    async ({ address, judges }) => {
      const { id, email } = await givenStaff()
      await Promise.all(
        Array.from({ length: 40 }, (_, n) => checkSignIn({ address: address(n), email, password: STRANGER })),
      )
      const judged = await ask(
        "SELECT count(*)::int AS n FROM audit_event WHERE event = 'session.refused' AND detail->>'reason' = 'notAccepted' AND detail->>'staffId' = $1",
        [id],
      )
      expect(judged).toEqual([{ n: judges }])
    },
  )

  it('pauses a network that tries many accounts, without counting those accounts', async () => {
    const { id, email } = await givenStaff()
    for (let n = 0; n < 40; n += 1)
      await checkSignIn({ ...here, email: `guess-${n}@havenlicht.example`, password: STRANGER })
    for (let n = 0; n < 6; n += 1) await checkSignIn({ ...here, email, password: STRANGER })
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toBeNull()
    expect(await checkSignIn({ address: '203.0.113.7', email, password: PASSWORD })).toEqual({ staffId: id })
  })

  it('keeps counters that name no one', async () => {
    const { email } = await givenStaff()
    await checkSignIn({ ...here, email, password: STRANGER })
    const kept = JSON.stringify(await ask('SELECT * FROM throttle'))
    expect(kept).not.toContain(email)
    expect(kept).not.toContain('192.0.2')
  })

  it('forgets counters that count no more, at the next session, and keeps the others', async () => {
    const { id } = await givenStaff()
    await ask('DELETE FROM throttle')
    await ask(`INSERT INTO throttle (key, points, window_end, blocked_until) VALUES
      ('over', 3, app.now() - interval '1 second', NULL),
      ('over and done', 9, app.now() - interval '1 second', app.now() - interval '1 second'),
      ('still counting', 3, app.now() + interval '1 minute', NULL),
      ('still pausing', 9, app.now() - interval '1 second', app.now() + interval '1 minute')`)
    await startSession({ staffId: id, device: 'firefox-linux' })
    expect(await ask('SELECT trim(key) AS key FROM throttle ORDER BY key')).toEqual([
      { key: 'still counting' },
      { key: 'still pausing' },
    ])
  })
})

describe('a session', () => {
  it('is kept as a hash alone', async () => {
    const { id } = await givenStaff()
    const token = await givenSession(id)
    const rows = await ask('SELECT * FROM session WHERE staff_id = $1', [id])
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]?.token_hash).toBe(hashToken(token))
  })

  it('gets a new token at the second step, and the old one is dead at once', async () => {
    const { id } = await givenStaff()
    const first = await startSession({ staffId: id, device: 'chrome-linux' })
    const second = await withAuthWork((work) => rotateSession(work, first))
    expect(second).not.toBeNull()
    await expect(withWork(first, async (work) => work.actor.id)).rejects.toThrow(NotSignedIn)
    expect(await withWork(second ?? '', async (work) => work.actor.id)).toBe(id)
    expect(await withAuthWork((work) => rotateSession(work, first))).toBeNull()
  })

  it('is over after signing out, everywhere', async () => {
    const { id } = await givenStaff()
    const token = await givenSession(id)
    await endSessionByToken(token)
    await expect(withWork(token, async (work) => work.actor.id)).rejects.toThrow(NotSignedIn)
    expect(await authOptions().jwt?.decode?.({ token, secret: '' })).toBeNull()
  })

  it('is judged alike by the rules, by next-auth and by the database', async () => {
    const cases = [
      { role: 'caseworker', idle: 29, life: 700 },
      { role: 'caseworker', idle: 30, life: 700 },
      { role: 'guest', idle: 31, life: 700 },
      { role: 'coordinator', idle: 14, life: 700 },
      { role: 'coordinator', idle: 15, life: 700 },
      { role: 'admin', idle: 16, life: 700 },
      { role: 'caseworker', idle: 1, life: 0 },
      { role: 'caseworker', idle: 1, life: 1 },
      { role: 'caseworker', idle: 1, life: 700, off: true },
      { role: 'caseworker', idle: 1, life: 700, revoked: true },
      { role: 'coordinator', idle: 1, life: 700, pending: true },
      { role: 'caseworker', idle: 1, life: 700, pending: true },
      { role: 'caseworker', idle: 1, life: 700, pending: true, due: true },
    ] as const
    for (const one of cases) {
      const { id } = await givenStaff({ role: one.role, active: !('off' in one) })
      const token = newToken()
      const [now, lastSeenAt, expiresAt] = [at(600), at(600 - one.idle), at(600 + one.life)]
      await setClock(now)
      await ask(
        `INSERT INTO session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, second_step_due, second_step_at, revoked_at, device)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'other-other')`,
        [
          newId(),
          hashToken(token),
          id,
          at(0),
          lastSeenAt,
          expiresAt,
          'due' in one,
          'pending' in one ? null : at(0),
          'revoked' in one ? at(1) : null,
        ],
      )
      const staff = { active: !('off' in one), role: one.role }
      const state = {
        revokedAt: 'revoked' in one ? new Date(at(1)) : null,
        expiresAt: new Date(expiresAt),
        lastSeenAt: new Date(lastSeenAt),
        secondStepAt: 'pending' in one ? null : new Date(at(0)),
        secondStepDue: 'due' in one,
        staff,
      }
      const live = isSessionLive(state, new Date(now), { own: 30, wide: 15 })
      const cookie = bindToken(env().NEXTAUTH_SECRET, token)
      const decoded = await authOptions().jwt?.decode?.({ token: cookie, secret: '' })
      expect({ one, nextAuth: decoded !== null }).toEqual({ one, nextAuth: live })
      const entered = await withWork(token, async () => true).catch(() => false)
      expect({ one, entered }).toEqual({ one, entered: live && !owesSecondStep(state) })
    }
  })

  it('is seen and ended by its owner, and by no one else', async () => {
    const { id } = await givenStaff()
    const other = await givenStaff()
    const [mine, mineToo, theirs] = [
      await givenSession(id),
      await givenSession(id),
      await givenSession(other.id),
    ]
    const account = await withWork(mine, getOwnAccount)
    expect(account.sessions).toHaveLength(2)
    expect(account.sessions.filter((session) => session.isThis)).toHaveLength(1)
    const sessionId = account.sessions.find((session) => !session.isThis)?.id ?? ''
    expect(await withWork(theirs, (work) => endOneSession(work, sessionId))).toBe(false)
    expect(await withWork(mine, (work) => endOneSession(work, sessionId))).toBe(true)
    await expect(withWork(mineToo, async () => true)).rejects.toThrow(NotSignedIn)
  })

  it('cannot come back when signing out meets the second step', async () => {
    const { id } = await givenStaff()
    for (let round = 0; round < 20; round += 1) {
      const token = await startSession({ staffId: id, device: 'chrome-linux' })
      const [, next] = await Promise.all([
        endSessionByToken(token),
        withAuthWork((work) => rotateSession(work, token)),
      ])
      // Either the new token was made after the end (never), or before it and then the old one found nothing to end.
      const alive = next !== null && (await withAuthWork((work) => findLiveSession(work, next))) !== null
      const old = await withAuthWork((work) => findLiveSession(work, token))
      expect(old).toBeNull()
      if (alive) await endSessionByToken(next)
    }
  })
})

describe('the second step', () => {
  it('is offered, proved once by a code and encrypted at rest', async () => {
    const { id } = await givenStaff()
    const secret = await givenEnrolled(id, at(0))
    const [row] = await ask('SELECT totp_secret, totp_pending FROM credential WHERE staff_id = $1', [id])
    expect(row?.totp_pending).toBeNull()
    const encrypted = row?.totp_secret
    expect(encrypted instanceof Buffer && encrypted.includes(Buffer.from(secret))).toBe(false)
  })

  it('keeps the picture that was shown when the page is loaded again', async () => {
    const { id } = await givenStaff()
    const first = await withAuthWork((work) => getOrCreatePendingSecret(work, id))
    expect(Buffer.from(await withAuthWork((work) => getOrCreatePendingSecret(work, id)))).toEqual(
      Buffer.from(first),
    )
  })

  it('takes each code of the app once, also of twenty requests at once', async () => {
    const { id } = await givenStaff()
    const secret = await givenEnrolled(id, at(0))
    expect(
      await withAuthWork((work) => checkSecondStep(work, { staffId: id, code: codeFor(secret, at(0)) })),
    ).toBeNull()
    await setClock(at(5))
    const code = codeFor(secret, at(5))
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => withAuthWork((work) => checkSecondStep(work, { staffId: id, code }))),
    )
    expect(answers.filter((answer) => answer === 'app')).toHaveLength(1)
  })

  it('takes no earlier code after a later one', async () => {
    const { id } = await givenStaff()
    const secret = await givenEnrolled(id, at(0))
    await setClock(at(10))
    const early = codeFor(secret, at(9.5))
    const late = codeFor(secret, at(10))
    expect(await withAuthWork((work) => checkSecondStep(work, { staffId: id, code: late }))).toBe('app')
    expect(await withAuthWork((work) => checkSecondStep(work, { staffId: id, code: early }))).toBeNull()
  })

  it('takes each recovery code once, also at once, and none of another account', async () => {
    const { id } = await givenStaff()
    const other = await givenStaff()
    const codes = await withAuthWork((work) => replaceRecoveryCodes(work, id))
    expect(new Set(codes).size).toBe(10)
    const code = codes[0] ?? ''
    expect(await withAuthWork((work) => checkSecondStep(work, { staffId: other.id, code }))).toBeNull()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => withAuthWork((work) => checkSecondStep(work, { staffId: id, code }))),
    )
    expect(answers.filter((answer) => answer === 'recoveryCode')).toHaveLength(1)
    await withAuthWork((work) => replaceRecoveryCodes(work, id))
    expect(
      await withAuthWork((work) => checkSecondStep(work, { staffId: id, code: codes[1] ?? '' })),
    ).toBeNull()
  })

  it('is owed by a new session of an enrolled account', async () => {
    const { id } = await givenStaff()
    await givenEnrolled(id, at(0))
    const token = await startSession({ staffId: id, device: 'chrome-linux' })
    await expect(withWork(token, async () => true)).rejects.toThrow(NotSignedIn)
  })
})

describe('a password change', () => {
  it('needs the current one, ends the other sessions and keeps this one', async () => {
    const { id, email } = await givenStaff()
    const [here1, elsewhere] = [await givenSession(id), await givenSession(id)]
    const change = (current: string) =>
      withWork(here1, (work) => changeOwnPassword(work, { current, next: STRANGER }))
    expect(await change('not this one at all')).toBe('passwordWrong')
    expect(await change(PASSWORD)).toBeNull()
    expect(await withWork(here1, async (work) => work.actor.id)).toBe(id)
    await expect(withWork(elsewhere, async () => true)).rejects.toThrow(NotSignedIn)
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toBeNull()
    expect(await checkSignIn({ ...here, email, password: STRANGER })).toEqual({ staffId: id })
  })

  it('cannot be used to guess the current one', async () => {
    const { id } = await givenStaff()
    const token = await givenSession(id)
    for (let tries = 0; tries < 5; tries += 1)
      await withWork(token, (work) => changeOwnPassword(work, { current: STRANGER, next: STRANGER }))
    expect(
      await withWork(token, (work) => changeOwnPassword(work, { current: PASSWORD, next: STRANGER })),
    ).toBe('pleaseWait')
  })
})

describe('the app role', () => {
  it.each(['credential', 'recovery_code', 'session', 'throttle', 'invitation'])(
    'cannot read %s',
    async (table) => {
      const app = new pg.Client({ connectionString: urls.app })
      await app.connect()
      await expect(app.query(`SELECT * FROM ${table}`)).rejects.toThrow('permission denied')
      await app.end()
    },
  )
})

describe('a draft key', () => {
  it('is made once, also for two tabs at once, and differs from colleague to colleague', async () => {
    const token = await givenSession((await givenStaff()).id)
    const other = await givenSession((await givenStaff()).id)
    const keys = await Promise.all([token, token, token].map((one) => withWork(one, getOrCreateDraftKey)))
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
    expect(keys[0]).toHaveLength(32)
    expect(Buffer.from(await withWork(other, getOrCreateDraftKey))).not.toEqual(Buffer.from(keys[0] ?? []))
  })
})

describe('demo sign-in', () => {
  it('does not exist outside demo: no provider, no function', async () => {
    expect(authOptions().providers.map((provider) => provider.id)).toHaveLength(1)
    expect(await ask("SELECT proname FROM pg_proc WHERE proname = 'demo_sign_in'")).toEqual([])
    const { id } = await givenStaff()
    await expect(startDemoSession(id)).rejects.toThrow()
  })
})
