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
  /** Four bytes of HMAC under the snapshot's key: keys, numbers and every order come from it. */
  keyOf: (text: string) => number
}

/** An order that nobody can foretell without the key; equal for equal input, so that a rebuild can be compared. */
function shuffle<T>(list: readonly T[], name: (one: T) => string, keyOf: Live['keyOf']): T[] {
  return list
    .map((one) => ({ one, text: name(one) }))
    .map(({ one, text }) => ({ one, text, at: keyOf(`order|${text}`) }))
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
    return shuffle(distinct, nameOf, keyOf).slice(0, contributionCap)
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

/** All rows of a snapshot. Every person adds one row to the unit person and at most five to each other unit. */
export function freeze(live: Live): FrozenRow[] {
  const drafts = draftsOf(live)
  const number = (names: readonly string[]): Map<string, number> =>
    new Map(shuffle([...new Set(names)], (one) => one, live.keyOf).map((one, i) => [one, i + 1]))
  const personNumbers = number(drafts.map((one) => one.personId))
  const eventNumbers = number(drafts.flatMap((one) => one.eventName ?? []))
  const rows = drafts.map((draft): Omit<FrozenRow, 'row'> => {
    const person = personNumbers.get(draft.personId) ?? 0
    const { nationality, ageBand } = live.personOf(draft.personId)
    return {
      unit: draft.unit,
      person,
      rk: live.keyOf(draft.personId),
      event: draft.eventName === null ? null : (eventNumbers.get(draft.eventName) ?? 0),
      eventKey: draft.eventName === null ? null : live.keyOf(draft.eventName),
      // Families are not recorded yet: everybody is a household of her own.
      hh: person,
      org: 0,
      centre: draft.centre,
      nationality,
      ageBand,
      topic: draft.topic,
      signal: draft.signal,
    }
  })
  return [...groupBy(rows, (one) => one.unit).values()].flatMap((own) =>
    shuffle(own, (one) => [one.unit, one.person, one.event, one.topic, one.signal].join('|'), live.keyOf).map(
      (one, i) => ({ ...one, row: i + 1 }),
    ),
  )
}
