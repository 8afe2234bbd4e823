import { describe, expect, it } from 'vitest'
import {
  endSessionsOf,
  inviteColleague,
  listInvitations,
  readLastSignIns,
} from '@/lib/accounts/administration.data'
import { acceptInvitation, findOpenInvitation } from '@/lib/accounts/invitation.data'
import { checkSignIn, startSession } from '@/lib/accounts/sign-in.data'
import { listStaff, updateStaff, updateTeams } from '@/lib/accounts/staff.data'
import { hashToken, newToken } from '@/lib/accounts/token'
import { NotFound } from '@/lib/db/errors'
import { withAuthWork, withWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import type { Role } from '@/lib/shared/roles'

import {
  ask,
  at,
  givenPasswordHash,
  givenSession,
  givenStaff,
  here,
  otherOrganisationId,
  PASSWORD,
  setClock,
  teamId,
  useAccounts,
} from '../support/given/accounts'

useAccounts()

describe('an invitation', () => {
  const givenInvitation = async (change: { role?: Role; email?: string } = {}) => {
    const admin = await givenStaff({ role: 'admin' })
    const session = await givenSession(admin.id)
    const token = newToken()
    const email = change.email ?? `${newId()}@havenlicht.example`
    const invite = {
      id: newId(),
      email,
      role: change.role ?? 'coordinator',
      teamId,
      tokenHash: hashToken(token),
    }
    const fault = await withWork(session, (work) => inviteColleague(work, invite))
    return { session, token, email, fault, invite }
  }
  const accept = (token: string) =>
    withAuthWork(async (work) => {
      const invitation = await findOpenInvitation(work, token)
      return (
        invitation &&
        acceptInvitation(work, {
          invitation,
          name: 'Noor Voorbeeld',
          locale: 'nl',
          passwordHash: givenPasswordHash(),
        })
      )
    })

  it('becomes one account, with its role, office and language, and opens once', async () => {
    const { token, email } = await givenInvitation()
    const answers = await Promise.all([accept(token), accept(token), accept(token)])
    const made = answers.filter((answer) => answer !== null)
    expect(made).toHaveLength(1)
    expect(await ask('SELECT role::text, locale, active FROM staff WHERE id = $1', [made[0]])).toEqual([
      { role: 'coordinator', locale: 'nl', active: true },
    ])
    expect(await ask('SELECT team_id, leads FROM team_member WHERE staff_id = $1', [made[0]])).toEqual([
      { team_id: teamId, leads: true },
    ])
    expect(await checkSignIn({ ...here, email, password: PASSWORD })).toEqual({ staffId: made[0] })
    expect(await accept(token)).toBeNull()
  })

  it('is closed after a day, and when it was withdrawn', async () => {
    const { token } = await givenInvitation()
    await setClock(at(24 * 60))
    expect(await accept(token)).toBeNull()
  })

  it('sent twice is one invitation', async () => {
    const { session, invite } = await givenInvitation()
    await withWork(session, (work) => inviteColleague(work, { ...invite, id: newId() }))
    const open = await withWork(session, listInvitations)
    expect(open.filter((one) => one.email === invite.email)).toHaveLength(1)
  })

  it('does not go to a colleague who has an account', async () => {
    const { email } = await givenStaff()
    expect((await givenInvitation({ email })).fault).toEqual({ fault: 'emailTaken' })
  })

  it('of another organisation is not seen', async () => {
    const { email } = await givenInvitation()
    const stranger = await givenSession(
      (await givenStaff({ role: 'admin', organisation: otherOrganisationId })).id,
    )
    const open = await withWork(stranger, listInvitations)
    expect(open.map((one) => one.email)).not.toContain(email)
  })
})

describe('an admin', () => {
  it('switches a colleague off, whose next statement finds nothing', async () => {
    const admin = await givenSession((await givenStaff({ role: 'admin' })).id)
    const colleague = await givenStaff()
    const token = await givenSession(colleague.id)
    await withWork(token, async (work) => {
      expect(await work.tx.staff.count()).toBeGreaterThan(0)
      await withWork(admin, (other) =>
        updateStaff(other, { staffId: colleague.id, version: 1 }, { active: false }),
      )
      expect(await work.tx.staff.count()).toBe(0)
    })
  })

  it('changes role and offices with a version, never their own', async () => {
    const adminStaff = await givenStaff({ role: 'admin' })
    const admin = await givenSession(adminStaff.id)
    const { id: staffId } = await givenStaff()
    expect(
      await withWork(admin, (work) => updateStaff(work, { staffId, version: 1 }, { role: 'coordinator' })),
    ).toBe(true)
    expect(
      await withWork(admin, (work) => updateStaff(work, { staffId, version: 1 }, { role: 'guest' })),
    ).toBe(false)
    await withWork(admin, (work) => updateTeams(work, { staffId, teamIds: [teamId], leads: true }))
    expect(await ask('SELECT leads FROM team_member WHERE staff_id = $1', [staffId])).toEqual([
      { leads: true },
    ])
    await expect(
      withWork(admin, (work) =>
        updateStaff(work, { staffId: adminStaff.id, version: 1 }, { role: 'caseworker' }),
      ),
    ).rejects.toThrow()
  })

  it('reaches no one of another organisation', async () => {
    const admin = await givenSession((await givenStaff({ role: 'admin' })).id)
    const stranger = await givenStaff({ organisation: otherOrganisationId })
    const token = await givenSession(stranger.id)
    await expect(withWork(admin, (work) => endSessionsOf(work, stranger.id))).rejects.toThrow(NotFound)
    expect(
      await withWork(admin, (work) =>
        updateStaff(work, { staffId: stranger.id, version: 1 }, { active: false }),
      ),
    ).toBe(false)
    expect((await withWork(admin, listStaff)).map((one) => one.id)).not.toContain(stranger.id)
    expect(await withWork(token, async (work) => work.actor.id)).toBe(stranger.id)
  })

  it('reads when an account last signed in, of their own organisation alone', async () => {
    const adminStaff = await givenStaff({ role: 'admin' })
    const [worker, never, stranger] = [
      await givenStaff(),
      await givenStaff(),
      await givenStaff({ organisation: otherOrganisationId }),
    ]
    await givenSession(worker.id)
    await givenSession(stranger.id)
    await setClock(at(60))
    await givenSession(worker.id)
    // Of a second step that was not done no one is signed in.
    await startSession({ staffId: never.id, device: 'firefox-linux' })
    await ask('UPDATE session SET second_step_due = true WHERE staff_id = $1', [never.id])
    const admin = await givenSession(adminStaff.id)
    const last = await withWork(admin, readLastSignIns)
    expect(last.get(worker.id)).toEqual(new Date(at(60)))
    expect(last.has(never.id)).toBe(false)
    expect(last.has(stranger.id)).toBe(false)
  })

  it('is not what a caseworker becomes by asking', async () => {
    const worker = await givenStaff()
    const token = await givenSession(worker.id)
    const colleague = await givenStaff()
    await expect(
      withWork(token, (work) => updateStaff(work, { staffId: worker.id, version: 1 }, { role: 'admin' })),
    ).rejects.toThrow()
    expect(
      await withWork(token, (work) =>
        updateStaff(work, { staffId: colleague.id, version: 1 }, { active: false }),
      ),
    ).toBe(false)
  })
})
