import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Contradiction } from './contradiction.rules'
import { figures, inFourLanguages } from './reference.schema'
import { CONTRADICTION_KINDS } from './vocabulary.rules'

/** Where the profile of a country disagrees with itself or with another source. */
export const listContradictions = async (work: Work, country: string): Promise<readonly Contradiction[]> => {
  const rows = await work.tx.contradiction.findMany({ where: { country }, orderBy: { position: 'asc' } })
  const labels = await work.tx.countryFact.findMany({
    where: { country, slug: { in: rows.flatMap(({ factSlugs }) => factSlugs) } },
    select: { slug: true, label: true },
  })
  const bySlug = new Map(labels.map(({ slug, label }) => [slug, inFourLanguages.parse(label)]))
  return rows.map((row) => ({
    slug: row.slug,
    kind: CONTRADICTION_KINDS.read(row.kind),
    summary: inFourLanguages.parse(row.summary),
    handling: inFourLanguages.parse(row.handling),
    figures: figures.parse(row.figures),
    facts: row.factSlugs.flatMap((slug) => {
      const label = bySlug.get(slug)
      return label === undefined ? [] : [{ country, slug, label }]
    }),
  }))
}
