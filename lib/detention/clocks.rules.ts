import type { Trigger } from '@/lib/deadlines/clock.rules'
import type { Act, EventCode, Fact } from '@/lib/deadlines/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import { type Series, seriesOf } from './chain.rules'
import { type DetentionEvent, dayOfEvent } from './event.rules'
import type { Ground } from './vocabulary.rules'

/** Which clocks an event of detention starts, and which acts of the clocks it is. The rules of the clocks do the rest. */

/** Grounds without an event have no rule with a source: nothing starts, and the page says so. */
const EVENT_OF_GROUND: Readonly<Record<Ground, EventCode | null>> = {
  art_7: 'return_detention_ordered',
  art_27: 'return_detention_ordered',
  art_74_5: 'border_detention_ordered',
  art_74_6: 'asylum_detention_ordered',
  art_51_5: 'dublin_detention_ordered',
  art_51_5_1: 'dublin_detention_ordered',
  art_8bis: null,
  art_29: null,
  other: null,
}

const ORDER_EVENTS = Object.values(EVENT_OF_GROUND)
/** What a newly started clock takes the place of: the maximum of an earlier order, an absolute limit from a later day. */
export const takesPlaceOf = (next: EventCode, open: EventCode): boolean =>
  ORDER_EVENTS.includes(next)
    ? ORDER_EVENTS.includes(open)
    : next === 'first_detention_began' && next === open

type Start = Pick<Trigger, 'event' | 'on' | 'at' | 'facts'>
export type ClockWork = {
  readonly starts: readonly Start[]
  readonly acts: readonly Act[]
  /** The families of deadlines that the acts concern; null is all of them. */
  readonly families: readonly string[] | null
}

const NOTHING: ClockWork = { starts: [], acts: [], families: null }
const start = (event: EventCode, on: Day, at: string | null = null, facts: readonly Fact[] = []): Start => ({
  event,
  on,
  at,
  facts,
})

const factsOf = ({ orders }: Series): readonly Fact[] => {
  const extensions = orders.filter(({ orderKind }) => orderKind === 'extension')
  return [
    'detained',
    ...(extensions.length > 0 ? (['extended_once'] as const) : []),
    ...(orders.some(({ byMinister }) => byMinister) ? (['extended_by_minister'] as const) : []),
    ...(orders.some(({ publicOrder }) => publicOrder) ? (['public_order'] as const) : []),
  ]
}

/**
 * An order starts the maximum of its series, which runs from the first order of it; the very first one starts the absolute
 * limit too. An order of a series that is over, written down late, starts no maximum again.
 */
const ofOrder = (event: DetentionEvent, rows: readonly DetentionEvent[]): readonly Start[] => {
  const chain = seriesOf(rows)
  const present = chain.at(-1)
  const last = present?.orders.at(-1)
  const isPresent = present?.orders.some(({ id }) => id === event.id) === true
  const own = last === undefined ? null : EVENT_OF_GROUND[last.ground]
  const first = chain[0]
  const isFirst = first?.orders[0]?.id === event.id
  return [
    ...(present !== undefined && isPresent && own !== null && present.since !== null
      ? [start(own, present.since, null, factsOf(present))]
      : []),
    ...(isFirst && first !== undefined && first.since !== null
      ? [start('first_detention_began', first.since)]
      : []),
  ]
}

/** Which deadline a complaint keeps depends on whom it goes to. */
const FAMILY_OF_CHANNEL: Readonly<Record<string, string>> = {
  centre_director: 'complaint_director',
  complaints_commission: 'complaint_commission',
}

const ofPetition = (
  { kind, court, petitionOutcome, at }: DetentionEvent,
  on: Day,
): Pick<ClockWork, 'starts' | 'acts'> => {
  if (court === 'indictment_chamber' && kind === 'petition_filed')
    return { starts: [], acts: ['indictment_appeal_lodged'] }
  if (court !== 'council_chamber') return { starts: [], acts: [] }
  if (kind === 'petition_filed') return { starts: [start('petition_filed', on)], acts: ['petition_filed'] }
  const isRefused = petitionOutcome === 'rejected' || petitionOutcome === 'inadmissible'
  return {
    starts: [
      ...(petitionOutcome === 'released' || petitionOutcome === 'no_decision_in_time'
        ? []
        : [start('petition_decided', on)]),
      ...(isRefused ? [start('council_chamber_decided', on, at)] : []),
    ],
    // That none came in time is no decision: the watch stays open until the release is recorded.
    acts: petitionOutcome === 'no_decision_in_time' ? [] : ['petition_decided'],
  }
}

const ofEnd = ({ endReason }: DetentionEvent): readonly Act[] => {
  if (endReason === 'removed') return ['removed']
  if (endReason === 'dublin_transferred') return ['removed', 'transferred']
  if (endReason === 'admitted_territory') return ['admitted_to_territory', 'released']
  // Nobody released somebody who is in prison, in hospital, gone or dead: her clocks are closed by hand, with a word.
  const others = ['transferred_prison', 'transferred_hospital', 'escaped', 'deceased', 'unknown', null]
  return others.includes(endReason) ? [] : ['released']
}

/** `rows` are the standing rows of the episode, the event among them. What has no exact day moves no clock. */
export const clocksOf = (event: DetentionEvent, rows: readonly DetentionEvent[]): ClockWork => {
  const on = dayOfEvent(event)
  if (event.kind === 'ordered') return { ...NOTHING, starts: ofOrder(event, rows) }
  if (on === null) return NOTHING
  switch (event.kind) {
    case 'petition_filed':
    case 'petition_decided':
      return { ...NOTHING, ...ofPetition(event, on) }
    case 'referral_seen':
      return { ...NOTHING, acts: ['referral_seen'] }
    case 'incident':
      return { ...NOTHING, starts: [start('complaint_fact', on, event.at)] }
    case 'complaint_filed':
      return {
        ...NOTHING,
        acts: ['complaint_filed'],
        families: [FAMILY_OF_CHANNEL[event.channel ?? ''] ?? ''],
      }
    case 'complaint_answered':
      return { ...NOTHING, starts: [start('complaint_answered', on)] }
    case 'ended':
      return { ...NOTHING, acts: ofEnd(event) }
    default:
      return NOTHING
  }
}
