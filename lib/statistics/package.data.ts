import { type Policy, policyOf } from './disclosure.rules'
import { type LabelOf, type ReleaseFacts, toFiles, toReleaseFile } from './file.rules'
import type { Proof } from './gate.data'
import { total } from './hierarchy.rules'
import { type NoteFacts, toNote } from './method-note'
import { hashOf, type Packed, pack } from './pack'
import { engineVersion } from './release.rules'
import type { Signer } from './signature'
import { toPublished } from './stated.rules'
import type { ProtectedTable } from './table.rules'

/** Everything that leaves for one release, from the same rows: the same release gives the same bytes. */
export async function toPackage(
  table: ProtectedTable,
  facts: ReleaseFacts & { leftOut: number; certificate: Proof },
  words: { labelOf: LabelOf; method: readonly string[] },
  signer: Signer,
): Promise<Packed> {
  const { csv, json } = toFiles(table, facts, words.labelOf, words.method)
  const policy = policyOf(facts.spec.profile)
  const dictionary = dictionaryRows(table, words.labelOf)
  const data = toReleaseFile(table, facts, words.labelOf)
  return pack({
    kind: 'table',
    releaseId: facts.releaseId,
    signer,
    csv,
    json,
    data,
    dictionary,
    sheets: [{ name: 'Method', head: ['method'], rows: words.method.map((sentence) => [sentence]) }],
    certificate: JSON.stringify({
      release: facts.releaseId,
      engine: engineVersion,
      width: policy.width,
      dataSha256: hashOf(json),
      ...facts.certificate,
    }),
    noteIn: (language, key) => toNote(language, { ...noteFacts(facts, policy), key }),
  })
}

const noteFacts = (facts: ReleaseFacts & { leftOut: number }, policy: Policy): Omit<NoteFacts, 'key'> => ({
  releaseId: facts.releaseId,
  period: `${facts.periodStart} – ${facts.periodEnd}`,
  frozenOn: facts.frozenOn,
  leftOut: facts.leftOut,
  policy,
})

const dictionaryRows = (table: ProtectedTable, labelOf: LabelOf): (readonly string[])[] =>
  toPublished(table).axes.flatMap(({ dimension, groups }) => [
    ...Object.entries(groups).map(([node, leaves]) => [
      dimension,
      node,
      labelOf(dimension, node),
      leaves.length === 0 ? node : leaves.join(' '),
    ]),
    [dimension, total, labelOf(dimension, total), 'all'],
  ])
