/** From a published file back to statements: what the auditor knows is what a reader of the file knows. */
import type { Flag, Policy } from './disclosure.rules'
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

/** A printed number only has to stay unsure; a withheld one is owed the width of its profile. */
export const toStated = (published: Published, policy: Pick<Policy, 'width'>): StatedTable => ({
  axes: published.axes.map(({ dimension, groups }) => ({
    dimension,
    multiple: isMultiple(dimension),
    nodeOf: new Map(
      Object.entries(groups).flatMap(([node, leaves]) =>
        leaves.map((leaf): [string, string] => [leaf, node]),
      ),
    ),
  })),
  cells: published.cells.map(({ nodes, flag, lower, upper }) => ({
    nodes,
    lower,
    upper,
    width: flag === 'rounded' ? 1 : policy.width,
  })),
})
