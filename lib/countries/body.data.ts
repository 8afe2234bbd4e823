import 'server-only'
import type { Work } from '@/lib/db/work'
import type { Body } from './body.rules'
import { inFourLanguages, officialNames } from './reference.schema'
import { ACTOR_KINDS, ACTOR_SECTORS } from './vocabulary.rules'
import { oneOf } from './vocabulary.schema'

/** Institutions and organisations of the profile, in its order. */
export const listBodies = async (work: Work): Promise<readonly Body[]> => {
  const rows = await work.tx.actor.findMany({
    orderBy: { position: 'asc' },
    include: { parent: { select: { name: true } } },
  })
  return rows.map((row) => {
    const own = officialNames.parse(row.officialNames)
    return {
      slug: row.slug,
      name: {
        en: row.name,
        fr: own.fr ?? row.name,
        nl: own.nl ?? row.name,
        de: own.de ?? row.name,
      },
      languages: { fr: own.fr !== undefined, nl: own.nl !== undefined, de: own.de !== undefined },
      aliases: row.aliases,
      kind: oneOf(ACTOR_KINDS).parse(row.kind),
      sector: oneOf(ACTOR_SECTORS).parse(row.sector),
      role: inFourLanguages.parse(row.role),
      city: row.city,
      founded: row.founded,
      parent: row.parent?.name ?? null,
      note: inFourLanguages.nullable().parse(row.note),
    }
  })
}
