import * as z from 'zod/mini'

/** Keeps this file from another one by its code. */
export const keptApartSchema = z.strictObject({
  caseId: z.uuid(),
  code: z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(20, 'tooLong')),
})
export const liftSchema = z.strictObject({ caseId: z.uuid(), keptId: z.uuid() })
