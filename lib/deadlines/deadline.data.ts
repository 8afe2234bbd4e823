import 'server-only'
import * as z from 'zod'
import { byId } from '@/lib/db/by-id'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import type { Timeliness } from './deadline-state.rules'
import { type Edition, readEditions } from './edition.data'
import { explanationSchema } from './explanation.schema'
import { NOTIFICATIONS } from './notification.rules'
import type { Applied } from './regime.rules'
import {
  ACTS,
  type Act,
  type EntryKind,
  EVENTS,
  FACTS,
  MEANINGS,
  SEVERITIES,
  UNITS,
} from './vocabulary.rules'

const dayOrNull = (date: Date | null): Day | null => (date === null ? null : toDay(date))

const line = {
  id: true,
  caseId: true,
  chainId: true,
  family: true,
  rulingId: true,
  severity: true,
  event: true,
  happenedOn: true,
  happenedAt: true,
  notification: true,
  facts: true,
  lodgedOn: true,
  registeredOn: true,
  letterOn: true,
  letterAmount: true,
  letterUnit: true,
  dueOn: true,
  remindOn: true,
  explanation: true,
  status: true,
  closedAct: true,
  closedOn: true,
  kept: true,
  causeKind: true,
  causeRef: true,
  closedKind: true,
  closedRef: true,
  supersededBy: true,
  retainedRuleId: true,
  createdAt: true,
  version: true,
  ruleId: true,
  createdBy: true,
  closedBy: true,
} as const satisfies Prisma.DeadlineSelect
type Row = Prisma.DeadlineGetPayload<{ select: typeof line }>

export const coded = z.object({
  severity: storedCode(SEVERITIES),
  event: storedCode(EVENTS),
  notification: storedCode(NOTIFICATIONS).nullable(),
  facts: z.array(storedCode(FACTS)),
  letterUnit: storedCode(UNITS).nullable(),
  status: z.enum(['open', 'closed', 'superseded']),
  closedAct: storedCode(ACTS).nullable(),
  kept: z.enum(['inTime', 'late', 'notKnown']).nullable(),
})
export const ofRule = z.object({
  meaning: storedCode(MEANINGS),
  title: z.object({ en: z.string(), fr: z.string(), nl: z.string(), de: z.string() }),
  sources: z.array(z.object({ key: z.string(), title: z.string(), address: z.string(), seen: z.string() })),
  note: z.object({ en: z.string(), fr: z.string(), nl: z.string(), de: z.string() }).nullable(),
  closedBy: z.array(storedCode(ACTS)),
})

/** Rules, rulings and names come by their ids: one query for each kind that the rows name, and none for the others. */
const toDeadlines = async (work: Work, rows: readonly Row[]): Promise<Deadline[]> => {
  const ruleOf = await readEditions(
    work,
    rows.map(({ ruleId }) => ruleId),
  )
  const rulingOf = await byId(
    rows.map(({ rulingId }) => rulingId),
    (where) =>
      work.tx.deadlineRuling.findMany({
        where,
        select: { id: true, kind: true, createdAt: true, createdBy: true },
      }),
  )
  const rulings = rows.map(({ rulingId }) => (rulingId === null ? null : rulingOf(rulingId)))
  const staffOf = await byId(
    [
      ...rows.flatMap(({ createdBy, closedBy }) => [createdBy, closedBy]),
      ...rulings.map((ruling) => ruling?.createdBy ?? null),
    ],
    (where) => work.tx.staff.findMany({ where, select: { id: true, name: true } }),
  )
  return rows.map((row, index) => {
    const ruling = rulings[index] ?? null
    return toDeadline(row, ruleOf(row.ruleId), {
      ruling: ruling && { kind: ruling.kind, at: ruling.createdAt, by: staffOf(ruling.createdBy).name },
      by: staffOf(row.createdBy).name,
      closer: row.closedBy === null ? null : staffOf(row.closedBy).name,
    })
  })
}

