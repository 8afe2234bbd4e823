import 'server-only'
import { today } from '@/lib/cases/case.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { listLines, listNationalities, listWorkers } from './caseload.data'
import { MOST_FILES } from './caseload.rules'
import { type Raw, readSearch } from './caseload.schema'
import { countCaseload, listPlaces, PRINTED } from './caseload-order.data'
import { listOwnAnswers, listOwnFields } from './caseload-own.data'

/** The initials of the people of some files, for paper. */
export const listInitials = async (
  work: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const people = await listShownPeople(work, ids, true)
  return new Map([...people].map(([id, names]) => [id, names.map(({ initials }) => initials).join(', ')]))
}

/** The whole list of an address for paper, up to MOST_FILES: codes and initials, as on every sheet that leaves a desk. */
export const readPrint = async (work: Work, search: Raw) => {
  const address = readSearch(search)
  const asked = { ...address, after: null, take: MOST_FILES, among: PRINTED }
  const ids = (await listPlaces(work, asked)).map(({ id }) => id)
  const initials = await listInitials(work, ids)
  const ownFields = await listOwnFields(work)
  return {
    address,
    lines: (await listLines(work, ids)).map((line) => ({ ...line, initials: initials.get(line.id) ?? '' })),
    total: (await countCaseload(work, address.filters, PRINTED)).total,
    workers: await listWorkers(work),
    centres: await listCentres(work),
    nationalities: await listNationalities(work),
    ownFields,
    own: address.columns.includes('own') ? await listOwnAnswers(work, ids, ownFields) : null,
    words: await listWords(work, ['case_kind', 'case_status', 'risk_level', 'concern_type']),
    today: today(work),
  }
}
export type PrintData = Awaited<ReturnType<typeof readPrint>>
