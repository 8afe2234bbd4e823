import 'server-only'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { dayOf } from '@/lib/shared/dates'
import { listBodies } from '../body.data'
import { getProfile } from '../entry.data'
import { listFacts } from '../fact.data'
import { listLaws } from '../law.data'
import { speakAll } from '../speak'
import type { OfflineFacts } from './kept.rules'
import { toKeptEntries, toKeptWords } from './kept.view'
import { shell } from './shell'

const stamps = z.array(z.object({ stamp: z.string() })).length(1)

/** Says what the file would hold, without making it: rows that were written since have another number. */
const versionOf = async (work: Work, country: string, language: Locale): Promise<string> => {
  const [row] = stamps.parse(
    await work.tx.$queryRaw`SELECT concat_ws('.',
      (SELECT count(*) || '-' || max(xmin::text::bigint) FROM country_fact WHERE country = ${country}),
      (SELECT count(*) || '-' || max(xmin::text::bigint) FROM law WHERE country = ${country}),
      (SELECT count(*) || '-' || max(xmin::text::bigint) FROM actor WHERE profile = ${country}),
      (SELECT count(*) || '-' || max(xmin::text::bigint) FROM reference_entry WHERE country = ${country}),
      (SELECT count(*) || '-' || max(xmin::text::bigint) FROM newer_figure WHERE country = ${country} AND version IS NOT NULL)
    ) AS stamp`,
  )
  const parts = [row?.stamp, work.actor.organisationId, language, dayOf(work.now), shell().policy]
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 20)
}

/** What a device keeps of a country; null when it has it already. Throws NotFound for a country without a profile. */
export const loadKept = async (
  work: Work,
  country: string,
  { language, have }: { readonly language: Locale; readonly have: string },
): Promise<OfflineFacts | null> => {
  const profile = await getProfile(work, country)
  const version = await versionOf(work, country, language)
  if (have === version) return null
  const today = dayOf(work.now)
  const speak = await speakAll()
  return {
    version,
    country,
    language,
    keptOn: today,
    names: profile.name,
    words: toKeptWords(today, speak),
    entries: toKeptEntries(
      {
        profile,
        facts: await listFacts(work, country),
        laws: await listLaws(work, country),
        bodies: await listBodies(work, country),
        today,
      },
      speak,
    ),
  }
}
