import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import { toNames } from './body.data'
import { listEntries } from './entry.data'
import type { Fact, Texts } from './fact.rules'
import { listPublicFigures } from './newer.data'
import { editionOf, same, withNewer } from './newer.rules'
import { breakdown, inFourLanguages, publication } from './reference.schema'
import { CHAPTERS, QUALIFIERS, TOPICS, UNITS } from './vocabulary.rules'
import { areaName } from './wording.rules'

type Row = Prisma.CountryFactGetPayload<object>
type Sources = ReadonlyMap<string, Texts>
type Places = ReadonlyMap<string, Texts>
type Synonyms = ReadonlyMap<string, readonly string[]>
type Disputes = ReadonlyMap<string, readonly string[]>

const texts = inFourLanguages.nullable()
const number = (value: Prisma.Decimal | null): number | null => (value === null ? null : value.toNumber())

type Beside = {
  readonly sources: Sources
  readonly places: Places
  readonly synonyms: Synonyms
  readonly disputes: Disputes
}

/** A figure of the profile names a body of the reference data; one published elsewhere, its publication. */
const toSource = (row: Row, sources: Sources): Pick<Fact, 'source' | 'address' | 'sourceOn'> => {
  const published = publication.nullable().parse(row.publication)
  if (published !== null)
    return { source: same(published.title), address: published.address, sourceOn: published.on }
  const named = row.sourceName === null ? null : (sources.get(row.sourceName) ?? null)
  return { source: named, address: null, sourceOn: null }
}

const toFact = (row: Row, { sources, places, synonyms, disputes }: Beside): Fact => ({
  country: row.country,
  slug: row.slug,
  topic: TOPICS.read(row.topic),
  chapter: CHAPTERS.read(row.chapter),
  label: inFourLanguages.parse(row.label),
  value: number(row.value),
  valueMin: number(row.valueMin),
  valueMax: number(row.valueMax),
  unit: UNITS.read(row.unit),
  qualifier: QUALIFIERS.read(row.qualifier),
  periodStart: row.periodStart === null ? null : toDay(row.periodStart),
  periodEnd: row.periodEnd === null ? null : toDay(row.periodEnd),
  periodText: texts.parse(row.periodText),
  geography: row.geography,
  where: places.get(row.geography) ?? areaName(row.geography),
  population: texts.parse(row.population),
  breakdown: breakdown.parse(row.breakdown),
  ...toSource(row, sources),
  profileLine: row.profileLine,
  isOfProfile: row.profileLine !== null,
  beside: row.beside,
  derived: row.derived,
  note: texts.parse(row.note),
  recordedOn: toDay(row.recordedOn),
  words: synonyms.get(row.slug) ?? [],
  contradictions: disputes.get(row.slug) ?? [],
  version: 1,
  editions: [],
  hasVersions: false,
  withdrawn: null,
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

/** Where a figure holds, as the reference data names it; what it does not know has its name from CLDR. */
const findPlaces = async (work: Work, rows: readonly Row[]): Promise<Places> => {
  const codes = [...new Set(rows.map((row) => row.geography))]
  const places = await work.tx.place.findMany({
    where: { iso: { in: codes } },
    select: { iso: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
  })
  return new Map(
    places.map((place) => [
      place.iso ?? '',
      { en: place.labelEn, fr: place.labelFr, nl: place.labelNl, de: place.labelDe },
    ]),
  )
}

const findSynonyms = async (work: Work, country: string): Promise<Synonyms> => {
  const byFact = new Map<string, string[]>()
  for (const { payload } of await listEntries(work, country, 'synonym'))
    for (const fact of payload.facts) byFact.set(fact, [...(byFact.get(fact) ?? []), ...payload.words])
  return byFact
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

const toFacts = async (work: Work, country: string, rows: readonly Row[]): Promise<readonly Fact[]> => {
  const beside = {
    sources: await findSources(work, rows),
    places: await findPlaces(work, rows),
    synonyms: await findSynonyms(work, country),
    disputes: await findDisputes(
      work,
      rows.map(({ slug }) => slug),
    ),
  }
  const newer = await listPublicFigures(work, country)
  return rows.map((row) => withNewer(toFact(row, beside), newer.get(row.slug) ?? []))
}

/** Every fact of a country (ISO 3166-1), in the order of its profile: about 170, so filters run on the list. */
export const listFacts = async (work: Work, country: string): Promise<readonly Fact[]> =>
  toFacts(
    work,
    country,
    await work.tx.countryFact.findMany({ where: { country }, orderBy: { position: 'asc' } }),
  )

/** One fact. Throws NotFound. */
export const getFact = async (work: Work, country: string, slug: string): Promise<Fact> => {
  const rows = await work.tx.countryFact.findMany({ where: { country, slug } })
  const [fact] = await toFacts(work, country, rows)
  if (fact === undefined) throw new NotFound()
  return fact
}

/** One fact that has a number: a rank of names is no figure that could be newer. Throws NotFound. */
export const getCountedFact = async (work: Work, country: string, slug: string): Promise<Fact> => {
  const fact = await getFact(work, country, slug)
  if (fact.unit === 'ranking') throw new NotFound()
  return fact
}

/** The figures that stand beside a fact: those published after the profile, or the one of the profile. */
export const listBeside = async (work: Work, { country, slug, beside }: Fact): Promise<readonly Fact[]> => {
  const where = { country, OR: [{ beside: slug }, ...(beside === null ? [] : [{ slug: beside }])] }
  return toFacts(work, country, await work.tx.countryFact.findMany({ where, orderBy: { position: 'asc' } }))
}

/** One version of a fact, beside the fact as it stands; without a number they are the same. Throws NotFound. */
export const getVersion = async (
  work: Work,
  country: string,
  slug: string,
  version: number | null,
): Promise<{ readonly fact: Fact; readonly newest: Fact }> => {
  const newest = await getFact(work, country, slug)
  const fact = editionOf(newest, version ?? newest.version)
  if (fact === null) throw new NotFound()
  return { fact, newest }
}
