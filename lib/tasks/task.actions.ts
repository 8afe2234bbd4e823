'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { mayBeGiven } from '@/lib/cases/reader.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { getGoal } from './goal.data'
import { getTask, insertTask, updateTask, updateTaskDone } from './task.data'
import { taskEditSchema, taskSchema, tickSchema } from './task.schema'

const versioned = z.object({ version: z.number().int() })

export const addTask = defineAction({
  name: 'addTask',
  permission: 'case:edit',
  schema: taskSchema,
  value: z.object({ taskId: z.uuid() }),
  audit: ({ caseId }, { taskId }) => ({ event: 'task.written', caseId, taskId }),
  run: async (work, { dueOn, goalId = '', ...task }) => {
    await getFile(work, 'case:edit', task.caseId)
    // A step is added to a goal that is still worked towards.
    if (goalId !== '' && (await getGoal(work, task.caseId, goalId)).state !== 'open') return no('goalIsOver')
    if (!(await mayBeGiven(work, task.caseId, task.assignedTo)))
      return no('notAtWork', { assignedTo: 'unknownChoice' })
    return ok({
      taskId: await insertTask(work, {
        ...task,
        dueOn: dueOn === '' ? null : dueOn,
        goalId: goalId === '' ? null : goalId,
      }),
    })
  },
})

export const editTask = defineAction({
  name: 'editTask',
  permission: 'case:edit',
  schema: taskEditSchema,
  value: versioned,
  audit: ({ caseId, taskId }, { version }) => ({ event: 'task.edited', caseId, taskId, version }),
  run: async (work, { caseId, taskId, version, text, assignedTo, dueOn }) => {
    await getFile(work, 'case:edit', caseId)
    const task = await getTask(work, caseId, taskId)
    if (task.done !== null) return no('alreadyDone')
    // The one who has the task may have left the file meanwhile; only a new hand is asked for.
    if (assignedTo !== task.assignedTo && !(await mayBeGiven(work, caseId, assignedTo)))
      return no('notAtWork', { assignedTo: 'unknownChoice' })
    const change = { text, assignedTo, dueOn: dueOn === '' ? null : dueOn }
    if (await updateTask(work, { id: taskId, caseId, version }, change)) return ok({ version: version + 1 })
    return conflict({
      version: task.version,
      text: task.text,
      assignedTo: task.assignedTo,
      dueOn: task.dueOn ?? '',
    })
  },
})

/** Ticks a task off, or takes the tick away again. */
export const tickTask = defineAction({
  name: 'tickTask',
  permission: 'case:edit',
  schema: tickSchema,
  value: versioned,
  audit: ({ caseId, taskId, isDone }) => ({ event: 'task.ticked', caseId, taskId, isDone }),
  run: async (work, { caseId, taskId, version, isDone }) => {
    await getFile(work, 'case:edit', caseId)
    const task = await getTask(work, caseId, taskId)
    if (
      (task.done !== null) !== isDone &&
      (await updateTaskDone(work, { id: taskId, caseId, version }, isDone))
    )
      return ok({ version: version + 1 })
    return conflict({ version: task.version })
  },
})
