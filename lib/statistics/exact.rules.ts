/**
 * Exact numbers in a closed set of linked tables: all of a plan are protected together, once, and nothing is added to it later.
 * Cells are numbers of people; everyone stands in one node of each dimension, so that parts make up their totals.
 */
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { type Hierarchy, isResidual, total } from './hierarchy.rules'
import { contributionCap, type Dimension } from './measure.rules'
import type { FrozenPerson } from './rows.rules'
import { type StatedTable, toSystem } from './statement.rules'
import type { Exact, Line } from './suppress.rules'

export const exactPlans = vocabulary('statistics.exact-plans', ['centre', 'origin'])
export type ExactPlan = CodeOf<typeof exactPlans>

/** Smallest number that is printed, and how far the possible values of a withheld one lie apart at least. */
export const exactLeast = 11
export const exactWidth = 6
/** One word for whatever is withheld, so that no one can tell why. */
export const exactToken = 'x'
/** Columns of numbers in the file. */
export const exactColumns = [{ header: 'value', hxl: '#affected+num' }] as const
/** Of fewer printed numbers no one has any use, and a coarser question is better. */
export const exactShare = 0.4

type Axis = { dimension: Dimension; level: string }
/** Tables of each plan, by the level at which each dimension is shown. */
export const planTables: Readonly<Record<ExactPlan, readonly (readonly Axis[])[]>> = {
  centre: [
    [
      { dimension: 'centre', level: 'centre' },
      { dimension: 'age', level: 'majority' },
    ],
    [{ dimension: 'age', level: 'group' }],
  ],
  origin: [
    [
      { dimension: 'nationality', level: 'continent' },
      { dimension: 'age', level: 'majority' },
    ],
    [{ dimension: 'nationality', level: 'region' }],
  ],
}
/** In the order in which people carry their leaves. */
export const exactDimensions = ['centre', 'nationality', 'age'] as const satisfies readonly Dimension[]

const places: readonly Dimension[] = exactDimensions

export type PlannedCell = { nodes: readonly string[]; value: number }
export type PlannedTable = {
  axes: readonly (Axis & { nodeOf: ReadonlyMap<string, string> })[]
  cells: readonly PlannedCell[]
}

/** True counts of every cell of a plan, margins too. */
export function countPlan(
  plan: ExactPlan,
  people: readonly FrozenPerson[],
  hierarchies: ReadonlyMap<Dimension, Hierarchy>,
): readonly PlannedTable[] {
  return planTables[plan].map((asked) => {
    const axes = asked.map((axis) => ({
      ...axis,
      nodeOf:
        hierarchies.get(axis.dimension)?.levels.find(({ id }) => id === axis.level)?.nodeOf ??
        new Map<string, string>(),
    }))
    const cells = axes
      .reduce<string[][]>(
        (all, { nodeOf }) =>
          all.flatMap((one) => [...new Set(nodeOf.values()), total].map((node) => [...one, node])),
        [[]],
      )
      .map((nodes) => ({
        nodes,
        value: people.filter(({ leaves }) =>
          axes.every(({ dimension, nodeOf }, i) => {
            const leaf = leaves[places.indexOf(dimension)] ?? ''
            return nodes[i] === total || nodeOf.get(leaf) === nodes[i]
          }),
        ).length,
      }))
    return { axes, cells }
  })
}

/** As it is stated to a reader: exact where it is printed, anything where it is not. */
export const toStatedPlan = (
  { axes, cells }: PlannedTable,
  isHidden: (cell: PlannedCell) => boolean,
): StatedTable => ({
  axes: axes.map(({ dimension, nodeOf }) => ({ dimension, multiple: false, nodeOf })),
  isExact: true,
  cells: cells.map((cell) => {
    const { nodes, value } = cell
    return isHidden(cell)
      ? { nodes, lower: 0, upper: Number.POSITIVE_INFINITY, width: exactWidth }
      : { nodes, lower: value, upper: value, width: 0 }
  }),
})

export type LinkedPlan = { exact: Exact; lines: readonly Line[]; placeOf: ReadonlyMap<PlannedCell, number> }

/** That no one is left over says nothing of anyone: nought is withheld only where it stands for an answer. */
const isSmall = ({ nodes, value }: PlannedCell): boolean =>
  value < exactLeast && !(value === 0 && nodes.some(isResidual))

/** The tables as one list of cells: a margin that stands in two of them is one cell, withheld in both or in none. */
export function linkPlan(tables: readonly PlannedTable[]): LinkedPlan {
  const system = toSystem(
    tables.map((table) => toStatedPlan(table, () => false)),
    contributionCap,
  )
  const cells: Exact['cells'][number][] = []
  const known = new Map<string, number>()
  const placeOf = new Map<PlannedCell, number>()
  const all = tables.flatMap((table) => table.cells)
  for (const [i, cell] of all.entries()) {
    const plus = system.statements[i]?.plus ?? []
    const name = [...plus].sort((a, b) => a - b).join(',')
    const place = known.get(name) ?? cells.length
    if (place === cells.length) {
      known.set(name, place)
      cells.push({ plus, value: cell.value, isPrimary: isSmall(cell) })
    }
    placeOf.set(cell, place)
  }
  return {
    exact: { columns: system.columns, cells },
    lines: tables.flatMap((table) => linesOf(table, placeOf)),
    placeOf,
  }
}

const linesOf = ({ axes, cells }: PlannedTable, placeOf: ReadonlyMap<PlannedCell, number>): Line[] =>
  axes.flatMap((_, at) =>
    cells
      .filter(({ nodes }) => nodes[at] === total)
      .map((whole) => ({
        whole: placeOf.get(whole) ?? 0,
        parts: cells
          .filter(
            ({ nodes }) =>
              nodes[at] !== total && nodes.every((node, i) => i === at || node === whole.nodes[i]),
          )
          .map((part) => placeOf.get(part) ?? 0),
      })),
  )

/** What both admins read: which numbers would be printed, and none of them. They come with the file, when two have agreed. */
export type ExactFacts = {
  plan: ExactPlan
  printed: number
  withheld: number
  tables: readonly {
    axes: readonly { dimension: Dimension; level: string }[]
    cells: readonly { nodes: readonly string[]; isPrinted: boolean }[]
  }[]
}
