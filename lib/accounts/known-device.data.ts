import 'server-only'
import type { AuthWork } from '@/lib/db/work'
import { DEVICE_DAYS } from '@/lib/shared/cookie.rules'
import { newId } from '@/lib/shared/ids'
import { hashToken, newToken } from './token'

// A browser from which an account has signed in completely (docs/adr/0103). It replaces no password and no second step: it only
// has counters of wrong tries of its own, which a stranger cannot fill.

/** A browser that no one signed in from since then is a stranger. */
export const oldestUse = (work: AuthWork): Date =>
  new Date(work.now.getTime() - DEVICE_DAYS * 24 * 60 * 60 * 1000)

/** The id of this browser as one that the account knows, or null. */
export const findKnownDevice = async (
  work: AuthWork,
  { staffId, token }: { staffId: string; token: string | null },
): Promise<string | null> => {
  if (token === null) return null
  const device = await work.tx.knownDevice.findFirst({
    where: { staffId, tokenHash: hashToken(token), lastUsedAt: { gt: oldestUse(work) } },
    select: { id: true },
  })
  return device?.id ?? null
}

/**
 * Remembers the browser after a complete sign-in. Its token changes each time, for every account that is known in it: an old copy of
 * the cookie opens nothing. Browsers that no one used for long are dropped.
 * @returns the new token for the cookie
 */
export const rememberDevice = async (
  work: AuthWork,
  { staffId, device, token }: { staffId: string; device: string; token: string | null },
): Promise<string> => {
  const next = newToken()
  const tokenHash = hashToken(next)
  await work.tx.knownDevice.deleteMany({ where: { lastUsedAt: { lte: oldestUse(work) } } })
  if (token !== null)
    await work.tx.knownDevice.updateMany({ where: { tokenHash: hashToken(token) }, data: { tokenHash } })
  const { count } = await work.tx.knownDevice.updateMany({
    where: { tokenHash, staffId },
    data: { lastUsedAt: work.now },
  })
  if (count === 0)
    await work.tx.knownDevice.createMany({
      data: { id: newId(), tokenHash, staffId, device, createdAt: work.now, lastUsedAt: work.now },
    })
  return next
}

/** After a new password, or when all sessions end: every browser is a stranger again. */
export const forgetDevices = async (work: AuthWork, staffId: string): Promise<void> => {
  await work.tx.knownDevice.deleteMany({ where: { staffId } })
}
