import { meant, type Search, textOf } from '@/lib/shared/search'
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

// A filter is read from the address, which anyone can type: what is not understood filters nothing, and the page says so.
const words = (search: Search): string => (textOf(search, 'q') ?? '').trim().slice(0, 100)
const like =
  (form: RegExp) =>
  (text: string): string | null =>
    form.test(text) ? text : null
const number = (form: RegExp) => (text: string) => (form.test(text) ? Number(text) : null)

/** topic, year and q of an address. */
export const toFactFilter = (search: Search): FactFilter => ({
  topic: meant(search, 'topic', FACT_TOPICS.match),
  year: meant(search, 'year', number(/^(19|20)\d{2}$/)),
  text: words(search),
})

/** sector, level, theme, region and q of an address. */
export const toBodyFilter = (search: Search): BodyFilter => ({
  sector: meant(search, 'sector', ACTOR_SECTORS.match),
  level: meant(search, 'level', ACTOR_LEVELS.match),
  topic: meant(search, 'theme', ACTOR_TOPICS.match),
  region: meant(search, 'region', like(/^[A-Z]{2}-[A-Z]{3}$/)),
  text: words(search),
})

/** The body that a link means; null when the address names none. */
export const toShownBody = (search: Search): string | null =>
  meant(search, 'show', like(/^[a-z0-9-]{1,120}$/))

/** The version of a fact that an address asks for; null for the one that stands. */
export const toVersion = (search: Search): number | null => meant(search, 'version', number(/^[1-9]\d{0,3}$/))

/** about and slug of an address; null when it means no row of the reference data. */
export const toSubject = (
  search: Search,
): { readonly about: MistakeSubject; readonly slug: string } | null => {
  const about = meant(search, 'about', MISTAKE_SUBJECTS.match)
  const slug = meant(search, 'slug', like(/^[a-z0-9-]{1,120}$/))
  return about === null || slug === null ? null : { about, slug }
}

/** theme of an address; null for every theme. */
export const toLawTheme = (search: Search): LawTheme | null => meant(search, 'theme', LAW_THEMES.match)
