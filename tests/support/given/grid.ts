import type { StatedCell, StatedTable } from '@/lib/statistics/statement.rules'
import type { Exact, Line } from '@/lib/statistics/suppress.rules'

/** A table of exact numbers with some cells hidden, totals included, as statements of someone who publishes it. */
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

/** A table of two dimensions with its totals and its lines; cells are named by row and column, 't' for all of them. */
export function givenGridExact(
  numbers: readonly (readonly number[])[],
  isPrimary: (value: number, name: string) => boolean,
): { exact: Exact; names: readonly string[]; lines: readonly Line[] } {
  const width = numbers[0]?.length ?? 0
  const [rows, columns] = [[...numbers.keys()], [...Array(width).keys()]]
  const names = [...rows, 't'].flatMap((r) => [...columns, 't'].map((c) => `${r}${c}`))
  const cells = [...rows, null].flatMap((r) =>
    [...columns, null].map((c, at) => {
      const plus = numbers.flatMap((row, i) =>
        row.flatMap((_, j) => ((r === null || i === r) && (c === null || j === c) ? i * width + j : [])),
      )
      const value = plus.reduce((sum, one) => sum + (numbers.flat()[one] ?? 0), 0)
      return {
        plus,
        value,
        isPrimary: isPrimary(value, names[(r ?? numbers.length) * (width + 1) + at] ?? ''),
      }
    }),
  )
  const place = (r: number | 't', c: number | 't') => names.indexOf(`${r}${c}`)
  const lines: Line[] = [
    ...([...rows, 't'] as const).map((r) => ({
      whole: place(r, 't'),
      parts: columns.map((c) => place(r, c)),
    })),
    ...([...columns, 't'] as const).map((c) => ({
      whole: place('t', c),
      parts: rows.map((r) => place(r, c)),
    })),
  ]
  return { exact: { columns: numbers.length * width, cells }, names, lines }
}
