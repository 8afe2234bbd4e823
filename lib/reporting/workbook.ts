import 'server-only'
import { createTranslator } from 'use-intl/core'
import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node'
import { catalogue } from '@/lib/i18n/catalogue'
import { cleanDocument } from './clean.rules'
import type { NumberUnit, ReportDocument, ReportTable } from './document.rules'
import { WITHHELD } from './number.rules'
import { isMarked, legendOf } from './small.rules'
import { sheetNames } from './workbook.rules'

/** How a figure is counted, for the sheet that says so. */
export type Definition = { readonly figure: string; readonly definition: string }

/** How a cell shows its number; the number itself is exact. A format that may have a decimal leaves its sign behind a whole number. */
const formatOf = (value: number, unit: NumberUnit): string => {
  if (unit === 'share') return '0.0%'
  return Number.isInteger(value) ? '#,##0' : '#,##0.0'
}

/** A cell of a workbook holds no more; what is longer makes Excel repair the file. */
const LONGEST = 32_000

type Look = { readonly isBold?: boolean; readonly isWrapped?: boolean; readonly isEnd?: boolean }

/** Text is written as text: never a formula, whatever it begins with. */
const words = (text: string, { isBold, isWrapped, isEnd }: Look = {}): Cell => ({
  value: text.slice(0, LONGEST),
  type: String,
  ...(isBold === true ? { fontWeight: 'bold' } : {}),
  ...(isWrapped === true ? { wrap: true, alignVertical: 'top' } : {}),
  ...(isEnd === true ? { align: 'right' } : {}),
})

const warning = (text: string): Cell => ({
  value: text.slice(0, LONGEST),
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#fff3d6',
})

const widthOf = (text: string, least: number, most: number): number =>
  Math.min(most, Math.max(least, text.length + 2))

/** Lines above the numbers: mark, copy, what is counted, the heads. They stay when the sheet is scrolled. */
const HEAD_ROWS = 4

const toSheet = (
  name: string,
  table: ReportTable,
  { mark, copy }: ReportDocument,
  legend: string | null,
): Sheet<Buffer> => {
  const number = (value: number | null, unit: NumberUnit, row: number, column: number): Cell => {
    if (value === null) return table.isProtected === true ? words(WITHHELD, { isEnd: true }) : null
    return {
      value,
      type: Number,
      format: formatOf(value, unit),
      ...(table.rows[row]?.kind === 'total' ? { fontWeight: 'bold', topBorderStyle: 'thin' } : {}),
      ...(isMarked(table, { row, column })
        ? { backgroundColor: '#ffffff', fillPatternStyle: 'lightUp', fillPatternColor: '#9aa3af' }
        : {}),
    }
  }
  const notes = [...(legend === null ? [] : [legend]), ...table.notes]
  return {
    sheet: name,
    stickyRowsCount: HEAD_ROWS,
    stickyColumnsCount: 1,
    ...(table.columns.length > 8 ? { orientation: 'landscape' } : {}),
    columns: [
      {
        width: widthOf(
          table.rows.map(({ label }) => label).reduce((a, b) => (a.length > b.length ? a : b), ''),
          24,
          60,
        ),
      },
      ...table.columns.map(({ label }) => ({ width: widthOf(label, 9, 22) })),
    ],
    data: [
      [warning(mark)],
      [words(copy)],
      [words(table.caption, { isBold: true })],
      [
        words(table.rowsLabel, { isBold: true, isWrapped: true }),
        ...table.columns.map(({ label }) => words(label, { isBold: true, isWrapped: true, isEnd: true })),
      ],
      ...table.rows.map(({ label, kind, cells }, row) => [
        words(label, { isBold: kind === 'total' }),
        ...table.columns.map(({ unit }, column) => number(cells[column] ?? null, unit, row, column)),
      ]),
      ...(notes.length === 0 ? [] : [[null]]),
      ...notes.map((note) => [words(note)]),
    ],
  }
}

/** The tables of a report as a workbook: a sheet says what it is, each table has one of its own, numbers are numbers, nothing is computed. */
export const toWorkbook = async (
  given: ReportDocument,
  definitions: readonly Definition[] = [],
): Promise<Uint8Array> => {
  const report = cleanDocument(given)
  const { language, title, organisation, mark, copy, blocks } = report
  const t = createTranslator({
    locale: language,
    messages: await catalogue[language](),
    namespace: 'reporting.document',
  })
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const [first = '', ...names] = sheetNames([t('contents'), ...tables.map(({ caption }) => caption)])
  const front: Sheet<Buffer> = {
    sheet: first,
    columns: [{ width: 34 }, { width: 90 }],
    data: [
      [warning(mark)],
      [words(copy)],
      [{ value: title.slice(0, LONGEST), type: String, fontWeight: 'bold', fontSize: 16 }],
      [words(organisation)],
      [null],
      [words(t('sheet'), { isBold: true }), words(t('table'), { isBold: true })],
      ...tables.map(({ caption }, index) => [words(names[index] ?? ''), words(caption, { isWrapped: true })]),
      ...(definitions.length === 0
        ? []
        : [
            [null],
            [words(t('definitions'), { isBold: true })],
            ...definitions.map(({ figure, definition }) => [
              words(figure, { isWrapped: true }),
              words(definition, { isWrapped: true }),
            ]),
          ]),
    ],
  }
  const sheets = tables.map((table, index) => {
    const legend = legendOf(table)
    return toSheet(names[index] ?? '', table, report, legend === null ? null : t(legend))
  })
  return new Uint8Array(await writeXlsxFile([front, ...sheets]).toBuffer())
}
