import type { LabelOf } from './file.rules'
import { isResidual, total } from './hierarchy.rules'
import type { Dimension, Measure } from './measure.rules'
import { findPeriod, type Period, toPeriodCode } from './period.rules'
import type { ProtectedTable } from './table.rules'

/** isFew: withheld as one of the numbers below the threshold, and not for another reason that a number of its table has. */
export type CellView = { value: number | null; isFew: boolean }
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

/** What of a protected table is shown: as it was counted, or as a released file has it. */
export type ShownTable = Pick<ProtectedTable, 'only' | 'most' | 'shown' | 'hidden'> & {
  readonly axes: readonly Pick<ProtectedTable['axes'][number], 'dimension' | 'level' | 'merged' | 'nodes'>[]
  readonly cells: readonly Pick<ProtectedTable['cells'][number], 'nodes' | 'flag' | 'value' | 'upper'>[]
}

/**
 * Rows by the first dimension, columns by the second, a third in front of the rows; totals last. A dimension of which one
 * node is shown has no row or column of its own.
 */
export function toTableView(
  table: ShownTable,
  measure: Measure,
  asked: readonly Dimension[],
  labelOf: LabelOf,
): TableView {
  const axes = table.axes.flatMap((axis, at) =>
    axis.dimension === table.only?.dimension ? [] : [{ ...axis, at }],
  )
  const [rowAxis = null, columnAxis = null, groupAxis = null] = axes
  const nodesOf = (axis: (typeof axes)[number] | null): string[] => leftoversLast(axis?.nodes ?? [])
  const cells = new Map(table.cells.map((cell) => [cell.nodes.join('|'), cell]))
  const labelFor = (axis: (typeof axes)[number] | null, node: string): string =>
    labelOf(axis?.dimension ?? measure.dimension, node)
  const find = (row: string, column: string, group: string) => {
    const nodes = table.axes.map((axis, at) => {
      if (axis.dimension === table.only?.dimension) return table.only.node
      if (at === rowAxis?.at) return row
      return at === columnAxis?.at ? column : group
    })
    return cells.get(nodes.join('|'))
  }
  const rows = nodesOf(groupAxis).flatMap((group) => nodesOf(rowAxis).map((row) => ({ group, row })))
  return {
    dimension: rowAxis?.dimension ?? null,
    columns: nodesOf(columnAxis).map((node) => ({
      key: node,
      label: columnAxis ? labelFor(columnAxis, node) : '',
      isTotal: node === total,
    })),
    rows: rows.map(({ group, row }) => ({
      key: `${group}|${row}`,
      label: groupAxis ? `${labelFor(groupAxis, group)}: ${labelFor(rowAxis, row)}` : labelFor(rowAxis, row),
      isTotal: row === total,
      cells: nodesOf(columnAxis).map((column) => {
        const cell = find(row, column, group)
        const isFew = cell?.flag === 'withheld' && cell.upper < table.most
        return { value: cell?.value ?? null, isFew }
      }),
    })),
    shown: table.shown,
    hidden: table.hidden,
    isJoined: table.axes.some((axis) => axis.merged),
    isCoarser: table.axes.some((axis) => !finest.includes(axis.level)),
    leftOut: asked.filter((dimension) => !table.axes.some((axis) => axis.dimension === dimension)),
  }
}

/** Every node once: what is named first, then what is joined or unknown, then everyone. */
export const leftoversLast = (nodes: readonly string[]): string[] => {
  const isLeftover = (node: string): boolean => node.startsWith('other') || isResidual(node)
  const named = [...new Set(nodes)].filter((node) => node !== total)
  return [...named.filter((node) => !isLeftover(node)), ...named.filter(isLeftover), total]
}

const finest = [
  'centre',
  'country',
  'band',
  'topic',
  'signal',
  'guardianship',
  'trafficking',
  'sex',
  'office',
  'end',
  'length',
]

export type PeriodView = { code: string; year: string; quarter: string | null }

export function toPeriodView(period: Period): PeriodView {
  const code = toPeriodCode(period)
  return {
    code,
    year: period.start.slice(0, 4),
    quarter: findPeriod(code)?.kind === 'quarter' ? code.slice(-1) : null,
  }
}

/** What one may compare with: the period before of the same kind; and whether that is shown now. */
export type ComparisonView = { period: string; earlier: PeriodView; isShown: boolean }

export function toComparison(
  snapshots: readonly Period[],
  now: Period,
  shown: Period | null,
): ComparisonView | null {
  const earlier =
    shown ??
    [...snapshots]
      .filter((one) => one.kind === now.kind && one.end < now.start)
      .sort((a, b) => (a.end < b.end ? 1 : -1))[0]
  if (!earlier) return null
  return { period: toPeriodCode(now), earlier: toPeriodView(earlier), isShown: shown !== null }
}
