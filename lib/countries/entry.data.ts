import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import type { SafeCountryList } from './at-hand.rules'
import type { Texts } from './fact.rules'
import { type ListEntry, listEntry } from './list.schema'

export type Profile = {
  /** ISO 3166-1. */
  readonly country: string
  readonly name: Texts
  /** The document that the figures come from. */
  readonly title: Texts
  readonly firstYear: number
  readonly lastYear: number
  readonly keyFigures: readonly string[]
  readonly featured: string | null
}

type Kind = ListEntry['kind']
type Of<K extends Kind> = Extract<ListEntry, { readonly kind: K }>

/** The entries of one kind, in the order of their file. */
export const listEntries = async <K extends Kind>(work: Work, country: string, kind: K): Promise<Of<K>[]> => {
  const isOf = (entry: ListEntry): entry is Of<K> => entry.kind === kind
  const rows = await work.tx.referenceEntry.findMany({
    where: { country, kind },
    orderBy: { position: 'asc' },
    select: { kind: true, slug: true, payload: true, source: true, recordedOn: true },
  })
  return rows.map((row) => listEntry.parse({ ...row, recordedOn: toDay(row.recordedOn) })).filter(isOf)
}

/** The profile that a country's figures come from. Throws NotFound for a country without one. */
export const getProfile = async (work: Work, country: string): Promise<Profile> => {
  const [entry] = await listEntries(work, country, 'document')
  if (entry === undefined) throw new NotFound()
  return { country, ...entry.payload }
}

/** The countries that have a profile, each by its name. */
export const listCountries = async (
  work: Work,
): Promise<readonly { readonly country: string; readonly name: Texts }[]> => {
  const rows = await work.tx.referenceEntry.findMany({
    where: { kind: 'document' },
    orderBy: { country: 'asc' },
    select: { country: true },
  })
  const profiles = []
  for (const { country } of rows) profiles.push(await getProfile(work, country))
  return profiles
}

/** The lists of safe countries of origin, newest first: the list of the day of lodging decides. */
export const listSafeCountryLists = async (
  work: Work,
  country: string,
): Promise<readonly SafeCountryList[]> => {
  const entries = await listEntries(work, country, 'safe_country_list')
  return entries
    .map(({ payload: { status: _, ...list }, source }) => ({ ...list, source }))
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
}
