import { toCsvFile } from './csv.rules'
import type { LabelOf } from './file.rules'
import { toNoiseNote } from './method-note'
import type { ProtectedNoise } from './noise.data'
import { noiseColumns, toPromise } from './noise-file.rules'
import { hashOf, type Packed, pack } from './pack'
import { type About, toNodeRows, toPlanFile } from './plan-file'
import { canonicalJson, engineVersion } from './release.rules'
import { groupsOf } from './stated.rules'

/** Everything that leaves for one plan of noisy tables; the certificate states the promise in numbers. */
export async function toNoisePackage(
  { facts, tables }: ProtectedNoise,
  about: About,
  labelOf: LabelOf,
): Promise<Packed> {
  const { releaseId, spec, snapshot, signer } = about
  const plan = facts.noise
  const file = toPlanFile(
    tables.map(({ axes, cells }) => ({
      axes,
      cells: cells.map(({ nodes, value, lower, upper }) => ({ nodes, numbers: [value, lower, upper] })),
    })),
    noiseColumns,
    about,
  )
  const csv = toCsvFile(file)
  const promise = toPromise(plan)
  const json = `${canonicalJson({
    release: {
      id: releaseId,
      engine: engineVersion,
      spec: { ...spec },
      period: { start: snapshot.start, end: snapshot.end, frozenOn: snapshot.frozenOn },
      noise: promise,
    },
    tables: tables.map(({ axes, cells }) => ({
      axes: axes.map(({ dimension, level, nodeOf }) => ({ dimension, level, groups: groupsOf(nodeOf) })),
      cells: cells.map(({ nodes, ...numbers }) => ({ nodes: [...nodes], ...numbers })),
    })),
  })}\n`
  return pack({
    kind: 'noise',
    releaseId,
    signer,
    csv,
    json,
    data: file,
    dictionary: toNodeRows(tables, labelOf),
    certificate: canonicalJson({
      release: releaseId,
      engine: engineVersion,
      dataSha256: hashOf(json),
      promise,
    }),
    noteIn: (language, key) =>
      toNoiseNote(language, {
        key,
        releaseId,
        period: `${snapshot.start} – ${snapshot.end}`,
        frozenOn: snapshot.frozenOn,
        leftOut: snapshot.leftOut,
        plan,
      }),
  })
}
