import type { FigureId } from '@/lib/reporting/figure.rules'
import { dayIn, plus } from './calendar'
import type { RowOf } from './rows'
import type { Seen } from './seen'
import type { Occurrence, Recount } from './tally'

type Event = RowOf<'detention_event'>
type Stay = RowOf<'place_stay'>

const HELD = ['closed_centre', 'return_home', 'inad_centre']
/** After every day. */
const NEVER = '9999-12-30'

/** What holds now of what was written down: not what was corrected since, nor what was taken back. */
const currentEvents = (seen: Seen): Event[] => {
  const replaced = new Set(seen.detention_event.flatMap(({ replaces }) => replaces ?? []))
  return seen.detention_event.filter(
    ({ id, withdrawn_because }) => withdrawn_because === null && !replaced.has(id),
  )
}

/** Stays in places of detention, each with its last day: as written, or the day on which its detention ended. */
export type Held = { readonly stay: Stay; readonly person: string; readonly until: string | null }
export const heldStays = (seen: Seen): Held[] => {
  const ends = currentEvents(seen).filter(({ kind }) => kind === 'ended')
  return seen.place_stay
    .filter(({ place_id }) => HELD.includes(seen.placeOf(place_id)?.kind ?? ''))
    .map((stay) => {
      const days = ends
        .filter(({ episode_id }) => episode_id === stay.episode_id)
        .flatMap(({ on_to }) => on_to ?? [])
      const until = stay.until ?? days.sort().at(-1) ?? null
      return { stay, person: seen.became(stay.person_id), until }
    })
}

const held = (seen: Seen): Occurrence[] =>
  heldStays(seen).map(({ stay, person, until }) => ({
    thing: person,
    person,
    file: stay.case_id,
    office: seen.officeOf(stay.case_id),
    place: stay.place_id,
    first: stay.since,
    last: until,
    written: dayIn(stay.created_at),
  }))

/** A time in detention of one person: its stays in the order in which they began. */
type Time = { readonly person: string; readonly stays: readonly Held[] }

/** A stay whose begin no one knows is sure of its last day alone. */
const beginOf = ({ stay, until }: Held): string => stay.since ?? until ?? NEVER
const lastOf = ({ until }: Held): string => until ?? NEVER

/**
 * Which stays are one time: those of one recorded detention, and those between which there is no day. A recorded detention goes on from its
 * first day to its last, so that whatever lies within it is the same time.
 */
const times = (seen: Seen): Time[] => {
  const byPerson = new Map<string, Held[]>()
  for (const one of heldStays(seen)) byPerson.set(one.person, [...(byPerson.get(one.person) ?? []), one])
  return [...byPerson].flatMap(([person, stays]) => {
    let groups: Held[][] = stays.map((one) => [one])
    const touch = (a: readonly Held[], b: readonly Held[]): boolean => {
      const [fromA, fromB] = [a, b].map((group) => group.map(beginOf).sort()[0] ?? NEVER)
      const [toA, toB] = [a, b].map((group) => group.map(lastOf).sort().at(-1) ?? NEVER)
      if (fromA === undefined || fromB === undefined || toA === undefined || toB === undefined) return false
      return (
        (fromA <= plus(toB, 1) && fromB <= plus(toA, 1)) ||
        a.some(
          ({ stay }) =>
            stay.episode_id !== null && b.some((other) => other.stay.episode_id === stay.episode_id),
        )
      )
    }
    for (let joined = true; joined; ) {
      joined = false
      for (const a of groups) {
        const b = groups.find((other) => other !== a && touch(a, other))
        if (b === undefined) continue
        groups = [...groups.filter((group) => group !== a && group !== b), [...a, ...b]]
        joined = true
        break
      }
    }
    return groups.map((group) => ({
      person,
      stays: group.sort((a, b) =>
        beginOf(a) === beginOf(b) ? (a.stay.id < b.stay.id ? -1 : 1) : beginOf(a) < beginOf(b) ? -1 : 1,
      ),
    }))
  })
}

const isOf = ({ stays }: Time, episodeId: string): boolean =>
  stays.some(({ stay }) => stay.episode_id === episodeId)

/** The end of a time that someone recorded: the last one, unless they were held again after it without a day between. */
const endOf = (seen: Seen, time: Time): Event | null => {
  let last: Event | null = null
  for (const event of currentEvents(seen)) {
    const { on_to } = event
    if (event.kind !== 'ended' || on_to === null || !isOf(time, event.episode_id)) continue
    if (time.stays.some(({ stay }) => stay.since !== null && stay.since > on_to)) continue
    if (last?.on_to == null || on_to > last.on_to || (on_to === last.on_to && event.id < last.id))
      last = event
  }
  return last
}

