import * as z from 'zod'
import { dayOrNone } from '@/lib/people/person.schema'

const task = {
  caseId: z.uuid(),
  text: z.string().trim().min(1, 'required').max(500, 'tooLong'),
  assignedTo: z.uuid('required'),
  dueOn: dayOrNone,
}
const which = { taskId: z.uuid(), version: z.number().int().min(1) }

export const taskSchema = z.strictObject(task)
export const taskEditSchema = z.strictObject({ ...task, ...which })
export const tickSchema = z.strictObject({ caseId: z.uuid(), ...which, isDone: z.boolean() })
