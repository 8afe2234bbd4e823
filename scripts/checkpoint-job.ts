// Makes a checkpoint over the audit log and the marks of rows (docs/adr/0041): whenever the application wakes, as often as you like,
// in two processes at once.
import * as z from 'zod'
import { makeCheckpoint } from '@/lib/db/checkpoint'
import { withJobWork } from '@/lib/db/work'

const isMadeElsewhere = (error: unknown): boolean =>
  z.object({ code: z.enum(['P2002', 'P2034', '40001', '23505']) }).safeParse(error).success ||
  (error instanceof Error && /could not serialize access|audit_seal_pkey/.test(error.message))

/** Tells the number of the new checkpoint; null when nothing had happened, or another run was faster. */
export async function runCheckpointJob(): Promise<bigint | null> {
  try {
    return await withJobWork('seals', makeCheckpoint)
  } catch (error) {
    if (isMadeElsewhere(error)) return null
    throw error
  }
}
