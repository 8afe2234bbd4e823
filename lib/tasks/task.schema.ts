import * as z from 'zod/mini'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import { REPEATS } from './repeat.rules'

const task = {
  caseId: z.uuid(),
  text: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(500, 'tooLong')),
  assignedTo: z.uuid('required'),
  dueOn: dayOrNone,
  /** What was queued before tasks could repeat says nothing of it. */
  repeats: z.optional(z.union([z.literal(''), z.enum(REPEATS.codes)])),
}
const which = { taskId: z.uuid(), version: z.int().check(z.minimum(1)) }

/** With `goalId`, the task is a step of that goal; what was queued before there were goals has none. */
export const taskSchema = z.strictObject({ ...task, goalId: z.optional(z.union([z.literal(''), z.uuid()])) })
export const taskEditSchema = z.strictObject({ ...task, ...which })
/** To which later day, and why. */
export const moveSchema = z.strictObject({
  caseId: z.uuid(),
  ...which,
  on: day,
  because: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
})
export const tickSchema = z.strictObject({ caseId: z.uuid(), ...which, isDone: z.boolean() })
