import { strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { type ReleaseFile, toCsvFile } from './csv.rules'

/** One moment for every entry, so that the same release is the same bytes on every day. The format begins in 1980. */
const moment = new Date(1980, 0, 1, 0, 0, 0)
const settings = { mtime: moment, level: 9 } as const

export const toZip = (entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
    settings,
  )

export type Sheet = { name: string; head: readonly string[]; rows: readonly (readonly (string | number)[])[] }

/**
 * A workbook of text and whole numbers. Text is written as text, never as a formula; a leading apostrophe would be a
 * visible character here, and is not needed.
 */
export async function toWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const cell = (value: string | number) =>
    typeof value === 'number' ? { value, type: Number } : { value, type: String }
  const written = await writeXlsxFile(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: [
        head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cell)),
      ],
    })),
  ).toBuffer()
  // Packed anew: the library stamps its entries with the time of the day.
  return zipSync(unzipSync(new Uint8Array(written)), settings)
}

/** Code, words and what stands behind each node of each dimension. */
export const toDictionary = (rows: ReleaseFile['rows']): ReleaseFile => ({
  columns: [
    { header: 'dimension', hxl: '#meta+dimension' },
    { header: 'code', hxl: '#meta+code' },
    { header: 'label', hxl: '#meta+name' },
    { header: 'stands_for', hxl: '#meta+list' },
  ],
  rows,
})

export const dictionaryCsv = (rows: ReleaseFile['rows']): string => toCsvFile(toDictionary(rows))
