/** The list of everything in an archive, over which the organisation signs (docs/adr/0102). */

import * as z from 'zod'
import { vocabulary } from '@/lib/shared/vocabulary'

export const manifestName = 'manifest.json'
export const signatureName = 'manifest.sig'
export const releaseKinds = vocabulary('statistics.release-kinds', ['table', 'exact', 'noise', 'rows'])

const hex = z.string().regex(/^[0-9a-f]{64}$/)
/**
 * archive: version of this format. method: the engine. parts: every file but the manifest and its signature, by name. bytes: length.
 * sha256 and fingerprint: hexadecimal. publicKey: base64 of the DER form (signature.ts).
 */
export const manifestSchema = z.strictObject({
  archive: z.literal(1),
  kind: z.enum(releaseKinds.codes),
  release: z.string(),
  method: z.string(),
  key: z.strictObject({ algorithm: z.literal('Ed25519'), fingerprint: hex, publicKey: z.base64() }),
  parts: z.array(z.strictObject({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: hex })),
})
export type Manifest = z.infer<typeof manifestSchema>
