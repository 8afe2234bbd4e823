import type { FigureId } from '@/lib/reporting/figure.rules'
import { dayIn, plus, yearsOld } from './calendar'
import { type Held, heldStays } from './detention'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

/** After the last period that is asked about. */
const HORIZON = '2027-02-01'

/** On a day, by the claim that makes them youngest and by the one that makes them oldest; null without any. */
const isChild = (seen: Seen, person: string, on: string): { youngest: boolean; oldest: boolean } | null => {
  const claims = seen.age_claim.flatMap(({ person_id, withdrawn_at, born_latest }) =>
    seen.became(person_id) === person && withdrawn_at === null && born_latest !== null ? [born_latest] : [],
  )
  const under = claims.map((born) => born > on || yearsOld(born, on) < 18)
  return under.length === 0 ? null : { youngest: under.includes(true), oldest: !under.includes(false) }
}

/** The last day of a stay on which someone was a child. */
const lastAsChild = (seen: Seen, { stay, person, until }: Held): string | null => {
  const first = stay.since
  if (first === null) return until !== null && isChild(seen, person, until)?.youngest === true ? until : null
  if (until !== null && isChild(seen, person, until)?.youngest === true) return until
  let day = first
  const last = until !== null && until < HORIZON ? until : HORIZON
  while (day < last && isChild(seen, person, plus(day, 1))?.youngest === true) day = plus(day, 1)
  return day
}
const childStays = (seen: Seen): (Held & { readonly last: string | null; readonly minority: string })[] =>
  heldStays(seen).flatMap((held) => {
    const { stay, person } = held
    const on = stay.since
    const child = isChild(seen, person, on ?? '1900-01-01')
    if (child === null || (on !== null && !child.youngest)) return []
    const minority = on === null || child.oldest ? 'undisputed' : 'disputed'
    return [{ ...held, last: lastAsChild(seen, held), minority }]
  })

const line = (seen: Seen, { stay, person }: Held): Occurrence => ({
  thing: person,
  person,
  file: stay.case_id,
  office: seen.officeOf(stay.case_id),
  place: stay.place_id,
  first: stay.since,
  last: null,
  written: dayIn(stay.created_at),
})
const children =
  (is: (placeKind: string | undefined) => boolean) =>
  (seen: Seen): Occurrence[] =>
    childStays(seen)
      .filter(({ stay }) => is(seen.placeOf(stay.place_id)?.kind))
      .map((one) => ({ ...line(seen, one), last: one.last, codes: { minority: one.minority } }))
const childDays = (seen: Seen): Occurrence[] =>
  childStays(seen).flatMap((one) => {
    const days: Occurrence[] = []
    const today = dayIn(new Date())
    const last = one.last === null || one.last > today ? today : one.last
    for (let day = one.stay.since; day !== null && day <= last; day = plus(day, 1))
      days.push({
        ...line(seen, one),
        thing: `${one.person} ${day}`,
        first: day,
        last: day,
        codes: { minority: one.minority },
      })
    return days
  })

type Member = RowOf<'case_person'>
const relatives = (seen: Seen, caseId: string): Member[] =>
  seen.case_person.filter(
    ({ case_id, role, left_because }) =>
      case_id === caseId && role !== 'companion' && left_because !== 'mistake',
  )
const isThere = ({ role, since, until }: Member, { stay, until: left }: Held): boolean =>
  (until === null || stay.since === null || until >= stay.since) &&
  (role === 'principal' || since === null || left === null || since <= left)

const ofFile = (seen: Seen, held: Held): Occurrence => ({
  ...line(seen, held),
  thing: held.stay.case_id,
  person: null,
  last: held.until,
})
const families = (seen: Seen): Occurrence[] =>
  heldStays(seen).flatMap((held) => {
    const people = relatives(seen, held.stay.case_id).filter((one) => isThere(one, held))
    const on = held.stay.since
    const hasChild = people.some(({ person_id, role }) => {
      const child = on === null ? null : isChild(seen, seen.became(person_id), on)
      return child === null ? role === 'child' : child.youngest
    })
    return people.length >= 2 && hasChild ? [ofFile(seen, held)] : []
  })

/** Day by day: one is held, another one is in the file and is not. */
const splits = (seen: Seen): Occurrence[] => {
  const all = heldStays(seen)
  return all.flatMap((held) => {
    const people = relatives(seen, held.stay.case_id)
    const isOne = people.some(({ person_id }) => seen.became(person_id) === held.person)
    const others = people.filter((one) => seen.became(one.person_id) !== held.person && isThere(one, held))
    const days: Occurrence[] = []
    if (!isOne || held.stay.since === null) return []
    for (let day = held.stay.since; day <= (held.until ?? HORIZON) && day <= HORIZON; day = plus(day, 1)) {
      const apart = others.some(
        ({ person_id, role, since, until }) =>
          (role === 'principal' || since === null || since <= day) &&
          (until === null || until >= day) &&
          !all.some(
            (one) =>
              one.person === seen.became(person_id) &&
              (one.stay.since === null || one.stay.since <= day) &&
              (one.until === null || one.until >= day),
          ),
      )
      if (apart) days.push({ ...ofFile(seen, held), first: day, last: day })
    }
    return days
  })
}

export const ofFamilies = {
  families_held: { counts: 'things', when: 'during', lines: families },
  children_held: { counts: 'people', when: 'during', lines: children(() => true) },
  children_held_on_day: { counts: 'people', when: 'on', lines: children(() => true) },
  child_days: { counts: 'things', when: 'in', lines: childDays },
  minors_in_centres: {
    counts: 'people',
    when: 'during',
    lines: children((kind) => kind === 'closed_centre'),
  },
  families_split: { counts: 'things', when: 'during', lines: splits },
} as const satisfies Partial<Record<FigureId, Recount>>
