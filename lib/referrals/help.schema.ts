import * as z from 'zod/mini'
import { BODY_KINDS, REGIONS } from '@/lib/countries/help-body.rules'

// Read from an address, which anybody can type: what is not understood chooses nothing.
const help = z.object({
  kind: z.catch(z.nullable(z.enum(BODY_KINDS.codes)), null),
  region: z.catch(z.nullable(z.enum(REGIONS.codes)), null),
})

/** Which kind of help is looked for, and in which region; null for any. */
export const toHelp = (search: Readonly<Record<string, unknown>>): z.output<typeof help> =>
  help.parse({ kind: search.kind ?? null, region: search.region ?? null })
