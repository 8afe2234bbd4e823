import * as z from 'zod/mini'

/** The browser makes the secret and keeps it for the person; the server is told its SHA-256 and nothing else. */
export const renewSchema = z.strictObject({
  secretHash: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'required')),
  hasDeadlines: z.boolean(),
})
export const revokeSchema = z.strictObject({})
