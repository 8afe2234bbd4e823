import { parse } from 'csv-parse'
import { ZipRefused } from '@/lib/parsing/unzip'
import { no, ok, type Result } from '@/lib/shared/result'
import {
  type Encoding,
  formOf,
  guessEncoding,
  guessSeparator,
  LIMITS,
  type Line,
  type Read,
  type Separator,
  type SheetLook,
  type TableRefusal,
  TableRefused,
} from './table.rules'
import { cutCell, findHead, toLook, toTable } from './table-rows.rules'
import { readWorkbook } from './workbook'

const readCsv = async (
  bytes: Buffer,
  encoding: Encoding,
  separator: Separator,
): Promise<{ lines: Line[]; blank: number }> => {
  const decoder = new TextDecoder(encoding)
  const parser = parse({
    delimiter: separator,
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    // Millions of line ends alone are dropped by the parser, before they are rows.
    skip_empty_lines: true,
    max_record_size: LIMITS.record,
    info: true,
  })
  const lines: Line[] = []
  let [chars, blank] = [0, 0]
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
      const filled = record.findLastIndex((cell: string) => cutCell(cell) !== '') + 1
      if (filled === 0) {
        blank += 1
        continue
      }
      if (filled > LIMITS.columns) throw new TableRefused('tableTooWide')
      const cells = record.slice(0, filled).map(cutCell)
      chars += cells.reduce((sum: number, cell: string) => sum + cell.length, 0)
      lines.push({ line: info.lines, cells })
      if (lines.length > LIMITS.lines) throw new TableRefused('tableTooLong')
      if (chars > LIMITS.chars) throw new TableRefused('fileTooHeavy')
    }
    await fed
    return { lines, blank }
  } catch (error) {
    throw error instanceof TableRefused ? error : new TableRefused('tableQuotes')
  } finally {
    parser.destroy()
  }
}

const hasControls = (text: string): boolean =>
  [...text].some((letter) => letter < '\t' || (letter > '\r' && letter < ' '))

type Wanted = {
  readonly encoding?: Encoding
  readonly separator?: Separator
  readonly sheet?: string
  readonly headLine?: number
  /** No one has chosen, and is asked where a choice is open. */
  readonly mayAsk?: boolean
}

/** A CSV as lines, with what was guessed of it. */
const readText = async (bytes: Buffer, wanted: Wanted) => {
  const encoding = wanted.encoding ?? guessEncoding(bytes)
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 64 * 1024))
  // A text has no control characters beside tabs and line ends: what has is a picture or a program.
  if (hasControls(head)) throw new TableRefused('tableNotRead')
  const separator = wanted.separator ?? guessSeparator(head)
  return { encoding, separator, ...(await readCsv(bytes, encoding, separator)) }
}

/** Rows that the numbers of a sheet skip. */
const gapsIn = (lines: readonly Line[]): number =>
  lines.reduce(
    (sum, { line }, index) => sum + Math.max(0, line - (lines[index - 1]?.line ?? line - 1) - 1),
    0,
  )

const read = async (bytes: Buffer, wanted: Wanted): Promise<Read> => {
  const form = formOf(bytes)
  if (form === 'ole') throw new TableRefused('tableOldExcel')
  const headLine = wanted.headLine ?? null
  if (form === 'zip') {
    const { best, all } = await readWorkbook(bytes, wanted.sheet ?? null)
    if (wanted.mayAsk && (all.length > 1 || !findHead(best.rows).isSure))
      throw new TableRefused('tableChoose')
    const table = toTable(best.rows, headLine)
    const blank = gapsIn(table.lines)
    return { source: 'xlsx', encoding: null, separator: null, sheet: best.name, blank, ...table }
  }
  const { encoding, separator, lines, blank } = await readText(bytes, wanted)
  if (wanted.mayAsk && !findHead(lines).isSure) throw new TableRefused('tableChoose')
  return { source: 'csv', encoding, separator, sheet: '', blank, ...toTable(lines, headLine) }
}

const refusalOf = (error: unknown): TableRefusal => {
  if (error instanceof TableRefused) return error.code
  if (error instanceof ZipRefused) return error.code === 'fileBomb' ? 'fileTooHeavy' : error.code
  throw error
}

/** A file someone brings as a table; what was guessed of it is said beside. `wanted`: what that person knows better. */
export const readTable = async (bytes: Buffer, wanted: Wanted = {}): Promise<Result<Read, TableRefusal>> => {
  try {
    return ok(await read(bytes, wanted))
  } catch (error) {
    return no(refusalOf(error))
  }
}

/** The sheets of a file as they are offered for choice. */
export const lookAtTable = async (
  bytes: Buffer,
  wanted: Wanted = {},
): Promise<Result<readonly SheetLook[], TableRefusal>> => {
  try {
    const form = formOf(bytes)
    if (form === 'ole') throw new TableRefused('tableOldExcel')
    if (form === 'zip') return ok((await readWorkbook(bytes)).all.slice(0, 20))
    return ok([toLook('', (await readText(bytes, wanted)).lines)])
  } catch (error) {
    return no(refusalOf(error))
  }
}
