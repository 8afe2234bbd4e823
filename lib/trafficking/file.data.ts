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

/** Where people of this file are held, as far as the files tell that the actor reaches herself. */
export const findHeldAt = async (work: Work, caseId: string) => {
  const people = await work.tx.casePerson.findMany({
    where: { caseId, ...PRESENT },
    select: { personId: true },
  })
  const stay = await work.tx.placeStay.findFirst({
    where: {
      personId: { in: people.map(({ personId }) => personId) },
      until: null,
      place: { kind: 'closed_centre' },
    },
    select: { place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return stay?.place ?? null
}