/** How a time is told: when it began (when each of its stays did), when it ended (by that end, else when each of its stays did). */
const tell = (seen: Seen, time: Time) => {
  const [first] = time.stays
  const last = time.stays.at(-1)
  if (first === undefined || last === undefined) throw new Error('a time without a stay')
  const begins = time.stays.map(({ stay }) => stay.since)
  const ends = time.stays.map(({ until }) => until)
  const end = endOf(seen, time)
  const began = begins.includes(null) ? null : (begins.flatMap((day) => day ?? []).sort()[0] ?? null)
  const left = ends.includes(null)
    ? null
    : (ends
        .flatMap((day) => day ?? [])
        .sort()
        .at(-1) ?? null)
  const written = time.stays.map(({ stay }) => dayIn(stay.created_at)).sort()[0]
  return {
    thing: first.stay.id,
    person: time.person,
    office: seen.officeOf(first.stay.case_id),
    firstPlace: first.stay.place_id,
    lastPlace: last.stay.place_id,
    began,
    over: end?.on_to ?? left,
    end,
    written: written ?? '',
  }
}

/** The first that is known, of the recorded detentions in the order of their stays. */
const arrestOf = (seen: Seen, time: Time): string | null => {
  for (const { stay } of time.stays) {
    const context = seen.detention_episode.find(({ id }) => id === stay.episode_id)?.arrest_context
    if (context !== undefined && context !== 'not_known') return context
  }
  return null
}

/** Of the first order. */
const groundOf = (seen: Seen, time: Time): string | null => {
  const orders = currentEvents(seen).filter(
    ({ kind, episode_id }) => kind === 'ordered' && isOf(time, episode_id),
  )
  const [first] = orders.sort((a, b) => {
    const [dayA, dayB] = [a.on_from ?? NEVER, b.on_from ?? NEVER]
    return dayA === dayB ? (a.id < b.id ? -1 : 1) : dayA < dayB ? -1 : 1
  })
  return first?.ground ?? null
}

const entries = (seen: Seen): Occurrence[] =>
  times(seen).map((time) => {
    const { thing, person, office, firstPlace, began, written } = tell(seen, time)
    const codes = { arrest: arrestOf(seen, time), ground: groundOf(seen, time) }
    return { thing, person, office, place: firstPlace, first: began, last: began, written, codes }
  })

const END_GROUPS: Readonly<Record<string, readonly string[]>> = {
  released_office: ['released_io'],
  released_court: ['released_council_chamber', 'released_no_decision_in_time'],
  released_term: ['released_max_term'],
  admitted: ['admitted_territory', 'protection_granted'],
  recognised: ['identified_minor', 'thb_victim'],
  removed: ['removed'],
  dublin: ['dublin_transferred'],
  voluntary: ['voluntary_departure'],
  other: ['transferred_prison', 'transferred_hospital', 'escaped', 'deceased'],
}
const groupOfEnd = (reason: string | null): string | null =>
  Object.entries(END_GROUPS).find(([, reasons]) => reason !== null && reasons.includes(reason))?.[0] ?? null

const endings = (seen: Seen): Occurrence[] =>
  times(seen).flatMap((time) => {
    const { thing, person, office, lastPlace, over, end, written } = tell(seen, time)
    if (over === null) return []
    const reason = end?.end_reason ?? null
    const codes = { end: groupOfEnd(reason), end_reason: reason === 'unknown' ? null : reason }
    return [{ thing, person, office, place: lastPlace, first: over, last: over, written, codes }]
  })
const endedBy =
  (...groups: readonly (string | null)[]) =>
  (seen: Seen): Occurrence[] =>
    endings(seen).filter(({ codes }) => groups.includes(codes?.end ?? null))

const FREE = ['released_office', 'released_court', 'released_term', 'admitted', 'recognised']
const isFree = ({ codes }: Occurrence): boolean => FREE.includes(codes?.end ?? '')

/** Of how long it lasted: known to us since we first spoke with the person in it, or after. */
const lengths = (seen: Seen): Occurrence[] =>
  times(seen).map((time) => {
    const { thing, person, office, firstPlace, began, over, written } = tell(seen, time)
    const met = seen.encounter
      .filter(
        ({ person_id, outcome, met_on }) =>
          seen.became(person_id) === person && outcome === 'seen' && began !== null && met_on >= began,
      )
      .map(({ met_on }) => met_on)
      .sort()
    return {
      thing,
      person,
      office,
      place: firstPlace,
      first: began,
      last: over,
      written,
      known: met[0] ?? null,
    }
  })

