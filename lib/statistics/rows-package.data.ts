import { type ReleaseFile, toCsvFile } from './csv.rules'
import { hxlOf, type LabelOf } from './file.rules'
import { toRowNote } from './method-note'
import { hashOf, type Packed, pack } from './pack'
import { canonicalJson, engineVersion } from './release.rules'
import type { ProtectedRows } from './rows.data'
import { type RowFacts, rowModel } from './rows.rules'
import type { Signer } from './signature'
import { groupsOf } from './stated.rules'
import type { SnapshotRow } from './statistic.data'

export type RowSpec = {
  measure: string
  levels: readonly string[]
  only: null
  language: string
  profile: 'public'
  hierarchies: string
  sensitive: readonly string[]
  k: number
}

/** Everything that leaves for one file of rows: the same rows give the same bytes. */
export async function toRowsPackage(
  { facts, axes, rows }: ProtectedRows,
  about: { releaseId: string; spec: RowSpec; snapshot: SnapshotRow; signer: Signer },
  labelOf: LabelOf,
): Promise<Packed> {
  const { releaseId, spec, snapshot, signer } = about
  const file = toRowsFile(facts, axes, rows, about)
  const headers = file.columns.map((column) => column.header)
  const dictionary = toDictionaryRows(facts, axes, labelOf)
  const csv = toCsvFile(file)
  const json = `${canonicalJson({
    release: {
      id: releaseId,
      engine: engineVersion,
      spec: { ...spec },
      period: { start: snapshot.start, end: snapshot.end, frozenOn: snapshot.frozenOn },
      isSample: facts.isSample,
      removed: facts.removed,
    },
    axes: axes.map(({ dimension, level }) => ({
      dimension,
      column: headerOf(facts.subject, dimension),
      level: level.id,
      groups: groupsOf(level.nodeOf),
    })),
    columns: file.columns.map((column) => ({ ...column })),
    rows: file.rows.map((row) => Object.fromEntries(row.map((value, i) => [headers[i] ?? '', value]))),
  })}\n`
  return pack({
    kind: 'rows',
    releaseId,
    signer,
    csv,
    json,
    data: file,
    dictionary,
    certificate: canonicalJson({
      release: releaseId,
      engine: engineVersion,
      dataSha256: hashOf(json),
      asked: { ...rowModel },
      reached: {
        k: facts.smallest,
        distinct: facts.distinct,
        maxShare: facts.share,
        t: facts.distance,
        classes: facts.classes,
        averageRisk: facts.risk,
        loss: facts.loss,
      },
      unfair: [...facts.unfair],
    }),
    noteIn: (language, key) =>
      toRowNote(language, {
        key,
        releaseId,
        period: `${snapshot.start} – ${snapshot.end}`,
        frozenOn: snapshot.frozenOn,
        leftOut: snapshot.leftOut,
        k: rowModel.k,
        share: rowModel.maxShare * 100,
        removed: facts.removed,
        isSample: facts.isSample,
      }),
  })
}

/** The CTDC's Global Dataset calls the first two so, HTCDS 2.0 the third (docs/adr/0082). */
const traffickingNames: Readonly<Record<string, string>> = {
  nationality: 'citizenship',
  age: 'ageBroad',
  status: 'TraffickingStatus',
}
/** What HTCDS 2.0 calls each value; of the one who is neither any more it has no word that fits. */
const traffickingValues: Readonly<Record<string, string>> = {
  possible: 'PossibleVictimOfTrafficking',
  actual: 'ActualVictimOfTrafficking',
  ended: 'ended',
}
const headerOf = (subject: RowFacts['subject'], name: string): string =>
  subject === 'trafficking' ? (traffickingNames[name] ?? name) : name
const sensitiveHeader = ({ subject }: Pick<RowFacts, 'subject'>, name: string): string => {
  if (subject === 'topics') return `topic_${name}`
  return subject === 'signals' ? `signal_${name}` : headerOf(subject, name)
}

function toRowsFile(
  facts: RowFacts,
  axes: ProtectedRows['axes'],
  rows: ProtectedRows['rows'],
  { releaseId, snapshot }: { releaseId: string; snapshot: SnapshotRow },
): ReleaseFile {
  return {
    columns: [
      { header: 'period_start', hxl: '#date+start' },
      { header: 'period_end', hxl: '#date+end' },
      ...axes.map(({ dimension }) => ({
        header: headerOf(facts.subject, dimension),
        hxl: `${hxlOf[dimension]}+code`,
      })),
      ...facts.sensitive.map((name) => ({ header: sensitiveHeader(facts, name), hxl: '#meta+sensitive' })),
      { header: 'release_id', hxl: '#meta+release_id' },
    ],
    rows: rows.map(({ quasi, sensitive }) => [
      snapshot.start,
      snapshot.end,
      ...quasi,
      ...sensitive,
      releaseId,
    ]),
  }
}

const toDictionaryRows = (
  facts: RowFacts,
  axes: ProtectedRows['axes'],
  labelOf: LabelOf,
): (readonly string[])[] => [
  ...axes.flatMap(({ dimension, level }) =>
    Object.entries(groupsOf(level.nodeOf)).map(([node, leaves]) => [
      headerOf(facts.subject, dimension),
      node,
      labelOf(dimension, node),
      leaves.join(' '),
    ]),
  ),
  ...facts.sensitive.flatMap((name) =>
    (facts.subject === 'trafficking' ? Object.keys(traffickingValues) : ['yes', 'no']).map((value) => [
      sensitiveHeader(facts, name),
      value,
      facts.subject === 'topics' ? labelOf('topic', name) : name,
      traffickingValues[value] ?? value,
    ]),
  ),
]
