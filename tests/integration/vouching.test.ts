import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeRole } from '@/lib/accounts/administration.actions'
import { accept, invite } from '@/lib/accounts/invitation.actions'
import { saveProfile } from '@/lib/accounts/own-account.actions'
import { beginReset, choosePassword } from '@/lib/accounts/reset.actions'
import { checkSignIn, startSession } from '@/lib/accounts/sign-in.data'
import { findSignInState } from '@/lib/accounts/sign-in-state.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import { vouch } from '@/lib/accounts/voucher.actions'
import { listAwaiting } from '@/lib/accounts/voucher.data'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { asking } from '../support/next/asked'

const PASSWORD = 'lantern gravel piano otter'
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await givenBareFile(organisation)
})
beforeEach(() => organisation.ask('DELETE FROM throttle'))
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const visitor = <A>(
  action: (sent: { requestId: string; input: unknown }) => Promise<A>,
  input: unknown,
): Promise<A> =>
  asking({ cookies: new Map(), headers: new Headers({ 'x-forwarded-for': '192.0.2.91' }) }, () =>
    action({ requestId: crypto.randomUUID(), input }),
  )
const sessionOf = async (email: string) => {
  const account = await checkSignIn({ email, password: PASSWORD, address: '192.0.2.92' })
  if (account === null) throw new Error('the password was not accepted')
  return { id: account.staffId, token: await startSession({ ...account, device: 'firefox-linux' }) }
}
const acceptLink = (token: string) =>
  visitor(accept, {
    token,
    name: 'Noor Voorbeeld',
    locale: 'en',
    password: PASSWORD,
    again: PASSWORD,
  })
/** What one malicious admin can do alone: invite, and open the link themselves. */
const givenInvited = async (role = 'caseworker') => {
  const token = newToken()
  const email = `${newId()}@havenlicht.example`
  const teamId = role === 'guest' ? '' : organisation.north
  const invited = await act(organisation.ada.token, invite, {
    email,
    role,
    teamId,
    tokenHash: hashToken(token),
  })
  expect(invited).toMatchObject({ ok: true })
  expect(await acceptLink(token)).toMatchObject({ ok: true })
  return { email, ...(await sessionOf(email)) }
}
const read = (token: string) => withWork(token, (work) => work.tx.caseFile.count())
const opens = (token: string) =>
  read(token).then(
    () => true,
    () => false,
  )

