import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { ReportDocument, ReportTable } from './document.rules'
import { HAIR, LYING, MUTED, STYLE, UPRIGHT } from './docx-styles'
import { paragraphOf, type Words } from './docx-text'
import { sayCell } from './number.rules'
import { isMarked, legendOf } from './small.rules'

type Language = ReportDocument['language']

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const lineOf = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color })

// Widths in twentieths of a point: the least of the names of rows; the size of a head, and the space beside it.
const NAMES = 1900
const HEAD_SIZE = 160
const HEAD_SPACE = 130
const WIDEST = 2000

/** Bold letters in parts of their size: a library of faces would measure one that the reader may not have. */
const letterWidth = (letter: string): number => {
  if (/[ijltfrI.,:;'’()|!-]/.test(letter)) return 0.35
  if (/[mwMW%]/.test(letter)) return 0.92
  return /\p{Lu}/u.test(letter) ? 0.74 : 0.61
}
const wordWidth = (word: string): number => [...word].reduce((sum, letter) => sum + letterWidth(letter), 0)

/** As wide as the longest word of its head, so that none is broken. */
const wantedWidth = ({ label }: ReportTable['columns'][number]): number => {
  const longest = Math.max(
    ...label
      .slice(0, 200)
      .split(/[\s-]+/)
      .map(wordWidth),
  )
  return Math.round(Math.min(WIDEST, Math.max(640, longest * HEAD_SIZE + HEAD_SPACE)))
}
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** A table that is wider than a page of A4 lies; one that is wider than that too is drawn in parts, each with the names of its rows. */
export const isWide = ({ columns }: ReportTable): boolean => sumOf(columns.map(wantedWidth)) > UPRIGHT - NAMES

const partsOf = ({ columns }: ReportTable, width: number): readonly (readonly number[])[] => {
  const wanted = columns.map(wantedWidth)
  const count = Math.max(1, Math.ceil(sumOf(wanted) / (width - NAMES)))
  const parts: number[][] = []
  let used = Number.POSITIVE_INFINITY
  wanted.forEach((each, column) => {
    // Parts of about one width: the last one does not hold a single column.
    if (used + each > Math.min(width - NAMES, sumOf(wanted) / count + each)) {
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(column)
    used += each
  })
  return parts
}

const widthsOf = (table: ReportTable, shown: readonly number[], width: number): readonly number[] => {
  const numbers = table.columns.flatMap((column, at) => (shown.includes(at) ? [wantedWidth(column)] : []))
  return [width - sumOf(numbers), ...numbers]
}

const LONG = 300
/** Whether a row stays on one page. */
const fitsRow = (texts: readonly string[]): boolean => texts.every(({ length }) => length <= LONG)
export const shortened = (text: string): string =>
  text.length <= LONG ? text : `${text.slice(0, LONG - 1)}…`

const drawPart = (table: ReportTable, shown: readonly number[], language: Language, width: number): Table => {
  const widths = widthsOf(table, shown, width)
  const cell = (
    text: string,
    at: number,
    look: { readonly isHead?: boolean; readonly isTotal?: boolean; readonly isMarked?: boolean },
  ) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: look.isHead === true ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      ...(look.isMarked === true
        ? { shading: { type: ShadingType.THIN_DIAGONAL_STRIPE, color: HAIR, fill: 'FFFFFF' } }
        : {}),
      borders: {
        top: look.isTotal === true ? lineOf(8, MUTED) : NONE,
        bottom: look.isHead === true ? lineOf(8, MUTED) : lineOf(4, HAIR),
        left: NONE,
        right: NONE,
      },
      children: [
        new Paragraph({
          style: look.isHead === true ? STYLE.head : STYLE.cell,
          alignment: at === 0 ? AlignmentType.START : AlignmentType.END,
          // The head of a table never stays behind alone at the foot of a page.
          keepNext: look.isHead === true,
          children: [new TextRun({ text, ...(look.isTotal === true ? { bold: true } : {}) })],
        }),
      ],
    })
  const names = [table.rowsLabel, ...shown.map((column) => table.columns[column]?.label ?? '')]
  // A head that takes half of a page on every page leaves no room for its rows: some programs then lay pages out for ever.
  const isShort = fitsRow(names)
  const head = new TableRow({
    tableHeader: isShort,
    cantSplit: isShort,
    children: names.map((text, at) => cell(text, at, { isHead: true })),
  })
  const body = table.rows.map(
    ({ label, kind }, row) =>
      new TableRow({
        cantSplit: fitsRow([label]),
        children: [
          cell(label, 0, { isTotal: kind === 'total' }),
          ...shown.map((column, at) =>
            cell(sayCell(table, { row, column }, language), at + 1, {
              isTotal: kind === 'total',
              isMarked: isMarked(table, { row, column }),
            }),
          ),
        ],
      }),
  )
  return new Table({
    rows: [head, ...body],
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    margins: { left: 50, right: 60 },
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
  })
}

export const drawTable = (table: ReportTable, language: Language, t: Words): readonly FileChild[] => {
  const width = isWide(table) ? LYING : UPRIGHT
  const parts = partsOf(table, width)
  const legend = legendOf(table)
  const notes = [...(legend === null ? [] : [t(legend)]), ...table.notes]
  return [
    paragraphOf(table.caption, { style: STYLE.caption }),
    ...parts.flatMap((shown, index): readonly FileChild[] => [
      // Two tables without anything between them become one.
      ...(index === 0 ? [] : [new Paragraph({ style: STYLE.note })]),
      drawPart(table, shown, language, width),
    ]),
    // A paragraph must follow a table in any case, so that one can write below it.
    ...(notes.length === 0 ? [''] : notes).map((note) => paragraphOf(note, { style: STYLE.note })),
  ]
}
