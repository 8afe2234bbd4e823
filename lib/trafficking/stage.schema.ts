import * as z from 'zod/mini'
import { day } from '@/lib/people/person.schema'
import { MISTAKES } from '@/lib/registers/register.rules'
import { whichRow } from '@/lib/registers/register.schema'
import { CONDITIONS, HOLDS, REASONS, reasonsOf, STAGE_KINDS } from './stage.rules'

const none = z.literal('')

/** Something that happened in the procedure. A condition says which and whether it is met. */
export const stageSchema = z
  .strictObject({
    ...whichRow,
    kind: z.enum(STAGE_KINDS.codes, 'required'),
    on: day,
    condition: z.union([none, z.enum(CONDITIONS.codes)], 'unknownChoice'),
    holds: z.union([none, z.enum(HOLDS.codes)], 'unknownChoice'),
    reason: z.union([none, z.enum(REASONS.codes)], 'unknownChoice'),
    words: z.string().check(z.trim(), z.maxLength(5_000, 'tooLong')),
  })
  .check(
    z.superRefine(({ kind, condition, holds, reason }, context) => {
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (kind === 'condition' && condition === '') issue('condition', 'required')
      if (kind === 'condition' && holds === '') issue('holds', 'required')
      const reasons = reasonsOf(kind)
      if (reasons.length > 0 && !reasons.some((one) => one === reason)) issue('reason', 'required')
    }),
  )
export type StageInput = z.output<typeof stageSchema>

export const stageMistakeSchema = z.strictObject({
  caseId: z.uuid(),
  subjectId: z.uuid(),
  version: z.int().check(z.minimum(1)),
  mistake: z.enum(MISTAKES.codes, 'required'),
})
