import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, dayOf, toDate } from '@/lib/shared/dates'
import { boundsOf, isKnown, type When } from '@/lib/shared/when/when.rules'
import { listEventRows } from './event.data'
import { current } from './event.rules'
import { plannedRemovals } from './pairs.rules'

/** How many days before it a removal stands on the first screen. */
const AHEAD_DAYS = 7

/** A removal that is near, with the file it is about; no name, because lists show none. */
export type Removal = {
  readonly id: string
  readonly on: When | null
  /** The first day it can be; null when no one knows. */
  readonly earliest: Day | null
  readonly file: { readonly id: string; readonly code: string; readonly worker: string }
}

/** Removals without an outcome in episodes that last, up to a week ahead and of days not known, in files within reach. */
export const listRemovals = async (work: Work): Promise<Removal[]> => {
  const until = addDays(dayOf(work.now), AHEAD_DAYS)
  const near = await work.tx.detentionEvent.findMany({
    where: {
      kind: 'removal_planned',
      withdrawnBecause: null,
      after: { is: null },
      OR: [{ onFrom: null }, { onFrom: { lte: toDate(until) } }],
      file: {
        AND: [scopeCases(work.actor, 'case:read', work.now), { status: { notIn: [...CLOSED_STATUSES] } }],
      },
      episode: { stays: { some: { until: null } } },
    },
    select: {
      id: true,
      episodeId: true,
      file: { select: { id: true, code: true, worker: { select: { name: true } } } },
    },
  })
  if (near.length === 0) return []
  const rows = await listEventRows(work, {
    episodeId: { in: near.map(({ episodeId }) => episodeId) },
    kind: { in: ['removal_planned', 'removal_ended', 'ended'] },
  })
  return near.flatMap(({ id, episodeId, file }) => {
    const own = current(rows.filter((row) => row.episodeId === episodeId))
    const planned = plannedRemovals(own).find((row) => row.id === id)
    if (planned === undefined || own.some(({ kind }) => kind === 'ended')) return []
    const earliest = isKnown(planned.on) ? boundsOf(planned.on).earliest : null
    return [{ id, on: planned.on, earliest, file: { ...file, worker: file.worker.name } }]
  })
}
