import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { findCircle, moveWorker } from '@/lib/cases/assignment.data'
import { isClosed } from '@/lib/cases/case.rules'
import { listColleagues } from '@/lib/cases/roster.data'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { dayOf, toDate } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { answerOne } from './answer.data'
import { findEnd, type Handover } from './handover.data'
import { offeredUntil } from './handover.rules'
import { openHandoverNote } from './note.data'

const lockedFile = {
  id: true,
  code: true,
  teamId: true,
  workerId: true,
  status: true,
  secrecy: true,
  version: true,
} as const

/** The files of some items, locked until the end of the transaction, in one order: two commands wait and do not cross. */
export const holdFiles = async (work: Work, caseIds: readonly string[]) => {
  await work.tx
    .$queryRaw`SELECT f.id FROM case_file f WHERE f.id = ANY (${[...caseIds]}::uuid[]) ORDER BY f.id FOR NO KEY UPDATE`
  const files = await work.tx.caseFile.findMany({
    where: { AND: [scopeCases(work.actor, 'case:assign', work.now), { id: { in: [...caseIds] } }] },
    select: lockedFile,
  })
  return new Map(files.map((file) => [file.id, file]))
}
type LockedFile = Awaited<ReturnType<typeof holdFiles>> extends ReadonlyMap<string, infer F> ? F : never

/** Open tasks of one colleague in a file. */
const listTaskIds = async (work: Work, caseId: string, assignedTo: string): Promise<string[]> =>
  (
    await work.tx.task.findMany({
      where: { caseId, assignedTo, doneAt: null, withdrawnAt: null },
      select: { id: true },
    })
  ).map(({ id }) => id)

export const moveTasks = async (
  work: Work,
  taskIds: readonly string[],
  from: readonly string[],
  assignedTo: string,
): Promise<void> => {
  await work.tx.task.updateMany({
    where: { id: { in: [...taskIds] }, assignedTo: { in: [...from] }, doneAt: null, withdrawnAt: null },
    data: { assignedTo, version: { increment: 1 } },
  })
}

/** Visits still to come on which the colleague is named, by file of those whom they were to see. */
const listPlanIds = async (work: Work, handover: Handover): Promise<ReadonlyMap<string, string[]>> => {
  const { fromStaffId, untilDay } = handover
  const lines = await work.tx.visitPlanPerson.findMany({
    where: {
      planned: true,
      caseId: { in: handover.items.map(({ caseId }) => caseId) },
      plan: {
        state: { not: 'cancelled' },
        onDate: { gte: toDate(dayOf(work.now)), ...(untilDay === null ? {} : { lte: toDate(untilDay) }) },
        visitors: { some: { staffId: fromStaffId, goes: true } },
      },
    },
    select: { caseId: true, planId: true },
  })
  const byFile = new Map<string, string[]>()
  for (const { caseId, planId } of lines)
    byFile.set(caseId, [...new Set([...(byFile.get(caseId) ?? []), planId])])
  return byFile
}

/**
 * Lets someone read a file while they are asked for it. Members do already; no one makes themselves one. The id of the
 * membership that was made, or null.
 */
const admit = async (
  work: Work,
  handover: Handover,
  file: LockedFile,
  staffId: string,
): Promise<string | null> => {
  if (file.secrecy !== 'open' || staffId === work.actor.id) return null
  const validUntil = offeredUntil(work.now, await findEnd(work, handover))
  const id = newId(work.now.getTime())
  await work.tx.caseMember.createMany({
    data: {
      id,
      caseId: file.id,
      staffId,
      kind: 'cover',
      validFrom: work.now,
      validUntil,
      addedBy: work.actor.id,
    },
  })
  await work.audit({ event: 'case.shared', caseId: file.id, staffId, until: validUntil.toISOString() })
  return id
}

/** Whether a colleague may be asked for a file: of the office, and of the circle where there is one. */
const openOffice = async (work: Work, handover: Handover) => {
  const colleagues = new Set((await listColleagues(work, [handover.teamId])).map(({ id }) => id))
  return async (file: LockedFile, staffId: string | null): Promise<boolean> => {
    if (staffId === null || staffId === handover.fromStaffId || !colleagues.has(staffId)) return false
    const circle = await findCircle(work, file)
    return circle === null || circle.includes(staffId)
  }
}

/** Asks one colleague for one held file. A coordinator who asks themselves has answered. */
const offer = async (work: Work, handover: Handover, file: LockedFile, toStaffId: string): Promise<void> => {
  const memberId = await admit(work, handover, file, toStaffId)
  await work.tx.handoverItem.updateMany({
    where: { handoverId: handover.id, caseId: file.id },
    data: { toStaffId, memberId, state: 'offered', version: { increment: 1 } },
  })
  if (toStaffId === work.actor.id) await answerOne(work, handover, file.id, { accepts: true, reason: '' })
}

