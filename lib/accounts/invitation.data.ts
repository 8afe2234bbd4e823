import 'server-only'
import type { AuthWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import type { Role } from '@/lib/shared/roles'
import { isInvitationOpen } from './invitation.rules'
import { hashToken } from './token'

/** The invitation behind a link while it is open, else null. */
export const findOpenInvitation = async (work: AuthWork, token: string) => {
  const invitation = await work.tx.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      email: true,
      role: true,
      teamId: true,
      organisationId: true,
      invitedBy: true,
      expiresAt: true,
      usedAt: true,
      revokedAt: true,
      organisation: { select: { name: true } },
      team: { select: { name: true } },
    },
  })
  return invitation !== null && isInvitationOpen(invitation, work.now) ? invitation : null
}

/** Open invitations of the organisation, the ones that end first at the top. */
export const listOpenInvitations = (work: AuthWork, organisationId: string) =>
  work.tx.invitation.findMany({
    where: { organisationId, usedAt: null, revokedAt: null, expiresAt: { gt: work.now } },
    select: { id: true, email: true, role: true, expiresAt: true, team: { select: { name: true } } },
    orderBy: { expiresAt: 'asc' },
    take: 200,
  })

type Acceptance = {
  invitation: {
    id: string
    organisationId: string
    email: string
    role: Role
    teamId: string | null
    invitedBy: string | null
  }
  name: string
  locale: string
  passwordHash: string
}

/**
 * Makes the account. The link is spent first and by one condition, so that two clicks make one account.
 * @returns the new account, or null when the link was spent meanwhile
 */
export const acceptInvitation = async (work: AuthWork, acceptance: Acceptance): Promise<string | null> => {
  const { invitation } = acceptance
  const { count } = await work.tx.invitation.updateMany({
    where: { id: invitation.id, usedAt: null, revokedAt: null, expiresAt: { gt: work.now } },
    data: { usedAt: work.now },
  })
  if (count !== 1) return null
  const staffId = newId()
  await work.tx.staff.createMany({
    data: {
      id: staffId,
      organisationId: invitation.organisationId,
      role: invitation.role,
      invitedById: invitation.invitedBy,
      name: acceptance.name,
      locale: acceptance.locale,
    },
  })
  if (invitation.teamId !== null) {
    const leads = invitation.role === 'coordinator'
    await work.tx.teamMember.createMany({ data: { staffId, teamId: invitation.teamId, leads } })
  }
  await work.tx.credential.createMany({
    data: [
      { staffId, email: invitation.email, passwordHash: acceptance.passwordHash, passwordSetAt: work.now },
    ],
  })
  return staffId
}
