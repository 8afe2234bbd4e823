import 'server-only'
import { between, listPlanned } from '@/lib/appointments/appointment.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listPlaces } from '@/lib/countries/place.data'
import { sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { addDays, type Day, dayOf } from '@/lib/shared/dates'
import { listDetained } from './detained.data'
import { slotOf } from './held.data'
import { insertPlan, listPlans, type Plan } from './plan.data'
import { toKey, toWeek } from './plan.rules'
import { findReasons } from './reason.data'
import { toAllSeen } from './seen.rules'
import { listClosures } from './surroundings.data'
import { listJudged } from './upcoming.data'
import { listRequestWords } from './words.data'

const spanOf = (monday: Day) => ({ from: monday, until: addDays(monday, 6) })

/** Appointments of one week that the planner shows. */
const MOST_APPOINTMENTS = 200

/** Everything the planner shows for a week; of the centre named in `see` all people, of the others the first ones. */
export const readWeek = async (
  work: Work,
  {
    week,
    see,
    locale,
    isDiscreet,
  }: {
    readonly week: Day | null
    readonly see: string | null
    readonly locale: Locale
    readonly isDiscreet: boolean
  },
) => {
  const today = dayOf(work.now)
  const monday = toWeek(week, today)
  const span = spanOf(monday)
  const appointments = await listPlanned(work, {
    which: between(span.from, span.until),
    own: sql`true`,
    most: MOST_APPOINTMENTS,
  })
  const places = await listPlaces(work, 'closed_centre')
  const open = places.find(({ slug }) => slug === see)?.slug ?? null
  const { people, leftOut } = await listDetained(work)
  const reasoned = await findReasons(work, people)
  return {
    appointments,
    /** The names in files of appointments and of those who are shown, and of no one else. */
    inFiles: await listShownPeople(
      work,
      [...appointments, ...toAllSeen(reasoned, places, open)].map(({ caseId }) => caseId),
      isDiscreet,
    ),
    today,
    monday,
    places,
    open,
    plans: await listJudged(work, span),
    closures: await listClosures(work, span),
    people: reasoned,
    /** In detention, and not among those who were weighed. */
    leftOut,
    requests: await listRequestWords(work, locale),
    canRepeat: (await listRepeatable(work, monday)).length > 0,
  }
}
export type WeekData = Awaited<ReturnType<typeof readWeek>>

/** Plans of the week before that have no counterpart yet: same centre, same weekday, and that day is still to come. */
const listRepeatable = async (work: Work, monday: Day): Promise<Plan[]> => {
  const taken = new Set((await listPlans(work, spanOf(monday))).map(slotOf))
  const before = await listPlans(work, spanOf(addDays(monday, -7)))
  return before.filter((plan) => {
    const onDate = addDays(plan.onDate, 7)
    return (
      plan.state === 'published' &&
      onDate >= dayOf(work.now) &&
      work.actor.teams.includes(plan.teamId) &&
      !taken.has(slotOf({ ...plan, onDate }))
    )
  })
}

/**
 * Drafts for a week from the plans of the one before: same centres, weekdays, hours and colleagues, and the people who
 * are still there. @returns the ids of the drafts
 */
export const repeatWeekBefore = async (work: Work, monday: Day): Promise<string[]> => {
  const here = new Map((await listDetained(work)).people.map((person) => [toKey(person), person.placeId]))
  const active = new Set(
    (await work.tx.staff.findMany({ where: { active: true }, select: { id: true } })).map(({ id }) => id),
  )
  const made: string[] = []
  for (const { teamId, placeId, startsAt, endsAt, onDate, visitors, people } of await listRepeatable(
    work,
    monday,
  ))
    made.push(
      await insertPlan(work, {
        teamId,
        placeId,
        startsAt,
        endsAt,
        onDate: addDays(onDate, 7),
        visitors: visitors.map(({ id }) => id).filter((id) => active.has(id)),
        people: people.filter((person) => here.get(toKey(person)) === placeId),
      }),
    )
  return made
}
