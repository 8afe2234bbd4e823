// What colleagues wrote, as XML and a page can carry it: office programs refuse a file for one control sign, and signs that turn the
// direction of writing would turn what stands beside them.

import type { ReportBlock, ReportChart, ReportDocument, ReportTable } from './document.rules'

/** Not allowed in XML 1.0, halves of a sign, and the embeddings and overrides of direction. Lines and tabs stay. */
const UNFIT =
  /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]/gu

export const clean = (text: string): string =>
  text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(UNFIT, '')

/** Text that is written from right to left: its first letter decides, as in a browser. */
export const isRightToLeft = (text: string): boolean =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)

export const cleanTable = (table: ReportTable): ReportTable => ({
  ...table,
  caption: clean(table.caption),
  rowsLabel: clean(table.rowsLabel),
  columns: table.columns.map((column) => ({ ...column, label: clean(column.label) })),
  rows: table.rows.map((row) => ({ ...row, label: clean(row.label) })),
  notes: table.notes.map(clean),
})

export const cleanChart = ({ rowsLabel, ...chart }: ReportChart): ReportChart => ({
  ...chart,
  title: clean(chart.title),
  alternative: clean(chart.alternative),
  ...(rowsLabel === undefined ? {} : { rowsLabel: clean(rowsLabel) }),
  series: chart.series.map(({ label, points }) => ({
    label: clean(label),
    points: points.map(({ name, ...point }) => ({
      ...point,
      label: clean(point.label),
      ...(name === undefined ? {} : { name: clean(name) }),
    })),
  })),
})

const cleanBlock = (block: ReportBlock): ReportBlock => {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return { ...block, text: clean(block.text) }
    case 'table':
      return { ...block, table: cleanTable(block.table) }
    case 'chart':
      return { ...block, chart: cleanChart(block.chart) }
    case 'editable':
      return { ...block, label: clean(block.label), text: block.text === null ? null : clean(block.text) }
    case 'pageBreak':
      return block
  }
}

export const cleanDocument = (document: ReportDocument): ReportDocument => ({
  ...document,
  title: clean(document.title),
  organisation: clean(document.organisation),
  mark: clean(document.mark),
  copy: clean(document.copy),
  blocks: document.blocks.map(cleanBlock),
})
