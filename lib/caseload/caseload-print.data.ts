import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { today } from '@/lib/cases/case.data'
import { PRESENT } from '@/lib/cases/file-people.rules'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { initialsOf } from '@/lib/people/name.rules'
import { openNames, personClaims } from '@/lib/people/person.data'
import { listLines, listNationalities, listWorkers } from './caseload.data'
import { MOST_FILES } from './caseload.rules'
import { type Raw, readSearch } from './caseload.schema'
import { countCaseload, listPlaces, PRINTED } from './caseload-order.data'

/** The initials of the people of some files. Names are opened for it and go no further. */
export const listInitials = async (
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const files = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...ids] } }] },
    select: {
      id: true,
      people: {
        where: PRESENT,
        select: { personId: true, person: { select: { names: personClaims.names } } },
      },
    },
  })
  const initials = new Map<string, string>()
  for (const { id, people } of files) {
    const all: string[] = []
    for (const { personId, person } of people) {
      const [name] = await openNames(work, personId, person.names)
      all.push(initialsOf(name?.text ?? ''))
    }
    initials.set(id, all.join(', '))
  }
  return initials
}

/** The whole list of an address for paper, up to MOST_FILES: codes and initials, as on every sheet that leaves a desk. */
export const readPrint = async (work: Work, search: Raw) => {
  const address = readSearch(search)
  const asked = { ...address, after: null, take: MOST_FILES, among: PRINTED }
  const ids = (await listPlaces(work, asked)).map(({ id }) => id)
  const initials = await listInitials(work, ids)
  return {
    address,
    lines: (await listLines(work, ids)).map((line) => ({ ...line, initials: initials.get(line.id) ?? '' })),
    total: (await countCaseload(work, address.filters, PRINTED)).total,
    workers: await listWorkers(work),
    centres: await listCentres(work),
    nationalities: await listNationalities(work),
    words: await listWords(work, ['case_kind', 'case_status', 'risk_level', 'concern_type']),
    today: today(work),
  }
}
export type PrintData = Awaited<ReturnType<typeof readPrint>>
