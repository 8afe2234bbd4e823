import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { openNextStep, today, updateNextStep } from '@/lib/cases/case.data'
import { isAtWorkOn } from '@/lib/cases/reader.data'
import { NotFound } from '@/lib/db/errors'
import type { Opened } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { addDays, type Day, isDay, toDate } from '@/lib/shared/dates'
import { insertTask, withdrawTask } from '@/lib/tasks/task.data'
import { itemAt, toDecision } from './review.data'
import type { Decision } from './review.rules'

/** Holds a line of a review until the end of the transaction: two tabs decide one after the other. */
export const holdItem = async (work: Work, which: { reviewId: string; caseId: string }): Promise<void> => {
  await work.tx.$executeRaw`SELECT 1 FROM review_item
    WHERE review_id = ${which.reviewId}::uuid AND case_id = ${which.caseId}::uuid FOR UPDATE`
}

/** One file of one's own review, within reach, with what its decision made. Throws NotFound. */
export const getItem = async (work: Work, { reviewId, caseId }: { reviewId: string; caseId: string }) => {
  const item = await work.tx.reviewItem.findFirst({
    where: {
      reviewId,
      caseId,
      staffId: work.actor.id,
      file: scopeCases(work.actor, 'case:review', work.now),
    },
    select: {
      reviewId: true,
      caseId: true,
      decision: true,
      undoneAt: true,
      decidedAt: true,
      textRevision: true,
      taskId: true,
      commentId: true,
      stepRevision: true,
      stepBefore: true,
      reviewedAtBefore: true,
      reviewedByBefore: true,
      nextReviewBefore: true,
      review: { select: { finishedAt: true } },
      file: {
        select: {
          id: true,
          version: true,
          workerId: true,
          nextStepCipher: true,
          nextStepRevision: true,
          nextStepOn: true,
          lastReviewedAt: true,
          lastReviewedBy: true,
          nextReviewOn: true,
        },
      },
    },
  })
  if (item === null) throw new NotFound()
  return item
}
type Item = Awaited<ReturnType<typeof getItem>>

/** Whether a file is in one's own review and within reach. */
export const hasItem = async (
  work: Work,
  { reviewId, caseId }: { reviewId: string; caseId: string },
): Promise<boolean> =>
  (await work.tx.reviewItem.count({
    where: {
      reviewId,
      caseId,
      staffId: work.actor.id,
      file: scopeCases(work.actor, 'case:review', work.now),
    },
  })) === 1

/** The signals of a file that no one has answered. */
export const listOpenSignals = (work: Work, caseId: string) =>
  work.tx.signal.findMany({ where: { caseId, answeredAt: null }, select: { severity: true } })

const step = z.object({ text: z.string(), on: z.string().refine(isDay).nullable() }).nullable()

/** Why a decision cannot be taken back: someone has acted on it. */
export type Stuck = 'alreadySent' | 'taskDone' | 'stepChanged' | 'stepDamaged'

/**
 * Takes back what the decision made, and puts back what it replaced; a file without a decision stays as it is.
 * @returns why not, when someone has acted on it meanwhile
 */
export const takeBack = async (work: Work, item: Item): Promise<'ok' | Stuck> => {
  if (toDecision(item) === null) return 'ok'
  if (item.commentId !== null) return 'alreadySent'
  if (item.taskId !== null && !(await withdrawTask(work, { id: item.taskId, caseId: item.caseId })))
    return 'taskDone'
  if (item.stepRevision !== null) {
    if (item.stepRevision !== item.file.nextStepRevision) return 'stepChanged'
    const before = await openStepBefore(work, item)
    if (!before.ok) return 'stepDamaged'
    await updateNextStep(work, { caseId: item.caseId }, before.value)
  }
  // A colleague may have reviewed the file after us: then theirs stands.
  const isMine =
    item.file.lastReviewedBy === work.actor.id &&
    item.file.lastReviewedAt?.getTime() === item.decidedAt?.getTime()
  if (isMine)
    await work.tx.caseFile.updateMany({
      where: { id: item.caseId },
      data: {
        lastReviewedAt: item.reviewedAtBefore,
        lastReviewedBy: item.reviewedByBefore,
        nextReviewOn: item.nextReviewBefore,
      },
    })
  await work.tx.reviewItem.updateMany({
    where: { reviewId: item.reviewId, caseId: item.caseId },
    data: { undoneAt: work.now, taskId: null, stepRevision: null },
  })
  return 'ok'
}

const openStepBefore = async (work: Work, item: Item): Promise<Opened<z.output<typeof step>>> => {
  if (item.stepBefore === null) return { ok: true, value: null }
  const at = itemAt(item.reviewId, item.caseId, 'step_before', item.textRevision)
  return work.fieldCrypto.read(at, item.stepBefore, (text) => step.parse(JSON.parse(text)))
}

type Decided = {
  readonly decision: Decision
  readonly text: string
  readonly dueOn: Day | null
  readonly reviewAfter: number
}

/** Keeps what was decided and lets it have its effect. Whatever was decided before has been taken back. */
export const insertDecision = async (work: Work, item: Item, decided: Decided): Promise<void> => {
  const { reviewId, caseId, file } = item
  const textRevision = item.textRevision + 1
  const encrypt = (column: 'text' | 'step_before', text: string) =>
    work.fieldCrypto.encrypt(itemAt(reviewId, caseId, column, textRevision), text)
  const made = await letItCount(work, item, decided)
  await work.tx.reviewItem.updateMany({
    where: { reviewId, caseId },
    data: {
      decision: decided.decision,
      textCipher: decided.text === '' ? null : await encrypt('text', decided.text),
      textRevision,
      decidedAt: work.now,
      undoneAt: null,
      taskId: made.taskId,
      stepRevision: made.stepRevision,
      stepBefore:
        made.stepRevision === null
          ? null
          : await encrypt(
              'step_before',
              await work.fieldCrypto.toCopy(JSON.stringify(await openNextStep(work, file))),
            ),
      reviewedAtBefore: file.lastReviewedAt,
      reviewedByBefore: file.lastReviewedBy,
      nextReviewBefore: file.nextReviewOn,
    },
  })
  await work.tx.caseFile.updateMany({
    where: { id: caseId },
    data: {
      lastReviewedAt: work.now,
      lastReviewedBy: work.actor.id,
      nextReviewOn: toDate(addDays(today(work), decided.reviewAfter)),
    },
  })
}

type Made = { readonly taskId: string | null; readonly stepRevision: number | null }

/** Questions have none yet: they leave from the summary, all at once. */
const letItCount = async (work: Work, { caseId, file }: Item, decided: Decided): Promise<Made> => {
  switch (decided.decision) {
    case 'fine':
    case 'ask':
      return { taskId: null, stepRevision: null }
    case 'task':
    case 'close': {
      const { text, dueOn } = decided
      // The one who held the file may have left: then it stays with the reviewer, and is not lost.
      const isThere = await isAtWorkOn(work, caseId, file.workerId)
      const assignedTo = isThere ? file.workerId : work.actor.id
      const taskId = await insertTask(work, { caseId, text, assignedTo, dueOn })
      return { taskId, stepRevision: null }
    }
    case 'step':
      return {
        taskId: null,
        stepRevision: await updateNextStep(work, { caseId }, { text: decided.text, on: decided.dueOn }),
      }
  }
}

/** Adds time before the screen to a review. */
export const addSeconds = async (work: Work, reviewId: string, seconds: number): Promise<void> => {
  await work.tx.review.updateMany({
    where: { id: reviewId, staffId: work.actor.id },
    data: { spentSeconds: { increment: seconds } },
  })
}
