import 'server-only'
import type { Work } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import type { Capacity, Place } from './place.rules'
import { inFourLanguages } from './reference.schema'
import { type PlaceKind, PRECISIONS } from './vocabulary.rules'
import { oneOf } from './vocabulary.schema'

const texts = inFourLanguages.nullable()

/** The places of a kind that exist on the day, with every capacity a source gave, newest first. */
export const listPlaces = async (work: Work, kind: PlaceKind): Promise<readonly Place[]> => {
  const today = toDate(dayOf(work.now))
  const rows = await work.tx.place.findMany({
    where: { kind, OR: [{ validTo: null }, { validTo: { gt: today } }] },
    orderBy: { position: 'asc' },
    include: { capacities: { orderBy: [{ observedOn: 'desc' }, { source: 'asc' }] } },
  })
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    label: { en: row.labelEn, fr: row.labelFr, nl: row.labelNl, de: row.labelDe },
    name: row.name,
    city: row.city,
    address: row.address,
    languageRegime: row.languageRegime,
    openedText: row.openedText,
    population: texts.parse(row.population),
    note: texts.parse(row.note),
    capacities: row.capacities.map(
      (seen): Capacity => ({
        capacity: seen.capacity,
        observedOn: toDay(seen.observedOn),
        precision: oneOf(PRECISIONS).parse(seen.datePrecision),
        source: seen.source,
      }),
    ),
  }))
}
