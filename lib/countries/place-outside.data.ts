import 'server-only'
import type { Work } from '@/lib/db/work'
import { NO_FACTS, type VisitFacts } from '@/lib/lists/place.rules'
import { listPlacesShown, withOwnNames } from '@/lib/lists/place-name.data'
import type { Labelled } from '@/lib/shared/labelled'
import { OUTSIDE_PLACES } from './vocabulary.rules'

export type OutsidePlace = Labelled & {
  readonly id: string
  readonly isOver: boolean
  /** What the organisation says of going there. */
  readonly visit: VisitFacts
}
/** Where an activity or an appointment may be: outside the closed centres; also places that are over, because old rows name them. */
export const listPlacesOutside = async (work: Work): Promise<OutsidePlace[]> => {
  const places = await work.tx.place.findMany({
    where: {
      OR: [
        { kind: { in: [...OUTSIDE_PLACES.codes] }, organisationId: null },
        { organisationId: work.actor.organisationId },
      ],
    },
    select: { id: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true, validTo: true },
    orderBy: [{ kind: 'desc' }, { position: 'asc' }],
  })
  const shown = new Map((await listPlacesShown(work)).map((one) => [one.placeId, one]))
  return (await withOwnNames(work, places, true)).map(({ validTo, ...row }) => ({
    ...row,
    isOver: validTo !== null || shown.get(row.id)?.hidden === true,
    visit: shown.get(row.id)?.visit ?? NO_FACTS,
  }))
}
