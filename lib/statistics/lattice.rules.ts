/**
 * Rows of single people for a partner: every combination of levels is tried (the lattice), and the one that loses least
 * among those that keep everybody in a class of k is taken. A removed row is removed, never starred: "*" matches nothing.
 */
import type { Level } from './hierarchy.rules'

export type Row = { quasi: readonly string[]; sensitive: readonly string[] }
export type Model = {
  k: number
  /** Different values of each sensitive column in a class. */
  distinct: number
  maxShare: number
  /** Largest distance between the values of a class and of everybody; equal-distance earth mover's distance. */
  t: number
  /** Largest share of rows that may be removed. */
  suppression: number
}

export type Node = readonly number[]
export type Judged = {
  node: Node
  classes: number
  smallest: number
  removed: number
  loss: number
  /** Average over the kept rows of one over the size of the class: how sure a link is. */
  risk: number
}

/** More combinations than this are not tried; the caller fixes a column at its coarsest level first. */
export const latticeLimit = 2000

/** levels: for each quasi-identifier from the leaf to the total, which is one node for everybody. */
export function listNodes(levels: readonly (readonly Level[])[]): Node[] {
  const all = levels.reduce<number[][]>(
    (nodes, own) => nodes.flatMap((node) => own.map((_, i) => [...node, i])),
    [[]],
  )
  if (all.length > latticeLimit) throw new Error('too many combinations of levels')
  return all
}

const shown = (row: Row, levels: readonly (readonly Level[])[], node: Node): string[] =>
  row.quasi.map((leaf, i) => levels[i]?.[node[i] ?? 0]?.nodeOf.get(leaf) ?? leaf)

export function toClasses(
  rows: readonly Row[],
  levels: readonly (readonly Level[])[],
  node: Node,
): Map<string, Row[]> {
  const classes = new Map<string, Row[]>()
  for (const row of rows) {
    const key = shown(row, levels, node).join('|')
    const own = classes.get(key)
    if (own) own.push(row)
    else classes.set(key, [row])
  }
  return classes
}

function countValues(rows: readonly Row[], at: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = row.sensitive[at] ?? ''
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** Half the sum of the differences of shares: the work of turning one distribution into the other, all values equally far. */
export function distance(own: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>): number {
  const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)
  const [mine, everybody] = [sum(own), sum(all)]
  const values = new Set([...own.keys(), ...all.keys()])
  return (
    [...values].reduce(
      (work, value) => work + Math.abs((own.get(value) ?? 0) / mine - (all.get(value) ?? 0) / everybody),
      0,
    ) / 2
  )
}

/** The same for values in an order, a step between neighbours costing one part of the whole way. */
export function orderedDistance(
  own: readonly number[],
  all: readonly number[],
  values: readonly number[],
): number {
  let carried = 0
  const work = values.slice(0, -1).reduce((sum, value) => {
    const share = (list: readonly number[]): number =>
      list.filter((one) => one === value).length / list.length
    carried += share(own) - share(all)
    return sum + Math.abs(carried)
  }, 0)
  return work / (values.length - 1)
}

function isKept(
  rows: readonly Row[],
  model: Model,
  everybody: readonly ReadonlyMap<string, number>[],
): boolean {
  if (rows.length < model.k) return false
  return everybody.every((all, at) => {
    const counts = countValues(rows, at)
    const largest = Math.max(...counts.values())
    return (
      counts.size >= Math.min(model.distinct, all.size) &&
      largest <= model.maxShare * rows.length &&
      distance(counts, all) <= model.t
    )
  })
}

/** What one combination of levels gives; rows of classes that fail are counted as removed. */
export function judge(
  rows: readonly Row[],
  levels: readonly (readonly Level[])[],
  node: Node,
  model: Model,
): Judged & { kept: readonly Row[] } {
  const sensitive = rows[0]?.sensitive ?? []
  const everybody = sensitive.map((_, at) => countValues(rows, at))
  const classes = [...toClasses(rows, levels, node).values()]
  const good = classes.filter((own) => isKept(own, model, everybody))
  const kept = good.flat()
  const removed = rows.length - kept.length
  const cells = levels.map((own, i) => {
    const level = own[node[i] ?? 0]
    const sizes = new Map<string, number>()
    for (const shownAs of level?.nodeOf.values() ?? []) sizes.set(shownAs, (sizes.get(shownAs) ?? 0) + 1)
    const leaves = level?.nodeOf.size ?? 1
    return (row: Row): number => {
      const size = sizes.get(level?.nodeOf.get(row.quasi[i] ?? '') ?? '') ?? 1
      return leaves < 2 ? 0 : (size - 1) / (leaves - 1)
    }
  })
  const lost = kept.reduce(
    (sum, row) => sum + cells.reduce((s, of) => s + of(row), 0) / cells.length,
    removed,
  )
  return {
    node,
    kept,
    classes: good.length,
    smallest: good.length === 0 ? 0 : Math.min(...good.map((own) => own.length)),
    removed,
    loss: lost / rows.length,
    risk: kept.length === 0 ? 0 : good.length / kept.length,
  }
}

/** The combination that loses least; of equals the one that removes fewer rows. Null when none is allowed. */
export function findBest(
  rows: readonly Row[],
  levels: readonly (readonly Level[])[],
  model: Model,
): (Judged & { kept: readonly Row[] }) | null {
  const allowed = listNodes(levels)
    .map((node) => judge(rows, levels, node, model))
    .filter((one) => one.kept.length > 0 && one.removed <= model.suppression * rows.length)
  return allowed.sort((a, b) => a.loss - b.loss || a.removed - b.removed)[0] ?? null
}

/** Share of the rows of each value that was removed: whoever loses a fifth of one origin must say so. */
export function removedShares(
  rows: readonly Row[],
  kept: readonly Row[],
  originOf: (row: Row) => string,
): Map<string, number> {
  const count = (list: readonly Row[], value: string): number =>
    list.filter((row) => originOf(row) === value).length
  const values = new Set(rows.map(originOf))
  return new Map([...values].map((value) => [value, 1 - count(kept, value) / count(rows, value)]))
}
