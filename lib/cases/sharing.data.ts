import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { listReaders, type Reader } from './reader.data'

export type Sharing = {
  /** Who reads the file at this moment, one line for each reason. */
  readonly readers: readonly Reader[]
  /** How often the file was opened this month. */
  readonly opened: number
}

/** Who can see a file, and how often it was opened. The caller has checked that it is within reach. */
export const getSharing = async (work: Work, caseId: string): Promise<Sharing> => {
  // The month in Brussels begins an hour or two before the month in UTC.
  const monthStart = new Date(`${dayOf(work.now).slice(0, 7)}-01T00:00:00+01:00`)
  return {
    readers: await listReaders(work, caseId),
    opened: await work.tx.auditEvent.count({
      where: { caseId, event: 'case.opened', at: { gte: monthStart } },
    }),
  }
}
