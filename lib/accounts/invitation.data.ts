import 'server-only'
import type { Role } from '@/lib/access/roles'
import type { AuthWork } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { invitationExpiry, isInvitationOpen } from './invitation.rules'
import { hashToken } from './token'

type NewInvitation = {
  id: string
  organisationId: string
  email: string
  role: Role
  teamId: string | null
  invitedBy: string
  tokenHash: string
}

/** Writes an invitation. The same link sent twice is one invitation. */
export const insertInvitation = async (work: AuthWork, invitation: NewInvitation): Promise<void> => {
  await work.tx.invitation.createMany({
    data: [{ ...invitation, createdAt: work.now, expiresAt: invitationExpiry(work.now) }],
    skipDuplicates: true,
  })
}

/** The office belongs to the organisation, so a link cannot lead into another one. */
export const hasTeam = async (
  work: AuthWork,
  where: { organisationId: string; teamId: string },
): Promise<boolean> =>
  (await work.tx.team.count({ where: { id: where.teamId, organisationId: where.organisationId } })) === 1

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

/** Withdraws an open invitation. @returns false when it was used, withdrawn or is not of this organisation */
export const revokeInvitation = async (
  work: AuthWork,
  which: { id: string; organisationId: string },
): Promise<boolean> => {
  const { count } = await work.tx.invitation.updateMany({
    where: { ...which, usedAt: null, revokedAt: null },
    data: { revokedAt: work.now },
  })
  return count === 1
}

type Acceptance = {
  invitation: { id: string; organisationId: string; email: string; role: Role; teamId: string | null }
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
    data: [
      {
        id: staffId,
        organisationId: invitation.organisationId,
        role: invitation.role,
        name: acceptance.name,
        locale: acceptance.locale,
      },
    ],
  })
  if (invitation.teamId !== null) {
    const leads = invitation.role === 'coordinator'
    await work.tx.teamMember.createMany({ data: [{ staffId, teamId: invitation.teamId, leads }] })
  }
  await work.tx.credential.createMany({
    data: [
      { staffId, email: invitation.email, passwordHash: acceptance.passwordHash, passwordSetAt: work.now },
    ],
  })
  return staffId
}
