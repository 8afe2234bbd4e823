/**
 * Rows of single people for a partner: every combination of levels is tried (the lattice), and the one that loses least
 * among those that keep everyone in a class of k is taken. A removed row is removed, never starred: "*" matches nothing.
 */
import { classify, countValues, type Lattice, type Node, type Row, toLattice } from './class.rules'
import type { Level } from './hierarchy.rules'

export type Model = {
  k: number
  /** Different values of each sensitive column in a class. */
  distinct: number
  maxShare: number
  /** Largest distance between the values of a class and of everyone; equal-distance earth mover's distance. */
  t: number
  /** Largest share of rows that may be removed. */
  suppression: number
}

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

/** levels: for each quasi-identifier from the leaf to the total, which is one node for everyone. */
export function listNodes(levels: readonly (readonly Level[])[], limit = latticeLimit): Node[] {
  const all = levels.reduce<number[][]>(
    (nodes, own) => nodes.flatMap((node) => own.map((_, i) => [...node, i])),
    [[]],
  )
  if (all.length > limit) throw new Error('too many combinations of levels')
  return all
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
  const lattice = toLattice(rows, levels)
  return judgeNode(lattice, node, model, rows.length) ?? { node, kept: [], ...nothing(rows.length) }
}

const nothing = (removed: number) => ({ classes: 0, smallest: 0, removed, loss: 1, risk: 0 })

/** Null when more rows would have to be removed than that, or all. */
function judgeNode(
  lattice: Lattice,
  node: Node,
  model: Model,
  mostRemoved: number,
): (Judged & { kept: readonly Row[] }) | null {
  const { rows, everybody, columns } = lattice
  const { classOf, sizes } = classify(lattice, node)
  // Too small is too small whatever else is asked: most combinations end here.
  if (sizes.reduce((sum, size) => (size < model.k ? sum + size : sum), 0) > mostRemoved) return null
  const members: Row[][] = sizes.map(() => [])
  if (everybody.length > 0) for (const [i, row] of rows.entries()) members[classOf[i] ?? 0]?.push(row)
  const isGood = sizes.map(
    (size, own) =>
      size >= model.k && (everybody.length === 0 || isKept(members[own] ?? [], model, everybody)),
  )
  const good = sizes.filter((_, own) => isGood[own])
  const left = good.reduce((sum, size) => sum + size, 0)
  const removed = rows.length - left
  if (removed > mostRemoved || left === 0) return null
  let lost = removed
  for (const [i, { leafOf, levels }] of columns.entries()) {
    const grain = levels[node[i] ?? 0]
    for (let row = 0; row < rows.length; row++)
      if (isGood[classOf[row] ?? 0])
        lost += (grain?.lost[grain.nodeOf[leafOf[row] ?? 0] ?? 0] ?? 0) / columns.length
  }
  return {
    node,
    kept: rows.filter((_, row) => isGood[classOf[row] ?? 0]),
    classes: good.length,
    smallest: Math.min(...good),
    removed,
    loss: lost / rows.length,
    risk: good.length / left,
  }
}

export type Best = Judged & { kept: readonly Row[]; allowed: number }

/**
 * The combination that loses least; of equals the one that removes fewer rows, then the first of the list. `allowed`: how many
 * could have been taken. Null when none is allowed.
 */
export function findBest(
  rows: readonly Row[],
  levels: readonly (readonly Level[])[],
  model: Model,
  limit = latticeLimit,
): Best | null {
  const search = searchBest(rows, levels, model, limit)
  for (;;) {
    const { done, value } = search.next()
    if (done) return value
  }
}

/** The same, one combination at a time: anyone who has others to serve lets them in between. */
export function* searchBest(
  rows: readonly Row[],
  levels: readonly (readonly Level[])[],
  model: Model,
  limit = latticeLimit,
): Generator<null, Best | null, undefined> {
  const lattice = toLattice(rows, levels)
  let best: (Judged & { kept: readonly Row[] }) | null = null
  let allowed = 0
  for (const node of listNodes(levels, limit)) {
    yield null
    const one = judgeNode(lattice, node, model, model.suppression * rows.length)
    if (one === null) continue
    allowed += 1
    const isBetter =
      best === null || one.loss < best.loss || (one.loss === best.loss && one.removed < best.removed)
    if (isBetter) best = one
  }
  return best === null ? null : { ...best, allowed }
}

/** Share of the rows of each value that was removed: anyone who loses a fifth of one origin must say so. */
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
