import 'server-only'
import type { Work } from '@/lib/db/work'
import { listPlacesShown, withOwnNames } from '@/lib/lists/place-name.data'
import { recordStore } from '@/lib/records/record.data'
import type { Labelled } from '@/lib/shared/labelled'
import { ACTIVITY_PLACES, WAYS, type Way } from './activity.rules'
import { activity } from './activity.schema'

/** What was done with the people of files outside the closed centres. */
export const activities = recordStore(activity, {
  list: (tx, asked) => tx.activity.findMany(asked),
  add: (tx, row) => tx.activity.createMany({ data: row }),
})

export type ActivityPlace = Labelled & { readonly id: string; readonly isOver: boolean }
/** Where an activity may be; also places that are over, because old rows name them. */
export const listActivityPlaces = async (work: Work): Promise<ActivityPlace[]> => {
  const places = await work.tx.place.findMany({
    where: {
      OR: [
        { kind: { in: [...ACTIVITY_PLACES.codes] }, organisationId: null },
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

/** How the actor last worked, and for which project: the next time is most often the same. */
export const findLast = async (work: Work): Promise<{ way: Way; projectId: string | null } | null> => {
  const row = await work.tx.activity.findFirst({
    where: { createdBy: work.actor.id, mistake: null },
    select: { way: true, projectId: true },
    orderBy: { id: 'desc' },
  })
  return row === null ? null : { way: WAYS.read(row.way), projectId: row.projectId }
}
