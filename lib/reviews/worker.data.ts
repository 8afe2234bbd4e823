import 'server-only'
import { listReaders } from '@/lib/cases/reader.data'
import type { Work } from '@/lib/db/work'

/** Whether a colleague may still be given something to do in a file, or be asked something about it. */
export const isAtWorkOn = async (work: Work, caseId: string, staffId: string): Promise<boolean> =>
  (await listReaders(work, caseId)).some((reader) => reader.works && reader.staffId === staffId)
