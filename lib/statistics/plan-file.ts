import type { FileColumn, ReleaseFile } from './csv.rules'
import { hxlOf, type LabelOf } from './file.rules'
import { total } from './hierarchy.rules'
import type { Dimension } from './measure.rules'
import type { Signer } from './signature'
import { groupsOf } from './stated.rules'
import type { SnapshotRow } from './statistic.data'

type PlanTable = {
  readonly axes: readonly { dimension: Dimension; nodeOf: ReadonlyMap<string, string> }[]
  /** Numbers as the file shows them, in the order of its columns. */
  readonly cells: readonly { nodes: readonly string[]; numbers: readonly (string | number)[] }[]
}

/** What the file of a plan says of its release. */
export type About = {
  releaseId: string
  spec: { readonly [key: string]: string | null | readonly string[] }
  snapshot: SnapshotRow
  signer: Signer
}

/** The tables of a plan in one file: a line for each cell, and the total where a table does not know a dimension. */
export function toPlanFile(
  tables: readonly PlanTable[],
  numbers: readonly FileColumn[],
  { releaseId, snapshot }: { releaseId: string; snapshot: Pick<SnapshotRow, 'start' | 'end'> },
): ReleaseFile {
  const dimensions = [...new Set(tables.flatMap(({ axes }) => axes.map(({ dimension }) => dimension)))]
  return {
    columns: [
      { header: 'table', hxl: '#meta+table' },
      { header: 'period_start', hxl: '#date+start' },
      { header: 'period_end', hxl: '#date+end' },
      ...dimensions.map((dimension) => ({ header: dimension, hxl: `${hxlOf[dimension]}+code` })),
      ...numbers,
      { header: 'release_id', hxl: '#meta+release_id' },
    ],
    rows: tables.flatMap(({ axes, cells }, at) =>
      cells.map((cell) => [
        at + 1,
        snapshot.start,
        snapshot.end,
        ...dimensions.map((one) => cell.nodes[axes.findIndex(({ dimension }) => dimension === one)] ?? total),
        ...cell.numbers,
        releaseId,
      ]),
    ),
  }
}

/** A line of the dictionary for each node that stands in the tables. */
export const toNodeRows = (
  tables: readonly Pick<PlanTable, 'axes'>[],
  labelOf: LabelOf,
): (readonly string[])[] => {
  const rows = new Map<string, readonly string[]>()
  for (const { axes } of tables)
    for (const { dimension, nodeOf } of axes)
      for (const [node, leaves] of Object.entries(groupsOf(nodeOf)))
        rows.set(`${dimension}|${node}`, [dimension, node, labelOf(dimension, node), leaves.join(' ')])
  return [...rows.values()]
}
