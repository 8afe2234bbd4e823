import { type Holiday, holidayOn } from '@/lib/holidays/holiday.rules'
import type { Locale } from '@/lib/i18n/locales'
import type { Actor } from '@/lib/shared/actor'
import type { Day } from '@/lib/shared/dates'
import type { Closure, Conflict } from './conflict.rules'
import { daysOfWeek, toKey } from './plan.rules'
import { type ReasonProps, toLabels, toReasons } from './plan.view'
import type { WeekData } from './week.data'

export type PlanCard = {
  readonly id: string
  readonly version: number
  readonly centre: string
  readonly onDate: Day
  readonly state: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly visitors: readonly string[]
  readonly people: number
  readonly conflicts: readonly Conflict[]
  readonly isMine: boolean
  readonly isHeld: boolean
}
export type SuggestionLine = {
  readonly key: string
  readonly caseId: string
  readonly personId: string
  readonly code: string
  readonly initials: string
  readonly lastMetOn: Day | null
  readonly reasons: readonly ReasonProps[]
  readonly isWished: boolean
  /** The days of this week on which someone means to see the person. */
  readonly plannedOn: readonly Day[]
}
export type CentreRow = {
  readonly id: string
  readonly slug: string
  readonly label: string
  readonly closures: readonly Closure[]
  readonly cells: readonly {
    readonly day: Day
    readonly isPast: boolean
    readonly isClosed: boolean
    readonly isHoliday: boolean
    readonly plans: readonly PlanCard[]
  }[]
  /** People with a reason, the most urgent first. */
  readonly suggested: readonly SuggestionLine[]
  /** Everyone else who is there. */
  readonly others: readonly SuggestionLine[]
}
export type WeekProps = {
  readonly today: Day
  readonly monday: Day
  readonly days: readonly Day[]
  /** Legal holidays of this week. */
  readonly holidays: readonly { readonly day: Day; readonly holiday: Holiday }[]
  readonly centres: readonly CentreRow[]
  readonly drafts: readonly { readonly planId: string; readonly version: number }[]
  readonly plans: readonly PlanCard[]
  readonly labels: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string>>
  readonly canRepeat: boolean
}

const toCard = (plan: WeekData['plans'][number], actor: Pick<Actor, 'id'>, label: string): PlanCard => ({
  id: plan.id,
  version: plan.version,
  centre: label,
  onDate: plan.onDate,
  state: plan.state,
  startsAt: plan.startsAt,
  endsAt: plan.endsAt,
  visitors: plan.visitors.map(({ name }) => name),
  people: plan.people.length,
  conflicts: plan.conflicts,
  isMine: plan.visitors.some(({ id }) => id === actor.id),
  isHeld: plan.isHeld,
})

/** The week as the page draws it: a row for each centre, a cell for each day, and who should be seen there. */
export const toWeekProps = (data: WeekData, actor: Pick<Actor, 'id'>, locale: Locale): WeekProps => {
  const labels = toLabels(data.places, locale)
  const days = daysOfWeek(data.monday)
  const holidays = days.flatMap((day) => {
    const holiday = holidayOn(day)
    return holiday === null ? [] : [{ day, holiday }]
  })
  const plannedOn = (key: string): Day[] =>
    data.plans.flatMap(({ onDate, people }) => (people.some((one) => toKey(one) === key) ? [onDate] : []))
  const toLine = (person: WeekData['people'][number]): SuggestionLine => ({
    key: toKey(person),
    caseId: person.caseId,
    personId: person.personId,
    code: person.code,
    initials: person.initials,
    lastMetOn: person.lastMet?.on ?? null,
    reasons: toReasons(person, data.requests),
    isWished: person.reasons.some(({ code }) => code === 'wished'),
    plannedOn: plannedOn(toKey(person)),
  })
  const cards = data.plans.map((plan) => ({ plan, card: toCard(plan, actor, labels[plan.placeId] ?? '') }))
  return {
    today: data.today,
    monday: data.monday,
    days,
    holidays,
    labels,
    names: Object.fromEntries(
      data.plans.flatMap(({ visitors }) => visitors.map(({ id, name }) => [id, name])),
    ),
    canRepeat: data.canRepeat,
    plans: cards.map(({ card }) => card),
    drafts: cards.flatMap(({ card: { id, version, state } }) =>
      state === 'draft' ? [{ planId: id, version }] : [],
    ),
    centres: data.places.map(({ id, slug }) => {
      const closures = data.closures.filter(({ placeId }) => placeId === id)
      const there = data.people.filter(({ placeId }) => placeId === id)
      return {
        id,
        slug,
        label: labels[id] ?? '',
        closures,
        cells: days.map((day) => ({
          day,
          isPast: day < data.today,
          isClosed: closures.some(({ from, until }) => from <= day && day <= until),
          isHoliday: holidays.some((one) => one.day === day),
          plans: cards.flatMap(({ plan, card }) =>
            plan.placeId === id && plan.onDate === day ? [card] : [],
          ),
        })),
        suggested: there.filter(({ reasons }) => reasons.length > 0).map(toLine),
        others: there.filter(({ reasons }) => reasons.length === 0).map(toLine),
      }
    }),
  }
}

/** What was on the screen, for the audit log. */
export const toShown = ({ plans, people }: WeekData) => ({
  planIds: plans.map(({ id }) => id),
  caseIds: [...new Set([...people, ...plans.flatMap((plan) => plan.people)].map(({ caseId }) => caseId))],
})
