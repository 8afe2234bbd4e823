import 'server-only'
import { NotFound } from '@/lib/db/errors'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { newId } from '@/lib/shared/ids'
import { GOAL_STATES, type GoalState, type Progress, progressOf } from './goal.rules'

export type Goal = {
  readonly id: string
  readonly text: string
  readonly state: GoalState
  readonly ended: { readonly by: string; readonly at: Date } | null
  readonly version: number
}

/** Where the text of a goal stands: encrypted with the key of its file. */
const goalAt = (caseId: string, goalId: string, revision: number) =>
  placeInFile(caseId, { table: 'goal', row: goalId, column: 'text', revision })

/** Writes a goal into a file that the caller has found within reach. */
export const insertGoal = async (work: Work, caseId: string, text: string): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.goal.createMany({
    data: {
      id,
      caseId,
      textCipher: await work.fieldCrypto.encrypt(goalAt(caseId, id, 1), text),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

type Which = { readonly id: string; readonly caseId: string; readonly version: number }

/** @returns false when someone changed the goal meanwhile */
export const updateGoalText = async (
  work: Work,
  { id, caseId, version }: Which,
  text: string,
): Promise<boolean> => {
  const { count } = await work.tx.goal.updateMany({
    where: { id, caseId, version },
    data: {
      textCipher: await work.fieldCrypto.encrypt(goalAt(caseId, id, version + 1), text),
      textRevision: version + 1,
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** Says that a goal is reached, given up, or open again. @returns false when someone changed the goal meanwhile */
export const updateGoalState = async (
  work: Work,
  { id, caseId, version }: Which,
  state: GoalState,
): Promise<boolean> => {
  const isOpen = state === 'open'
  const { count } = await work.tx.goal.updateMany({
    where: { id, caseId, version },
    data: {
      state,
      endedAt: isOpen ? null : work.now,
      endedBy: isOpen ? null : work.actor.id,
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** The goals of one file within reach: open ones in the order they were set, then what is over. */
export const listGoals = async (work: Work, caseId: string): Promise<Goal[]> => {
  const rows = await work.tx.goal.findMany({
    where: { caseId },
    select: {
      id: true,
      textCipher: true,
      textRevision: true,
      state: true,
      endedAt: true,
      ender: { select: { name: true } },
      version: true,
    },
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
    take: 100,
  })
  return openEach(rows, async ({ textCipher, textRevision, endedAt, ender, state, ...row }) => ({
    ...row,
    text: await work.fieldCrypto.open(goalAt(caseId, row.id, textRevision), textCipher),
    state: GOAL_STATES.read(state),
    ended: endedAt === null ? null : { by: ender?.name ?? '', at: endedAt },
  }))
}

/** One goal of a file. Throws NotFound. */
export const getGoal = async (work: Work, caseId: string, goalId: string): Promise<Goal> => {
  const goal = (await listGoals(work, caseId)).find(({ id }) => id === goalId)
  if (goal === undefined) throw new NotFound()
  return goal
}

export type PlanLine = { readonly id: string; readonly text: string } & Progress

/** The open goals of several files within reach with how far each has come, by file. */
export const listPlans = async (
  work: Work,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PlanLine[]>> => {
  const goals = await work.tx.goal.findMany({
    where: { caseId: { in: [...caseIds] }, state: 'open' },
    select: { id: true, caseId: true, textCipher: true, textRevision: true },
    orderBy: { id: 'asc' },
    take: 500,
  })
  const steps = await work.tx.task.findMany({
    where: { goalId: { in: goals.map(({ id }) => id) }, withdrawnAt: null },
    select: { goalId: true, doneAt: true },
  })
  const plans = new Map<string, PlanLine[]>()
  for (const { id, caseId, textCipher, textRevision } of goals) {
    const text = await work.fieldCrypto.open(goalAt(caseId, id, textRevision), textCipher)
    const progress = progressOf(
      id,
      steps.map(({ goalId, doneAt }) => ({ goalId, done: doneAt })),
    )
    plans.set(caseId, [...(plans.get(caseId) ?? []), { id, text, ...progress }])
  }
  return plans
}
