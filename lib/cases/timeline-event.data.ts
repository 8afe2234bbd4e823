import 'server-only'
import { listEventRows } from '@/lib/asylum/event.data'
import { listMoments } from '@/lib/asylum/moment.data'
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

type Told = Awaited<ReturnType<typeof listMoments>>[number]

/** What the registers beside the procedure say, as far as it lies within the range. */
const momentsIn = async (
  work: Work,
  caseId: string,
  { from = null, before, since }: Range,
): Promise<readonly Told[]> =>
  (await listMoments(work, caseId)).filter(
    ({ on, recordedAt }) =>
      (from === null || on >= from) &&
      (before === null || on < before) &&
      (since === null || recordedAt > since),
  )

/** What happened in the procedures of a file and beside them, as their room recorded it. */
export const listFileEvents = async (work: Work, caseId: string, range: Range): Promise<FileEvent[]> => [
  ...(await listEventRows(work, asylumWhere(caseId, range))).map(
    (event): FileEvent => ({
      type: 'event',
      room: 'asylum',
      id: event.id,
      anchor: `event-${event.id}`,
      on: event.standsOn,
      when: event.notifiedOn === null ? event.on : { form: 'exact', day: event.notifiedOn },
      said: { kind: event.kind, outcome: event.outcome },
      author: event.by,
      text: event.words,
      touchedAt: event.recordedAt,
    }),
  ),
  ...(await momentsIn(work, caseId, range)).map(
    ({ subjectId, on, when, said, by, recordedAt }): FileEvent => ({
      type: 'event',
      room: 'asylum',
      id: `${subjectId}-${said.what}`,
      anchor: `row-${subjectId}`,
      on,
      when,
      said,
      author: by,
      text: '',
      touchedAt: recordedAt,
    }),
  ),
]

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
  const told = (await momentsIn(work, caseId, range)).map(({ on }) => on)
  return [...rows.map(({ standsOn }) => toDay(standsOn)), ...told]
    .sort((a, b) => b.localeCompare(a))
    .slice(0, take)
}
