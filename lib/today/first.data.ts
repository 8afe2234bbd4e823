import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { listAwaiting } from '@/lib/accounts/voucher.data'
import { today } from '@/lib/cases/case.data'
import { listUnanswered } from '@/lib/circles/glass.data'
import { listPressing } from '@/lib/deadlines/pressing.data'
import { listRemovals } from '@/lib/detention/removal.data'
import { listUnwritten } from '@/lib/planning/upcoming.data'
import { type Day, dayOf, toDay } from '@/lib/shared/dates'
import { listMyTasks } from '@/lib/tasks/task.data'
import type { FirstKind, Urgency } from './first.rules'
import { firstOfFile, MOST, type Source, signalLine } from './first-line.data'
import { fromDuplicates, fromHandovers, fromHolds, fromRecounts, fromReferrals } from './first-look.data'
import { fromEighteen, fromMissing } from './first-minors.data'
import { fromAppointments, fromGaps, fromScreenings, fromSteps, fromUnseen } from './first-own.data'

/**
 * Removals that are planned for the next days, or for a day that has passed without anyone saying what came of it: of each file the
 * first one.
 */
const fromRemovals: Source<'removal'> = async (work) => {
  const removals = firstOfFile(
    (await listRemovals(work)).sort((a, b) => (a.earliest ?? '').localeCompare(b.earliest ?? '')),
  )
  return removals.map((removal) => ({
    kind: 'removal',
    key: removal.id,
    urgency: 'removal',
    on: removal.earliest,
    caseId: removal.file.id,
    removal,
  }))
}

/** A signal by its severity; a serious one first when the file is of a minor or a person who is held. */
const urgencyOf = (
  { severity, file }: { severity: string; file: { isHeld: boolean; adultOn: Date | null } },
  day: Day,
): Urgency => {
  if (severity === 'critical') return 'critical'
  if (severity !== 'serious') return 'new'
  return file.isHeld || (file.adultOn !== null && toDay(file.adultOn) > day) ? 'seriousFirst' : 'serious'
}

/** Unanswered signals: critical and serious ones whole; to a worker of the others the newest. */
const fromSignals: Source<'signal'> = async (work) => {
  // A worry outlives the file: closing one does not answer it.
  const open = { answeredAt: null, file: scopeCases(work.actor, 'case:read', work.now) }
  const grave = ['critical', 'serious']
  const dangers = await work.tx.signal.findMany({
    where: { ...open, severity: { in: grave } },
    select: signalLine,
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
  })
  const others = { ...open, severity: { notIn: grave } }
  const isAsked = work.actor.role === 'caseworker'
  const rest = isAsked
    ? await work.tx.signal.findMany({
        where: others,
        select: signalLine,
        orderBy: [{ raisedAt: 'desc' }, { id: 'asc' }],
        take: MOST,
      })
    : []
  return [...dangers, ...rest].map((signal) => ({
    kind: 'signal',
    key: signal.id,
    urgency: urgencyOf(signal, today(work)),
    on: dayOf(signal.raisedAt),
    caseId: signal.file.id,
    signal,
  }))
}

/** Clocks that press: acts in their last days are danger, and are never cut or put away. */
const fromDeadlines: Source<'deadline'> = async (work) => {
  const pressing = await listPressing(work)
  return pressing.map((deadline) => ({
    kind: 'deadline',
    key: deadline.id,
    urgency: deadline.isInLastDays ? 'act' : 'due',
    on: deadline.remindOn,
    caseId: deadline.file.id,
    deadline,
  }))
}

/** Visits that one went on and no one has written down. */
const fromVisits: Source<'visit'> = async (work) => {
  const unwritten = await listUnwritten(work)
  return unwritten.map((visit) => ({
    kind: 'visit',
    key: visit.id,
    urgency: 'due',
    on: visit.onDate,
    caseId: null,
    visit,
  }))
}

/** Tasks given to oneself, up to today. */
const fromTasks: Source<'task'> = async (work) => {
  const day = today(work)
  const tasks = await listMyTasks(work, MOST)
  return tasks.flatMap((task) =>
    task.dueOn === null || task.dueOn > day
      ? []
      : [{ kind: 'task', key: task.id, urgency: 'due', on: task.dueOn, caseId: task.caseId, task }],
  )
}

/** Accounts that open nothing until a coordinator says whose they are. */
const fromAccounts: Source<'account'> = async (work) => {
  const awaiting = work.actor.role === 'coordinator' ? await listAwaiting(work) : []
  return awaiting.map((colleague) => ({
    kind: 'account',
    key: colleague.id,
    urgency: 'decide',
    // Without a day it comes before what has one: someone waits to work.
    on: null,
    caseId: null,
    colleague,
  }))
}

/** Files opened in an emergency that no one has answered for: red from the first day, for anyone who may. */
const fromGlasses: Source<'glass'> = async (work) => {
  const openings = await listUnanswered(work)
  return openings.map((opening) => ({
    kind: 'glass',
    key: opening.id,
    urgency: 'decide',
    on: opening.dueOn,
    caseId: opening.file?.id ?? null,
    opening,
  }))
}

/** THE registry: a new kind is one line here, its source, its number (count.data.ts), its row and its words. */
export const SOURCES: Readonly<{ [K in FirstKind]: Source<K> }> = {
  removal: fromRemovals,
  missing: fromMissing,
  signal: fromSignals,
  deadline: fromDeadlines,
  recount: fromRecounts,
  eighteen: fromEighteen,
  unseen: fromUnseen,
  visit: fromVisits,
  appointment: fromAppointments,
  screening: fromScreenings,
  task: fromTasks,
  step: fromSteps,
  gap: fromGaps,
  referral: fromReferrals,
  hold: fromHolds,
  account: fromAccounts,
  glass: fromGlasses,
  handover: fromHandovers,
  duplicate: fromDuplicates,
}
