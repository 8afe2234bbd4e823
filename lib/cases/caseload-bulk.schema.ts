import * as z from 'zod'
import { isDay } from '@/lib/shared/dates'
import { REASONS } from './caseload-bulk.rules'

/** The most files one bulk action takes; more is a plan, not a press. */
export const MOST_TOGETHER = 200
const day = z.string().refine(isDay, 'notADay')
const code = z.string().regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice')
const ids = z.array(z.uuid()).max(MOST_TOGETHER, 'tooMany')

/** Some files by name, or everything that matches a query when the button is pressed, but for some. */
const selection = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('ids'), ids: ids.min(1, 'required') }),
  z.strictObject({ mode: z.literal('matching'), query: z.string().max(2_000), except: ids }),
])
export type Selection = z.output<typeof selection>

export const workerChange = z.strictObject({
  kind: z.literal('worker'),
  toStaffId: z.uuid('required'),
  reason: z.string().trim().min(1, 'required').max(2_000, 'tooLong'),
})
export const stepChange = z.strictObject({ kind: z.literal('stepOn'), on: day })
export const statusChange = z.strictObject({ kind: z.literal('status'), status: code })
const change = z.discriminatedUnion('kind', [workerChange, stepChange, statusChange])

export const togetherSchema = z.strictObject({ selection, change })

/** What was there before, file by file, with the version the change has left: an undo never overwrites a third hand. */
const before = z.strictObject({
  caseId: z.uuid(),
  version: z.number().int().min(2),
  before: z.string().max(40),
})
export const undoSchema = z.strictObject({
  kind: z.enum(['worker', 'stepOn', 'status']),
  files: z.array(before).min(1).max(MOST_TOGETHER),
  reason: z.string().trim().min(1).max(200),
})

/** What became of each file: done, or why not. Ids and codes only, because the answer is kept as the receipt. */
export const outcomeSchema = z.object({
  done: z.array(
    z.object({ caseId: z.uuid(), code: z.string(), version: z.number().int(), before: z.string() }),
  ),
  failed: z.array(z.object({ caseId: z.uuid(), code: z.string(), why: z.enum(REASONS) })),
})
export type Outcome = z.output<typeof outcomeSchema>