describe('an account that an admin made', () => {
  it.each(['caseworker', 'guest'])(
    'as %s opens nothing before a coordinator has vouched for it',
    async (role) => {
      const { id, token } = await givenInvited(role)
      expect(await findSignInState(token)).toBe('waiting')
      await expect(read(token)).rejects.toThrow()
      const profile = { name: 'Noor Voorbeeld', locale: 'fr', languages: [], version: 1 }
      expect(await act(token, saveProfile, profile)).toMatchObject({ ok: false, code: 'signedOut' })
      expect(await act(organisation.coral.token, vouch, { staffId: id })).toMatchObject({ ok: true })
      expect(await findSignInState(token)).toBe('in')
      expect(await opens(token)).toBe(true)
      expect(
        await organisation.ask(
          "SELECT actor_id FROM audit_event WHERE event = 'account.vouched' AND detail->>'staffId' = $1",
          [id],
        ),
      ).toEqual([{ actor_id: organisation.coral.id }])
    },
  )

  it('is vouched for by a coordinator of the organisation, once, and by no one else', async () => {
    const { id, token } = await givenInvited('coordinator')
    // Their own session owes a second step besides; without it they are no one, and with it they still wait.
    await organisation.ask('UPDATE session SET second_step_at = now() WHERE staff_id = $1', [id])
    expect(await findSignInState(token)).toBe('waiting')
    expect(await act(token, vouch, { staffId: id })).toMatchObject({ code: 'signedOut' })
    for (const who of [organisation.casey, organisation.gus])
      expect(await act(who.token, vouch, { staffId: id })).toMatchObject({ code: 'forbidden' })
    // An admin vouches for admins alone.
    expect(await act(organisation.ada.token, vouch, { staffId: id })).toMatchObject({ code: 'notFound' })
    expect(await act(organisation.stranger.token, vouch, { staffId: id })).toMatchObject({ code: 'notFound' })
    expect(await act(organisation.coral.token, vouch, { staffId: newId() })).toMatchObject({
      code: 'notFound',
    })
    expect(await act(organisation.sola.token, vouch, { staffId: id })).toMatchObject({ ok: true })
    expect(await act(organisation.coral.token, vouch, { staffId: id })).toMatchObject({ code: 'notFound' })
    expect(await opens(token)).toBe(true)
  })

  it('cannot be vouched for past the handler, by the application’s own role', async () => {
    const { id, token } = await givenInvited()
    for (const who of [organisation.ada, organisation.casey, organisation.coral])
      await expect(
        who.work((work) => work.tx.$executeRaw`UPDATE staff SET vouched_at = now() WHERE id = ${id}::uuid`),
      ).rejects.toThrow()
    await expect(
      organisation.casey.work((work) => work.tx.$queryRaw`SELECT app.vouch(${id}::uuid)`),
    ).rejects.toThrow()
    expect(
      await organisation.ada.work((work) => work.tx.$queryRaw`SELECT app.vouch(${id}::uuid) AS did`),
    ).toEqual([{ did: false }])
    expect(await opens(token)).toBe(false)
  })

  it('stands in the list of anyone who can vouch until it is done', async () => {
    const { id } = await givenInvited()
    const awaited = async () => (await organisation.coral.work(listAwaiting)).map((one) => one.id)
    expect(await awaited()).toContain(id)
    await act(organisation.coral.token, vouch, { staffId: id })
    expect(await awaited()).not.toContain(id)
  })

  it('is known at once in an organisation without any file: there is nothing to read, and no one to ask', async () => {
    const token = newToken()
    const email = `${newId()}@elsewhere.example`
    await organisation.ask(
      `INSERT INTO invitation (id, organisation_id, team_id, email, role, token_hash, created_at, expires_at)
       SELECT $1, organisation_id, id, $2, 'caseworker', $3, app.now(), app.now() + interval '1 day'
         FROM team WHERE name = 'elsewhere'`,
      [newId(), email, hashToken(token)],
    )
    expect(await acceptLink(token)).toMatchObject({ ok: true })
    expect(await opens((await sessionOf(email)).token)).toBe(true)
  })
})

describe('an account that was known', () => {
  const resetPassword = async (staffId: string) => {
    const token = newToken()
    expect(
      await act(organisation.ada.token, beginReset, { staffId, tokenHash: hashToken(token) }),
    ).toMatchObject({
      ok: true,
    })
    return visitor(choosePassword, { token, password: PASSWORD, again: PASSWORD })
  }
  const givenKnown = async () => {
    const invited = await givenInvited()
    await act(organisation.coral.token, vouch, { staffId: invited.id })
    return invited
  }

  it('waits anew after a password by link, which proves the link alone', async () => {
    const { id, email } = await givenKnown()
    expect(await resetPassword(id)).toMatchObject({ ok: true })
    const { token } = await sessionOf(email)
    expect([await findSignInState(token), await opens(token)]).toEqual(['waiting', false])
    await act(organisation.coral.token, vouch, { staffId: id })
    expect(await opens(token)).toBe(true)
  })

  it('stays known behind a second step: the link does not prove that one', async () => {
    const { id, email } = await givenKnown()
    await organisation.ask('UPDATE credential SET totp_enrolled_at = now() WHERE staff_id = $1', [id])
    expect(await resetPassword(id)).toMatchObject({ ok: true })
    expect(await findSignInState((await sessionOf(email)).token)).toBe('code')
    expect(
      await organisation.ask('SELECT vouched_at IS NOT NULL AS known FROM staff WHERE id = $1', [id]),
    ).toEqual([{ known: true }])
  })

  it('of an admin who gets a role that reads waits, and so does one who was admin in between', async () => {
    const { id, email } = await givenKnown()
    const change = async (role: string, teamIds: readonly string[]) => {
      const [{ version } = { version: 0 }] = await organisation.ask(
        'SELECT version FROM staff WHERE id = $1',
        [id],
      )
      expect(
        await act(organisation.ada.token, changeRole, { staffId: id, version, role, teamIds }),
      ).toMatchObject({
        ok: true,
      })
    }
    await change('admin', [])
    await change('caseworker', [organisation.north])
    expect(await findSignInState((await sessionOf(email)).token)).toBe('waiting')
  })
})
