import * as z from 'zod'

const name = z.string().trim().min(1, 'required').max(60, 'tooLong')
const query = z.string().max(2_000, 'tooLong')
const version = z.number().int().min(1)

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
