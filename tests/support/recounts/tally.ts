import type { DimensionId } from '@/lib/reporting/dimension.rules'
import { gap } from './calendar'
import { answersOf } from './own'
import { describePerson } from './person'
import type { Seen } from './seen'

/** Something that a figure counts, as one line of a list that a careful person would write by hand. */
export type Occurrence = {
  /** What is counted once, however many lines tell of it. */
  readonly thing: string
  readonly person: string | null
  /** The file it is in; left out where it is in none, or may be in several. */
  readonly file?: string
  readonly office: string | null
  readonly place: string | null
  /** First and last day on which it can have happened; of what lasts, when it began and its last day (null while it goes on). */
  readonly first: string | null
  readonly last: string | null
  /** When it was written down, which says what period asks about a day that no one knows. */
  readonly written: string
  readonly codes?: Readonly<Partial<Record<DimensionId, string | null>>>
  readonly amount?: number | null
  /** Of a length: the first day we knew of it. */
  readonly known?: string | null
  /** Of a length: the last day it was followed, where it was lost before its end. */
  readonly lost?: string | null
}

/** How a figure is counted by hand: which lines, when they count, and what of them. */
export type Recount = {
  readonly counts: 'people' | 'things' | 'sum' | 'median' | 'lengths' | 'waits'
  readonly when: 'in' | 'during' | 'on'
  readonly lines: (seen: Seen) => readonly Occurrence[]
  /** The figure is the share of those of which this is so. */
  readonly share?: (line: Occurrence) => boolean
  /** The same, where the part are lines of another kind. */
  readonly part?: Recount
}

export type Asked = {
  readonly from: string
  readonly until: string
  readonly offices: readonly string[]
  readonly only: readonly { readonly dimension: DimensionId; readonly value: string | null }[]
  readonly by: DimensionId | null
  readonly split: DimensionId | null
}

/** The value under which what is not recorded is told. */
const SILENT = 'not_recorded'

const isWithin = ({ first, last }: Occurrence, when: Recount['when'], { from, until }: Asked): boolean => {
  // Of what has no known begin its last day alone is certain.
  const begin = first ?? last
  if (begin === null) return false
  if (when === 'in') return from <= begin && last !== null && last <= until
  const day = when === 'on' ? until : from
  return begin <= until && (last === null || last >= day)
}

const isOfOffice = ({ office }: Occurrence, offices: readonly string[]): boolean =>
  offices.length === 0 || office === null || offices.includes(office)

const sameOrNone = (a: string, b: string): string | null => (a === b ? a : null)
const quarterOf = (day: string): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** Places of detention by their kind, all others as one. */
const kindOf = (kind: string | null): string | null =>
  kind === null || ['closed_centre', 'return_home', 'inad_centre'].includes(kind) ? kind : 'elsewhere'

type Told = (personId: string) => Readonly<Partial<Record<DimensionId, string | null>>>

const valueUnder = (seen: Seen, line: Occurrence, by: DimensionId, told: Told): string | null => {
  const { first, last, place } = line
  switch (by) {
    case 'place':
      return seen.placeOf(place)?.slug ?? null
    case 'place_kind':
      return kindOf(seen.placeOf(place)?.kind ?? null)
    case 'office':
      return line.office
    // What may have happened in either of two months happened in neither for certain.
    case 'month':
      return first === null || last === null ? null : sameOrNone(first.slice(0, 7), last.slice(0, 7))
    case 'quarter':
      return first === null || last === null ? null : sameOrNone(quarterOf(first), quarterOf(last))
    case 'year':
      return first === null || last === null ? null : sameOrNone(first.slice(0, 4), last.slice(0, 4))
    default: {
      const own = line.codes?.[by]
      if (own !== undefined) return own
      return line.person === null ? null : (told(line.person)[by] ?? null)
    }
  }
}

/** Under which values a line is told: one, or each answer to an own field. */
const valuesUnder = (seen: Seen, line: Occurrence, by: DimensionId, told: Told): readonly string[] => {
  const values = answersOf(seen, line, by) ?? [valueUnder(seen, line, by, told) ?? SILENT]
  return values.length === 0 ? [SILENT] : values
}

const written = new WeakMap<Seen, Map<Recount, readonly Occurrence[]>>()
/** Its list is written once for each reader. */
const linesOf = (recount: Recount, seen: Seen): readonly Occurrence[] => {
  const lists = written.get(seen) ?? new Map<Recount, readonly Occurrence[]>()
  written.set(seen, lists)
  const lines = lists.get(recount) ?? recount.lines(seen)
  lists.set(recount, lines)
  return lines
}

/** The lines that count for a question, and how each person is described: as on the first day they are counted. */
const select = (recount: Recount, seen: Seen, asked: Asked) => {
  const lines = linesOf(recount, seen).filter(
    (line) => isWithin(line, recount.when, asked) && isOfOffice(line, asked.offices),
  )
  const days = new Map<string, string>()
  for (const { person, first, last } of lines) {
    const begin = first ?? last
    if (person === null || begin === null) continue
    const [start] = [begin, asked.from].sort().reverse()
    const day = recount.when === 'on' ? asked.until : (start ?? begin)
    const before = days.get(person)
    if (before === undefined || day < before) days.set(person, day)
  }
  const described = new Map<string, ReturnType<Told>>()
  const told: Told = (personId) => {
    const known = described.get(personId)
    if (known !== undefined) return known
    const day = days.get(personId)
    if (day === undefined) throw new Error(`${personId} is not counted`)
    const fresh = describePerson(seen, personId, day)
    described.set(personId, fresh)
    return fresh
  }
  const kept = lines.filter((line) =>
    asked.only.every(({ dimension, value }) =>
      valuesUnder(seen, line, dimension, told).includes(value ?? SILENT),
    ),
  )
  return { kept, told }
}

