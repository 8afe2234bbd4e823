import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { listPlanned } from '@/lib/appointments/appointment.data'
import { listScreeningsDue } from '@/lib/asylum/screening-due.data'
import { openNextStep, today } from '@/lib/cases/case.data'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { byDanger, dangerOf, UNSEEN_RANKS } from '@/lib/cases/danger.rules'
import { rankedColumns, toRanked } from '@/lib/cases/danger.view'
import { listGaps } from '@/lib/cases/gap.data'
import { daysUnseen } from '@/lib/cases/silence.rules'
import { empty, sql } from '@/lib/db/sql'
import { findNextPlans } from '@/lib/planning/upcoming.data'
import { openEach } from '@/lib/registers/register.data'
import { toDate, toDay } from '@/lib/shared/dates'
import {
  askedAppointments,
  MOST,
  ownAppointments,
  ownFiles,
  ownFilesSql,
  type Source,
} from './first-line.data'

/** People of one's own files in detention whom no one has visited for eight days, and of whom nothing worse is known. */
export const fromUnseen: Source<'unseen'> = async (work) => {
  const day = today(work)
  const rows = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        ownFiles(work),
        { unseenOn: { lte: toDate(day) } },
      ],
    },
    select: { id: true, code: true, lastSeenOn: true, openedOn: true, ...rankedColumns },
  })
  const found = rows
    .flatMap(({ id, code, lastSeenOn, openedOn, ...row }) => {
      const { rank, key } = dangerOf(toRanked(row), day)
      const seenOn = lastSeenOn && toDay(lastSeenOn)
      const days = daysUnseen(seenOn, toDay(openedOn), day)
      return UNSEEN_RANKS.has(rank) ? [{ id, code, rank, key, days, isNever: seenOn === null }] : []
    })
    .sort(byDanger)
  const shown = found.slice(0, MOST)
  const next = await findNextPlans(
    work,
    shown.map(({ id }) => id),
  )
  return shown.map(({ id, code, rank, key, days, isNever }) => ({
    kind: 'unseen',
    key: id,
    urgency: rank,
    on: key,
    caseId: id,
    unseen: { code, days, isNever, nextVisitOn: next.get(id) ?? null },
  }))
}

/** Next steps that are due, in one's own files. */
export const fromSteps: Source<'step'> = async (work) => {
  const rows = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        ownFiles(work),
        { status: { notIn: [...CLOSED_STATUSES] }, nextStepOn: { lte: toDate(today(work)) } },
      ],
    },
    select: {
      id: true,
      code: true,
      nextStepCipher: true,
      nextStepRevision: true,
      nextStepOn: true,
    },
    orderBy: [{ nextStepOn: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  await work.fieldCrypto.gather(
    'file',
    rows.map(({ id }) => id),
  )
  return openEach(rows, async (row) => ({
    kind: 'step' as const,
    key: row.id,
    urgency: 'due' as const,
    on: row.nextStepOn && toDay(row.nextStepOn),
    caseId: row.id,
    due: { code: row.code, step: await openNextStep(work, row) },
  }))
}

/** What one's own files lack for a step that comes: of each file one line, with its nearest step. */
export const fromGaps: Source<'gap'> = async (work) => {
  const own = work.actor.role === 'coordinator' ? sql`AND f.worker_id = ${work.actor.id}::uuid` : empty
  const found = await listGaps(work, own)
  const codes = await work.tx.caseFile.findMany({
    where: {
      AND: [scopeCases(work.actor, 'case:read', work.now), { id: { in: [...found.keys()] } }],
    },
    select: { id: true, code: true },
  })
  return codes
    .flatMap(({ id, code }) => {
      const [next, ...others] = found.get(id) ?? []
      return next === undefined ? [] : [{ id, code, next, others }]
    })
    .sort((a, b) => a.next.on.localeCompare(b.next.on) || a.id.localeCompare(b.id))
    .map(({ id, code, next, others }) => ({
      kind: 'gap' as const,
      key: id,
      urgency: 'due' as const,
      on: next.on,
      caseId: id,
      gap: { code, next, others },
    }))
    .slice(0, MOST)
}

/** Appointments of one's own files, and those on which one goes along or interprets: of today and tomorrow, later ones whose interpreter has not confirmed, and past ones of which no one said what came. */
export const fromAppointments: Source<'appointment'> = async (work) => {
  const day = today(work)
  const rows = await listPlanned(work, {
    which: askedAppointments(day),
    own: ownAppointments(work),
    most: MOST,
  })
  return rows.map((appointment) => ({
    kind: 'appointment' as const,
    key: appointment.subjectId,
    urgency: 'due' as const,
    // What has an hour does not wait: without a day it comes before all that is due.
    on: appointment.on < day ? appointment.on : null,
    caseId: appointment.caseId,
    appointment,
  }))
}

/** People of one's own files who are to be screened again. */
export const fromScreenings: Source<'screening'> = async (work) => {
  const rows = await listScreeningsDue(work, { day: today(work), own: ownFilesSql(work), most: MOST })
  return rows.map((screening) => ({
    kind: 'screening' as const,
    key: screening.subjectId,
    urgency: 'due' as const,
    on: screening.on,
    caseId: screening.caseId,
    screening,
  }))
}
