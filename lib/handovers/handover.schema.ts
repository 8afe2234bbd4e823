import * as z from 'zod/mini'
import { dayOrNone } from '@/lib/shared/day.schema'
import { KINDS, LONGEST_NOTE, MOST_FILES } from './handover.rules'

const handoverId = z.uuid()
const version = z.int().check(z.minimum(1))
const caseIds = z.array(z.uuid()).check(z.minLength(1, 'required'), z.maxLength(MOST_FILES, 'tooMany'))

/** `colleague` is "staff:team": a colleague of two offices leaves them one by one, because each has its coordinator. */
export const startSchema = z
  .strictObject({
    colleague: z.string().check(z.regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'required')),
    kind: z.enum(KINDS.codes),
    until: dayOrNone,
  })
  .check(
    z.refine(({ kind, until }) => kind !== 'temporary' || until !== '', {
      path: ['until'],
      error: 'required',
    }),
  )

export const chooseSchema = z.strictObject({
  handoverId,
  version,
  choices: z
    .array(z.strictObject({ caseId: z.uuid(), toStaffId: z.union([z.uuid(), z.literal('')]) }))
    .check(z.minLength(1), z.maxLength(MOST_FILES)),
})

export const handoverNoteSchema = z.strictObject({
  handoverId,
  caseId: z.uuid(),
  /** The revision that was read: a colleague who wrote meanwhile is not overwritten. */
  version,
  text: z.string().check(z.trim(), z.maxLength(LONGEST_NOTE, 'tooLong')),
})

export const sendSchema = z.strictObject({ handoverId, version })
export const offerSchema = z.strictObject({ handoverId, caseIds, toStaffId: z.uuid('required') })
export const undoHandoverSchema = z.strictObject({ handoverId })

/** Why one does not take them. */
export const declineSchema = z.strictObject({
  reason: z.string().check(z.trim(), z.maxLength(LONGEST_NOTE, 'tooLong')),
})
export const handoverAnswerSchema = z.extend(declineSchema, { handoverId, caseIds, accepts: z.boolean() })

/** What became of the files: ids only, because the answer is kept as the receipt. */
export const filesOutcome = z.object({ done: z.array(z.uuid()), failed: z.array(z.uuid()) })
export type FilesOutcome = z.output<typeof filesOutcome>
