/**
 * The workbook of a release. What is read is written again and must be the same text in every part: a part that a program reads in
 * another way than this one would be another text.
 */
import type { ReleaseFile } from '../csv.rules'
import type { Manifest } from '../manifest.schema'
import { readContainer } from './container'
import { Refusal, refuseUnless } from './refuse'
import { type Cell, odd, toColumn, type WrittenSheet, writeParts } from './workbook-parts'

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' }
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|amp);/g, (whole, name: string) => characters[name] ?? whole)

const sheetNames: Readonly<Record<Manifest['kind'], readonly string[]>> = {
  table: ['Data', 'Dictionary', 'Method'],
  exact: ['Data', 'Dictionary'],
  noise: ['Data', 'Dictionary'],
  rows: ['Data', 'Dictionary'],
}

/** The sheets of a workbook; of none is anything said but how it is written. Throws Refusal. */
export function readSheets(bytes: Uint8Array | undefined, kind: Manifest['kind']): readonly WrittenSheet[] {
  if (bytes === undefined) throw new Refusal('data.xlsx is missing')
  const parts = readContainer(bytes)
  const textOf = (name: string): string => {
    const part = parts.get(name)
    if (part === undefined) throw new Refusal(odd)
    return Buffer.from(part).toString('utf8')
  }
  const found = textOf('xl/sharedStrings.xml').matchAll(
    /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/g,
  )
  const strings = [...found].map(([, text = '']) => unescaped(text))
  const sheets = sheetNames[kind].map((name, i) => ({
    name,
    rows: readRows(textOf(`xl/worksheets/sheet${i + 1}.xml`), strings),
  }))
  const due = writeParts(sheets)
  refuseUnless(parts.size === due.size, odd)
  for (const [name, text] of due)
    refuseUnless(Buffer.from(text).equals(parts.get(name) ?? new Uint8Array()), odd)
  return sheets
}

/** Cells wherever they are in the text: what else there is, is found when they are written again. */
function readRows(text: string, strings: readonly string[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = []
  const cells = text.matchAll(/<c r="([A-Z]{1,3})(\d{1,7})"(?: s="1")?( t="s")?><v>(-?\d{1,15})<\/v><\/c>/g)
  for (const [, column = '', row, isText, number] of cells) {
    if (Number(row) > rows.length) rows.push([])
    const value = isText === undefined ? Number(number) : strings[Number(number)]
    if (value === undefined) throw new Refusal(odd)
    rows.at(-1)?.push({ column, value })
  }
  return rows
}

/** The first sheet holds the header, the HXL line and the same rows as data.csv, each number in its column. */
export function checkWorkbook(
  bytes: Uint8Array | undefined,
  kind: Manifest['kind'],
  { columns, rows }: ReleaseFile,
): void {
  const due = [columns.map(({ header }) => header), columns.map(({ hxl }) => hxl), ...rows].map((row) =>
    row.flatMap((value, i): Cell[] => (value === '' ? [] : [{ column: toColumn(i), value }])),
  )
  const [data] = readSheets(bytes, kind)
  refuseUnless(
    JSON.stringify(data?.rows) === JSON.stringify(due),
    'data.xlsx holds other numbers than data.json',
  )
}