const toDeadline = (
  { ruleId: _, createdBy: __, closedBy: ___, ...row }: Row,
  { id, code, version: edition, meaning, title, read: sources, note, closedBy }: Edition,
  said: {
    readonly ruling: { readonly kind: string; readonly at: Date; readonly by: string } | null
    readonly by: string
    readonly closer: string | null
  },
) => ({
  ...row,
  ...coded.parse(row),
  happenedOn: dayOrNull(row.happenedOn),
  lodgedOn: dayOrNull(row.lodgedOn),
  registeredOn: dayOrNull(row.registeredOn),
  letterOn: dayOrNull(row.letterOn),
  dueOn: dayOrNull(row.dueOn),
  remindOn: dayOrNull(row.remindOn),
  closedOn: dayOrNull(row.closedOn),
  explanation: explanationSchema.parse(row.explanation),
  rule: { id, code, edition, meaning, title, sources, note, closedBy },
  ...said,
})
export type Deadline = ReturnType<typeof toDeadline>

/** Deadlines by a condition, the earliest reminder first. */
export const findDeadlines = async (
  work: Work,
  where: Prisma.DeadlineWhereInput,
  take?: number,
): Promise<Deadline[]> => {
  const rows = await work.tx.deadline.findMany({
    where,
    select: line,
    orderBy: [{ remindOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    ...(take === undefined ? {} : { take }),
  })
  return toDeadlines(work, rows)
}

/** All deadlines of one file within reach: open ones by the day they remind of, then what is over, newest first. */
export const listDeadlines = (work: Work, caseId: string): Promise<Deadline[]> =>
  findDeadlines(work, { caseId }, 500)

/** The open deadlines of one file within reach. */
export const listOpenDeadlines = async (work: Work, caseId: string): Promise<Deadline[]> => {
  const rows = await work.tx.deadline.findMany({
    where: { caseId, status: 'open' },
    select: line,
    orderBy: { id: 'asc' },
    take: 500,
  })
  return toDeadlines(work, rows)
}

/** One deadline of a file. Throws NotFound. */
export const getDeadline = async (work: Work, caseId: string, id: string): Promise<Deadline> => {
  const row = await work.tx.deadline.findFirst({ where: { id, caseId }, select: line })
  const [deadline] = row === null ? [] : await toDeadlines(work, [row])
  if (deadline === undefined) throw new NotFound()
  return deadline
}

/** @returns false when someone closed or replaced it meanwhile */
export const updateClosed = async (
  work: Work,
  { id, caseId, version }: Pick<Deadline, 'id' | 'caseId' | 'version'>,
  closing: {
    readonly act: Act
    readonly on: Day
    readonly kind: EntryKind
    readonly ref: string
    readonly kept: Timeliness
  },
): Promise<boolean> => {
  const { count } = await work.tx.deadline.updateMany({
    where: { id, caseId, version, status: 'open' },
    data: {
      status: 'closed',
      closedAct: closing.act,
      closedOn: toDate(closing.on),
      closedKind: closing.kind,
      closedRef: closing.ref,
      kept: closing.kept,
      closedBy: work.actor.id,
      closedAt: work.now,
      version: { increment: 1 },
    },
  })
  return count === 1
}

/**
 * Writes down that the day on record stays although an edition of today says another; the note says why.
 * @returns false when someone closed, replaced or answered it meanwhile
 */
export const updateRetained = async (
  work: Work,
  { id, caseId, version, retainedRuleId }: Pick<Deadline, 'id' | 'caseId' | 'version' | 'retainedRuleId'>,
  { ruleId, noteId }: { readonly ruleId: string; readonly noteId: string },
): Promise<boolean> => {
  const { count } = await work.tx.deadline.updateMany({
    where: { id, caseId, version, status: 'open', retainedRuleId },
    data: { retainedRuleId: ruleId, retainedNoteId: noteId },
  })
  return count === 1
}

/** What the file knows of its application, as the last deadlines were told. */
export const findApplied = async (work: Work, caseId: string): Promise<Applied> => {
  const last = (where: Prisma.DeadlineWhereInput) =>
    work.tx.deadline.findFirst({
      where: { caseId, ...where },
      select: { lodgedOn: true, registeredOn: true },
      orderBy: { createdAt: 'desc' },
    })
  const lodged = await last({ lodgedOn: { not: null } })
  const registered = await last({ registeredOn: { not: null } })
  return {
    lodgedOn: dayOrNull(lodged?.lodgedOn ?? null),
    registeredOn: dayOrNull(registered?.registeredOn ?? null),
  }
}
