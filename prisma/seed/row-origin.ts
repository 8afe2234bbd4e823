import type * as z from 'zod'
import type { publication } from '@/lib/countries/reference.schema'

type Origin =
  | { readonly section: string; readonly profileLine: number }
  | { readonly publication: z.infer<typeof publication> }

/** A row of the profile names its line, every other one its publication. */
export const originOf = (row: Origin) =>
  'publication' in row
    ? { section: null, profile_line: null, publication: row.publication }
    : { section: row.section, profile_line: row.profileLine, publication: null }
