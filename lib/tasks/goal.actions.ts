'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, ok } from '@/lib/shared/result'
import { getGoal, insertGoal, updateGoalState, updateGoalText } from './goal.data'
import { goalEditSchema, goalSchema, goalStateSchema } from './goal.schema'

const versioned = z.object({ version: z.int() })

export const addGoal = defineAction({
  name: 'addGoal',
  permission: 'case:edit',
  schema: goalSchema,
  value: z.object({ goalId: z.uuid() }),
  audit: ({ caseId }, { goalId }) => ({ event: 'goal.written', caseId, goalId }),
  run: async (work, { caseId, text }) => {
    await getFile(work, 'case:edit', caseId)
    return ok({ goalId: await insertGoal(work, caseId, text) })
  },
})

export const editGoal = defineAction({
  name: 'editGoal',
  permission: 'case:edit',
  schema: goalEditSchema,
  value: versioned,
  audit: ({ caseId, goalId }, { version }) => ({ event: 'goal.edited', caseId, goalId, version }),
  run: async (work, { caseId, goalId, version, text }) => {
    await getFile(work, 'case:edit', caseId)
    const goal = await getGoal(work, caseId, goalId)
    if (await updateGoalText(work, { id: goalId, caseId, version }, text)) return ok({ version: version + 1 })
    return conflict({ version: goal.version, text: goal.text })
  },
})

/** A goal is reached, given up, or open again. */
export const setGoalState = defineAction({
  name: 'setGoalState',
  permission: 'case:edit',
  schema: goalStateSchema,
  value: versioned,
  audit: ({ caseId, goalId, state }) => ({ event: 'goal.set', caseId, goalId, state }),
  run: async (work, { caseId, goalId, version, state }) => {
    await getFile(work, 'case:edit', caseId)
    const goal = await getGoal(work, caseId, goalId)
    if (goal.state !== state && (await updateGoalState(work, { id: goalId, caseId, version }, state)))
      return ok({ version: version + 1 })
    return conflict({ version: goal.version })
  },
})
