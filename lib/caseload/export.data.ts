import 'server-only'
import { today } from '@/lib/cases/case.data'
import { listShownPeople, type ShownName } from '@/lib/cases/shown-people.data'
import { listCentres, listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { type CaseloadLine, listLines, listNationalities, listWorkers } from './caseload.data'
import { type Address, type Raw, readSearch } from './caseload.schema'
import { countCaseload, listPlaces, PRINTED } from './caseload-order.data'
import { listOwnFields } from './caseload-own.data'
import { MOST_EXPORTED } from './export.rules'

/** What an export of this list would be, before anything of it leaves: how many files, and what narrows them. It shows no one. */
export const readExportForm = async (work: Work, search: Raw) => {
  const address = readSearch(search)
  const ownFields = await listOwnFields(work)
  return {
    address,
    total: (await countCaseload(work, address.filters, PRINTED)).total,
    workers: await listWorkers(work),
    centres: await listCentres(work),
    nationalities: await listNationalities(work),
    ownFields,
    words: await listWords(work, ['case_kind', 'case_status', 'risk_level']),
  }
}
export type ExportFormData = Awaited<ReturnType<typeof readExportForm>>

export type ExportLine = CaseloadLine & { readonly shown: readonly ShownName[] }

/** The files of a list that may leave: open ones within reach, in its order. Names are opened only where they are asked for. */
export const readExport = async (
  work: Work,
  { filters, sort }: Pick<Address, 'filters' | 'sort'>,
  withNames: boolean,
) => {
  const places = await listPlaces(work, { filters, sort, after: null, take: MOST_EXPORTED, among: PRINTED })
  const ids = places.map(({ id }) => id)
  const people = await listShownPeople(work, ids, !withNames)
  const lines = (await listLines(work, ids)).map(
    (line): ExportLine => ({ ...line, shown: people.get(line.id) ?? [] }),
  )
  return {
    // Asked for again beside the statement: what may not be on paper leaves in no file.
    lines: lines.filter(({ secrecy }) => secrecy === 'open'),
    words: await listWords(work, ['case_kind', 'case_status', 'concern_type']),
    today: today(work),
  }
}
export type ExportData = Awaited<ReturnType<typeof readExport>>
