import type { Flag } from './disclosure.rules'
import type { LabelOf } from './file.rules'
import { isResidual, total } from './hierarchy.rules'
import { type Dimension, findBreakdown, type Measure, type TableId, tables } from './measure.rules'
import { findPeriod, type Period, toPeriodCode } from './period.rules'
import type { ProtectedTable } from './table.rules'

export type CellView = { flag: Flag; value: number | null }
export type RowView = { key: string; label: string; isTotal: boolean; cells: readonly CellView[] }
export type TableView = {
  /** Dimension of the rows; null when nothing but the total can be told. */
  dimension: Dimension | null
  columns: readonly { key: string; label: string; isTotal: boolean }[]
  rows: readonly RowView[]
  shown: number
  hidden: number
  isJoined: boolean
  isCoarser: boolean
  leftOut: readonly Dimension[]
}

/** Rows by the first dimension, columns by the second; totals last in both. */
export function toTableView(
  table: ProtectedTable,
  measure: Measure,
  id: TableId,
  labelOf: LabelOf,
): TableView {
  const [rowAxis = null, columnAxis = null] = table.axes
  const rowNodes = [...leftoversLast(rowAxis?.nodes ?? []), total]
  const columnNodes = [...leftoversLast(columnAxis?.nodes ?? []), total]
  const cells = new Map(table.cells.map((cell) => [cell.nodes.join('|'), cell]))
  const nameOf = (dimension: Dimension | undefined, node: string): string =>
    labelOf(dimension ?? measure.dimension, node)
  const asked = findBreakdown(measure, tables[id].also) ?? []
  return {
    dimension: rowAxis?.dimension ?? null,
    columns: columnNodes.map((node) => ({
      key: node,
      label: columnAxis ? nameOf(columnAxis.dimension, node) : '',
      isTotal: node === total,
    })),
    rows: rowNodes.map((row) => ({
      key: row,
      label: nameOf(rowAxis?.dimension, row),
      isTotal: row === total,
      cells: columnNodes.map((column) => {
        const nodes = [...(rowAxis ? [row] : []), ...(columnAxis ? [column] : [])]
        const cell = cells.get(nodes.join('|'))
        return { flag: cell?.flag ?? 'not_shown', value: cell?.value ?? null }
      }),
    })),
    shown: table.shown,
    hidden: table.hidden,
    isJoined: table.axes.some((axis) => axis.merged),
    isCoarser: table.axes.some((axis) => !finest.includes(axis.level)),
    leftOut: asked.filter((dimension) => !table.axes.some((axis) => axis.dimension === dimension)),
  }
}

/** What is named first, then what is joined or unknown. */
const leftoversLast = (nodes: readonly string[]): string[] => {
  const isLeftover = (node: string): boolean => node.startsWith('other') || isResidual(node)
  return [...nodes.filter((node) => !isLeftover(node)), ...nodes.filter(isLeftover)]
}

const finest = ['centre', 'country', 'band', 'topic', 'signal']

export type PeriodView = { code: string; year: string; quarter: string | null }

export function toPeriodView(period: Period): PeriodView {
  const code = toPeriodCode(period)
  return {
    code,
    year: period.start.slice(0, 4),
    quarter: findPeriod(code)?.kind === 'quarter' ? code.slice(-1) : null,
  }
}
