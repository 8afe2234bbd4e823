import * as z from 'zod/mini'
import { isDay } from '@/lib/shared/dates'
import { MOST_TOGETHER, REASONS } from './caseload-bulk.rules'

const day = z.string().check(z.refine(isDay, 'notADay'))
const code = z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'unknownChoice'))
const ids = z.array(z.uuid()).check(z.maxLength(MOST_TOGETHER, 'tooMany'))

/** Some files by name, or everything that matches a query when the button is pressed, but for some. */
const selection = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('ids'), ids: ids.check(z.minLength(1, 'required')) }),
  z.strictObject({ mode: z.literal('matching'), query: z.string().check(z.maxLength(2_000)), except: ids }),
])
export type Selection = z.output<typeof selection>

export const workerChange = z.strictObject({
  kind: z.literal('worker'),
  toStaffId: z.uuid('required'),
  reason: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(2_000, 'tooLong')),
})
export const stepChange = z.strictObject({ kind: z.literal('stepOn'), on: day })
export const statusChange = z.strictObject({ kind: z.literal('status'), status: code })
const change = z.discriminatedUnion('kind', [workerChange, stepChange, statusChange])

export const togetherSchema = z.strictObject({ selection, change })

/** What was there before, file by file, with the version the change has left: an undo never overwrites a third hand. */
const before = z.strictObject({
  caseId: z.uuid(),
  version: z.int().check(z.minimum(2)),
  before: z.string().check(z.maxLength(40)),
})
export const undoSchema = z.strictObject({
  kind: z.enum(['worker', 'stepOn', 'status']),
  files: z.array(before).check(z.minLength(1), z.maxLength(MOST_TOGETHER)),
  reason: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(200, 'tooLong')),
})

/** What became of each file: done, or why not. Ids and codes only, because the answer is kept as the receipt. */
export const outcomeSchema = z.object({
  done: z.array(z.object({ caseId: z.uuid(), code: z.string(), version: z.int(), before: z.string() })),
  failed: z.array(z.object({ caseId: z.uuid(), code: z.string(), why: z.enum(REASONS.codes) })),
})
export type Outcome = z.output<typeof outcomeSchema>
