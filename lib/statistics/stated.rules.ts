/** From a published file back to statements: what the auditor knows is what a reader of the file knows. */
import type { Flag, Policy } from './disclosure.rules'
import { total } from './hierarchy.rules'
import { type Dimension, isMultiple } from './measure.rules'
import type { StatedTable } from './statement.rules'
import type { ProtectedTable } from './table.rules'

/** Which leaves each node of an axis gathers, as it stands in the JSON file. */
export type PublishedAxis = {
  dimension: Dimension
  level: string
  groups: Readonly<Record<string, readonly string[]>>
}
export type PublishedCell = { nodes: readonly string[]; flag: Flag; lower: number; upper: number }
export type Published = { axes: readonly PublishedAxis[]; cells: readonly PublishedCell[] }

export const groupsOf = (nodeOf: ReadonlyMap<string, string>): Record<string, string[]> => {
  const groups: Record<string, string[]> = {}
  for (const [leaf, node] of [...nodeOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = groups[node] ?? []
    own.push(leaf)
    groups[node] = own
  }
  return groups
}

export const toPublished = (table: ProtectedTable): Published => ({
  axes: table.axes.map((axis) => ({
    dimension: axis.dimension,
    level: axis.level,
    groups: Object.fromEntries(
      axis.nodes.map((node) => [
        node,
        [...axis.nodeOf].flatMap(([leaf, own]) => (own === node ? leaf : [])).sort(),
      ]),
    ),
  })),
  cells: table.cells.map(({ nodes, flag, lower, upper }) => ({ nodes, flag, lower, upper })),
})

const toStatedAxes = (axes: readonly Pick<PublishedAxis, 'dimension' | 'groups'>[]): StatedTable['axes'] =>
  axes.map(({ dimension, groups }) => ({
    dimension,
    multiple: isMultiple(dimension),
    nodeOf: new Map(
      Object.entries(groups).flatMap(([node, leaves]) =>
        leaves.map((leaf): [string, string] => [leaf, node]),
      ),
    ),
  }))

/**
 * A printed number only has to stay unsure; a withheld one is owed the width of its profile. least: how many people there are at least,
 * or no such table would have left (size.rules).
 */
export const toStated = (
  published: Published,
  policy: Pick<Policy, 'width'>,
  least: number = 0,
): StatedTable => ({
  axes: toStatedAxes(published.axes),
  cells: published.cells.map(({ nodes, flag, lower, upper }) => ({
    nodes,
    lower: nodes.every((node) => node === total) ? Math.max(lower, least) : lower,
    upper,
    width: flag === 'rounded' ? 1 : policy.width,
  })),
})

/** Below this many, how many people were left out of a file of rows is not said. */
const unsaid = 19
/** A named number is at most so many short of the true one: the base of the coin less one. */
const rounding = 9

/**
 * What a file of rows says about tables of the same people: a group has as many as the file shows, and at most so many more as
 * were left out of it. Nothing in it is owed any width: the file keeps its own promise (rows.rules).
 */
export function toStatedRows(
  columns: readonly Pick<PublishedAxis, 'dimension' | 'groups'>[],
  printed: readonly (readonly string[])[],
  { isSample, removed }: { isSample: boolean; removed: number },
): StatedTable {
  // A column in which everyone is alike says nothing, and would be counted with the total a second time.
  const isTold = columns.map(({ groups }) => !Object.hasOwn(groups, total))
  const axes = columns.filter((_, i) => isTold[i])
  const rows = printed.map((row) => row.filter((_, i) => isTold[i]))
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1)
  const more = isSample ? Number.POSITIVE_INFINITY : Math.max(unsaid, removed + rounding)
  const nodes = axes.reduce<string[][]>(
    (all, { groups }) => all.flatMap((one) => Object.keys(groups).map((node) => [...one, node])),
    [[]],
  )
  return {
    axes: toStatedAxes(axes),
    cells: nodes.map((own) => {
      const lower = counts.get(JSON.stringify(own)) ?? 0
      return { nodes: own, lower, upper: lower + more, width: 0 }
    }),
  }
}

/**
 * The same for anyone who knows the method too: of a file that is no sample, groups leave whole or not at all, so that a group with
 * rows has just as many people.
 */
export function toStatedClasses(
  columns: readonly Pick<PublishedAxis, 'dimension' | 'groups'>[],
  printed: readonly (readonly string[])[],
  about: { isSample: boolean; removed: number },
): StatedTable {
  const { axes, cells } = toStatedRows(columns, printed, about)
  const isWhole = (lower: number): boolean => lower > 0 && !about.isSample
  return {
    axes,
    cells: cells.map((cell) => (isWhole(cell.lower) ? { ...cell, upper: cell.lower } : cell)),
  }
}

/** What a plan of exact tables says: the number itself, or nothing. */
export const toStatedExact = (
  axes: readonly Pick<PublishedAxis, 'dimension' | 'groups'>[],
  cells: readonly { nodes: readonly string[]; value: number | null }[],
  width: number,
): StatedTable => ({
  axes: toStatedAxes(axes),
  isExact: true,
  cells: cells.map(({ nodes, value }) =>
    value === null
      ? { nodes, lower: 0, upper: Number.POSITIVE_INFINITY, width }
      : { nodes, lower: value, upper: value, width: 0 },
  ),
})
