/** An invitation link is worth an account, so it lives a day and opens once. */
export const INVITATION_HOURS = 24

type InvitationState = { expiresAt: Date; usedAt: Date | null; revokedAt: Date | null }

export const isInvitationOpen = (invitation: InvitationState, now: Date): boolean =>
  invitation.usedAt === null && invitation.revokedAt === null && invitation.expiresAt > now

export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + INVITATION_HOURS * 3_600_000)

/** Addresses are compared small and trimmed; two spellings of one address are one account. */
export const normalizeEmail = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

/** Admins and guests belong to no office. */
export const belongsToOffice = (role: string): boolean => role === 'caseworker' || role === 'coordinator'
