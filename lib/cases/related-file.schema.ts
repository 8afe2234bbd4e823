import * as z from 'zod/mini'
import { dayOrNone } from '@/lib/shared/day.schema'
import { KIN_BASES } from './file-people.rules'
import { RELATION_KINDS } from './related-file.rules'

/** Ties a file to another one by its code; what the main person there is to the main person here. */
export const relateSchema = z.strictObject({
  caseId: z.uuid(),
  code: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(20, 'tooLong')),
  kind: z.enum(RELATION_KINDS.codes),
  /** '' is not asked. */
  basis: z.union([z.literal(''), z.enum(KIN_BASES.codes)]),
  since: dayOrNone,
})

export const unrelateSchema = z.strictObject({ caseId: z.uuid(), relationId: z.uuid() })
