import 'server-only'
import { listCaseIds } from '@/lib/caseload/caseload.data'
import { type Raw, readSearch, writeQuery } from '@/lib/caseload/caseload.schema'
import type { Work } from '@/lib/db/work'

/** The view in an address, in one fixed order, so that equal views are equal texts; how it looks is no part of it. */
export const toQuery = (search: Raw): string => {
  const { filters, sort } = readSearch(search)
  return writeQuery({ filters, sort })
}

/** The address of the caseload without its path, read back. */
export const toRaw = (query: string): Raw => {
  const given = new URLSearchParams(query)
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]))
}

/** The files of a view, in its order. */
export const listViewIds = (work: Work, query: string): Promise<string[]> => {
  const { filters, sort } = readSearch(toRaw(query))
  return listCaseIds(work, filters, sort)
}
