import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import type { Labels } from './list.rules'
import { NO_FACTS, SET_PLACE_KINDS, type SetPlaceKind, type VisitFacts } from './place.rules'
import { listPlacesShown } from './place-name.data'

/** Where people are held, and what an organisation added. */
const KINDS = ['closed_centre', 'return_home', 'inad_centre']

export type SetPlace = {
  readonly id: string
  readonly kind: SetPlaceKind
  readonly city: string | null
  readonly isOwn: boolean
  /** As the profile calls it. */
  readonly official: Labels
  readonly labels: Labels
  readonly aliases: readonly string[]
  readonly hidden: boolean
  readonly visit: VisitFacts
}
const NONE: Labels = { en: '', fr: '', nl: '', de: '' }

/** The places that an organisation may name, hide and add to. */
export const listSetPlaces = async (work: Work): Promise<readonly SetPlace[]> => {
  const shown = await listPlacesShown(work)
  const rows = await work.tx.place.findMany({
    where: {
      validTo: null,
      OR: [{ kind: { in: KINDS }, organisationId: null }, { organisationId: work.actor.organisationId }],
    },
    select: {
      id: true,
      kind: true,
      city: true,
      organisationId: true,
      labelEn: true,
      labelFr: true,
      labelNl: true,
      labelDe: true,
    },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const own = shown.find(({ placeId }) => placeId === row.id)
    return {
      id: row.id,
      kind: SET_PLACE_KINDS.read(row.kind),
      city: row.city,
      isOwn: row.organisationId !== null,
      official: { en: row.labelEn, fr: row.labelFr, nl: row.labelNl, de: row.labelDe },
      labels: own?.labels ?? NONE,
      aliases: own?.aliases ?? [],
      hidden: own?.hidden ?? false,
      visit: own?.visit ?? NO_FACTS,
    }
  })
}

/** Throws NotFound. */
export const findPlace = async (work: Work, id: string): Promise<SetPlace> => {
  const found = (await listSetPlaces(work)).find((one) => one.id === id)
  if (found === undefined) throw new NotFound()
  return found
}
