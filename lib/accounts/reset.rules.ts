/** A new password by a link: what an admin starts and never sees. The second step stays as it was. */
export const RESET_HOURS = 24

export const resetExpiry = (now: Date): Date => new Date(now.getTime() + RESET_HOURS * 3_600_000)

type ResetState = {
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
  revokedAt: Date | null
  /** Of the account, with the day on which its password was last set. */
  active: boolean
  passwordSetAt: Date
}

/** A link dies with the password that it was made for: anyone who has changed it meanwhile needs none. */
export const isResetOpen = (reset: ResetState, now: Date): boolean =>
  reset.usedAt === null &&
  reset.revokedAt === null &&
  reset.expiresAt > now &&
  reset.active &&
  reset.passwordSetAt <= reset.createdAt
