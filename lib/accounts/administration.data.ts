import 'server-only'
import type { Role } from '@/lib/access/roles'
import { NotFound } from '@/lib/db/errors'
import { type Work, withAuthWork } from '@/lib/db/work'
import { countByEmail } from './credential.data'
import { hasTeam, insertInvitation, listOpenInvitations, revokeInvitation } from './invitation.data'
import { endSessions } from './session.data'
import { findStaff } from './staff.data'

// What an admin does with invitations and with the sessions of others: through the auth role, inside her organisation.

type Invite = { id: string; email: string; role: Role; teamId: string | null; tokenHash: string }

/** @returns a fault, or null when the invitation stands. An address of another organisation is not betrayed here. */
export const inviteColleague = (work: Work, invite: Invite): Promise<'teamUnknown' | 'emailTaken' | null> => {
  const { id: invitedBy, organisationId } = work.actor
  return withAuthWork(async (auth) => {
    if (invite.teamId !== null && !(await hasTeam(auth, { organisationId, teamId: invite.teamId })))
      return 'teamUnknown'
    if ((await countByEmail(auth, { email: invite.email, organisationId })) > 0) return 'emailTaken'
    await insertInvitation(auth, { ...invite, organisationId, invitedBy })
    return null
  })
}

export const withdrawInvitation = (work: Work, id: string): Promise<boolean> =>
  withAuthWork((auth) => revokeInvitation(auth, { id, organisationId: work.actor.organisationId }))

export const listInvitations = (work: Work) =>
  withAuthWork((auth) => listOpenInvitations(auth, work.actor.organisationId))

// Anything else in the address would be a defect of the query, not a page that is not there.
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A colleague other than the actor. Throws NotFound for anybody else. */
export const getColleague = async (work: Work, staffId: string) => {
  const colleague = isId(staffId) ? await findStaff(work, staffId) : null
  if (colleague === null || colleague.id === work.actor.id) throw new NotFound()
  return colleague
}

/** Ends all sessions of a colleague. @returns how many */
export const endSessionsOf = async (work: Work, staffId: string): Promise<number> => {
  const colleague = await getColleague(work, staffId)
  return withAuthWork((auth) => endSessions(auth, { staffId: colleague.id }))
}
