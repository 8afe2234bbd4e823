import 'server-only'
import * as z from 'zod'
import { rankFiles } from '@/lib/caseload/danger.data'
import { assignmentAt } from '@/lib/cases/assignment.data'
import { isDanger } from '@/lib/cases/danger.rules'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { newId } from '@/lib/shared/ids'
import type { FilesOutcome } from './handover.schema'
import { handoverNoteAt } from './note.data'

const said = z.array(z.object({ answer: z.enum(['ok', 'notFound', 'changedMeanwhile']) })).length(1)
type Answered = { readonly id: string; readonly kind: string; readonly sentBy: string | null }
type Words = { readonly accepts: boolean; readonly reason: string }

/** One file: yes or no. The command is the guard's (docs/adr/0014); what it needs encrypted is encrypted here. */
export const answerOne = async (
  work: Work,
  { id: handoverId, kind, sentBy }: Answered,
  caseId: string,
  { accepts, reason }: Words,
): Promise<boolean> => {
  const assignment = newId(work.now.getTime())
  const because = await work.fieldCrypto.encrypt(assignmentAt(caseId, assignment), reason)
  const why = await work.fieldCrypto.encrypt(handoverNoteAt(handoverId, caseId, 'reason', 1), reason)
  const [row] = said.parse(
    await work.tx
      .$queryRaw`SELECT app.answer_handover(${handoverId}::uuid, ${caseId}::uuid, ${accepts}, ${why},
      ${assignment}::uuid, ${because}) AS answer`,
  )
  if (row?.answer !== 'ok') return false
  if (accepts && kind === 'permanent' && sentBy !== null && sentBy !== work.actor.id)
    await work.audit({ event: 'case.assigned', caseId, fromStaffId: sentBy, toStaffId: work.actor.id })
  return true
}

/** The files that the actor is asked for in one hand-over, and may open at this moment. */
const listAsked = async (
  work: Work,
  handoverId: string,
): Promise<{ handover: Answered; caseIds: string[] }> => {
  const handover = await work.tx.handover.findFirst({
    where: { id: handoverId, state: 'sent' },
    select: {
      id: true,
      kind: true,
      sentBy: true,
      items: {
        where: { toStaffId: work.actor.id, state: 'offered' },
        select: { caseId: true },
        orderBy: { caseId: 'asc' },
      },
    },
  })
  if (handover === null) throw new NotFound()
  return { handover, caseIds: handover.items.map(({ caseId }) => caseId) }
}

/**
 * Accepts or declines files, each for itself: what is not theirs to answer any more is said and leaves the others done. A file in
 * danger is accepted by itself: among others it is left as it is, and said.
 * Throws NotFound when none of them was ever asked of them.
 */
export const answerFiles = async (
  work: Work,
  { handoverId, caseIds, ...words }: { handoverId: string; caseIds: readonly string[] } & Words,
): Promise<FilesOutcome> => {
  const { handover, caseIds: asked } = await listAsked(work, handoverId)
  const apart =
    words.accepts && caseIds.length > 1
      ? (await rankFiles(work, asked)).flatMap(({ id, dangers: [first] }) =>
          isDanger(first.rank) ? [id] : [],
        )
      : []
  const done: string[] = []
  // In one order, as anyone who undoes takes them.
  for (const caseId of asked.filter((id) => caseIds.includes(id) && !apart.includes(id)))
    if (await answerOne(work, handover, caseId, words)) done.push(caseId)
  if (done.length > 0 && handover.sentBy !== null)
    await insertNotices(work, 'handover_decided', [handover.sentBy])
  return { done, failed: caseIds.filter((id) => !done.includes(id)) }
}
