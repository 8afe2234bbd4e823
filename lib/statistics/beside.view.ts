import type { OurCell, Ours } from '@/lib/countries/beside.rules'
import { toPercent } from './chart.rules'
import { total } from './hierarchy.rules'
import type { ReadTable } from './statistic.data'
import { toTableView } from './statistic.view'
import type { ProtectedTable } from './table.rules'

/** A protected table as one side of a comparison: only what a release of it prints. */
export const toOurs = (
  table: ProtectedTable,
  { measure, policy }: Pick<ReadTable, 'measure' | 'policy'>,
): Ours => {
  const { rows } = toTableView(table, measure, [], (_, node) => node)
  const cells = new Map<string, OurCell>(
    rows.flatMap(({ label, cells }) => cells.map((cell) => [label, cell])),
  )
  return { cells, whole: cells.get(total)?.value ?? null, threshold: policy.threshold, toPercent }
}
