import { toCsvFile } from './csv.rules'
import type { ProtectedPlan } from './exact.data'
import { exactColumns, exactLeast, exactToken, exactWidth } from './exact.rules'
import type { LabelOf } from './file.rules'
import { toExactNote } from './method-note'
import { hashOf, type Packed, pack } from './pack'
import { type About, toNodeRows, toPlanFile } from './plan-file'
import { canonicalJson, engineVersion } from './release.rules'
import { groupsOf } from './stated.rules'

/** Everything that leaves for one plan of exact tables, with the certificate that proves what is withheld. */
export async function toExactPackage(
  { tables, printed, certificate }: ProtectedPlan,
  about: About,
  labelOf: LabelOf,
): Promise<Packed> {
  const { releaseId, spec, snapshot, signer } = about
  const file = toPlanFile(
    tables.map(({ axes }, at) => ({
      axes,
      cells: (printed[at] ?? []).map(({ nodes, value }) => ({ nodes, numbers: [value ?? exactToken] })),
    })),
    exactColumns,
    about,
  )
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
    kind: 'exact',
    releaseId,
    signer,
    csv,
    json,
    data: file,
    dictionary,
    certificate: JSON.stringify({
      release: releaseId,
      engine: engineVersion,
      width: exactWidth,
      dataSha256: hashOf(json),
      ...certificate,
    }),
    noteIn: (language, key) =>
      toExactNote(language, {
        key,
        releaseId,
        period: `${snapshot.start} – ${snapshot.end}`,
        frozenOn: snapshot.frozenOn,
        leftOut: snapshot.leftOut,
        least: exactLeast,
        width: exactWidth,
      }),
  })
}
