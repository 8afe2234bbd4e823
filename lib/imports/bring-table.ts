import 'server-only'
import * as z from 'zod'
import { parseApart } from '@/lib/parsing/parse-apart'
import { no, ok, type Result } from '@/lib/shared/result'
import { headSchema } from './encrypted.data'
import type { BroughtTable } from './import.rules'
import { type LookedAt, lookedAt, type tableOptions } from './import.schema'
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

/** How someone wants the file to be opened. */
type Wanted = z.output<typeof tableOptions>

/** Reads a table from outside, in a process of its own. Its rows stay bytes here: they are encrypted as they come. */
export const bringTable = async (file: Buffer, wanted: Wanted): Promise<Result<BroughtTable>> => {
  const read = await parseApart('table', wanted, [file], answer)
  if (!read.ok) return no('invalid', { files: read.code })
  const { answer: said, parts } = read.value
  return 'refused' in said ? no('invalid', { files: said.refused }) : ok({ ...said.table, pieces: parts })
}

/** The sheets of a file from outside, to choose from; nothing of it is kept. */
export const lookAtFile = async (file: Buffer, encoding: Encoding | ''): Promise<Result<LookedAt>> => {
  const options = { encoding, sheet: '', headLine: 0, mayAsk: false }
  const read = await parseApart(
    'sheets',
    options,
    [file],
    z.union([z.object({ refused: z.string() }), lookedAt]),
  )
  if (!read.ok) return no('invalid', { files: read.code })
  const { answer: said } = read.value
  return 'refused' in said ? no('invalid', { files: said.refused }) : ok(said)
}
