import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { listPlacesShown } from '@/lib/lists/place-name.data'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import type { Capacity, Place } from './place.rules'
import { inFourLanguages } from './reference.schema'
import { PLACE_KINDS, type PlaceKind, PRECISIONS } from './vocabulary.rules'

const texts = inFourLanguages.nullable()

const inOrder = {
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
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
  // The profile alone: what an organisation added is no part of it.
  return { organisationId: null, OR: [{ validTo: null }, { validTo: { gt: today } }] }
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

/** The places of a kind by the names that the organisation gives them, without what it hid, each with the other names it is found by. */
export const listNamedPlaces = async (
  work: Work,
  kind: PlaceKind,
): Promise<readonly (Place & { readonly aliases: readonly string[] })[]> => {
  const shown = await listPlacesShown(work)
  return (await listPlaces(work, kind)).flatMap((place) => {
    const own = shown.find(({ placeId }) => placeId === place.id)
    if (own === undefined) return [{ ...place, aliases: [] }]
    if (own.hidden) return []
    const { en, fr, nl, de } = own.labels
    return [
      {
        ...place,
        label: {
          en: en || place.label.en,
          fr: fr || place.label.fr,
          nl: nl || place.label.nl,
          de: de || place.label.de,
        },
        aliases: own.aliases,
      },
    ]
  })
}
