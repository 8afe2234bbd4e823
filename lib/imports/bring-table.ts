import 'server-only'
import * as z from 'zod'
import { parseApart } from '@/lib/parsing/parse-apart'
import { no, ok, type Result } from '@/lib/shared/result'
import { headSchema } from './encrypted.data'
import type { BroughtTable } from './import.rules'
import { ENCODINGS, type Encoding, SEPARATORS, SOURCES } from './table.rules'

const answer = z.union([
  z.object({ refused: z.string() }),
  z.object({
    table: z.object({
      source: z.enum(SOURCES.codes),
      encoding: z.enum(ENCODINGS.codes).nullable(),
      separator: z.enum(SEPARATORS.codes).nullable(),
      rows: z.int(),
      head: headSchema,
    }),
  }),
])

/** Reads a table from outside, in a process of its own. Its rows stay bytes here: they are encrypted as they come. */
export const bringTable = async (file: Buffer, encoding: Encoding | ''): Promise<Result<BroughtTable>> => {
  const read = await parseApart('table', { encoding }, [file], answer)
  if (!read.ok) return no('invalid', { files: read.code })
  const { answer: said, parts } = read.value
  return 'refused' in said ? no('invalid', { files: said.refused }) : ok({ ...said.table, pieces: parts })
}
