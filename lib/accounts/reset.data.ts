import 'server-only'
import * as z from 'zod'
import type { AuthWork, Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { forgetDevices } from './known-device.data'
import { isResetOpen, resetExpiry } from './reset.rules'
import { endSessions } from './session.data'
import { hashToken } from './token'

const done = z.array(z.object({ done: z.boolean() })).length(1)

/** Starts a reset as the admin of the Work; an earlier link of the account is dead. @returns false for who is no colleague of theirs */
export const startReset = async (
  work: Work,
  { staffId, tokenHash }: { staffId: string; tokenHash: string },
): Promise<boolean> => {
  const [row] = done.parse(
    await work.tx
      .$queryRaw`SELECT app.start_reset(${newId(work.now.getTime())}::uuid, ${staffId}::uuid, ${tokenHash},
                                                   ${resetExpiry(work.now)}::timestamptz) AS done`,
  )
  return row?.done === true
}

/** The reset behind a link while it opens something, else null. */
export const findOpenReset = async (work: AuthWork, token: string) => {
  const reset = await work.tx.passwordReset.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      staffId: true,
      createdAt: true,
      expiresAt: true,
      usedAt: true,
      revokedAt: true,
      staff: {
        select: {
          name: true,
          active: true,
          organisation: { select: { id: true, name: true } },
          credential: { select: { email: true, passwordSetAt: true, totpEnrolledAt: true } },
        },
      },
    },
  })
  const credential = reset?.staff.credential
  if (!(reset && credential)) return null
  const { active, name, organisation } = reset.staff
  return isResetOpen({ ...reset, active, passwordSetAt: credential.passwordSetAt }, work.now)
    ? {
        id: reset.id,
        staffId: reset.staffId,
        email: credential.email,
        name,
        organisation: organisation.name,
        organisationId: organisation.id,
        hasSecondStep: credential.totpEnrolledAt !== null,
      }
    : null
}

/**
 * Sets the password and ends every session of the account. The link is spent first and by one condition, so that two
 * clicks are one change. The second step is not touched. @returns false when the link was spent meanwhile
 */
export const spendReset = async (
  work: AuthWork,
  { id, staffId, passwordHash }: { id: string; staffId: string; passwordHash: string },
): Promise<boolean> => {
  const { count } = await work.tx.passwordReset.updateMany({
    where: { id, usedAt: null, revokedAt: null, expiresAt: { gt: work.now } },
    data: { usedAt: work.now },
  })
  if (count !== 1) return false
  await work.tx.credential.updateMany({
    where: { staffId },
    data: { passwordHash, passwordSetAt: work.now },
  })
  await endSessions(work, { staffId })
  await forgetDevices(work, staffId)
  return true
}

/** The last link that an admin made for an account, so that its owner sees it. */
export const findLastReset = (work: AuthWork, staffId: string) =>
  work.tx.passwordReset.findFirst({
    where: { staffId },
    select: { createdAt: true, usedAt: true, issuer: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
  })
