import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import type { Timeliness } from './deadline-state.rules'
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
  rule: {
    select: {
      id: true,
      code: true,
      edition: true,
      title: true,
      meaning: true,
      sources: true,
      note: true,
      closedBy: true,
    },
  },
  ruling: { select: { kind: true, createdAt: true, creator: { select: { name: true } } } },
  creator: { select: { name: true } },
  closer: { select: { name: true } },
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

/**
 * What closes a deadline is what its own edition says and what every later one adds: an act that was forgotten closes what runs
 * already, too. Nothing of what was counted moves by it.
 */
const readActs = async (work: Work, rows: readonly Row[]) => {
  const codes = [...new Set(rows.map(({ rule }) => rule.code))]
  const editions =
    codes.length === 0
      ? []
      : await work.tx.deadlineRule.findMany({
          where: { code: { in: codes } },
          select: { code: true, edition: true, closedBy: true },
          orderBy: { edition: 'asc' },
        })
  return ({ code, edition }: Row['rule']): Act[] => [
    ...new Set(
      editions
        .filter((one) => one.code === code && one.edition >= edition)
        .flatMap(({ closedBy }) => ofRule.shape.closedBy.parse(closedBy)),
    ),
  ]
}
const toDeadlines = async (work: Work, rows: readonly Row[]): Promise<Deadline[]> => {
  const actsOf = await readActs(work, rows)
  return rows.map((row) => toDeadline(row, actsOf(row.rule)))
}

const toDeadline = ({ rule, ruling, creator, closer, ...row }: Row, closedBy: readonly Act[]) => ({
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
  rule: { id: rule.id, code: rule.code, edition: rule.edition, ...ofRule.parse(rule), closedBy },
  ruling: ruling && { kind: ruling.kind, at: ruling.createdAt, by: ruling.creator.name },
  by: creator.name,
  closer: closer?.name ?? null,
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