export type Cells = ReadonlyMap<string, number | null>
export const keyOf = (by: string | null, split: string | null): string => JSON.stringify([by, split])

/** The figure in every cell and every margin of a table. */
export const tally = (recount: Recount, seen: Seen, asked: Asked): Cells => {
  const { kept, told } = select(recount, seen, asked)
  const cells = new Map<string, Occurrence[]>([[keyOf(null, null), []]])
  for (const line of kept) {
    const rows = asked.by === null ? [] : valuesUnder(seen, line, asked.by, told)
    const columns = asked.split === null ? [] : valuesUnder(seen, line, asked.split, told)
    const all = [...rows, null].flatMap((a) => [...columns, null].map((b) => keyOf(a, b)))
    for (const key of all) {
      const cell = cells.get(key) ?? []
      cell.push(line)
      cells.set(key, cell)
    }
  }
  const { share } = recount
  const apart = recount.part === undefined ? null : tally(recount.part, seen, asked)
  return new Map(
    [...cells].map(([key, lines]) => {
      const whole = measure(recount, lines, asked)
      if (share === undefined && apart === null) return [key, whole]
      const part = share === undefined ? apart?.get(key) : measure(recount, lines.filter(share), asked)
      return [key, whole === null || whole === 0 ? null : (part ?? 0) / whole]
    }),
  )
}

const measure = ({ counts }: Recount, lines: readonly Occurrence[], asked: Asked): number | null => {
  switch (counts) {
    case 'people':
      return new Set(lines.flatMap(({ person }) => person ?? [])).size
    case 'things':
      return new Set(lines.map(({ thing }) => thing)).size
    case 'sum': {
      let sum = 0
      for (const { amount } of lines) sum += amount ?? 0
      return sum
    }
    case 'median': {
      const known = lines.flatMap(({ amount }) => amount ?? []).sort((a, b) => a - b)
      const [low, high] = [
        known[Math.floor((known.length - 1) / 2)],
        known[Math.ceil((known.length - 1) / 2)],
      ]
      return low === undefined || high === undefined ? null : (low + high) / 2
    }
    case 'lengths':
      return medianLength(lines, asked)
    case 'waits': {
      // What ends on the day it began lasts no day; a length counts that day.
      const days = medianLength(lines, asked)
      return days === null ? null : days - 1
    }
  }
}

/** Of fewer than twenty there is no median. */
const FEWEST = 20

/**
 * The first day by which half have ended, by the product limit with delayed entry, walked day by day in whole numbers: each is under
 * observation from the day after we knew of it (or the period began) to its last day or the period's.
 */
const medianLength = (lines: readonly Occurrence[], { from, until }: Asked): number | null => {
  const watched: { after: number; to: number; ended: boolean }[] = []
  const known = new Set<string>()
  for (const { thing, first, last, known: since, lost = null } of lines) {
    if (first === null || since === null || since === undefined) continue
    const [watch] = [first, since, from].sort().reverse()
    const [stop] = [until, ...(lost === null ? [] : [lost])].sort()
    if (watch === undefined || stop === undefined) continue
    const ended = last !== null && last <= stop
    const after = gap(first, watch)
    const to = gap(first, ended ? last : stop) + 1
    // It lasts once, for however many people.
    const key = JSON.stringify([thing, after, to, ended])
    if (after < to && !known.has(key)) watched.push({ after, to, ended })
    known.add(key)
  }
  if (watched.length < FEWEST) return null
  let [over, under] = [1n, 1n]
  for (let day = 1; day <= Math.max(...watched.map(({ to }) => to)); day++) {
    let [atRisk, ending] = [0, 0]
    for (const { after, to, ended } of watched) {
      if (after < day && day <= to) atRisk++
      if (ended && to === day) ending++
    }
    if (ending === 0) continue
    over *= BigInt(atRisk - ending)
    under *= BigInt(atRisk)
    if (2n * over <= under) return day
  }
  return null
}

/** How many may belong to the period, of which no day says so. */
export const tallyUncertain = (recount: Recount, seen: Seen, asked: Asked): number => {
  const { from, until } = asked
  const open = linesOf(recount, seen).filter((line) => {
    if (!isOfOffice(line, asked.offices) || isWithin(line, recount.when, asked)) return false
    const { first, last, written } = line
    if (first === null) {
      const isOver = last !== null && last < (recount.when === 'on' ? until : from)
      return !isOver && from <= written && written <= until
    }
    return recount.when === 'in' && last !== null && first <= until && last >= from
  })
  return recount.counts === 'people'
    ? new Set(open.flatMap(({ person }) => person ?? [])).size
    : new Set(open.map(({ thing }) => thing)).size
}
