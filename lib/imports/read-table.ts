import { parse } from 'csv-parse'
import readXlsxFile from 'read-excel-file/node'
import { no, ok, type Result } from '@/lib/shared/result'
import {
  cleanCell,
  type Encoding,
  formOf,
  guessEncoding,
  guessSeparator,
  LIMITS,
  type Line,
  type Read,
  type Separator,
  type TableRefusal,
  toTable,
} from './table.rules'
import { checkWorkbook } from './unpack'

/** What is read at most, with the head and what may stand above it. */
const MOST = LIMITS.rows + 50
const cut = (cell: string): string => cleanCell(cell.slice(0, LIMITS.cell))

const readCsv = async (
  bytes: Buffer,
  encoding: Encoding,
  separator: Separator,
): Promise<Line[] | TableRefusal> => {
  const decoder = new TextDecoder(encoding)
  const parser = parse({
    delimiter: separator,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: 2 ** 20,
    info: true,
  })
  const lines: Line[] = []
  const feed = async () => {
    const step = 2 ** 16
    for (let from = 0; from < bytes.length; from += step) {
      const text = decoder.decode(bytes.subarray(from, from + step), { stream: true })
      if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end(decoder.decode())
  }
  const fed = feed()
  try {
    for await (const { record, info } of parser) {
      if (lines.length === 0 && /^sep=/i.test(record[0] ?? '')) continue
      lines.push({ line: info.lines, cells: record.map(cut) })
      if (lines.length > MOST) return 'tableTooLong'
    }
    await fed
    return lines
  } catch {
    return 'tableQuotes'
  } finally {
    parser.destroy()
  }
}

/** A day of a sheet has no zone and no hour that anybody meant. */
const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return cut(String(cell))
}

/** What stood in the cells when the sheet was saved: no formula is computed and nothing outside is fetched. */
const readWorkbook = async (bytes: Buffer): Promise<Line[] | TableRefusal> => {
  const refused = await checkWorkbook(bytes)
  if (refused !== null) return refused
  try {
    const sheets = await readXlsxFile(bytes)
    const rows = sheets.find(({ data }) => data.length > 1)?.data ?? []
    if (rows.length > MOST) return 'tableTooLong'
    return rows.map((row, index) => ({ line: index + 1, cells: row.map(cellText) }))
  } catch {
    return 'fileBroken'
  }
}

const hasControls = (text: string): boolean =>
  [...text].some((letter) => letter < '\t' || (letter > '\r' && letter < ' '))

/** A file somebody brings as a table; what was guessed of it is said beside. `wanted`: what she knows better. */
export const readTable = async (
  bytes: Buffer,
  wanted: { readonly encoding?: Encoding; readonly separator?: Separator } = {},
): Promise<Result<Read, TableRefusal>> => {
  const form = formOf(bytes)
  if (form === 'ole') return no('tableOldExcel')
  if (form === 'zip') {
    const lines = await readWorkbook(bytes)
    const table = typeof lines === 'string' ? lines : toTable(lines)
    return typeof table === 'string'
      ? no(table)
      : ok({ source: 'xlsx', encoding: null, separator: null, ...table })
  }
  const encoding = wanted.encoding ?? guessEncoding(bytes)
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 64 * 1024))
  // A text has no control characters beside tabs and line ends: what has is a picture or a program.
  if (hasControls(head)) return no('tableNotRead')
  const separator = wanted.separator ?? guessSeparator(head)
  const lines = await readCsv(bytes, encoding, separator)
  const table = typeof lines === 'string' ? lines : toTable(lines)
  return typeof table === 'string' ? no(table) : ok({ source: 'csv', encoding, separator, ...table })
}
