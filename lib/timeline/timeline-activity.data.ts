import 'server-only'
import { activities } from '@/lib/activities/activity.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import type { Work } from '@/lib/db/work'
import { currentOf } from '@/lib/registers/register.rules'
import type { FileEvent } from './timeline.view'

/** What was done outside the closed centres, as it is known now. */
export const listDone = async (work: Work, caseId: string): Promise<FileEvent[]> => {
  const current = currentOf(await activities.listClear(work, caseId))
  const places = current.some(({ row }) => row.placeId !== null) ? await listPlacesOutside(work) : []
  return current.map(({ row: { subjectId, on, way, placeId, minutes, by, recordedAt } }) => ({
    type: 'event',
    room: 'activities',
    id: subjectId,
    anchor: `row-${subjectId}`,
    on,
    when: { form: 'exact', day: on },
    activity: { way, minutes, place: places.find(({ id }) => id === placeId) ?? null },
    author: by,
    text: '',
    touchedAt: recordedAt,
  }))
}
