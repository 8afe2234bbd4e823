import 'server-only'
import { scopeVisits } from '@/lib/access/scope'
import { listWorkingOffices } from '@/lib/cases/open-office.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listPlaces } from '@/lib/countries/place.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listFellowVisitors } from '@/lib/detention/fellows.data'
import type { Locale } from '@/lib/i18n/locales'
import { findVisitFacts } from '@/lib/lists/place-name.data'
import { addDays, type Day, dayOf, toDate } from '@/lib/shared/dates'
import { listDetained } from './detained.data'
import { findLastTime } from './last-time.data'
import { findPace } from './pace.data'
import { getPlan, listPlans, type Plan } from './plan.data'
import { nameIn, toKey, toWeek } from './plan.rules'
import { listPlanned } from './planned.data'
import { findReasons, type Suggestion } from './reason.data'
import { findSurroundings } from './surroundings.data'
import { listRequestWords } from './words.data'

const AHEAD_DAYS = 190

/** In discreet mode names are opened for the initials and go no further. */
const withNames = async (work: Work, people: readonly Suggestion[], isDiscreet: boolean) => {
  const shown = await listShownPeople(
    work,
    people.map(({ caseId }) => caseId),
    isDiscreet,
  )
  return people.map((person) => ({ ...person, ...nameIn(shown, person) }))
}
export type NamedSuggestion = Awaited<ReturnType<typeof withNames>>[number]

/** What the form of a plan needs about its centre, for a new plan and for one that is changed. */
const readCentre = async (
  work: Work,
  placeId: string,
  { locale, isDiscreet }: { readonly locale: Locale; readonly isDiscreet: boolean },
) => {
  const today = dayOf(work.now)
  const span = { from: today, until: addDays(today, AHEAD_DAYS) }
  const plans = await listPlans(work, span)
  const { people } = await listDetained(work, { placeId })
  const colleagues = await listFellowVisitors(work)
  const around = await findSurroundings(work, {
    ...span,
    plans,
    staffIds: [...new Set([...colleagues, ...plans.flatMap(({ visitors }) => visitors)].map(({ id }) => id))],
  })
  return {
    today,
    colleagues,
    around: around(placeId),
    people: await withNames(work, await findReasons(work, people), isDiscreet),
    pace: await findPace(work, placeId),
    facts: await findVisitFacts(work, placeId),
    requests: await listRequestWords(work, locale),
  }
}

/** A new plan: the centre and the day of the cell that was pressed, with who went last time and whom to see now. */
export const preparePlan = async (
  work: Work,
  asked: {
    readonly slug: string | undefined
    readonly day: Day | null
    readonly locale: Locale
    readonly isDiscreet: boolean
  },
) => {
  const places = await listPlaces(work, 'closed_centre')
  const centre = places.find(({ slug }) => slug === asked.slug) ?? places[0]
  if (centre === undefined) throw new NotFound()
  const about = await readCentre(work, centre.id, asked)
  const day = asked.day ?? toWeek(null, about.today)
  const isOver = day < about.today
  const onDate = isOver ? about.today : day
  const last = await findLastTime(work, { placeId: centre.id, before: onDate })
  const known = new Set(about.colleagues.map(({ id }) => id))
  const visitors = last.visitors.filter((id) => known.has(id))
  return {
    ...about,
    onDate,
    centre,
    places,
    teams: await listWorkingOffices(work),
    lastTime: { ...last, visitors: visitors.length > 0 ? visitors : [work.actor.id] },
  }
}
export type PreparedPlan = Awaited<ReturnType<typeof preparePlan>>

/** A plan that stands, with the same surroundings. Out of reach is not found. */
export const openPlan = async (
  work: Work,
  id: string,
  reader: { readonly locale: Locale; readonly isDiscreet: boolean },
) => {
  const plan: Plan = await getPlan(work, id)
  const about = await readCentre(work, plan.placeId, reader)
  const here = new Set(about.people.map(toKey))
  const held = await work.tx.visit.findFirst({
    where: {
      AND: [
        scopeVisits(work.actor, 'visit:read'),
        { placeId: plan.placeId, teamId: plan.teamId, onDate: toDate(plan.onDate) },
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return {
    ...about,
    plan,
    places: await listPlaces(work, 'closed_centre'),
    /** Planned, and not in this centre any more as far as we know. */
    gone: await listPlanned(
      work,
      plan.people.filter((person) => !here.has(toKey(person))),
      { names: !reader.isDiscreet },
    ),
    heldId: held?.id ?? null,
  }
}
export type OpenedPlan = Awaited<ReturnType<typeof openPlan>>
