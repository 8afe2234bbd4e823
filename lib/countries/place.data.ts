import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import type { Capacity, Place } from './place.rules'
import { inFourLanguages } from './reference.schema'
import { PLACE_KINDS, type PlaceKind, PRECISIONS } from './vocabulary.rules'

const texts = inFourLanguages.nullable()

const inOrder = {
  orderBy: { position: 'asc' },
  include: { capacities: { orderBy: [{ observedOn: 'desc' }, { source: 'asc' }] } },
} as const satisfies Prisma.PlaceFindManyArgs

const toPlace = (row: Prisma.PlaceGetPayload<typeof inOrder>): Place => ({
  id: row.id,
  slug: row.slug,
  kind: PLACE_KINDS.read(row.kind),
  label: { en: row.labelEn, fr: row.labelFr, nl: row.labelNl, de: row.labelDe },
  name: row.name,
  iso: row.iso,
  city: row.city,
  address: row.address,
  languageRegime: row.languageRegime,
  openedText: row.openedText,
  population: texts.parse(row.population),
  units: texts.parse(row.units),
  note: texts.parse(row.note),
  capacities: row.capacities.map(
    (seen): Capacity => ({
      capacity: seen.capacity,
      observedOn: toDay(seen.observedOn),
      precision: PRECISIONS.read(seen.datePrecision),
      source: seen.source,
    }),
  ),
})

const existing = (work: Work) => {
  const today = toDate(dayOf(work.now))
  return { OR: [{ validTo: null }, { validTo: { gt: today } }] }
}

/** The places of a kind that exist on the day, with every capacity a source gave, newest first. */
export const listPlaces = async (work: Work, kind: PlaceKind): Promise<readonly Place[]> => {
  const rows = await work.tx.place.findMany({ ...inOrder, where: { kind, ...existing(work) } })
  return rows.map(toPlace)
}

/** Every place that a country's profile knows, on the day. */
export const listPlacesOf = async (work: Work, country: string): Promise<readonly Place[]> => {
  const rows = await work.tx.place.findMany({ ...inOrder, where: { country, ...existing(work) } })
  return rows.map(toPlace)
}