const canGo = (file: LockedFile | undefined, handover: Handover): file is LockedFile =>
  file !== undefined &&
  file.workerId === handover.fromStaffId &&
  file.teamId === handover.teamId &&
  file.secrecy !== 'sealed' &&
  !isClosed(file.status)

/**
 * Sends a prepared hand-over. From here the coordinator holds each file until someone has said yes: a permanent one as
 * its worker, one for a time as the coordinator of the office. What has left the colleague's hands meanwhile is skipped.
 * @returns null when it was sent before, or is not any more what was on the screen
 */
export const sendHandover = async (
  work: Work,
  handover: Handover,
  version: number,
): Promise<{ files: number; skipped: number } | null> => {
  const sent = await work.tx.handover.updateMany({
    where: { id: handover.id, version, state: 'draft' },
    data: { state: 'sent', sentBy: work.actor.id, sentAt: work.now, version: { increment: 1 } },
  })
  if (sent.count === 0) return null
  const files = await holdFiles(
    work,
    handover.items.map(({ caseId }) => caseId),
  )
  const planIds = await listPlanIds(work, handover)
  const mayTake = await openOffice(work, handover)
  const { id: handoverId, fromStaffId } = handover
  const me = work.actor.id
  const asked = new Set<string>()
  await work.fieldCrypto.gather(
    'file',
    handover.items.map(({ caseId }) => caseId),
  )
  let skipped = 0
  for (const item of handover.items) {
    const { caseId } = item
    const file = files.get(caseId)
    if (!canGo(file, handover)) {
      skipped++
      await work.tx.handoverItem.updateMany({ where: { handoverId, caseId }, data: { state: 'skipped' } })
      continue
    }
    const taskIds = handover.kind === 'permanent' ? await listTaskIds(work, caseId, fromStaffId) : []
    if (handover.kind === 'permanent' && fromStaffId !== me) {
      await moveWorker(work, file, { staffId: me, reason: await openHandoverNote(work, item) })
      await work.audit({ event: 'case.assigned', caseId, fromStaffId, toStaffId: me })
      await moveTasks(work, taskIds, [fromStaffId], me)
    }
    await work.tx.handoverItem.updateMany({
      where: { handoverId, caseId },
      data: { state: 'held', taskIds, planIds: planIds.get(caseId) ?? [], version: { increment: 1 } },
    })
    if (item.toStaffId === null || !(await mayTake(file, item.toStaffId))) continue
    await offer(work, handover, file, item.toStaffId)
    asked.add(item.toStaffId)
  }
  await insertNotices(work, 'handover_asked', [...asked])
  return { files: handover.items.length - skipped, skipped }
}

/** Asks another colleague for files that no one has taken. @returns which were offered, and which could not be */
export const offerAgain = async (
  work: Work,
  handover: Handover,
  { caseIds, toStaffId }: { readonly caseIds: readonly string[]; readonly toStaffId: string },
): Promise<{ done: string[]; failed: string[] }> => {
  const files = await holdFiles(work, caseIds)
  // Read again now that the files are locked: someone may have answered just before.
  const items = await work.tx.handoverItem.findMany({
    where: {
      handoverId: handover.id,
      caseId: { in: [...caseIds] },
      state: { in: ['held', 'declined', 'offered'] },
    },
    select: { caseId: true, memberId: true },
  })
  const memberOf = new Map(items.map(({ caseId, memberId }) => [caseId, memberId]))
  const mayTake = await openOffice(work, handover)
  const done: string[] = []
  for (const caseId of caseIds) {
    const file = files.get(caseId)
    if (file === undefined || !memberOf.has(caseId) || !(await mayTake(file, toStaffId))) continue
    await endMembership(work, memberOf.get(caseId) ?? null)
    await offer(work, handover, file, toStaffId)
    done.push(caseId)
  }
  if (done.length > 0) await insertNotices(work, 'handover_asked', [toStaffId])
  return { done, failed: caseIds.filter((id) => !done.includes(id)) }
}

/** Ends a membership that an offer has made, if it still lasts. */
export const endMembership = async (work: Work, memberId: string | null): Promise<void> => {
  if (memberId === null) return
  await work.tx.caseMember.updateMany({
    where: { id: memberId, OR: [{ validUntil: null }, { validUntil: { gt: work.now } }] },
    data: { validUntil: work.now, version: { increment: 1 } },
  })
}
