import { type Applied, PACT_FROM } from '@/lib/deadlines/regime.rules'
import { current } from '@/lib/registers/event-chain.rules'
import type { Day } from '@/lib/shared/dates'
import { boundsOf, isKnown, type When } from '@/lib/shared/when/when.rules'
import { type AsylumEvent, countedDay } from './event.rules'
import type { EventKind } from './vocabulary.rules'

/** Which law counts for an application: the day of its lodging decides, as closely as it is known. */
export type RegimeSaid =
  | { readonly regime: 'PRE_PACT' | 'PACT'; readonly because: AsylumEvent }
  | { readonly regime: null; readonly reason: 'notLodged' | 'dayNotKnown' | 'aroundTheChange' }

const firstOf = (events: readonly AsylumEvent[], kind: EventKind): AsylumEvent | undefined =>
  current(events)
    .filter((one) => one.kind === kind)
    .sort((a, b) => (a.standsOn < b.standsOn ? -1 : 1))[0]
const lodgingOf = (events: readonly AsylumEvent[]) => firstOf(events, 'lodged')

export const regimeOf = (events: readonly AsylumEvent[]): RegimeSaid => {
  const because = lodgingOf(events)
  if (because === undefined) return { regime: null, reason: 'notLodged' }
  if (!isKnown(because.on)) return { regime: null, reason: 'dayNotKnown' }
  const { earliest, latest } = boundsOf(because.on)
  if (earliest >= PACT_FROM) return { regime: 'PACT', because }
  return latest < PACT_FROM ? { regime: 'PRE_PACT', because } : { regime: null, reason: 'aroundTheChange' }
}

/** The day of lodging as closely as it is known. */
export const lodgedWhen = (events: readonly AsylumEvent[]): When | null => lodgingOf(events)?.on ?? null

/** The exact day of lodging, for the clocks; a day that is only nearly known is none, because they would print it. */
export const lodgedOn = (events: readonly AsylumEvent[]): Day | null => {
  const lodging = lodgingOf(events)
  return lodging === undefined ? null : countedDay(lodging)
}

/** What a way knows of its application to the day. */
export const appliedOf = (events: readonly AsylumEvent[]): Applied => {
  const registration = firstOf(events, 'registered')
  return {
    lodgedOn: lodgedOn(events),
    registeredOn: registration === undefined ? null : countedDay(registration),
  }
}