/**
 * Whom an event is about, and where: each person of its detention, in the stay of theirs that goes over its days, else in one that may (its
 * begin is not known, or the day of the event), else in their last one; of several in the last begun.
 */
const whereOf = (seen: Seen, { episode_id, on_from, on_to }: Event): { person: string; place: string }[] => {
  const stays = seen.place_stay.filter((stay) => stay.episode_id === episode_id)
  const people = new Set(stays.map(({ person_id }) => seen.became(person_id)))
  return [...people].map((person) => {
    const own = stays
      .filter((stay) => seen.became(stay.person_id) === person)
      .sort((a, b) => {
        const [dayA, dayB] = [a.since ?? '', b.since ?? '']
        return dayA === dayB ? (a.id < b.id ? -1 : 1) : dayA > dayB ? -1 : 1
      })
    const isAfter = ({ since }: Stay): boolean => since !== null && on_to !== null && since > on_to
    const isBefore = ({ until }: Stay): boolean => until !== null && on_from !== null && until < on_from
    const may = own.filter((stay) => !isAfter(stay) && !isBefore(stay))
    const over = may.find(({ since }) => since !== null && on_from !== null && on_to !== null)
    const place = (over ?? may[0] ?? own[0])?.place_id
    if (place === undefined) throw new Error('held nowhere')
    return { person, place }
  })
}

const happened =
  (kind: string) =>
  (seen: Seen): Occurrence[] =>
    currentEvents(seen)
      .filter((event) => event.kind === kind)
      .flatMap((event): Occurrence[] => {
        const line = {
          thing: event.id,
          file: event.case_id,
          office: seen.officeOf(event.case_id),
          first: event.on_from,
          last: event.on_to,
          written: dayIn(event.created_at),
          codes: {
            order: event.order_kind,
            ground: event.ground,
            phase: event.phase,
            court: event.court,
            petition: event.petition_outcome,
            removal: event.removal_kind,
            attempt: event.removal_outcome,
            isolation: event.isolation_ground,
            channel: event.channel,
          },
        }
        const people = whereOf(seen, event)
        if (people.length === 0) return [{ ...line, person: null, place: null }]
        return people.map(({ person, place }) => ({ ...line, person, place }))
      })
const event = (kind: string) => ({ counts: 'things', when: 'in', lines: happened(kind) }) as const

export const ofDetention = {
  people_held: { counts: 'people', when: 'during', lines: held },
  held_on_day: { counts: 'people', when: 'on', lines: held },
  detentions: { counts: 'things', when: 'in', lines: entries },
  detentions_ended: { counts: 'things', when: 'in', lines: endings },
  released: { counts: 'things', when: 'in', lines: endedBy(...FREE) },
  removed: { counts: 'things', when: 'in', lines: endedBy('removed', 'dublin') },
  end_not_recorded: { counts: 'things', when: 'in', lines: endedBy(null) },
  ends_known: { counts: 'things', when: 'in', lines: endedBy(...Object.keys(END_GROUPS)) },
  share_released: { counts: 'things', when: 'in', lines: endedBy(...Object.keys(END_GROUPS)), share: isFree },
  length: { counts: 'lengths', when: 'during', lines: lengths },
  orders: event('ordered'),
  petitions: event('petition_filed'),
  people_petitioning: { counts: 'people', when: 'in', lines: happened('petition_filed') },
  share_petitioning: {
    counts: 'people',
    when: 'during',
    lines: held,
    part: { counts: 'people', when: 'in', lines: happened('petition_filed') },
  },
  dublin_held: {
    counts: 'people',
    when: 'in',
    lines: (seen) =>
      happened('ordered')(seen).filter(({ codes }) =>
        ['art_51_5', 'art_51_5_1'].includes(codes?.ground ?? ''),
      ),
  },
  petitions_decided: event('petition_decided'),
  removals_planned: event('removal_planned'),
  removal_attempts: event('removal_ended'),
  isolations: event('isolation_began'),
  people_isolated: { counts: 'people', when: 'in', lines: happened('isolation_began') },
  hunger_strikes: event('hunger_strike_began'),
  incidents: event('incident'),
  complaints: event('complaint_filed'),
  complaints_answered: event('complaint_answered'),
} as const satisfies Partial<Record<FigureId, Recount>>
