import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import type { Labels } from './list.rules'
import { NO_FACTS, type VisitFacts } from './place.rules'

const labels = z.partialRecord(z.enum(LOCALES.codes), z.string())
const readLabels = (stored: unknown): Labels => {
  const said = stored === null ? {} : labels.parse(stored)
  return { en: said.en ?? '', fr: said.fr ?? '', nl: said.nl ?? '', de: said.de ?? '' }
}

export type PlaceShown = {
  readonly placeId: string
  readonly labels: Labels
  /** By what other names it is found, in tables, in the search and in the planner. */
  readonly aliases: readonly string[]
  readonly hidden: boolean
  readonly visit: VisitFacts
}

/** How the organisation calls places, its own and those of the profile (docs/adr/0164). */
export const listPlacesShown = async (work: Work): Promise<readonly PlaceShown[]> => {
  const rows = await work.tx.placeShown.findMany({
    where: { organisationId: work.actor.organisationId },
    select: {
      placeId: true,
      labels: true,
      aliases: true,
      hidden: true,
      visitHours: true,
      visitPhone: true,
      visitBring: true,
    },
    orderBy: { placeId: 'asc' },
  })
  return rows.map(({ visitHours: hours, visitPhone: phone, visitBring: bring, ...row }) => ({
    ...row,
    labels: readLabels(row.labels),
    visit: { hours, phone, bring },
  }))
}

/** What the organisation says of a visit to a place. */
export const findVisitFacts = async (work: Work, placeId: string): Promise<VisitFacts> =>
  (await listPlacesShown(work)).find((one) => one.placeId === placeId)?.visit ?? NO_FACTS

type NamedPlace = {
  readonly id: string
  readonly labelEn: string
  readonly labelFr: string
  readonly labelNl: string
  readonly labelDe: string
}

/**
 * Places by the names that the organisation gives them, without what it hid.
 * @param all with the hidden ones, where old rows name them
 */
export const withOwnNames = async <R extends NamedPlace>(
  work: Work,
  rows: readonly R[],
  all = false,
): Promise<R[]> => {
  const shown = await listPlacesShown(work)
  return rows.flatMap((row) => {
    const own = shown.find(({ placeId }) => placeId === row.id)
    if (own === undefined) return [row]
    if (own.hidden && !all) return []
    const { en, fr, nl, de } = own.labels
    return [
      {
        ...row,
        labelEn: en || row.labelEn,
        labelFr: fr || row.labelFr,
        labelNl: nl || row.labelNl,
        labelDe: de || row.labelDe,
      },
    ]
  })
}
