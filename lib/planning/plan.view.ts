import type { ShownName } from '@/lib/cases/shown-people.data'
import type { Locale } from '@/lib/i18n/locales'
import type { Day } from '@/lib/shared/dates'
import type { Surroundings } from './conflict.rules'
import { fitsIn, type Pace } from './hours.rules'
import type { Plan } from './plan.data'
import { toKey } from './plan.rules'
import type { NewPlanForm, PlanForm } from './plan.schema'
import type { NamedSuggestion, OpenedPlan, PreparedPlan } from './prepare-plan.data'
import type { Suggestion } from './reason.data'
import { tickFor } from './tick.rules'

/** One line of the list on a plan. */
export type PersonChoice = ShownName & {
  /** "case:person" */
  readonly key: string
  readonly code: string
  readonly lastMetOn: Day | null
  readonly reasons: readonly ReasonProps[]
  readonly isHere: boolean
}
/** A colleague or an office to choose from. */
type Named = { readonly id: string; readonly name: string }

/** What the form shows beside its fields. */
export type PlanFormProps = {
  readonly today: Day
  readonly centre: { readonly id: string; readonly slug: string; readonly label: string }
  readonly planId: string | null
  readonly colleagues: readonly Named[]
  readonly people: readonly PersonChoice[]
  /** What earlier visits took for each person, or the assumption. */
  readonly pace: Pace
  readonly around: Surroundings
  /** Labels of centres by id, and names of colleagues by id, for sentences about conflicts. */
  readonly centres: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string>>
}

export const toReasons = ({ reasons }: Pick<Suggestion, 'reasons'>, requests: ReadonlyMap<string, string>) =>
  reasons.map(({ code, on, days, requests: asked }) => ({
    code,
    on,
    days,
    what: asked.map((one) => requests.get(one) ?? one),
  }))
/** A reason to see someone, with its words where they come from a code list. */
export type ReasonProps = ReturnType<typeof toReasons>[number]

const toChoice = (person: NamedSuggestion, requests: ReadonlyMap<string, string>): PersonChoice => ({
  key: toKey(person),
  code: person.code,
  full: person.full,
  initials: person.initials,
  lastMetOn: person.lastMet?.on ?? null,
  reasons: toReasons(person, requests),
  isHere: true,
})

/** Those of the plan first and in its order: the list on the screen, the paper and the log have the same numbers. */
const inOrder = (people: readonly PersonChoice[], keys: readonly string[]): PersonChoice[] => [
  ...keys.flatMap((key) => people.find((one) => one.key === key) ?? []),
  ...people.filter(({ key }) => !keys.includes(key)),
]

/** Labels of the centres by id. */
export const toLabels = (
  places: readonly { readonly id: string; readonly label: Readonly<Record<Locale, string>> }[],
  locale: Locale,
): Record<string, string> => Object.fromEntries(places.map(({ id, label }) => [id, label[locale]]))

const toNames = (people: readonly Named[]): Record<string, string> =>
  Object.fromEntries(people.map(({ id, name }) => [id, name]))

/** A new plan: what its fields hold at first, and what stands around them. */
export const toNewPlan = (
  {
    today,
    onDate,
    centre,
    places,
    teams,
    colleagues,
    around,
    people,
    pace,
    requests,
    lastTime,
  }: PreparedPlan,
  locale: Locale,
): { readonly fields: NewPlanForm; readonly teams: readonly Named[]; readonly props: PlanFormProps } => ({
  fields: {
    teamId: teams[0]?.id ?? '',
    placeId: centre.id,
    onDate,
    startsAt: lastTime.startsAt ?? '',
    endsAt: lastTime.endsAt ?? '',
    visitors: [...lastTime.visitors],
    // In the order of the list, which is the order of the numbers.
    people: tickFor(people, {
      fits: fitsIn(
        { startsAt: lastTime.startsAt, endsAt: lastTime.endsAt, visitors: lastTime.visitors.length },
        pace,
      ),
      lastVisitOn: lastTime.visitedOn,
    }).map(toKey),
  },
  teams,
  props: {
    today,
    planId: null,
    centre: { id: centre.id, slug: centre.slug, label: centre.label[locale] },
    colleagues,
    people: people.map((person) => toChoice(person, requests)),
    pace,
    around,
    centres: toLabels(places, locale),
    names: toNames(colleagues),
  },
})

/** The fields of a plan that stands; also what a colleague saved meanwhile. */
export const toPlanForm = (plan: Plan): PlanForm => ({
  planId: plan.id,
  version: plan.version,
  onDate: plan.onDate,
  startsAt: plan.startsAt ?? '',
  endsAt: plan.endsAt ?? '',
  visitors: plan.visitors.map(({ id }) => id),
  people: plan.people.map(toKey),
})

export const toOpenedPlan = (
  { today, plan, places, colleagues, around, people, pace, requests, gone }: OpenedPlan,
  locale: Locale,
): { readonly fields: PlanForm; readonly props: PlanFormProps } => {
  const centres = toLabels(places, locale)
  const choices = [
    ...people.map((person) => toChoice(person, requests)),
    ...gone.map((person) => ({
      key: toKey(person),
      code: person.code,
      full: person.name === '' ? null : person.name,
      initials: person.initials,
      lastMetOn: null,
      reasons: [],
      isHere: false,
    })),
  ]
  // Anyone who stands on the plan is offered, also from another office.
  const others = plan.visitors.filter(({ id }) => colleagues.every((one) => one.id !== id))
  const all = [...colleagues, ...others]
  return {
    fields: toPlanForm(plan),
    props: {
      today,
      planId: plan.id,
      centre: { id: plan.placeId, slug: plan.place.slug, label: centres[plan.placeId] ?? '' },
      colleagues: all,
      people: inOrder(choices, plan.people.map(toKey)),
      pace,
      around,
      centres,
      names: toNames(all),
    },
  }
}
