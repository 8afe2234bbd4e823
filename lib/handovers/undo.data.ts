import 'server-only'
import { moveWorker } from '@/lib/cases/assignment.data'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { dayOf, toDate } from '@/lib/shared/dates'
import type { Handover } from './handover.data'
import { openHandoverNote } from './note.data'
import { endMembership, holdFiles, moveTasks } from './send.data'

const gone = { state: { in: ['held', 'offered', 'accepted', 'declined'] } }

/** The colleague to whom the files go back must still be here to have them. */
export const isStillHere = async (work: Work, staffId: string): Promise<boolean> =>
  (await work.tx.staff.count({
    where: {
      id: staffId,
      organisationId: work.actor.organisationId,
      active: true,
      role: { in: ['caseworker', 'coordinator'] },
    },
  })) === 1

/** Puts the colleague back on the visits from which an acceptance took them, and takes off who came in their place. */
const returnVisits = async (
  work: Work,
  handover: Handover,
  item: {
    readonly toStaffId: string | null
    readonly planIds: readonly string[]
    readonly joinedPlans: readonly string[]
  },
): Promise<void> => {
  const coming = { onDate: { gte: toDate(dayOf(work.now)) }, state: { not: 'cancelled' } }
  const set = (staffId: string, planIds: readonly string[], goes: boolean) =>
    work.tx.visitPlanVisitor.updateMany({
      where: { staffId, planId: { in: [...planIds] }, goes: !goes, plan: coming },
      data: { goes },
    })
  await set(handover.fromStaffId, item.planIds, true)
  if (item.toStaffId !== null) await set(item.toStaffId, item.joinedPlans, false)
}

/**
 * Takes a hand-over back: worker, readers, open tasks and visits as they were before. A file that has moved on since
 * stays where it is, and is said. What was written meanwhile stays with the one who wrote it.
 */
export const undoHandover = async (
  work: Work,
  handover: Handover,
): Promise<{ done: string[]; failed: string[] } | null> => {
  const { id: handoverId, fromStaffId, sentBy } = handover
  const undone = await work.tx.handover.updateMany({
    where: { id: handoverId, state: 'sent' },
    data: { state: 'undone', undoneAt: work.now, version: { increment: 1 } },
  })
  if (undone.count === 0 || sentBy === null) return null
  const files = await holdFiles(
    work,
    handover.items.map(({ caseId }) => caseId),
  )
  const items = await work.tx.handoverItem.findMany({
    where: { handoverId, ...gone },
    orderBy: { caseId: 'asc' },
  })
  await work.fieldCrypto.gather(
    'file',
    items.map(({ caseId }) => caseId),
  )
  const done: string[] = []
  for (const item of items) {
    const { caseId, toStaffId } = item
    const file = files.get(caseId)
    const holder = item.state === 'accepted' && toStaffId !== null ? toStaffId : sentBy
    const expected = handover.kind === 'permanent' ? holder : fromStaffId
    if (file === undefined || file.workerId !== expected) continue
    if (file.workerId !== fromStaffId) {
      await moveWorker(work, file, { staffId: fromStaffId, reason: await openHandoverNote(work, item) })
      await work.audit({ event: 'case.assigned', caseId, fromStaffId: file.workerId, toStaffId: fromStaffId })
    }
    await endMembership(work, item.memberId)
    await moveTasks(work, item.taskIds, [sentBy, holder], fromStaffId)
    if (item.state === 'accepted') await returnVisits(work, handover, item)
    await work.tx.handoverItem.updateMany({
      where: { handoverId, caseId },
      data: { state: 'undone', version: { increment: 1 } },
    })
    done.push(caseId)
  }
  const told = items.flatMap(({ toStaffId }) => (toStaffId === null ? [] : [toStaffId]))
  await insertNotices(work, 'handover_decided', [...new Set([fromStaffId, ...told])])
  return { done, failed: items.map(({ caseId }) => caseId).filter((id) => !done.includes(id)) }
}
