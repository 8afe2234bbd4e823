import 'server-only'
import { getFile } from '@/lib/cases/case.data'
import { listReaders } from '@/lib/cases/reader.data'
import { toColleagues } from '@/lib/cases/reader.view'
import { listPlacesOutside } from '@/lib/countries/place-outside.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { nothing, type Saving } from '@/lib/records/save.data'
import { dayOf } from '@/lib/shared/dates'
import { no, ok, type Result } from '@/lib/shared/result'
import { needsItsDay } from './appointment.rules'
import type { AppointmentInput, AppointmentRow, appointment } from './appointment.schema'
import { bookedCode, toBooked } from './booking.rules'
import { listInterpreters, nameBooked } from './interpreter.data'

/** Who is chosen to interpret is written by their name of this day; of someone who is known no more the name that was kept stays. */
export const withName = async (work: Work, input: AppointmentInput): Promise<AppointmentInput> => {
  const chosen = toBooked(input.booked)
  const name = chosen === null ? null : await nameBooked(work, chosen)
  return name === null ? input : { ...input, interpreter: name }
}

/** Whether those who are chosen anew may be: a colleague who accompanies, and who interprets. Who was named before stays named when the row is corrected. */
const refuseNewNames = async (
  work: Work,
  { caseId, companionId, booked, interpreterLanguage }: AppointmentInput,
  before: AppointmentRow | null,
): Promise<Result<null>> => {
  const isNewCompanion = companionId !== '' && companionId !== before?.companionId
  const isNewBooking =
    interpreterLanguage !== '' && booked !== '' && (before === null || booked !== bookedCode(before.booked))
  if (!isNewCompanion && !isNewBooking) return ok(null)
  const colleagueIds = toColleagues(await listReaders(work, caseId)).map(({ id }) => id)
  if (isNewCompanion && !colleagueIds.includes(companionId))
    return no('notAColleague', { companionId: 'notAColleague' })
  if (!isNewBooking) return ok(null)
  const chosen = (await listInterpreters(work, colleagueIds)).find(({ value }) => value === booked)
  if (chosen === undefined) return no('notInList', { booked: 'unknownChoice' })
  return chosen.isWarned ? no('doNotRefer', { booked: 'doNotRefer' }) : ok(null)
}

export const ofAppointment: Saving<typeof appointment.fields, Awaited<ReturnType<typeof getFile>>> = {
  file: (work, caseId) => getFile(work, 'case:edit', caseId),
  refersTo: (_work, { personId }, { people }) => {
    if (!people.some((one) => one.personId === personId)) throw new NotFound()
  },
  refuse: async (work, input, before) => {
    const { placeId, state, on } = input
    if (needsItsDay(state) && on > dayOf(work.now)) return no('notYetKept', { state: 'notYetKept' })
    const refused = await refuseNewNames(work, input, before)
    if (!refused.ok) return refused
    const isPlace = placeId === '' || (await listPlacesOutside(work)).some(({ id }) => id === placeId)
    return isPlace ? ok(null) : no('notInList', { placeId: 'unknownChoice' })
  },
  after: nothing,
}
