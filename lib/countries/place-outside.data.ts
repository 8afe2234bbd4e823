import 'server-only'
import type { Work } from '@/lib/db/work'
import { listPlacesShown, withOwnNames } from '@/lib/lists/place-name.data'
import type { Labelled } from '@/lib/shared/labelled'
import { OUTSIDE_PLACES } from './vocabulary.rules'

export type OutsidePlace = Labelled & { readonly id: string; readonly isOver: boolean }
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
  const hidden = new Set((await listPlacesShown(work)).flatMap((one) => (one.hidden ? [one.placeId] : [])))
  return (await withOwnNames(work, places, true)).map(({ validTo, ...row }) => ({
    ...row,
    isOver: validTo !== null || hidden.has(row.id),
  }))
}
