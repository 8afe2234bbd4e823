import 'server-only'
import type { Work } from '@/lib/db/work'
import { type Day, toDay } from '@/lib/shared/dates'
import { groupBy } from '@/lib/shared/group-by'
import { printedEndOf, seriesOf } from './chain.rules'
import { type EventRow, listEventRows } from './event.data'
import { current, dayOfEvent } from './event.rules'
import { pairsOf, plannedRemovals } from './pairs.rules'

type InFile = { readonly caseId: string; readonly personId: string }

/** What of an episode that lasts makes it urgent to see someone. */
export type DetentionFacts = {
  readonly removals: readonly { readonly on: Day | null }[]
  readonly isolations: readonly { readonly since: Day | null }[]
  readonly strikes: readonly { readonly since: Day | null }[]
  /** When the maximum ends (of one to confirm the earliest day), and the last order by its own words. */
  readonly ends: readonly Day[]
  /** The last order or extension whose day is known. */
  readonly orderedOn: Day | null
}

const lasting = (rows: readonly EventRow[], kind: 'isolation_began' | 'hunger_strike_began') =>
  pairsOf(rows, kind).flatMap(({ begins, ends }) => (ends === null ? [{ since: dayOfEvent(begins) }] : []))

const toDetentionFacts = (events: readonly EventRow[], limits: readonly Day[]): DetentionFacts | null => {
  const rows = current(events)
  if (rows.some(({ kind }) => kind === 'ended')) return null
  const present = seriesOf(rows).at(-1)
  const printed = present === undefined ? null : printedEndOf(present)
  const orders = rows.flatMap((row) => (row.kind === 'ordered' ? (dayOfEvent(row) ?? []) : []))
  return {
    removals: plannedRemovals(rows).map((row) => ({ on: dayOfEvent(row) })),
    isolations: lasting(rows, 'isolation_began'),
    strikes: lasting(rows, 'hunger_strike_began'),
    ends: printed === null ? limits : [...limits, printed],
    orderedOn: orders.sort().at(-1) ?? null,
  }
}

/** For people in files within reach: their episode that lasts, or null. A family shares one. */
export const findDetentionFacts = async (
  work: Work,
  people: readonly InFile[],
): Promise<(person: InFile) => DetentionFacts | null> => {
  const caseIds = [...new Set(people.map(({ caseId }) => caseId))]
  const stays = await work.tx.placeStay.findMany({
    where: { caseId: { in: caseIds }, episodeId: { not: null }, until: null },
    select: { caseId: true, personId: true, episodeId: true },
    orderBy: { createdAt: 'asc' },
  })
  const ids = [...new Set(stays.flatMap(({ episodeId }) => episodeId ?? []))]
  if (ids.length === 0) return () => null
  const events = await listEventRows(work, { episodeId: { in: ids } })
  const limits = await work.tx.deadline.findMany({
    where: {
      caseId: { in: caseIds },
      status: 'open',
      causeKind: 'detention_event',
      remindOn: { not: null },
      rule: { meaning: 'limit' },
    },
    select: { causeRef: true, dueOn: true, remindOn: true },
  })
  const byEpisode = groupBy(events, ({ episodeId }) => episodeId)
  const byCause = groupBy(limits, ({ causeRef }) => causeRef)
  const held = new Map(
    ids.map((id) => {
      const own = byEpisode.get(id) ?? []
      const due = own.flatMap((event) => byCause.get(event.id) ?? [])
      return [
        id,
        toDetentionFacts(own, due.flatMap(({ dueOn, remindOn }) => dueOn ?? remindOn ?? []).map(toDay)),
      ]
    }),
  )
  // Of several the one that was written last.
  const episodes = new Map(stays.map((one) => [`${one.caseId} ${one.personId}`, one.episodeId]))
  return ({ caseId, personId }) => held.get(episodes.get(`${caseId} ${personId}`) ?? '') ?? null
}
