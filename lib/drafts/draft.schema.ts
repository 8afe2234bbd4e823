import * as z from 'zod'

/** A draft is text about people: at most this much of it, encrypted, and at most so many of one account. */
export const MAX_CIPHER = 256 * 1024
export const MAX_DRAFTS = 200

const slot = z.string().regex(/^[0-9a-f]{64}$/)
const tab = z.string().regex(/^[\w-]{1,64}$/)
/** Whose page asks. Another account that signed in meanwhile in the same browser gets no answer. */
const as = z.string()
const base64 = (bytes: number) =>
  z
    .base64()
    .max(Math.ceil(bytes / 3) * 4)
    .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))

export const listDraftsSchema = z.strictObject({ as, slot: slot.nullable() })
/** `only`: the initialisation vector of the bytes that are meant; newer ones under the same name stay. */
export const placeSchema = z.strictObject({ as, slot, tab, only: base64(12).nullable() })
export const draftSchema = z.strictObject({
  as,
  slot,
  tab,
  iv: base64(12),
  cipher: base64(MAX_CIPHER),
  revision: z.int().positive(),
})
