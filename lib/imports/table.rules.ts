import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** What a table that someone brings may be, and what is guessed of it before they are asked. */
export const LIMITS = {
  bytes: 25 * 2 ** 20,
  /** Of a workbook when it is unpacked: fifty thousand rows of twelve columns take a third of it. */
  unpackedBytes: 120 * 2 ** 20,
  unpackedTimes: 200,
  entries: 2000,
  rows: 50_000,
  /** With the head and what may stand above it. */
  lines: 50_050,
  columns: 100,
  cell: 20_000,
  /** Of all cells together: four hundred signs a row of the longest table. */
  chars: 20_000_000,
  /** Of one row of a CSV, before it is cut into cells. */
  record: 2 ** 20,
  /** Rows that are encrypted, judged and written together. */
  piece: 200,
} as const

export const SOURCES = vocabulary('imports.sources', ['csv', 'xlsx'])
export type Source = CodeOf<typeof SOURCES>
export const ENCODINGS = vocabulary('imports.encodings', ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'])
export type Encoding = CodeOf<typeof ENCODINGS>
export const SEPARATORS = vocabulary('imports.separators', [';', ',', '\t'])
export type Separator = CodeOf<typeof SEPARATORS>

/** A row with the number that it has in the sheet, so that a reason can say where to look. */
export type Line = { readonly line: number; readonly cells: readonly string[] }
export type Read = {
  readonly source: Source
  readonly encoding: Encoding | null
  readonly separator: Separator | null
  /** The name of its sheet; '' of a CSV. */
  readonly sheet: string
  /** In which row its headings are, and what is written above them. */
  readonly headLine: number
  readonly above: readonly string[]
  /** Rows between the others in which nothing stands. */
  readonly blank: number
  readonly headers: readonly string[]
  readonly lines: readonly Line[]
}
/** A sheet as it is offered: what it is called, how many rows, where its headings seem to be, and its first rows. */
export type SheetLook = {
  readonly name: string
  readonly rows: number
  readonly headLine: number
  readonly lines: readonly Line[]
}
/** What is shown of a sheet before anyone has chosen it. */
export const LOOK = { lines: 12, columns: 8, cell: 40 } as const

export type TableRefusal =
  | 'fileBroken'
  | 'fileTooHeavy'
  | 'fileLocked'
  | 'tableOldExcel'
  | 'tableNotRead'
  | 'tableQuotes'
  | 'tableEmpty'
  | 'tableTooLong'
  | 'tableTooWide'
  /** Several sheets, or headings in a row that nothing makes sure: someone has to choose. */
  | 'tableChoose'
  | 'tableNoSheet'
  /** With the address of the cell. */
  | `tableStrayCell:${string}`

/** Thrown while a table is read, so that reading stops there. */
export class TableRefused extends Error {
  constructor(readonly code: TableRefusal) {
    super(code)
    this.name = 'TableRefused'
  }
}

const starts = (bytes: Uint8Array, ...marks: readonly number[]): boolean =>
  marks.every((mark, index) => bytes[index] === mark)

/** What the first bytes say it is: a workbook is a zip, the Excel of before 2007 and a locked workbook are OLE. */
export const formOf = (bytes: Uint8Array): 'zip' | 'ole' | 'text' => {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  return starts(bytes, 0xd0, 0xcf, 0x11, 0xe0) ? 'ole' : 'text'
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** By its mark, by its empty bytes, by what UTF-8 allows; else what Excel in Belgium writes. Shown beside a sample. */
export const guessEncoding = (bytes: Uint8Array): Encoding => {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  const head = bytes.subarray(0, 4000)
  const empty = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) empty[index % 2] = (empty[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = empty
  // Latin letters in UTF-16 have an empty byte each.
  if (Math.max(even, odd) * 4 > head.length) return odd > even ? 'utf-16le' : 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** How often a separator stands outside quotes, for each of the first lines. */
const counts = (sample: string, separator: string): number[] => {
  const found = [0]
  let isQuoted = false
  for (const letter of sample) {
    if (letter === '"') isQuoted = !isQuoted
    else if (letter === '\n' && !isQuoted) found.push(0)
    else if (letter === separator && !isQuoted) found[found.length - 1] = (found.at(-1) ?? 0) + 1
  }
  return found.slice(0, 20)
}

/** The separator of which most lines have equally many, as Excel says it ("sep=;") or as it is found. */
export const guessSeparator = (text: string): Separator => {
  const said = /^\ufeff?sep=([;,\t])/i.exec(text)?.[1]
  const known = SEPARATORS.match(said)
  if (known !== null) return known
  const sample = text.slice(0, 20_000)
  const graded = SEPARATORS.codes.map((separator) => {
    const lines = counts(sample, separator).filter((count) => count > 0)
    const most = Math.max(0, ...lines)
    return { separator, weight: lines.filter((count) => count === most).length * Math.min(most, 12) }
  })
  return graded.reduce((best, one) => (one.weight > best.weight ? one : best)).separator
}
