import type { FigureId } from '@/lib/reporting/figure.rules'
import { plus } from './calendar'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

const onDay = (day: string) => ({ first: day, last: day, written: day })

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const line = (visit: RowOf<'visit'>, amount: number | null = null): Occurrence => ({
  thing: visit.id,
  person: null,
  office: visit.team_id,
  place: visit.place_id,
  ...onDay(visit.on_date),
  codes: { access: visit.access, project: visit.project_id },
  amount,
})
const visitorsOf = (seen: Seen, visit: RowOf<'visit'>): number =>
  seen.visit_visitor.filter(({ visit_id }) => visit_id === visit.id).length
const hoursOf = (seen: Seen, visit: RowOf<'visit'>): number | null =>
  visit.starts_at === null || visit.ends_at === null
    ? null
    : (visitorsOf(seen, visit) * (minutesOf(visit.ends_at) - minutesOf(visit.starts_at))) / 60

const within = (seen: Seen, visitId: string, thing: string, more: Partial<Occurrence>): Occurrence => {
  const visit = seen.visit.find(({ id }) => id === visitId)
  if (visit === undefined) throw new Error(`${thing} is of no visit`)
  return { ...line(visit), thing, codes: {}, ...more }
}

/** Each day of each centre on which it was closed to us: two closures of one day are one, one that was lifted is none. */
const closedDays = (seen: Seen): Occurrence[] => {
  const days = new Map<string, Occurrence>()
  for (const { place_id, from_day, until_day, lifted_at } of seen.centre_closure) {
    if (lifted_at !== null) continue
    for (let day = from_day; day <= until_day; day = plus(day, 1)) {
      const thing = `${place_id} ${day}`
      days.set(thing, { thing, person: null, office: null, place: place_id, ...onDay(day) })
    }
  }
  return [...days.values()]
}

export const ofVisits = {
  visits: { counts: 'things', when: 'in', lines: (seen) => seen.visit.map((visit) => line(visit)) },
  visitor_days: {
    counts: 'sum',
    when: 'in',
    lines: (seen) => seen.visit.map((visit) => line(visit, visitorsOf(seen, visit))),
  },
  visit_hours: {
    counts: 'sum',
    when: 'in',
    lines: (seen) => seen.visit.map((visit) => line(visit, hoursOf(seen, visit))),
  },
  hindered_visits: {
    counts: 'things',
    when: 'in',
    lines: (seen) => seen.visit.filter(({ access }) => access !== 'granted').map((visit) => line(visit)),
  },
  share_hindered: {
    counts: 'things',
    when: 'in',
    lines: (seen) => seen.visit.map((visit) => line(visit)),
    share: ({ codes }) => codes?.access !== 'granted',
  },
  waiting: {
    counts: 'median',
    when: 'in',
    lines: (seen) => seen.visit.map((visit) => line(visit, visit.waiting_minutes)),
  },
  closed_days: { counts: 'things', when: 'in', lines: closedDays },
  group_people: {
    counts: 'sum',
    when: 'in',
    lines: (seen) =>
      seen.visit_group.map(({ id, visit_id, people }) => within(seen, visit_id, id, { amount: people })),
  },
  observations: {
    counts: 'things',
    when: 'in',
    lines: (seen) =>
      seen.visit_observation.map(({ id, visit_id, theme }) =>
        within(seen, visit_id, id, { codes: { theme } }),
      ),
  },
} as const satisfies Partial<Record<FigureId, Recount>>
