import type { Job } from '@/lib/parsing/job'
import { signsOf } from './date-order.rules'
import type { Head } from './import.rules'
import { readTable } from './read-table'
import { ENCODINGS, LIMITS, type Read } from './table.rules'

const toHead = ({ headers, lines }: Read): Head => ({
  headers,
  samples: headers.map((_, column) => {
    const values = new Set<string>()
    for (const { cells } of lines) {
      const value = cells[column] ?? ''
      if (value !== '') values.add(value.slice(0, 80))
      if (values.size === 3) break
    }
    return [...values]
  }),
  signs: headers.map((_, column) => signsOf(lines.map(({ cells }) => cells[column] ?? ''))),
})

/** The rows of a table in pieces as they are encrypted, each as JSON: anyone who gets them need not open them. */
const toPieces = ({ lines }: Read): Buffer[] =>
  Array.from({ length: Math.ceil(lines.length / LIMITS.piece) }, (_, i) =>
    Buffer.from(JSON.stringify(lines.slice(i * LIMITS.piece, (i + 1) * LIMITS.piece))),
  )

/** Reads the one table that it is given; answers what is known of it, and its rows in pieces, or why it was refused. */
export const prepareTable: Job = async ([file = Buffer.alloc(0)], { encoding }) => {
  const known = ENCODINGS.match(encoding)
  const read = await readTable(file, known === null ? {} : { encoding: known })
  if (!read.ok) return { answer: { refused: read.code }, parts: [] }
  const { source, separator, lines } = read.value
  const answer = {
    table: { source, encoding: read.value.encoding, separator, rows: lines.length, head: toHead(read.value) },
  }
  return { answer, parts: toPieces(read.value) }
}
