import { type ReleaseFile, toCsvFile } from './csv.rules'
import type { ProtectedPlan } from './exact.data'
import { exactLeast, exactWidth } from './exact.rules'
import { hxlOf, type LabelOf } from './file.rules'
import { total } from './hierarchy.rules'
import type { Dimension } from './measure.rules'
import { toExactNote } from './method-note'
import { hashOf, type Packed, pack } from './pack'
import { canonicalJson, engineVersion } from './release.rules'
import { groupsOf } from './stated.rules'
import type { SnapshotRow } from './statistic.data'

/** One word for whatever is withheld, so that nobody can tell why. */
const withheld = 'x'

/** Everything that leaves for one plan of exact tables, with the certificate that proves what is withheld. */
export async function toExactPackage(
  { tables, printed, certificate, with: before }: ProtectedPlan,
  about: {
    releaseId: string
    spec: { readonly [key: string]: string | null | readonly string[] }
    snapshot: SnapshotRow
  },
  labelOf: LabelOf,
): Promise<Packed> {
  const { releaseId, spec, snapshot } = about
  const dimensions = [...new Set(tables.flatMap(({ axes }) => axes.map(({ dimension }) => dimension)))]
  const file = toExactFile({ tables, printed }, dimensions, about)
  const dictionary = toNodeRows(tables, labelOf)
  const csv = toCsvFile(file)
  const json = `${canonicalJson({
    release: {
      id: releaseId,
      engine: engineVersion,
      spec: { ...spec },
      period: { start: snapshot.start, end: snapshot.end, frozenOn: snapshot.frozenOn },
      least: exactLeast,
      width: exactWidth,
    },
    // What stands behind each node, in the order of the statements of the certificate.
    tables: tables.map(({ axes }, at) => ({
      axes: axes.map(({ dimension, level, nodeOf }) => ({ dimension, level, groups: groupsOf(nodeOf) })),
      cells: (printed[at] ?? []).map(({ nodes, value }) => ({ nodes: [...nodes], value })),
    })),
  })}\n`
  return pack({
    csv,
    json,
    data: file,
    dictionary,
    certificate: JSON.stringify({
      release: releaseId,
      engine: engineVersion,
      width: exactWidth,
      dataSha256: hashOf(json),
      with: before,
      ...certificate,
    }),
    noteIn: (language) =>
      toExactNote(language, {
        releaseId,
        period: `${snapshot.start} – ${snapshot.end}`,
        frozenOn: snapshot.frozenOn,
        leftOut: snapshot.leftOut,
        least: exactLeast,
        width: exactWidth,
      }),
  })
}

const toExactFile = (
  { tables, printed }: Pick<ProtectedPlan, 'tables' | 'printed'>,
  dimensions: readonly Dimension[],
  { releaseId, snapshot }: { releaseId: string; snapshot: SnapshotRow },
): ReleaseFile => ({
  columns: [
    { header: 'table', hxl: '#meta+table' },
    { header: 'period_start', hxl: '#date+start' },
    { header: 'period_end', hxl: '#date+end' },
    ...dimensions.map((dimension) => ({ header: dimension, hxl: `${hxlOf[dimension] ?? '#meta'}+code` })),
    { header: 'value', hxl: '#affected+num' },
    { header: 'release_id', hxl: '#meta+release_id' },
  ],
  rows: tables.flatMap(({ axes }, at) =>
    (printed[at] ?? []).map(({ nodes, value }) => [
      at + 1,
      snapshot.start,
      snapshot.end,
      ...dimensions.map((one) => nodes[axes.findIndex(({ dimension }) => dimension === one)] ?? total),
      value ?? withheld,
      releaseId,
    ]),
  ),
})

/** A line of the dictionary for each node that stands in the tables. */
export const toNodeRows = (
  tables: readonly { axes: readonly { dimension: Dimension; nodeOf: ReadonlyMap<string, string> }[] }[],
  labelOf: LabelOf,
): (readonly string[])[] => {
  const rows = new Map<string, readonly string[]>()
  for (const { axes } of tables)
    for (const { dimension, nodeOf } of axes)
      for (const [node, leaves] of Object.entries(groupsOf(nodeOf)))
        rows.set(`${dimension}|${node}`, [dimension, node, labelOf(dimension, node), leaves.join(' ')])
  return [...rows.values()]
}
