import 'server-only'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import type { Law } from './law.rules'
import { inFourLanguages, publication } from './reference.schema'
import { LAW_KINDS, LAW_PRECISIONS, LAW_THEMES } from './vocabulary.rules'

/** Laws, circulars, decisions and plans of a country, in the order of its profile. */
export const listLaws = async (work: Work, country: string): Promise<readonly Law[]> => {
  const rows = await work.tx.law.findMany({ where: { country }, orderBy: { position: 'asc' } })
  return rows.map((row) => ({
    slug: row.slug,
    title: inFourLanguages.parse(row.title),
    kind: LAW_KINDS.read(row.kind),
    date: row.date === null ? null : toDay(row.date),
    precision: LAW_PRECISIONS.read(row.datePrecision),
    year: row.year,
    entryIntoForce: row.entryIntoForce,
    jurisdiction: row.jurisdiction,
    theme: LAW_THEMES.read(row.theme),
    subject: inFourLanguages.parse(row.subject),
    amends: row.amendsSlug,
    officialReference: row.officialReference,
    publication: publication.nullable().parse(row.publication),
    note: inFourLanguages.nullable().parse(row.note),
  }))
}
