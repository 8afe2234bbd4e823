import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Work } from '@/lib/db/work'
import { addDays, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { coded, ofRule } from './deadline.data'
import { isPressing, type Recipient } from './reminder.rules'

/** The longest reminder comes a year before its day. */
const AHEAD_DAYS = 366
const MOST = 500
const remind = z.object({ days: z.array(z.number()), months: z.array(z.number()) })

/**
 * Open deadlines that press today: near or past, or with a reminder of their rule on this very day. A coordinator hears of
 * those that reach her, a worker of all in her files.
 */
export const listPressing = async (work: Work) => {
  const today = dayOf(work.now)
  const as: Recipient = work.actor.role === 'coordinator' ? 'coordinator' : 'worker'
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
      rule: { select: { title: true, meaning: true, remind: true } },
      file: { select: { id: true, code: true, worker: { select: { name: true } } } },
    },
    orderBy: [{ remindOn: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  return rows.flatMap(({ rule, file, ...row }) => {
    if (row.remindOn === null) return []
    const severity = coded.shape.severity.parse(row.severity)
    const remindOn = toDay(row.remindOn)
    const dueOn = row.dueOn && toDay(row.dueOn)
    const knownOn = dayOf(row.createdAt)
    if (!isPressing({ severity, remind: remind.parse(rule.remind), remindOn, knownOn }, today, as)) return []
    return [
      {
        id: row.id,
        severity,
        remindOn,
        /** Null where only an unconfirmed rule speaks. */
        dueOn,
        title: ofRule.shape.title.parse(rule.title),
        file: { id: file.id, code: file.code, worker: file.worker.name },
      },
    ]
  })
}
export type Pressing = Awaited<ReturnType<typeof listPressing>>[number]
