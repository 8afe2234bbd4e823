import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, toDate, toDay } from '@/lib/shared/dates'
import { listMyDays } from '@/lib/tasks/task.data'
import { getReferral } from './referral.data'

/** No one waits longer than this for an answer without having said so again. */
export const BACK_DAYS = 366
const rows = z.array(z.object({ case_id: z.string(), referral_id: z.string(), next_on: z.date() }))

/**
 * Referrals of open files within reach about which someone meant to ask again until a day, the longest ago first. Where a task of
 * the actor in that file is due on that day, the task says it already.
 */
export const listNextContacts = async (work: Work, until: Day, most: number) => {
  const found = rows.parse(
    await work.tx.$queryRaw`SELECT case_id, referral_id, next_on
      FROM app.next_contacts(${toDate(addDays(until, -BACK_DAYS))}::date, ${toDate(until)}::date) ORDER BY next_on, referral_id`,
  )
  if (found.length === 0) return []
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:edit', work.now),
        {
          id: { in: found.map((row) => row.case_id) },
          status: { notIn: [...CLOSED_STATUSES] },
        },
      ],
    },
    select: { id: true, code: true, worker: { select: { name: true } } },
  })
  const tasks = await listMyDays(
    work,
    files.map(({ id }) => id),
  )
  const due = found.flatMap(({ case_id, referral_id, next_on }) => {
    const file = files.find(({ id }) => id === case_id)
    const on = toDay(next_on)
    const isSaid = tasks.some((task) => task.caseId === case_id && task.on === on)
    return file === undefined || isSaid ? [] : [{ referralId: referral_id, on, file }]
  })
  const contacts = []
  for (const { referralId, on, file } of due.slice(0, most)) {
    const { row } = await getReferral(work, file.id, referralId)
    contacts.push({ referralId, on, to: row.to, file: { ...file, worker: file.worker.name } })
  }
  return contacts
}
export type NextContact = Awaited<ReturnType<typeof listNextContacts>>[number]
