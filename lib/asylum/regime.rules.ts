import { PACT_FROM } from '@/lib/deadlines/regime.rules'
import type { Day } from '@/lib/shared/dates'
import { boundsOf, isKnown, type When } from '@/lib/shared/when/when.rules'
import { type AsylumEvent, countedDay, standing } from './event.rules'

/** Which law counts for an application: the day of its lodging decides, as closely as it is known. */
export type RegimeSaid =
  | { readonly regime: 'PRE_PACT' | 'PACT'; readonly because: AsylumEvent }
  | { readonly regime: null; readonly reason: 'notLodged' | 'dayNotKnown' | 'aroundTheChange' }

const lodgingOf = (events: readonly AsylumEvent[]): AsylumEvent | undefined =>
  standing(events)
    .filter(({ kind }) => kind === 'lodged')
    .sort((a, b) => (a.standsOn < b.standsOn ? -1 : 1))[0]

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
