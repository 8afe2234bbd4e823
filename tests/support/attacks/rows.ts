import { type Row, toClasses } from '@/lib/statistics/class.rules'
import { roundRandomly } from '@/lib/statistics/disclosure.rules'
import { hierarchyOf } from '@/lib/statistics/hierarchy.rules'
import { findBest, type Model } from '@/lib/statistics/lattice.rules'
import { toUniform } from '@/lib/statistics/snapshot-key'
import { withSolver } from '@/lib/statistics/solver'
import { type GivenRecord, givenDomains } from '../given/population'
import { asked, cellOf, countAll, grains, leavesOf, levels } from './cube'

/**
 * Someone with a register of everyone, who knows all columns that are shown, looks for each person among the rows.
 * Chances of a right link, of the one who is found at all.
 */
export function linkRows(
  records: readonly GivenRecord[],
  k: number,
): { most: number; mean: number; kept: number } {
  const people = records.filter((one) => one.unit === 'person')
  const worried = new Set(records.flatMap((one) => (one.unit === 'signal' ? one.person : [])))
  const rows = people.map(
    (one): Row => ({ quasi: leavesOf(one), sensitive: [worried.has(one.person) ? 'yes' : 'no'] }),
  )
  const chains = asked.map((one) => {
    const own = hierarchyOf(one, givenDomains).levels
    const leaves = [...(own[0]?.nodeOf.keys() ?? [])]
    return [...own, { id: 'total', nodeOf: new Map(leaves.map((leaf) => [leaf, '*'])) }]
  })
  const model: Model = { k, distinct: 2, maxShare: 0.8, t: 0.3, suppression: 0.05 }
  const best = findBest(rows, chains, model)
  if (best === null) return { most: 0, mean: 0, kept: 0 }
  const classes = toClasses(best.kept, chains, best.node)
  return {
    most: Math.max(...classes.map((own) => 1 / own.length)),
    mean: classes.length / best.kept.length,
    kept: best.kept.length / rows.length,
  }
}

/** Leaf cells of a coarse cube that are rebuilt exactly, from everything released and from the printed margins alone. */
export async function rebuild(
  records: readonly GivenRecord[],
): Promise<{ right: number; prior: number; cells: number }> {
  const u = toUniform(new Uint8Array(32).fill(12))
  // Centre, continent and majority: the table of five hundred people that could be asked for whole.
  const finest = levels.map((own) => own.length - 1)
  const coarse = grains.filter((grain) => grain.every((own, i) => own >= (finest[i] ?? 0)))
  const cube = countAll(records.filter((one) => one.unit === 'person'))
  const lists = levels.map((own) => [...(own.at(-1)?.nodeOf ?? [])])
  const nodes = lists.map((own) => [...new Map(own.map(([leaf, node]) => [node, leaf])).values()])
  const cells = nodes.reduce<string[][]>(
    (all, leaves) => all.flatMap((one) => leaves.map((leaf) => [...one, leaf])),
    [[]],
  )
  const statements = new Map<string, { columns: number[]; lower: number; upper: number }>()
  for (const [column, leaves] of cells.entries())
    for (const grain of coarse) {
      const name = cellOf(grain, leaves)
      const { n, key } = cube.get(name) ?? { n: 0, key: 0 }
      const v = roundRandomly(n, 10, u(key))
      const own = statements.get(name) ?? {
        columns: [],
        lower: v >= 20 ? v - 9 : 0,
        upper: v >= 20 ? v + 9 : 19,
      }
      own.columns.push(column)
      statements.set(name, own)
    }
  const middle = (name: string): number => {
    const own = statements.get(name)
    return own && own.lower > 0 ? (own.lower + own.upper) / 2 : 8
  }
  const everybody = middle(
    cellOf(
      levels.map((own) => own.length),
      [],
    ),
  )
  const prior = cells.map((leaves) =>
    leaves.reduce(
      (product, _, i) =>
        (product *
          middle(
            cellOf(
              levels.map((own, at) => (at === i ? (finest[i] ?? 0) : own.length)),
              leaves,
            ),
          )) /
        everybody,
      everybody,
    ),
  )
  const truth = cells.map((leaves) => cube.get(cellOf(finest, leaves))?.n ?? 0)
  const found = await findNearest(cells.length, [...statements.values()], prior.map(Math.floor))
  const share = (guesses: ArrayLike<number>): number =>
    truth.filter((n, i) => n === Math.round(guesses[i] ?? -1)).length / truth.length
  return {
    right: found === null ? 0 : share(found),
    prior: share(prior.map(Math.floor)),
    cells: cells.length,
  }
}

/** The whole numbers nearest to the prior under which every statement holds. */
function findNearest(
  columns: number,
  statements: readonly { columns: readonly number[]; lower: number; upper: number }[],
  prior: readonly number[],
): Promise<Float64Array | null> {
  // Each number, and how far it lies above and below what was expected.
  const rows = [
    ...statements.map((one) => ({ indices: [...one.columns], values: one.columns.map(() => 1), ...one })),
    ...prior.map((value, i) => ({
      indices: [i, columns + i, 2 * columns + i],
      values: [1, -1, 1],
      lower: value,
      upper: value,
    })),
  ]
  const starts = [0]
  for (const { indices } of rows) starts.push((starts.at(-1) ?? 0) + indices.length)
  const cost = new Float64Array(3 * columns)
  cost.fill(1, columns)
  return withSolver(
    {
      columns: 3 * columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => row.indices)),
      values: Float64Array.from(rows.flatMap((row) => row.values)),
      lower: Float64Array.from(rows, (row) => row.lower),
      upper: Float64Array.from(rows, (row) => row.upper),
      columnUpper: new Float64Array(3 * columns).fill(100_000),
    },
    async (minimise) => (await minimise(cost, true)) ?? minimise(cost, false),
  )
}
