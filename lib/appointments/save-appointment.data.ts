import 'server-only'
import { getFile } from '@/lib/cases/case.data'
import { isAtWorkOn } from '@/lib/cases/reader.data'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { NotFound } from '@/lib/db/errors'
import { nothing, type Saving } from '@/lib/records/save.data'
import { dayOf } from '@/lib/shared/dates'
import { no, ok } from '@/lib/shared/result'
import { needsItsDay } from './appointment.rules'
import type { appointment } from './appointment.schema'

export const ofAppointment: Saving<typeof appointment.fields, Awaited<ReturnType<typeof getFile>>> = {
  file: (work, caseId) => getFile(work, 'case:edit', caseId),
  refersTo: (_work, { personId }, { people }) => {
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
  },
  refuse: async (work, { caseId, companionId, placeId, state, on }, before) => {
    if (needsItsDay(state) && on > dayOf(work.now)) return no('notYetKept', { state: 'notYetKept' })
    // A colleague who was named before stays named when the row is corrected, also without reading the file any more.
    const isNew = companionId !== '' && companionId !== before?.companionId
    if (isNew && !(await isAtWorkOn(work, caseId, companionId)))
      return no('notAColleague', { companionId: 'notAColleague' })
    const isPlace = placeId === '' || (await listPlacesOutside(work)).some(({ id }) => id === placeId)
    return isPlace ? ok(null) : no('notInList', { placeId: 'unknownChoice' })
  },
  after: nothing,
}
