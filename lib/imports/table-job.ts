import type { Job } from '@/lib/parsing/job'
import { signsOf } from './date-order.rules'
import type { Head } from './import.rules'
import { tableOptions } from './import.schema'
import { lookAtTable, readTable } from './read-table'
import { LIMITS, type Read } from './table.rules'

const toHead = ({ headers, lines, sheet, headLine, above, blank }: Read): Head => ({
  headers,
  sheet,
  headLine,
  above,
  blank,
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
export const prepareTable: Job = async ([file = Buffer.alloc(0)], options) => {
  const { encoding, sheet, headLine, mayAsk } = tableOptions.parse(options)
  const read = await readTable(file, {
    ...(encoding === '' ? {} : { encoding }),
    ...(sheet === '' ? {} : { sheet }),
    ...(headLine === 0 ? {} : { headLine }),
    mayAsk,
  })
  if (!read.ok) return { answer: { refused: read.code }, parts: [] }
  const { source, separator, lines } = read.value
  const answer = {
    table: { source, encoding: read.value.encoding, separator, rows: lines.length, head: toHead(read.value) },
  }
  return { answer, parts: toPieces(read.value) }
}

/** What is in a file before anyone has chosen of it. */
export const lookAtSheets: Job = async ([file = Buffer.alloc(0)], options) => {
  const { encoding } = tableOptions.parse(options)
  const looked = await lookAtTable(file, encoding === '' ? {} : { encoding })
  return { answer: looked.ok ? { sheets: looked.value } : { refused: looked.code }, parts: [] }
}
