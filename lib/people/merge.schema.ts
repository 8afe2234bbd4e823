import * as z from 'zod/mini'
import { CONFLICTS, MERGE_REASONS } from './merge.rules'
import { personAnswers } from './person.schema'

/** Two people as they were seen side by side, and what is told once of the one they become. */
export const mergeSchema = z
  .strictObject({
    oneId: z.uuid(),
    otherId: z.uuid(),
    /** Whose code and file keep their place: one of the two. */
    keepId: z.uuid('required'),
    /** Whose name as said is shown first. */
    firstId: z.uuid('required'),
    ...personAnswers,
    because: z.enum(MERGE_REASONS.codes, 'required'),
    /** A mark of what was shown: a change since is shown first. */
    seen: z.string().check(z.maxLength(60, 'tooLong')),
  })
  .check(
    z.superRefine(({ oneId, otherId, keepId, firstId }, context) => {
      for (const [field, id] of [
        ['keepId', keepId],
        ['firstId', firstId],
      ] as const)
        if (id !== oneId && id !== otherId)
          context.addIssue({ code: 'custom', path: [field], message: 'unknownChoice' })
    }),
  )

export const undoSchema = z.strictObject({ mergeId: z.uuid() })
export const pairSchema = z.strictObject({ oneId: z.uuid(), otherId: z.uuid() })

export const conflict = z.object({ what: z.enum(CONFLICTS.codes), count: z.number() })
