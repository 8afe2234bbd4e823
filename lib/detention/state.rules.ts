import { endOf, type Stay } from '@/lib/cases/stays.rules'
import type { Day } from '@/lib/shared/dates'
import { printedEndOf, seriesOf } from './chain.rules'
import { type DetentionEvent, dayOfEvent } from './event.rules'
import type { EndReason, Ground } from './vocabulary.rules'

/** How an episode stands today, with the row that says so. Nothing of it is typed or stored. */
export type EpisodeState =
  /** It is over, and someone recorded how. */
  | { readonly code: 'ended'; readonly on: Day | null; readonly reason: EndReason; readonly because: string }
  /** No one of it is in a centre any more, and how it ended is not recorded. */
  | { readonly code: 'gone'; readonly on: Day | null; readonly because: null }
  /** A court ordered the release, and it is not recorded that it happened. */
  | { readonly code: 'releaseOrdered'; readonly on: Day | null; readonly because: string }
  /** The last order has run out by its own words, and no other one is on record. */
  | { readonly code: 'orderRunOut'; readonly on: Day; readonly because: string }
  | {
      readonly code: 'held'
      readonly on: Day | null
      readonly ground: Ground
      readonly until: Day | null
      readonly because: string
    }
  | { readonly code: 'noOrder'; readonly on: null; readonly because: null }

const isRelease = ({ kind, petitionOutcome }: DetentionEvent): boolean =>
  kind === 'petition_decided' && (petitionOutcome === 'released' || petitionOutcome === 'no_decision_in_time')

/** A higher court that decides otherwise takes a release back. */
const isRefusal = ({ kind, court, petitionOutcome }: DetentionEvent): boolean =>
  kind === 'petition_decided' && court !== 'council_chamber' && petitionOutcome === 'rejected'

const releaseIn = (rows: readonly DetentionEvent[]): DetentionEvent | undefined =>
  rows.reduce<DetentionEvent | undefined>(
    (release, row) => (isRelease(row) ? row : isRefusal(row) || row.kind === 'ordered' ? undefined : release),
    undefined,
  )

/** From the current rows of an episode, by day, and its stays. */
export const stateOf = (
  rows: readonly DetentionEvent[],
  stays: readonly Stay[],
  today: Day,
): EpisodeState => {
  const end = rows.findLast(({ kind }) => kind === 'ended')
  if (end?.endReason) return { code: 'ended', on: dayOfEvent(end), reason: end.endReason, because: end.id }
  if (stays.length > 0 && stays.every(({ until }) => until !== null))
    return { code: 'gone', on: endOf(stays), because: null }
  const release = releaseIn(rows)
  if (release !== undefined) return { code: 'releaseOrdered', on: dayOfEvent(release), because: release.id }
  const series = seriesOf(rows).at(-1)
  const order = series?.orders.at(-1)
  if (series === undefined || order === undefined) return { code: 'noOrder', on: null, because: null }
  const until = printedEndOf(series)
  if (until !== null && until < today) return { code: 'orderRunOut', on: until, because: order.id }
  return { code: 'held', on: dayOfEvent(order), ground: order.ground, until, because: order.id }
}
