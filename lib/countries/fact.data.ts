import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { toNames } from './body.data'
import type { Fact, Texts } from './fact.rules'
import { breakdown, inFourLanguages } from './reference.schema'
import { CHAPTERS, GEOGRAPHIES, QUALIFIERS, TOPICS, UNITS } from './vocabulary.rules'
import { oneOf } from './vocabulary.schema'

type Row = Prisma.CountryFactGetPayload<object>
type Sources = ReadonlyMap<string, Texts>
type Disputes = ReadonlyMap<string, readonly string[]>

const texts = inFourLanguages.nullable()
const number = (value: Prisma.Decimal | null): number | null => (value === null ? null : value.toNumber())

const toFact = (row: Row, sources: Sources, disputes: Disputes): Fact => ({
  slug: row.slug,
  topic: oneOf(TOPICS).parse(row.topic),
  chapter: oneOf(CHAPTERS).parse(row.chapter),
  label: inFourLanguages.parse(row.label),
  value: number(row.value),
  valueMin: number(row.valueMin),
  valueMax: number(row.valueMax),
  unit: oneOf(UNITS).parse(row.unit),
  qualifier: oneOf(QUALIFIERS).parse(row.qualifier),
  periodStart: row.periodStart === null ? null : toDay(row.periodStart),
  periodEnd: row.periodEnd === null ? null : toDay(row.periodEnd),
  periodText: texts.parse(row.periodText),
  geography: oneOf(GEOGRAPHIES).parse(row.geography),
  population: texts.parse(row.population),
  breakdown: breakdown.parse(row.breakdown),
  source: row.sourceName === null ? null : (sources.get(row.sourceName) ?? null),
  profileLine: row.profileLine,
  derived: row.derived,
  note: texts.parse(row.note),
  recordedOn: toDay(row.recordedOn),
  contradictions: disputes.get(row.slug) ?? [],
})

/** The bodies that figures come from, called by the name they give themselves in each language. */
const findSources = async (work: Work, rows: readonly Row[]): Promise<Sources> => {
  const slugs = [...new Set(rows.flatMap((row) => row.sourceName ?? []))]
  const actors = await work.tx.actor.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, name: true, officialNames: true },
  })
  return new Map(actors.map((actor) => [actor.slug, toNames(actor)]))
}

const findDisputes = async (work: Work, slugs: readonly string[]): Promise<Disputes> => {
  const contradictions = await work.tx.contradiction.findMany({
    where: { factSlugs: { hasSome: [...slugs] } },
    orderBy: { position: 'asc' },
    select: { slug: true, factSlugs: true },
  })
  const bySlug = new Map<string, string[]>()
  for (const { slug, factSlugs } of contradictions)
    for (const fact of factSlugs) bySlug.set(fact, [...(bySlug.get(fact) ?? []), slug])
  return bySlug
}

const toFacts = async (work: Work, rows: readonly Row[]): Promise<readonly Fact[]> => {
  const sources = await findSources(work, rows)
  const disputes = await findDisputes(
    work,
    rows.map(({ slug }) => slug),
  )
  return rows.map((row) => toFact(row, sources, disputes))
}

/** Every fact of a country (ISO 3166-1), in the order of its profile: about 170, so filters run on the list. */
export const listFacts = async (work: Work, country: string): Promise<readonly Fact[]> =>
  toFacts(work, await work.tx.countryFact.findMany({ where: { country }, orderBy: { position: 'asc' } }))

/** One fact. Throws NotFound. */
export const getFact = async (work: Work, country: string, slug: string): Promise<Fact> => {
  const rows = await work.tx.countryFact.findMany({ where: { country, slug } })
  const [fact] = await toFacts(work, rows)
  if (fact === undefined) throw new NotFound()
  return fact
}
