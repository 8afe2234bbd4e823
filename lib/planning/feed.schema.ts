import * as z from 'zod'

/** The browser makes the secret and keeps it for the person; the server is told its SHA-256 and nothing else. */
export const renewSchema = z.strictObject({ secretHash: z.string().regex(/^[0-9a-f]{64}$/, 'required') })
export const revokeSchema = z.strictObject({})
