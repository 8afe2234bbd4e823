import type { Day } from '@/lib/shared/dates'
import { type DetentionEvent, dayOfEvent } from './event.rules'
import type { Ground, OrderKind } from './vocabulary.rules'

/**
 * Orders as a chain: a first order and its extensions run under one maximum; a new decision (after a refused removal, or
 * after admission to the territory) begins another one, and the term starts again.
 */
export type Order = DetentionEvent & {
  readonly kind: 'ordered'
  readonly orderKind: OrderKind
  readonly ground: Ground
}

export type Series = {
  /** The day from which its maximum runs; null when the day of its first order is not known to the day. */
  readonly since: Day | null
  readonly orders: readonly Order[]
  /** The first order on record is an extension: the one that it extends is missing. */
  readonly lacksFirst: boolean
}

const isOrder = (event: DetentionEvent): event is Order =>
  event.kind === 'ordered' && event.orderKind !== null && event.ground !== null

const ordersOf = (rows: readonly DetentionEvent[]): readonly Order[] => rows.filter(isOrder)

/** Held to transfer and no longer to find who is responsible: the law counts each by itself (Aliens Act, art. 51/5 and 51/5/1). */
const isOtherPhase = ({ orders }: Series, { phase }: Order): boolean => {
  const before = orders.findLast((one) => one.phase !== null)?.phase
  return phase !== null && before !== undefined && before !== phase
}

/** Current rows, by day, as series. What extends nothing on record opens a series of its own. */
export const seriesOf = (rows: readonly DetentionEvent[]): readonly Series[] => {
  const chain: Series[] = []
  for (const order of ordersOf(rows)) {
    const last = chain.at(-1)
    const opensPhase = last !== undefined && isOtherPhase(last, order)
    const lacksFirst = order.orderKind === 'extension' && !opensPhase
    if (last !== undefined && lacksFirst) chain.splice(-1, 1, { ...last, orders: last.orders.concat(order) })
    else chain.push({ since: lacksFirst ? null : dayOfEvent(order), orders: [order], lacksFirst })
  }
  return chain
}

/** The day that the last order of a series prints as its end. */
export const printedEndOf = ({ orders }: Pick<Series, 'orders'>): Day | null =>
  orders.at(-1)?.printedEnd ?? null
