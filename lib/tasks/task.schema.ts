import * as z from 'zod/mini'
import { dayOrNone } from '@/lib/shared/day.schema'

const task = {
  caseId: z.uuid(),
  text: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(500, 'tooLong')),
  assignedTo: z.uuid('required'),
  dueOn: dayOrNone,
}
const which = { taskId: z.uuid(), version: z.int().check(z.minimum(1)) }

/** With `goalId`, the task is a step of that goal; what was queued before there were goals has none. */
export const taskSchema = z.strictObject({ ...task, goalId: z.optional(z.union([z.literal(''), z.uuid()])) })
export const taskEditSchema = z.strictObject({ ...task, ...which })
export const tickSchema = z.strictObject({ caseId: z.uuid(), ...which, isDone: z.boolean() })
