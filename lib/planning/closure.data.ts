import 'server-only'
import { listPlaces } from '@/lib/countries/place.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, dayOf, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { Closure } from './conflict.rules'
import { listClosures } from './surroundings.data'

const AHEAD_DAYS = 400

export const insertClosure = async (
  work: Work,
  { placeId, from, until, reason }: Closure & { readonly placeId: string },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.centreClosure.createMany({
    data: [
      {
        id,
        organisationId: work.actor.organisationId,
        placeId,
        fromDay: toDate(from),
        untilDay: toDate(until),
        reason,
        createdBy: work.actor.id,
      },
    ],
  })
  return id
}

/** The centre is open on these days after all. Throws NotFound when no such closure of the organisation stands. */
export const liftClosure = async (work: Work, closureId: string): Promise<void> => {
  const { count } = await work.tx.centreClosure.updateMany({
    where: { id: closureId, organisationId: work.actor.organisationId, liftedAt: null },
    data: { liftedAt: work.now },
  })
  if (count === 0) throw new NotFound()
}

/** What stands from today on, and the centres to choose from. */
export const readClosures = async (work: Work) => {
  const today: Day = dayOf(work.now)
  return {
    today,
    places: await listPlaces(work, 'closed_centre'),
    closures: await listClosures(work, { from: today, until: addDays(today, AHEAD_DAYS) }),
  }
}
