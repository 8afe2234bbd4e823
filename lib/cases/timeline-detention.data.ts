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

type Range = { readonly from?: Day | null; readonly before: Day | null; readonly since: Date | null }

/** The day a row of detention stands on: the first it can have been, or the one on which it was written. */
const standsOn = ({ on, createdAt }: Pick<DetentionRow, 'on' | 'createdAt'>): Day =>
  isKnown(on) ? boundsOf(on).earliest : dayOf(createdAt)

/** Rows of detention that stand, without their words. */
const listStanding = async (
  work: Work,
  caseId: string,
  { from = null, before, since }: Range,
): Promise<DetentionRow[]> =>
  (
    await listDetentionRows(work, {
      caseId,
      withdrawnBecause: null,
      after: { is: null },
      ...(since === null ? {} : { createdAt: { gt: since } }),
    })
  ).filter((row) => {
    const day = standsOn(row)
    return (from === null || day >= from) && (before === null || day < before)
  })

/** What happened in detention, as its room recorded it. */
export const listDetained = async (work: Work, caseId: string, range: Range): Promise<FileEvent[]> => {
  const ids = (await listStanding(work, caseId, range)).map(({ id }) => id)
  if (ids.length === 0) return []
  return (await listDetentionEvents(work, { caseId, id: { in: ids } })).map((event) => ({
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

/** The days on which there are such rows, newest first. */
export const findDetainedEdge = async (
  work: Work,
  caseId: string,
  { take, ...range }: Range & { readonly take: number },
): Promise<Day[]> =>
  (await listStanding(work, caseId, range))
    .map(standsOn)
    .sort((a, b) => b.localeCompare(a))
    .slice(0, take)
