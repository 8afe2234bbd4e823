import 'server-only'
import { findCircle } from '@/lib/cases/assignment.data'
import { listColleagues } from '@/lib/cases/roster.data'
import type { Work } from '@/lib/db/work'
import type { Handover } from './handover.data'

type Choice = { readonly caseId: string; readonly toStaffId: string }

/** Whether each choice is one: a file of this hand-over, a colleague of the office, a member where a circle is. */
const areChoices = async (work: Work, handover: Handover, choices: readonly Choice[]): Promise<boolean> => {
  const colleagues = new Set((await listColleagues(work, [handover.teamId])).map(({ id }) => id))
  const files = await work.tx.caseFile.findMany({
    where: { id: { in: handover.items.map(({ caseId }) => caseId) } },
    select: { id: true, secrecy: true },
  })
  const byId = new Map(files.map((file) => [file.id, file]))
  for (const { caseId, toStaffId } of choices) {
    const file = byId.get(caseId)
    if (file === undefined) return false
    if (toStaffId === '') continue
    if (toStaffId === handover.fromStaffId || !colleagues.has(toStaffId)) return false
    const circle = await findCircle(work, file)
    if (circle !== null && !circle.includes(toStaffId)) return false
  }
  return true
}

/** Keeps whom to ask, in a hand-over that is not sent. */
export const chooseReceivers = async (
  work: Work,
  handover: Handover,
  version: number,
  choices: readonly Choice[],
): Promise<'ok' | 'changedMeanwhile' | 'notAReceiver'> => {
  if (!(await areChoices(work, handover, choices))) return 'notAReceiver'
  const { count } = await work.tx.handover.updateMany({
    where: { id: handover.id, version, state: 'draft' },
    data: { version: { increment: 1 } },
  })
  if (count === 0) return 'changedMeanwhile'
  const byReceiver = new Map<string, string[]>()
  for (const { caseId, toStaffId } of choices)
    byReceiver.set(toStaffId, [...(byReceiver.get(toStaffId) ?? []), caseId])
  for (const [toStaffId, caseIds] of byReceiver)
    await work.tx.handoverItem.updateMany({
      where: { handoverId: handover.id, caseId: { in: caseIds }, state: 'draft' },
      data: { toStaffId: toStaffId === '' ? null : toStaffId, version: { increment: 1 } },
    })
  return 'ok'
}
