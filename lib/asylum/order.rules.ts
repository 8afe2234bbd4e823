import type { Act } from '@/lib/deadlines/vocabulary.rules'
import { rest } from '@/lib/shared/vocabulary'
import { isLost, isProtecting } from './cause.rules'
import { type AsylumEvent, inOrder } from './event.rules'

/**
 * What becomes of an order to leave after it was notified. An appeal against it does not stop it by itself (Immigration Office,
 * questions about appeals); only what suspends it, takes it away or gives another day does, or a departure.
 */

type Found = (id: string | null) => AsylumEvent | undefined
const find =
  (stands: readonly AsylumEvent[]): Found =>
  (id) =>
    stands.find((one) => one.id === id)

/** The appeal that a row is or judges, and the order it is against. */
const appealOf = (
  event: AsylumEvent,
  stands: readonly AsylumEvent[],
): { readonly appeal: AsylumEvent; readonly order: AsylumEvent } | null => {
  const appeal = event.kind === 'judgment' ? find(stands)(event.concerns) : event
  const order = appeal?.kind === 'appeal' ? find(stands)(appeal.concerns) : undefined
  return appeal !== undefined && order?.kind === 'order_to_leave' ? { appeal, order } : null
}

const lastJudgment = (appeal: AsylumEvent, stands: readonly AsylumEvent[]): AsylumEvent | undefined =>
  inOrder(stands).findLast(({ kind, concerns }) => kind === 'judgment' && concerns === appeal.id)

const isSuspending = ({ kind, suspensive, outcome }: AsylumEvent): boolean =>
  kind === 'judgment' ? outcome === 'suspended' : suspensive === 'automatic'

/** It suspended an order, and a later judgment did not follow: the order counts again. */
export const isUndone = (event: AsylumEvent, stands: readonly AsylumEvent[]): boolean => {
  const about = appealOf(event, stands)
  return about !== null && isSuspending(event) && isLost(lastJudgment(about.appeal, stands)?.outcome ?? null)
}

type OnOrder = {
  readonly act: Act
  /** The order that it is about; null: all of the way. */
  readonly answers: string | null
}

const ofCourt = (event: AsylumEvent, stands: readonly AsylumEvent[]): OnOrder | null => {
  const about = appealOf(event, stands)
  if (about === null) return null
  if (event.outcome === 'annulled' || event.outcome === 'annulled_referred_back')
    return { act: 'order_withdrawn', answers: about.order.id }
  return isSuspending(event) && !isUndone(event, stands)
    ? { act: 'order_suspended', answers: about.order.id }
    : null
}

/** What a current row says to the clock of an order to leave. */
export const actOnOrder = (event: AsylumEvent, stands: readonly AsylumEvent[]): OnOrder | null => {
  switch (event.kind) {
    case 'order_withdrawn':
      return { act: 'order_withdrawn', answers: event.concerns }
    case 'dublin_transferred':
      return { act: 'territory_left', answers: null }
    case 'cgrs_decision':
      return isProtecting(event.outcome) ? { act: 'stay_granted', answers: null } : null
    case 'judgment':
      return isProtecting(event.outcome) ? { act: 'stay_granted', answers: null } : ofCourt(event, stands)
    case 'appeal':
      return ofCourt(event, stands)
    default:
      rest(
        event.kind,
        'taken_back arrived made registered lodged municipality dublin_requested dublin_accepted',
        'dublin_refused dublin_extended dublin_taken received_cgrs interview notes_requested',
        'notes_received notes_remarked admitted io_decision order_to_leave order_extended',
        'family_applied fedasil_decision labour_court withdrawn selected departed welcomed housed',
      )
      return null
  }
}
