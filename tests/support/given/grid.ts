import type { StatedCell, StatedTable } from '@/lib/statistics/statement.rules'

/** A table of exact numbers with some cells hidden, totals included, as statements of somebody who publishes it. */
export const givenGrid = (
  numbers: readonly (readonly number[])[],
  isHidden: (row: number | 'total', column: number | 'total') => boolean,
  width: number,
): StatedTable => {
  const rows = numbers.map((_, i) => `r${i}`)
  const columns = (numbers[0] ?? []).map((_, i) => `c${i}`)
  const axis = (dimension: string, nodes: readonly string[]) => ({
    dimension,
    multiple: false,
    nodeOf: new Map(nodes.map((node) => [node, node])),
  })
  const cells: StatedCell[] = []
  for (const r of [...rows.keys(), 'total'] as const)
    for (const c of [...columns.keys(), 'total'] as const) {
      const own = numbers
        .filter((_, i) => r === 'total' || i === r)
        .flatMap((row) => row.filter((_, i) => c === 'total' || i === c))
        .reduce((sum, one) => sum + one, 0)
      const nodes = [r === 'total' ? r : `r${r}`, c === 'total' ? c : `c${c}`]
      cells.push(
        isHidden(r, c)
          ? { nodes, lower: 0, upper: Number.POSITIVE_INFINITY, width }
          : { nodes, lower: own, upper: own, width: 0 },
      )
    }
  return { axes: [axis('row', rows), axis('column', columns)], cells }
}
