import 'server-only'
import { getFile } from '@/lib/cases/case.data'
import { PRESENT } from '@/lib/cases/file-people.rules'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'

/** A file kept for possible trafficking, within reach; any other is not there. Throws NotFound. */
export const getTraffickingFile = async (work: Work, caseId: string) => {
  const file = await getFile(work, 'case:edit', caseId)
  if (file.kind !== 'thb') throw new NotFound()
  return file
}

/** Who stands in the file today. */
export const listPeopleOf = async (work: Work, caseId: string): Promise<readonly string[]> =>
  (await work.tx.casePerson.findMany({ where: { caseId, ...PRESENT }, select: { personId: true } })).map(
    ({ personId }) => personId,
  )
