import * as z from 'zod/mini'
import { GOAL_STATES } from './goal.rules'

const text = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(500, 'tooLong'))
const which = { caseId: z.uuid(), goalId: z.uuid(), version: z.int().check(z.minimum(1)) }

export const goalSchema = z.strictObject({ caseId: z.uuid(), text })
export const goalEditSchema = z.strictObject({ ...which, text })
export const goalStateSchema = z.strictObject({ ...which, state: z.enum(GOAL_STATES.codes) })
