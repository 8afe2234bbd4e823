import type { Applied } from '@/lib/deadlines/regime.rules'
import type { ActOfRow, Clocks, Concerned, Want } from '@/lib/deadlines/settle.rules'
import type { EventCode } from '@/lib/deadlines/vocabulary.rules'
import { current, rowsOf } from '@/lib/registers/event-chain.rules'
import type { Day } from '@/lib/shared/dates'
import { causesOf, closingOf } from './cause.rules'
import { type AsylumEvent, countedDay, inOrder } from './event.rules'
import { answerToPlans } from './interview.rules'
import { actOnOrder, isUndone } from './order.rules'
import { appliedOf } from './regime.rules'
import type { EventKind, Way } from './vocabulary.rules'

/** What the current rows of a procedure say to the clocks: what they began and what they answered. */

type WayKnown = { readonly id: string; readonly way: Way; readonly sequence: number | null }

const entryOf = ({ id }: AsylumEvent) => ({ kind: 'asylum_event', id }) as const

/** A deadline that someone recorded by hand belongs to an event when it counts from the same day. */
const concerns =
  (answered: AsylumEvent | null, rowsOf: (id: string) => ReadonlySet<string>, ofWay: ReadonlySet<string>) =>
  ({ causeRef, happenedOn }: Concerned): boolean => {
    if (answered !== null)
      return causeRef === null ? happenedOn === answered.notifiedOn : rowsOf(answered.id).has(causeRef)
    return causeRef === null || ofWay.has(causeRef)
  }

/** What lengthens a period, and the event whose clock it takes the place of. An order that prints no other day is as it was. */
const LENGTHENS: Readonly<Partial<Record<EventKind, EventCode>>> = {
  dublin_extended: 'transfer_accepted',
  order_extended: 'order_to_leave_notified',
}
const isLonger = ({ kind, letter }: AsylumEvent): boolean =>
  LENGTHENS[kind] !== undefined && (kind !== 'order_extended' || letter !== null)

/** Of several extensions the last one says how long the period is that an event began. */
const isReplaced = (event: AsylumEvent, code: EventCode, stands: readonly AsylumEvent[]): boolean => {
  const first = LENGTHENS[event.kind] === undefined ? event.id : event.concerns
  const last = inOrder(stands).findLast(
    (one) => isLonger(one) && one.concerns === first && LENGTHENS[one.kind] === code,
  )
  return last !== undefined ? last.id !== event.id : LENGTHENS[event.kind] !== undefined
}

const ofWay = (
  { id: wayId, way, sequence }: WayKnown,
  all: readonly AsylumEvent[],
  rowsOf: (id: string) => ReadonlySet<string>,
): Clocks => {
  const own = all.filter(({ applicationId }) => applicationId === wayId)
  const ids = new Set(own.map(({ id }) => id))
  const stands = current(own)
  const applied = appliedOf(own)
  const startedBy =
    (started: readonly string[]) =>
    ({ causeRef }: Concerned): boolean =>
      causeRef !== null && started.some((id) => rowsOf(id).has(causeRef))
  const find = (id: string | null) => stands.find((one) => one.id === id) ?? null
  const examined = inOrder(stands).findLast(({ kind }) => kind === 'received_cgrs')?.facts ?? []
  const wants = stands.flatMap((event): Want[] => {
    const longer = LENGTHENS[event.kind]
    return causesOf(event, { way, sequence, applied, answered: find(event.concerns), examined })
      .filter(({ trigger }) => !isReplaced(event, trigger.event, stands))
      .map((cause) => ({
        ...cause,
        cause: entryOf(event),
        rows: rowsOf(event.id),
        insteadOf: longer === undefined ? [] : [longer],
      }))
  })
  const told = stands.flatMap((event): ActOfRow[] => {
    const on = countedDay(event)
    const acts = [closingOf(event), actOnOrder(event, stands)].flatMap((one) => one ?? [])
    if (on === null) return []
    const entry = entryOf(event)
    const interview = answerToPlans(event, stands)
    return [
      ...acts.map(({ act, answers }) => ({ act, on, entry, concerns: concerns(find(answers), rowsOf, ids) })),
      ...(interview === null
        ? []
        : [{ act: interview.act, on, entry, concerns: startedBy(interview.plans) }]),
    ]
  })
  return { wants, told }
}

export type ProcedureClocks = Clocks &
  Applied & {
    readonly current: readonly string[]
  }

/** Of all ways of a file, with every row that was ever written on them. */
export const clocksOfWays = (ways: readonly WayKnown[], all: readonly AsylumEvent[]): ProcedureClocks => {
  const stands = current(all)
  const rows = new Map(stands.map((event) => [event.id, rowsOf(event, all)]))
  const clocks = ways.map((way) => ofWay(way, all, (id) => rows.get(id) ?? new Set([id])))
  // Of several applications the last one that is known to the day.
  const applied = ways.map(({ id }) => appliedOf(all.filter(({ applicationId }) => applicationId === id)))
  const last = (days: readonly (Day | null)[]): Day | null =>
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  return {
    wants: clocks.flatMap(({ wants }) => wants),
    told: clocks.flatMap(({ told }) => told),
    // What suspended an order and does not any more: what it closed runs anew.
    current: stands.filter((one) => !isUndone(one, stands)).map(({ id }) => id),
    lodgedOn: last(applied.map(({ lodgedOn }) => lodgedOn)),
    registeredOn: last(applied.map(({ registeredOn }) => registeredOn)),
  }
}
