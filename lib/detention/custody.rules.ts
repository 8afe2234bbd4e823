import { endOf, type Stay } from '@/lib/cases/stays.rules'
import type { Custody } from '@/lib/deadlines/detained.rules'
import { current, type DetentionEvent, dayOfEvent } from './event.rules'

/**
 * The days an episode lasts by its own rows: from its first order to its end. Where no one recorded the end, it is over when
 * every stay in it is.
 */
export const custodyOf = (
  events: readonly DetentionEvent[],
  stays: readonly Pick<Stay, 'until'>[],
): readonly Custody[] => {
  const rows = current(events)
  const [since] = rows.flatMap((row) => (row.kind === 'ordered' ? (dayOfEvent(row) ?? []) : []))
  if (since === undefined) return []
  const end = rows.findLast(({ kind }) => kind === 'ended')
  return [{ since, until: (end && dayOfEvent(end)) ?? (stays.length === 0 ? null : endOf(stays)) }]
}
