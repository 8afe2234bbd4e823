/** Freezing: from the encounters of a closed period to coarse rows in which nobody has an identifier. */
import { elsewhere } from './hierarchy.rules'
import { contributionCap, type Unit } from './measure.rules'

export type LiveEncounter = {
  id: string
  visitId: string
  personId: string
  /** False when the person was not spoken to: a signal may still have been raised about her. */
  isMet: boolean
  /** Centre code, or null outside the listed centres. */
  centre: string | null
  metOn: string
}
export type LivePerson = { nationality: string; ageBand: string }
/** A topic or a signal of one encounter. */
export type LiveItem = { encounterId: string; code: string }

export type FrozenRow = {
  unit: Unit
  row: number
  person: number
  rk: number
  event: number | null
  eventKey: number | null
  hh: number
  org: number
  centre: string | null
  nationality: string | null
  ageBand: string
  topic: string | null
  signal: string | null
}

export type Live = {
  encounters: readonly LiveEncounter[]
  topics: readonly LiveItem[]
  signals: readonly LiveItem[]
  personOf: (personId: string) => LivePerson
  /** Four bytes of HMAC under the snapshot's key: keys, numbers and every order come from it, and from nothing else. */
  keyOf: (text: string) => number
}

/** An order that nobody can foretell without the key; equal for equal input, so that a rebuild can be compared. */
function shuffle<T>(list: readonly T[], name: (one: T) => string, keyOf: Live['keyOf']): T[] {
  return list
    .map((one) => ({ one, text: name(one), at: keyOf(name(one)) }))
    .sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1))
    .map(({ one }) => one)
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Where a person was met most often; of two such centres, where she was met last. */
function mainCentre(encounters: readonly LiveEncounter[]): string {
  const centres = [...groupBy(encounters, (one) => one.centre ?? elsewhere)].map(([centre, own]) => ({
    centre,
    times: own.length,
    last:
      own
        .map((one) => one.metOn)
        .sort()
        .at(-1) ?? '',
  }))
  centres.sort((a, b) => b.times - a.times || (a.last < b.last ? 1 : -1))
  return centres[0]?.centre ?? elsewhere
}

type Draft = {
  unit: Unit
  personId: string
  centre: string | null
  /** Name of the counted event; its key and number are made from it. */
  eventName: string | null
  topic: string | null
  signal: string | null
}

/** The contributions of each person, five at most, chosen by the snapshot's own chance. */
function cap(drafts: readonly Draft[], keyOf: Live['keyOf']): Draft[] {
  const nameOf = (one: Draft): string =>
    [one.unit, one.personId, one.eventName, one.topic, one.signal].join('|')
  return [...groupBy(drafts, (one) => one.personId).values()].flatMap((own) => {
    const distinct = [...new Map(own.map((one) => [nameOf(one), one])).values()]
    if (distinct.length <= contributionCap) return distinct
    return shuffle(distinct, (one) => `order|${nameOf(one)}`, keyOf).slice(0, contributionCap)
  })
}

function draftsOf(live: Live): Draft[] {
  const met = live.encounters.filter((one) => one.isMet)
  const byId = new Map(live.encounters.map((one) => [one.id, one]))
  const none = { centre: null, eventName: null, topic: null, signal: null }
  const ofItems = (items: readonly LiveItem[], toDraft: (personId: string, code: string) => Draft): Draft[] =>
    items.flatMap((item) => {
      const encounter = byId.get(item.encounterId)
      return encounter ? [toDraft(encounter.personId, item.code)] : []
    })
  const eventsOf = (unit: 'encounter' | 'visit', nameOf: (one: LiveEncounter) => string): Draft[] =>
    met.map((one) => ({
      ...none,
      unit,
      personId: one.personId,
      centre: one.centre ?? elsewhere,
      eventName: `${unit}|${nameOf(one)}`,
    }))
  return [
    ...[...groupBy(met, (one) => one.personId)].map(
      ([personId, own]): Draft => ({ ...none, unit: 'person', personId, centre: mainCentre(own) }),
    ),
    ...cap(
      eventsOf('encounter', (one) => one.id),
      live.keyOf,
    ),
    ...cap(
      eventsOf('visit', (one) => one.visitId),
      live.keyOf,
    ),
    ...cap(
      ofItems(live.topics, (personId, topic) => ({ ...none, unit: 'topic', personId, topic })),
      live.keyOf,
    ),
    ...cap(
      ofItems(live.signals, (personId, signal) => ({ ...none, unit: 'signal', personId, signal })),
      live.keyOf,
    ),
  ]
}

