import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { coded, ofRule } from './deadline.data'
import { explanationSchema } from './explanation.schema'
import { lastDaysFrom, spansOf } from './last-days.rules'
import { isPressing, type Recipient } from './reminder.rules'

/** The longest reminder comes a year before its day. */
export const AHEAD_DAYS = 366
const MOST = 500
const remind = z.object({ days: z.array(z.number()), months: z.array(z.number()) })

/** What tells from which day on an open deadline is in its last days. */
export const LAST_DAYS = {
  severity: true,
  happenedOn: true,
  remindOn: true,
  explanation: true,
  rule: { select: { code: true, title: true, meaning: true, remind: true } },
} as const satisfies Prisma.DeadlineSelect

/** The last days of a stored deadline; null for one that has none. */
export const lastDaysOf = ({
  severity,
  happenedOn,
  remindOn,
  explanation,
  rule,
}: Prisma.DeadlineGetPayload<{ select: typeof LAST_DAYS }>) => {
  if (remindOn === null) return null
  const until = toDay(remindOn)
  const { computation, letter } = explanationSchema.parse(explanation)
  const from = lastDaysFrom({
    meaning: ofRule.shape.meaning.parse(rule.meaning),
    severity: coded.shape.severity.parse(severity),
    remind: remind.parse(rule.remind),
    happenedOn: happenedOn && toDay(happenedOn),
    remindOn: until,
    spans: spansOf([...computation.steps, ...(letter?.steps ?? [])]),
  })
  return from === null ? null : { from, until }
}

/** An open act in its last days. */
export type LastDays = {
  readonly id: string
  readonly caseId: string
  /** Of the rule. */
  readonly code: string
  readonly title: z.output<typeof ofRule>['title']
  readonly until: Day
}

/** The open acts in their last days, within reach or of some files there; only files that have one are looked at. */
export const listInLastDays = async (
  work: Work,
  caseIds: readonly string[] | null = null,
): Promise<LastDays[]> => {
  const today = dayOf(work.now)
  const rows = await work.tx.deadline.findMany({
    where: {
      status: 'open',
      remindOn: { not: null },
      file: {
        AND: [
          scopeCases(work.actor, 'case:read', work.now),
          { actFrom: { lte: toDate(today) } },
          caseIds === null ? {} : { id: { in: [...caseIds] } },
        ],
      },
    },
    select: { id: true, caseId: true, ...LAST_DAYS },
    orderBy: [{ remindOn: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, caseId, ...row }) => {
    const days = lastDaysOf(row)
    if (days === null || days.from > today) return []
    const title = ofRule.shape.title.parse(row.rule.title)
    return [{ id, caseId, code: row.rule.code, title, until: days.until }]
  })
}

/** As whom the actor is reminded on their first screen. */
export const askedAs = (work: Work): Recipient =>
  work.actor.role === 'coordinator' ? 'coordinator' : 'worker'

/**
 * Open deadlines that press today: acts in their last days, near or past, or with a reminder of their rule on this very day. A coordinator hears of
 * those that reach them, a worker of all in their files.
 */
export const listPressing = async (work: Work) => {
  const today = dayOf(work.now)
  const as = askedAs(work)
  const rows = await work.tx.deadline.findMany({
    where: {
      status: 'open',
      remindOn: { lte: toDate(addDays(today, AHEAD_DAYS)) },
      file: {
        AND: [scopeCases(work.actor, 'case:read', work.now), { status: { notIn: [...CLOSED_STATUSES] } }],
      },
    },
    select: {
      id: true,
      severity: true,
      dueOn: true,
      remindOn: true,
      createdAt: true,
      rule: { select: { code: true, title: true, meaning: true, remind: true } },
      file: { select: { id: true, code: true, worker: { select: { name: true } } } },
    },
    orderBy: [{ remindOn: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  const last = new Set((await listInLastDays(work)).map(({ id }) => id))
  return rows.flatMap(({ rule, file, ...row }) => {
    if (row.remindOn === null) return []
    const severity = coded.shape.severity.parse(row.severity)
    const remindOn = toDay(row.remindOn)
    const dueOn = row.dueOn && toDay(row.dueOn)
    const knownOn = dayOf(row.createdAt)
    const isInLastDays = last.has(row.id)
    const reminded = { severity, remind: remind.parse(rule.remind), remindOn, knownOn }
    if (!isInLastDays && !isPressing(reminded, today, as)) return []
    return [
      {
        id: row.id,
        severity,
        remindOn,
        isInLastDays,
        /** Null where only an unconfirmed rule speaks. */
        dueOn,
        code: rule.code,
        title: ofRule.shape.title.parse(rule.title),
        file: { id: file.id, code: file.code, worker: file.worker.name },
      },
    ]
  })
}
export type Pressing = Awaited<ReturnType<typeof listPressing>>[number]
