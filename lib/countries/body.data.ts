import 'server-only'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import type { Body } from './body.rules'
import type { Texts } from './fact.rules'
import { inFourLanguages, officialNames } from './reference.schema'
import { ACTOR_KINDS, ACTOR_LEVELS, ACTOR_SECTORS, ACTOR_TOPICS } from './vocabulary.rules'

/** A body by the name it has in each language; without one, by the name of the profile. */
export const toNames = (row: { readonly name: string; readonly officialNames: unknown }): Texts => {
  const own = officialNames.parse(row.officialNames)
  return { en: row.name, fr: own.fr ?? row.name, nl: own.nl ?? row.name, de: own.de ?? row.name }
}

/** Institutions and organisations that the profile of a country names, in its order. */
export const listBodies = async (work: Work, profile: string): Promise<readonly Body[]> => {
  const rows = await work.tx.actor.findMany({
    where: { profile },
    orderBy: { position: 'asc' },
    include: { parent: { select: { name: true, officialNames: true } } },
  })
  return rows.map((row) => ({
    slug: row.slug,
    name: toNames(row),
    aliases: row.aliases,
    kind: ACTOR_KINDS.read(row.kind),
    sector: ACTOR_SECTORS.read(row.sector),
    level: ACTOR_LEVELS.readOrNull(row.level),
    topics: row.topics.map(ACTOR_TOPICS.read),
    regions: row.regions,
    role: inFourLanguages.parse(row.role),
    city: row.city,
    founded: row.founded,
    parent: row.parent === null ? null : toNames(row.parent),
    note: inFourLanguages.nullable().parse(row.note),
    recordedOn: toDay(row.recordedOn),
  }))
}
