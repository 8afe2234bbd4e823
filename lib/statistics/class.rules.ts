/** Rows of single people in classes: all that look alike at one combination of levels. */
import type { Level } from './hierarchy.rules'

export type Row = { quasi: readonly string[]; sensitive: readonly string[] }
/** For each column, which of its levels is shown. */
export type Node = readonly number[]

export function countValues(rows: readonly Row[], at: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = row.sensitive[at] ?? ''
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** Rows with their leaves as numbers: thousands of combinations are tried over tens of thousands of rows. */
export type Lattice = {
  rows: readonly Row[]
  everybody: readonly ReadonlyMap<string, number>[]
  columns: Column[]
}
type Column = { leafOf: Int32Array; levels: readonly Grain[] }
/** nodeOf: by leaf; lost: share of the other leaves that a row's leaf can no longer be told from, by node. */
type Grain = { nodeOf: Int32Array; nodes: number; lost: Float64Array }

/** Throws when a row holds a value that is on no list. */
export function toLattice(rows: readonly Row[], levels: readonly (readonly Level[])[]): Lattice {
  const columns = levels.map((own, i): Column => {
    const leaves = new Map([...(own[0]?.nodeOf.keys() ?? [])].map((leaf, at): [string, number] => [leaf, at]))
    const leafOf = Int32Array.from(rows, (row) => {
      const leaf = leaves.get(row.quasi[i] ?? '')
      if (leaf === undefined) throw new Error('a row holds a value outside its code list')
      return leaf
    })
    return { leafOf, levels: own.map((level) => toGrain(level, [...leaves.keys()])) }
  })
  const everybody = (rows[0]?.sensitive ?? []).map((_, at) => countValues(rows, at))
  return { rows, everybody, columns }
}

function toGrain(level: Level, leaves: readonly string[]): Grain {
  const nodes = new Map<string, number>()
  const nodeOf = Int32Array.from(leaves, (leaf) => {
    const name = level.nodeOf.get(leaf) ?? leaf
    if (!nodes.has(name)) nodes.set(name, nodes.size)
    return nodes.get(name) ?? 0
  })
  const lost = new Float64Array(nodes.size)
  if (leaves.length > 1) for (const node of nodeOf) lost[node] = (lost[node] ?? 0) + 1 / (leaves.length - 1)
  return {
    nodeOf,
    nodes: nodes.size,
    lost: lost.map((share) => Math.max(0, share - 1 / (leaves.length - 1 || 1))),
  }
}

/** The class of each row, and how many rows each class has. */
export function classify({ rows, columns }: Lattice, node: Node): { classOf: Int32Array; sizes: number[] } {
  const keys = new Float64Array(rows.length)
  for (const [i, { leafOf, levels }] of columns.entries()) {
    const grain = levels[node[i] ?? 0]
    if (!grain) continue
    for (let row = 0; row < keys.length; row++)
      keys[row] = (keys[row] ?? 0) * grain.nodes + (grain.nodeOf[leafOf[row] ?? 0] ?? 0)
  }
  const known = new Map<number, number>()
  const sizes: number[] = []
  const classOf = Int32Array.from(keys, (key) => {
    const own = known.get(key) ?? sizes.length
    if (own === sizes.length) {
      known.set(key, own)
      sizes.push(0)
    }
    sizes[own] = (sizes[own] ?? 0) + 1
    return own
  })
  return { classOf, sizes }
}

export function toClasses(
  rows: readonly Row[],
  levels: readonly (readonly Level[])[],
  node: Node,
): readonly (readonly Row[])[] {
  const { classOf, sizes } = classify(toLattice(rows, levels), node)
  const classes: Row[][] = sizes.map(() => [])
  for (const [i, row] of rows.entries()) classes[classOf[i] ?? 0]?.push(row)
  return classes
}
