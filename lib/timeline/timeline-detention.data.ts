import 'server-only'
import type { Work } from '@/lib/db/work'
import {
  type EventRow as DetentionRow,
  listEvents as listDetentionEvents,
  listEventRows as listDetentionRows,
} from '@/lib/detention/event.data'
import { type Day, dayOf } from '@/lib/shared/dates'
import { boundsOf, isKnown } from '@/lib/shared/when/when.rules'
import type { FileEvent } from './timeline.view'

/** The day a row of detention stands on: the first it can have been, or the one on which it was written. */
const standsOn = ({ on, createdAt }: Pick<DetentionRow, 'on' | 'createdAt'>): Day =>
  isKnown(on) ? boundsOf(on).earliest : dayOf(createdAt)

/** Which rows of detention stand and when; their words are not opened for it. */
export const listCurrent = async (work: Work, caseId: string): Promise<CurrentRow[]> =>
  (await listDetentionRows(work, { caseId, withdrawnBecause: null, after: { is: null } })).map((row) => ({
    id: row.id,
    on: standsOn(row),
    touchedAt: row.createdAt,
  }))
export type CurrentRow = { readonly id: string; readonly on: Day; readonly touchedAt: Date }

/** What happened in detention, as its room recorded it. */
export const listDetained = async (
  work: Work,
  caseId: string,
  ids: readonly string[],
): Promise<FileEvent[]> => {
  if (ids.length === 0) return []
  return (await listDetentionEvents(work, { caseId, id: { in: [...ids] } })).map((event) => ({
    type: 'event',
    room: 'detention',
    id: event.id,
    anchor: `event-${event.id}`,
    on: standsOn(event),
    when: event.on,
    event,
    author: event.by,
    text: event.text,
    touchedAt: event.createdAt,
  }))
}
