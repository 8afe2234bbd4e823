import 'server-only'
import type { Work } from '@/lib/db/work'
import type { CentreFacts, Explanation, See } from './at-hand.rules'
import { toNames } from './body.data'
import { listEntries } from './entry.data'
import { listPlacesOf } from './place.data'
import { inFourLanguages } from './reference.schema'
import { DETENTION_KINDS } from './vocabulary.rules'

const among = (rows: readonly See[], slug: string | null): See | null =>
  rows.find((row) => row.slug === slug) ?? null

/** Every explanation of a country, each with the law, the body and the figure that say more. */
export const listExplanations = async (work: Work, country: string): Promise<readonly Explanation[]> => {
  const entries = await listEntries(work, country, 'explanation')
  const named = (key: 'law' | 'body' | 'fact'): string[] =>
    entries.flatMap(({ payload }) => payload[key] ?? [])
  const laws = await work.tx.law.findMany({
    where: { country, slug: { in: named('law') } },
    select: { slug: true, title: true },
  })
  const bodies = await work.tx.actor.findMany({
    where: { profile: country, slug: { in: named('body') } },
    select: { slug: true, name: true, officialNames: true },
  })
  const facts = await work.tx.countryFact.findMany({
    where: { country, slug: { in: named('fact') } },
    select: { slug: true, label: true },
  })
  const see = {
    law: laws.map(({ slug, title }) => ({ slug, label: inFourLanguages.parse(title) })),
    body: bodies.map((row) => ({ slug: row.slug, label: toNames(row) })),
    fact: facts.map(({ slug, label }) => ({ slug, label: inFourLanguages.parse(label) })),
  }
  return entries.map(({ slug, payload: { law, body, fact, ...said }, source, recordedOn }) => ({
    slug,
    ...said,
    law: among(see.law, law),
    body: among(see.body, body),
    fact: among(see.fact, fact),
    source,
    recordedOn,
  }))
}

/** Closed centres, return homes and airport rooms of a country, each with who is known to visit it. */
export const listCentreFacts = async (work: Work, country: string): Promise<readonly CentreFacts[]> => {
  const places = await listPlacesOf(work, country)
  const entries = await listEntries(work, country, 'centre_visitor')
  return places
    .filter(({ kind }) => DETENTION_KINDS.has(kind))
    .map((place) => ({
      place,
      visitors: entries
        .filter(({ payload }) => payload.place === place.slug)
        .map(({ payload: { name }, source, recordedOn }) => ({ name, source, recordedOn })),
    }))
}
