import 'server-only'
import { listEventRows } from '@/lib/asylum/event.data'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import type { FileEvent } from './timeline.view'

type Range = { readonly from?: Day | null; readonly before: Day | null; readonly since: Date | null }

/** Events that stand: none in whose place another one stands, and no mistakes. */
const asylumWhere = (
  caseId: string,
  { from = null, before, since }: Range,
): Prisma.AsylumEventWhereInput => ({
  caseId,
  kind: { not: 'taken_back' },
  replacedBy: { none: {} },
  standsOn: {
    ...(from === null ? {} : { gte: toDate(from) }),
    ...(before === null ? {} : { lt: toDate(before) }),
  },
  ...(since === null ? {} : { createdAt: { gt: since } }),
})

/** What happened in the procedures of a file, as their rooms recorded it. */
export const listFileEvents = async (work: Work, caseId: string, range: Range): Promise<FileEvent[]> =>
  (await listEventRows(work, asylumWhere(caseId, range))).map((event) => ({
    type: 'event',
    room: 'asylum',
    id: event.id,
    on: event.standsOn,
    when: event.notifiedOn === null ? event.on : { form: 'exact', day: event.notifiedOn },
    kind: event.kind,
    outcome: event.outcome,
    author: event.by,
    text: event.words,
    touchedAt: event.recordedAt,
  }))

/** The days on which there are such events, newest first. */
export const findEventEdge = async (
  work: Work,
  caseId: string,
  { take, ...range }: Range & { readonly take: number },
): Promise<Day[]> => {
  const rows = await work.tx.asylumEvent.findMany({
    where: asylumWhere(caseId, range),
    select: { standsOn: true },
    orderBy: { standsOn: 'desc' },
    take,
  })
  return rows.map(({ standsOn }) => toDay(standsOn))
}
