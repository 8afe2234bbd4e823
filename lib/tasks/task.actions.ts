'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { isLater } from '@/lib/cases/case.rules'
import { mayBeGiven } from '@/lib/cases/reader.data'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { taskCommand } from './add-task.data'
import { lasts, mayRepeat, NOT_DETAINED } from './repeat.data'
import { nextDue } from './repeat.rules'
import { getTask, insertTask, updateTask, updateTaskDone } from './task.data'
import { moveSchema, taskEditSchema, tickSchema } from './task.schema'
import { updateTaskDay, withdrawFollowing } from './task-move.data'

const versioned = z.object({ version: z.number().int() })

export const addTask = defineAction(taskCommand)

export const editTask = defineAction({
  name: 'editTask',
  permission: 'case:edit',
  schema: taskEditSchema,
  value: versioned,
  audit: ({ caseId, taskId }, { version }) => ({ event: 'task.edited', caseId, taskId, version }),
  run: async (work, { caseId, taskId, version, text, assignedTo, dueOn, repeats }) => {
    await getFile(work, 'case:edit', caseId)
    const task = await getTask(work, caseId, taskId)
    if (task.done !== null) return no('alreadyDone')
    // The one who has the task may have left the file meanwhile; only a new hand is asked for.
    if (assignedTo !== task.assignedTo && !(await mayBeGiven(work, caseId, assignedTo)))
      return no('notAtWork', { assignedTo: 'unknownChoice' })
    if (repeats !== task.repeats && !(await mayRepeat(work, caseId, repeats))) return NOT_DETAINED
    const change = {
      text,
      assignedTo,
      dueOn: dueOn === '' ? null : dueOn,
      ...(repeats === undefined ? {} : { repeats: repeats === '' ? null : repeats }),
    }
    if (await updateTask(work, { id: taskId, caseId, version }, change)) return ok({ version: version + 1 })
    return conflict({
      version: task.version,
      text: task.text,
      assignedTo: task.assignedTo,
      dueOn: task.dueOn ?? '',
      repeats: task.repeats ?? '',
    })
  },
})

/** Moves a task to a later day, with the reason. */
export const moveTask = defineAction({
  name: 'moveTask',
  permission: 'case:edit',
  schema: moveSchema,
  value: versioned,
  audit: ({ caseId, taskId }, { version }) => ({ event: 'task.edited', caseId, taskId, version }),
  run: async (work, { caseId, taskId, version, on, because }) => {
    await getFile(work, 'case:edit', caseId)
    const task = await getTask(work, caseId, taskId)
    if (task.done !== null) return no('alreadyDone')
    if (task.version !== version) return conflict({ version: task.version })
    if (!isLater(on, task.dueOn, today(work))) return no('notLater', { on: 'notLater' })
    if (await updateTaskDay(work, { id: taskId, caseId, version }, { from: task.dueOn, to: on, because }))
      return ok({ version: version + 1 })
    return conflict({ version: task.version })
  },
})

/** Ticks a task off, or takes the tick away again. One that repeats comes again, while what it belongs to lasts. */
export const tickTask = defineAction({
  name: 'tickTask',
  permission: 'case:edit',
  schema: tickSchema,
  value: versioned,
  audit: ({ caseId, taskId, isDone }) => ({ event: 'task.ticked', caseId, taskId, isDone }),
  run: async (work, { caseId, taskId, version, isDone }) => {
    await getFile(work, 'case:edit', caseId)
    const task = await getTask(work, caseId, taskId)
    const which = { id: taskId, caseId, version }
    if ((task.done !== null) === isDone || !(await updateTaskDone(work, which, isDone)))
      return conflict({ version: task.version })
    if (!isDone) await withdrawFollowing(work, which)
    else if (task.repeats !== null && (await lasts(work, caseId, task.repeats)))
      await insertTask(work, {
        caseId,
        text: task.text,
        // Who had it may have left the file meanwhile.
        assignedTo: (await mayBeGiven(work, caseId, task.assignedTo)) ? task.assignedTo : work.actor.id,
        dueOn: nextDue(task.repeats, task.dueOn, today(work)),
        goalId: task.goalId,
        repeats: task.repeats,
        followsId: taskId,
      })
    return ok({ version: version + 1 })
  },
})
