import type { Clocks, Concerned, Told, Want } from '@/lib/deadlines/settle.rules'
import type { Day } from '@/lib/shared/dates'
import { causesOf, closingOf } from './cause.rules'
import { type AsylumEvent, inOrder, standing, standsFor } from './event.rules'
import { lodgedOn } from './regime.rules'
import type { Way } from './vocabulary.rules'

/** What the standing rows of a procedure say to the clocks: what they began and what they answered. */

type WayKnown = { readonly id: string; readonly way: Way; readonly sequence: number | null }

const entryOf = ({ id }: AsylumEvent) => ({ kind: 'asylum_event', id }) as const

/** A deadline that somebody recorded by hand belongs to an event when it counts from the same day. */
const concerns =
  (answered: AsylumEvent | null, rowsOf: (id: string) => ReadonlySet<string>, ofWay: ReadonlySet<string>) =>
  ({ causeRef, happenedOn }: Concerned): boolean => {
    if (answered !== null)
      return causeRef === null ? happenedOn === answered.notifiedOn : rowsOf(answered.id).has(causeRef)
    return causeRef === null || ofWay.has(causeRef)
  }

/** Extensions lengthen the period that an acceptance began: the last one of them says how long it is. */
const isLengthened = (event: AsylumEvent, stands: readonly AsylumEvent[]): boolean => {
  const accepted = event.kind === 'dublin_extended' ? event.concerns : event.id
  const last = inOrder(stands).findLast(
    ({ kind, concerns: id }) => kind === 'dublin_extended' && id === accepted,
  )
  return last !== undefined && last.id !== event.id
}

const ofWay = (
  { id: wayId, way, sequence }: WayKnown,
  all: readonly AsylumEvent[],
  rowsOf: (id: string) => ReadonlySet<string>,
): Clocks => {
  const own = all.filter(({ applicationId }) => applicationId === wayId)
  const ids = new Set(own.map(({ id }) => id))
  const stands = standing(own)
  const lodged = lodgedOn(own)
  const answeredBy = ({ concerns: id }: AsylumEvent) => stands.find((one) => one.id === id) ?? null
  const wants = stands.flatMap((event): Want[] =>
    isLengthened(event, stands)
      ? []
      : causesOf(event, { way, sequence, lodgedOn: lodged, answered: answeredBy(event) }).map((cause) => ({
          ...cause,
          cause: entryOf(event),
          rows: rowsOf(event.id),
          insteadOf: event.kind === 'dublin_extended' ? ['transfer_accepted'] : [],
        })),
  )
  const told = stands.flatMap((event): Told[] => {
    const closing = closingOf(event)
    if (closing === null) return []
    const { act, on } = closing
    return [{ act, on, entry: entryOf(event), concerns: concerns(answeredBy(event), rowsOf, ids) }]
  })
  return { wants, told }
}

export type ProcedureClocks = Clocks & {
  readonly standing: readonly string[]
  /** The last day of lodging that is known to the day. */
  readonly lodgedOn: Day | null
}

/** Of all ways of a file, with every row that was ever written on them. */
export const clocksOfWays = (ways: readonly WayKnown[], all: readonly AsylumEvent[]): ProcedureClocks => {
  const rows = standsFor(all)
  const rowsOf = (id: string) => rows.get(id) ?? new Set([id])
  const clocks = ways.map((way) => ofWay(way, all, rowsOf))
  const lodged = ways.flatMap(
    ({ id }) => lodgedOn(all.filter(({ applicationId }) => applicationId === id)) ?? [],
  )
  return {
    wants: clocks.flatMap(({ wants }) => wants),
    told: clocks.flatMap(({ told }) => told),
    standing: standing(all).map(({ id }) => id),
    lodgedOn: lodged.sort().at(-1) ?? null,
  }
}
