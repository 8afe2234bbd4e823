import 'server-only'
import type { Permission } from '@/lib/access/grants'
import { withWork } from '@/lib/db/work'

/**
 * Denials are written in a transaction of their own, because the one they happened in is rolled back.
 * The door's name stands for the place; what was looked for is not written, it may not exist.
 */
export const recordDenial = async (token: string, permission: Permission, door: string): Promise<void> => {
  await withWork(token, (work) => work.audit({ event: 'access.denied', permission, door }))
}