/** What one part of a snapshot leaves to the next: how far its numbers have come, and the numbers of visits. */
type Counted = {
  persons: number
  events: number
  readonly visits: Map<string, number>
  readonly rows: Map<Unit, number>
}

/** The next numbers, given out in an order that nobody can foretell. */
function numberFrom(names: readonly string[], before: number, keyOf: Live['keyOf']): Map<string, number> {
  return new Map(shuffle([...new Set(names)], (one) => one, keyOf).map((one, i) => [one, before + i + 1]))
}

/** Numbers of the events of one part. A visit may go on in the next part; an encounter is one person's. */
function numberEvents(drafts: readonly Draft[], counted: Counted, keyOf: Live['keyOf']): Map<string, number> {
  const fresh = drafts.flatMap(({ eventName }) =>
    eventName === null || counted.visits.has(eventName) ? [] : eventName,
  )
  const numbers = numberFrom(fresh, counted.events, keyOf)
  counted.events += numbers.size
  for (const { unit, eventName } of drafts) {
    const number = eventName === null ? undefined : numbers.get(eventName)
    if (unit === 'visit' && eventName !== null && number !== undefined) counted.visits.set(eventName, number)
  }
  return numbers
}

/**
 * The rows of a snapshot, part by part, so that no more than a part is ever in memory. Each part holds people whole, and
 * comes in an order that says nothing. Every person adds one row to the unit person and at most five to each other unit.
 */
export function openFreezer(keyOfText: Live['keyOf']): (live: Omit<Live, 'keyOf'>) => FrozenRow[] {
  const counted: Counted = { persons: 0, events: 0, visits: new Map(), rows: new Map() }
  return (part) => {
    const keys = new Map<string, number>()
    const keyOf = (text: string): number => {
      const key = keys.get(text) ?? keyOfText(text)
      keys.set(text, key)
      return key
    }
    const drafts = draftsOf({ ...part, keyOf })
    const personNumbers = numberFrom(
      drafts.map((one) => one.personId),
      counted.persons,
      keyOf,
    )
    counted.persons += personNumbers.size
    const eventNumbers = numberEvents(drafts, counted, keyOf)
    const toEvent = (name: string): number => eventNumbers.get(name) ?? counted.visits.get(name) ?? 0
    const rows = drafts.map(
      ({ unit, personId, eventName, centre, topic, signal }): Omit<FrozenRow, 'row'> => {
        const person = personNumbers.get(personId) ?? 0
        return {
          unit,
          person,
          rk: keyOf(personId),
          event: eventName === null ? null : toEvent(eventName),
          eventKey: eventName === null ? null : keyOf(eventName),
          // Families are not recorded yet: everybody is a household of her own.
          hh: person,
          org: 0,
          centre,
          ...part.personOf(personId),
          topic,
          signal,
        }
      },
    )
    rows.sort(
      (a, b) =>
        a.rk - b.rk || a.person - b.person || (a.eventKey ?? 0) - (b.eventKey ?? 0) || compareItems(a, b),
    )
    return rows.map((one) => {
      const row = (counted.rows.get(one.unit) ?? 0) + 1
      counted.rows.set(one.unit, row)
      return { ...one, row }
    })
  }
}

const itemOf = ({ topic, signal }: Pick<FrozenRow, 'topic' | 'signal'>): string => topic ?? signal ?? ''
const compareItems = (
  a: Pick<FrozenRow, 'topic' | 'signal'>,
  b: Pick<FrozenRow, 'topic' | 'signal'>,
): number => (itemOf(a) < itemOf(b) ? -1 : 1)

/** All rows of a snapshot at once. */
export const freeze = ({ keyOf, ...live }: Live): FrozenRow[] => openFreezer(keyOf)(live)
