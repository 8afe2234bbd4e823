import { clashesOf } from '@/lib/appointments/appointment.rules'
import { toTaken, toTakenByVisit } from '@/lib/appointments/appointment.view'
import { isDanger } from '@/lib/cases/danger.rules'
import { toMonday } from '@/lib/detention/visit.rules'
import { holidayOn } from '@/lib/holidays/holiday.rules'
import type { Locale } from '@/lib/i18n/locales'
import type { Actor } from '@/lib/shared/actor'
import type { Day } from '@/lib/shared/dates'
import { daysOfWeek, nameIn, toKey } from './plan.rules'
import { toLabels, toReasons } from './plan.view'
import { toAllSeen, toSeen } from './seen.rules'
import type { WeekData } from './week.data'

const toCard = (
  plan: WeekData['plans'][number],
  { actorId, label, inDanger }: { actorId: string; label: string; inDanger: ReadonlySet<string> },
) => ({
  id: plan.id,
  version: plan.version,
  centre: label,
  onDate: plan.onDate,
  state: plan.state,
  startsAt: plan.startsAt,
  endsAt: plan.endsAt,
  visitors: plan.visitors.map(({ name }) => name),
  people: plan.people.length,
  /** How many of them are in danger. */
  inDanger: plan.people.filter((one) => inDanger.has(toKey(one))).length,
  conflicts: plan.conflicts,
  isMine: plan.visitors.some(({ id }) => id === actorId),
  isHeld: plan.isHeld,
})
export type PlanCard = ReturnType<typeof toCard>

/** Appointments at the hours of another one or of a visit; two visits of one day are said beside the plan. */
const toClashes = (data: WeekData, labels: Readonly<Record<string, string>>) =>
  clashesOf([
    ...data.appointments.map(toTaken),
    ...data.plans.map((plan) => toTakenByVisit(plan, labels[plan.placeId] ?? '')),
  ]).filter(({ one, other }) => one.what === 'appointment' || other.what === 'appointment')

/** The week as the page draws it: a row for each centre, a cell for each day, and who should be seen there. */
export const toWeekProps = (data: WeekData, actor: Pick<Actor, 'id'>, locale: Locale) => {
  const labels = toLabels(data.places, locale)
  const days = daysOfWeek(data.monday)
  const holidays = days.flatMap((day) => {
    const holiday = holidayOn(day)
    return holiday === null ? [] : [{ day, holiday }]
  })
  const plannedOn = (key: string): Day[] =>
    data.plans.flatMap(({ onDate, people }) => (people.some((one) => toKey(one) === key) ? [onDate] : []))
  const toLine = (person: WeekData['people'][number]) => ({
    ...nameIn(data.inFiles, person),
    key: toKey(person),
    caseId: person.caseId,
    personId: person.personId,
    code: person.code,
    isOnScreenOnly: person.isOnScreenOnly,
    lastMetOn: person.lastMet?.on ?? null,
    reasons: toReasons(person, data.requests),
    isWished: person.reasons.some(({ code }) => code === 'wished'),
    /** The days of this week on which someone means to see the person. */
    plannedOn: plannedOn(toKey(person)),
  })
  const inDanger = new Set(data.people.filter(({ danger }) => isDanger(danger.rank)).map(toKey))
  const cards = data.plans.map((plan) => ({
    plan,
    card: toCard(plan, { actorId: actor.id, label: labels[plan.placeId] ?? '', inDanger }),
  }))
  return {
    today: data.today,
    monday: data.monday,
    thisMonday: toMonday(data.today),
    days,
    /** Legal holidays of this week. */
    holidays,
    labels,
    names: Object.fromEntries(
      data.plans.flatMap(({ visitors }) => visitors.map(({ id, name }) => [id, name])),
    ),
    canRepeat: data.canRepeat,
    leftOut: data.leftOut,
    weighed: data.people.length,
    appointments: data.appointments,
    inFiles: data.inFiles,
    clashes: toClashes(data, labels),
    plans: cards.map(({ card }) => card),
    drafts: cards.flatMap(({ card: { id, version, state } }) =>
      state === 'draft' ? [{ planId: id, version }] : [],
    ),
    centres: data.places.map(({ id, slug }) => {
      const closures = data.closures.filter(({ placeId }) => placeId === id)
      const isOpen = slug === data.open
      const { there, suggested, suggestedKeys, others, toSee, otherCount } = toSeen(data.people, id, isOpen)
      const isClosed = (day: Day): boolean => closures.some(({ from, until }) => from <= day && day <= until)
      const isHoliday = (day: Day): boolean => holidays.some((one) => one.day === day)
      return {
        id,
        slug,
        label: labels[id] ?? '',
        closures,
        cells: days.map((day) => ({
          day,
          isPast: day < data.today,
          isClosed: isClosed(day),
          isHoliday: isHoliday(day),
          plans: cards.flatMap(({ plan, card }) =>
            plan.placeId === id && plan.onDate === day ? [card] : [],
          ),
        })),
        /** The first day of this week on which nothing speaks against a visit; null when it is over. */
        firstDay:
          days.find((day) => day >= data.today && !isClosed(day) && !isHoliday(day)) ??
          days.find((day) => day >= data.today) ??
          null,
        inDanger: there.filter((person) => inDanger.has(toKey(person))).length,
        /** Of those the ones whom no visit of this week is for. */
        unplannedInDanger: there.map(toKey).filter((key) => inDanger.has(key) && plannedOn(key).length === 0),
        /** Of all to see there, as many as no visit of this week is for. */
        unplanned: suggestedKeys.filter((key) => plannedOn(key).length === 0).length,
        hasVisit: data.plans.some(({ placeId }) => placeId === id),
        isOpen,
        toSee,
        suggested: suggested.map(toLine),
        otherCount,
        others: others.map(toLine),
      }
    }),
  }
}
export type WeekProps = ReturnType<typeof toWeekProps>
export type CentreRow = WeekProps['centres'][number]
export type SuggestionLine = CentreRow['suggested'][number]

/** What was on the screen, for the audit log. */
export const toShown = (data: WeekData) => {
  const seen = toAllSeen(data.people, data.places, data.open)
  const planned = data.plans.flatMap(({ people }) => people)
  return {
    planIds: data.plans.map(({ id }) => id),
    caseIds: [...new Set([...seen, ...planned, ...data.appointments].map(({ caseId }) => caseId))],
  }
}
