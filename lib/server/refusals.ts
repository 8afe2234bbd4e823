import 'server-only'
import type { Permission } from '@/lib/access/grants'
import { NotSignedIn } from '@/lib/db/errors'
import { report } from '@/lib/runtime/log'
import { inSession } from './in-session'

/**
 * Denials are written in a transaction of their own, because the one they happened in is rolled back.
 * The handler's name stands for the place; what was looked for is not written, it may not exist.
 * A denial that cannot be written stays a denial: the session may have ended in between, and anything else that goes
 * wrong is reported as a defect.
 */
export const recordDenial = async (token: string, permission: Permission, handler: string): Promise<void> => {
  try {
    await inSession(token, (work) => work.audit({ event: 'access.denied', permission, door: handler }))
  } catch (error) {
    if (!(error instanceof NotSignedIn)) report('denial', error)
  }
}
