import * as z from 'zod/mini'

const none = z.literal('')

/** Which row a form writes: without a subject it is a new one; the version is the revision that was on the page. */
export const whichRow = {
  caseId: z.uuid(),
  subjectId: z.union([none, z.uuid()]),
  version: z.int().check(z.minimum(0), z.maximum(10_000)),
}
export const words = z.string().check(z.trim(), z.maxLength(20_000, 'tooLong'))
export const idOrNone = z.union([none, z.uuid()], 'unknownChoice')
