import 'server-only'
import { listReaders } from '@/lib/cases/reader.data'
import type { Work } from '@/lib/db/work'
import { insertNotices, listLeaders } from '@/lib/notices/notice.data'
import type { OrganisationRule } from './rule.data'
import type { Started } from './start.rules'

/** Tells worker, members and coordinators of a file that a critical clock runs. The notice names the file and no date. */
export const tellOfDeadlines = async (
  work: Work,
  caseId: string,
  started: readonly Started<OrganisationRule>[],
): Promise<void> => {
  if (!started.some(({ rule }) => rule.severity === 'critical')) return
  const atWork = (await listReaders(work, caseId)).filter(({ works }) => works)
  await insertNotices(
    work,
    'deadline_critical',
    [...atWork.map(({ staffId }) => staffId), ...(await listLeaders(work, caseId))],
    caseId,
  )
}
