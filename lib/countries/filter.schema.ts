import * as z from 'zod'
import type { Vocabulary } from '@/lib/shared/vocabulary'
import type { BodyFilter } from './body.rules'
import type { FactFilter } from './fact.rules'
import { MISTAKE_SUBJECTS, type MistakeSubject } from './mistake.rules'
import {
  ACTOR_LEVELS,
  ACTOR_SECTORS,
  ACTOR_TOPICS,
  FACT_TOPICS,
  LAW_THEMES,
  type LawTheme,
} from './vocabulary.rules'

// A filter is read from the address, which anybody can type: what is not understood filters nothing, and nothing fails.
const single = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().optional())
const words = single.transform((text) => (text ?? '').trim().slice(0, 100)).catch('')
const among = <W extends string>(known: Vocabulary<W>) => single.transform(known.match).catch(null)
const year = single
  .transform((text) => (text !== undefined && /^(19|20)\d{2}$/.test(text) ? Number(text) : null))
  .catch(null)

const factFilter = z.object({ topic: among(FACT_TOPICS), year, q: words })
const region = single
  .transform((text) => (text !== undefined && /^[A-Z]{2}-[A-Z]{3}$/.test(text) ? text : null))
  .catch(null)
const bodyFilter = z.object({
  sector: among(ACTOR_SECTORS),
  level: among(ACTOR_LEVELS),
  theme: among(ACTOR_TOPICS),
  region,
  q: words,
})
const lawFilter = z.object({ theme: among(LAW_THEMES) })

type Search = Readonly<Record<string, unknown>>

/** topic, year and q of an address. */
export const toFactFilter = (search: Search): FactFilter => {
  const { topic, year: wanted, q } = factFilter.parse(search)
  return { topic, year: wanted, text: q }
}

/** sector, level, theme, region and q of an address. */
export const toBodyFilter = (search: Search): BodyFilter => {
  const { theme, q, ...rest } = bodyFilter.parse(search)
  return { ...rest, topic: theme, text: q }
}

const version = single
  .transform((text) => (text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null))
  .catch(null)

/** The version of a fact that an address asks for; null for the one that stands. */
export const toVersion = (search: Search): number | null => z.object({ version }).parse(search).version

const subject = z.object({
  about: among(MISTAKE_SUBJECTS),
  slug: single
    .transform((text) => (text !== undefined && /^[a-z0-9-]{1,120}$/.test(text) ? text : null))
    .catch(null),
})

/** about and slug of an address; null when it means no row of the reference data. */
export const toSubject = (
  search: Search,
): { readonly about: MistakeSubject; readonly slug: string } | null => {
  const { about, slug } = subject.parse(search)
  return about === null || slug === null ? null : { about, slug }
}

/** theme of an address; null for every theme. */
export const toLawTheme = (search: Search): LawTheme | null => lawFilter.parse(search).theme
