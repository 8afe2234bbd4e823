import * as z from 'zod/mini'

const name = z.string().check(z.trim(), z.minLength(1, 'required'), z.maxLength(60, 'tooLong'))
const query = z.string().check(z.maxLength(2_000, 'tooLong'))
const version = z.int().check(z.minimum(1))

/** A view to keep: for oneself (`teamId` empty) or for an office one leads. */
export const viewSchema = z.strictObject({
  name,
  query,
  teamId: z.union([z.literal(''), z.uuid('unknownChoice')]),
  isPinned: z.boolean(),
})

export const viewEditSchema = z.strictObject({
  viewId: z.uuid(),
  version,
  name,
  query,
  isPinned: z.boolean(),
})

export const viewRemovalSchema = z.strictObject({ viewId: z.uuid(), version })
