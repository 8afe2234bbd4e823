import * as z from 'zod/mini'
import { dayOrNone } from '@/lib/shared/day.schema'
import { MARKS, MEMBER_KINDS } from './member.rules'

const reason = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(1000, 'tooLong'))

/** Names a colleague on a file; '' for until is as long as no one ends it. */
export const memberSchema = z.strictObject({
  caseId: z.uuid(),
  staffId: z.pipe(z.string().check(z.minLength(1, 'required')), z.uuid()),
  kind: z.enum(MEMBER_KINDS.codes, 'required'),
  marks: z.array(z.enum(MARKS.codes)),
  until: dayOrNone,
  reason,
})

export const unsealSchema = z.strictObject({ caseId: z.uuid(), reason })
export const memberEndSchema = z.strictObject({ caseId: z.uuid(), memberId: z.uuid(), version: z.int() })
export const wordSchema = z.strictObject({ wordId: z.uuid(), agrees: z.boolean() })
