import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { meant, type Search, says } from '@/lib/shared/search'
import { vocabulary } from '@/lib/shared/vocabulary'
import { coded, ofRule } from './deadline.data'
import { firstDayOf, lastDayOf, readMonth } from './month.rules'
import { EVENTS } from './vocabulary.rules'

const dayOrNull = (date: Date | null): Day | null => (date === null ? null : toDay(date))

const deadlineLine = {
  id: true,
  severity: true,
  event: true,
  happenedOn: true,
  dueOn: true,
  remindOn: true,
  rule: { select: { code: true, title: true, meaning: true } },
  file: { select: { id: true, code: true, secrecy: true, worker: { select: { id: true, name: true } } } },
} as const satisfies Prisma.DeadlineSelect

const toDeadlineLine = (row: Prisma.DeadlineGetPayload<{ select: typeof deadlineLine }>) => ({
  id: row.id,
  severity: coded.shape.severity.parse(row.severity),
  event: EVENTS.read(row.event),
  happenedOn: dayOrNull(row.happenedOn),
  dueOn: dayOrNull(row.dueOn),
  remindOn: dayOrNull(row.remindOn),
  code: row.rule.code,
  title: ofRule.shape.title.parse(row.rule.title),
  meaning: ofRule.shape.meaning.parse(row.rule.meaning),
  file: row.file,
})
export type DeadlineLine = ReturnType<typeof toDeadlineLine>

const SHOWN = 300

/**
 * Open deadlines of the files within reach that remind between two days, the earliest first; those whose day is not known
 * stand last. `mine` keeps to the files the actor holds.
 */
export const listAllDeadlines = async (
  work: Work,
  {
    from,
    until,
    isMine,
  }: { readonly from: Day | null; readonly until: Day | null; readonly isMine: boolean },
): Promise<{ readonly lines: DeadlineLine[]; readonly hasMore: boolean }> => {
  const range =
    from === null && until === null
      ? {}
      : {
          remindOn: {
            ...(from === null ? {} : { gte: toDate(from) }),
            ...(until === null ? {} : { lte: toDate(until) }),
          },
        }
  const rows = await work.tx.deadline.findMany({
    where: {
      status: 'open',
      ...range,
      file: {
        AND: [
          scopeCases(work.actor, 'case:read', work.now),
          // What stayed open in a closed file was left so on purpose.
          { status: { notIn: [...CLOSED_STATUSES] } },
          ...(isMine ? [{ workerId: work.actor.id }] : []),
        ],
      },
    },
    select: deadlineLine,
    orderBy: [{ remindOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: SHOWN + 1,
  })
  return { lines: rows.slice(0, SHOWN).map(toDeadlineLine), hasMore: rows.length > SHOWN }
}

/** The open deadlines of these files, as far as they are within reach, the earliest first. */
export const listDeadlinesOf = async (work: Work, caseIds: readonly string[]): Promise<DeadlineLine[]> =>
  (
    await work.tx.deadline.findMany({
      where: {
        status: 'open',
        file: { AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...caseIds] } }] },
      },
      select: deadlineLine,
      orderBy: [{ remindOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: 1000,
    })
  ).map(toDeadlineLine)

const WHOSE = vocabulary('deadlines.whose', ['all', 'mine'])

/**
 * The open deadlines of the files within reach, all of them or those of one month ("view=month&month=2026-12");
 * "whose=mine" keeps to one's own files.
 */
export const readAllDeadlines = async (work: Work, search: Search, isDiscreet: boolean) => {
  const isMine = meant(search, 'whose', WHOSE.match) === 'mine'
  const month = says(search, 'view', 'month')
    ? (meant(search, 'month', readMonth) ?? firstDayOf(dayOf(work.now)))
    : null
  const range = month === null ? { from: null, until: null } : { from: month, until: lastDayOf(month) }
  const found = await listAllDeadlines(work, { ...range, isMine })
  const caseIds = [...new Set(found.lines.map(({ file }) => file.id))]
  return { isMine, month, ...found, people: await listShownPeople(work, caseIds, isDiscreet) }
}
