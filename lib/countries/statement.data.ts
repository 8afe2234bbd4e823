import 'server-only'
import type { Work } from '@/lib/db/work'
import { inFourLanguages } from './reference.schema'
import type { Statement } from './statement.rules'
import { CHAPTERS } from './vocabulary.rules'

/** What the profile says in words, in its order. */
export const listStatements = async (work: Work, country: string): Promise<readonly Statement[]> => {
  const rows = await work.tx.statement.findMany({ where: { country }, orderBy: { position: 'asc' } })
  return rows.map((row) => ({
    slug: row.slug,
    chapter: CHAPTERS.read(row.chapter),
    text: inFourLanguages.parse(row.text),
  }))
}
