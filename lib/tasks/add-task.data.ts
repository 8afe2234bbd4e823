import 'server-only'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { mayBeGiven } from '@/lib/cases/reader.data'
import { defineCommand } from '@/lib/server/carry-out'
import { no, ok } from '@/lib/shared/result'
import { getGoal } from './goal.data'
import { mayRepeat, NOT_DETAINED } from './repeat.data'
import { insertTask } from './task.data'
import { taskSchema } from './task.schema'

/** Adds a task: online, or as it was finished without a network. */
export const taskCommand = defineCommand({
  name: 'addTask',
  permission: 'case:edit',
  schema: taskSchema,
  value: z.object({ taskId: z.uuid() }),
  audit: ({ caseId }, { taskId }) => ({ event: 'task.written', caseId, taskId }),
  run: async (work, { dueOn, goalId = '', repeats, ...task }) => {
    await getFile(work, 'case:edit', task.caseId)
    // A step is added to a goal that is still worked towards.
    if (goalId !== '' && (await getGoal(work, task.caseId, goalId)).state !== 'open') return no('goalIsOver')
    if (!(await mayBeGiven(work, task.caseId, task.assignedTo)))
      return no('notAtWork', { assignedTo: 'unknownChoice' })
    if (!(await mayRepeat(work, task.caseId, repeats))) return NOT_DETAINED
    return ok({
      taskId: await insertTask(work, {
        ...task,
        dueOn: dueOn === '' ? null : dueOn,
        goalId: goalId === '' ? null : goalId,
        repeats: repeats === undefined || repeats === '' ? null : repeats,
      }),
    })
  },
})
