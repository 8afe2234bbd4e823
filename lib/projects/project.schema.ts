import * as z from 'zod/mini'
import { day, dayOrNone } from '@/lib/shared/day.schema'

const short = z.string().check(z.trim(), z.maxLength(120, 'tooLong'))
const version = z.int().check(z.minimum(0), z.maximum(10_000))

/** A project or fund, new (no id) or as it is known. */
export const projectSchema = z
  .strictObject({
    projectId: z.union([z.literal(''), z.uuid()]),
    version,
    name: short.check(z.minLength(1, 'required')),
    funder: short,
    from: day,
    until: dayOrNone,
  })
  .check(
    z.refine(({ from, until }) => until === '' || until >= from, {
      path: ['until'],
      error: 'endBeforeStart',
    }),
  )
export type ProjectInput = z.output<typeof projectSchema>

/** Closes a project, or opens it again. */
export const projectStateSchema = z.strictObject({ projectId: z.uuid(), version, isClosed: z.boolean() })
