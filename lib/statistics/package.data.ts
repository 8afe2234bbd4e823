import { createHash } from 'node:crypto'
import { dictionaryCsv, toDictionary, toWorkbook, toZip } from './archive'
import { type Policy, policyOf } from './disclosure.rules'
import { type LabelOf, type ReleaseFacts, toFiles, toReleaseFile } from './file.rules'
import { total } from './hierarchy.rules'
import { type NoteFacts, noteLanguages, toNote } from './method-note'
import { engineVersion } from './release.rules'
import { toPublished } from './stated.rules'
import type { ProtectedTable } from './table.rules'

const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export type Packed = { csv: string; json: string; zip: Uint8Array; fileHashes: Record<string, string> }

/** Everything that leaves for one release, from the same rows: the same release gives the same bytes. */
export async function toPackage(
  table: ProtectedTable,
  facts: ReleaseFacts & { leftOut: number; certificate: string },
  words: { labelOf: LabelOf; method: readonly string[] },
): Promise<Packed> {
  const { csv, json } = toFiles(table, facts, words.labelOf, words.method)
  const policy = policyOf(facts.spec.profile)
  const dictionary = dictionaryRows(table, words.labelOf)
  const data = toReleaseFile(table, facts, words.labelOf)
  const notes = noteLanguages.map((language) => ({
    language,
    text: toNote(language, noteFacts(facts, policy)),
  }))
  const workbook = await toWorkbook([
    {
      name: 'Data',
      head: data.columns.map((column) => column.header),
      rows: [data.columns.map((column) => column.hxl), ...data.rows],
    },
    {
      name: 'Dictionary',
      head: toDictionary([]).columns.map((column) => column.header),
      rows: dictionary,
    },
    { name: 'Method', head: ['method'], rows: words.method.map((sentence) => [sentence]) },
  ])
  const zip = toZip({
    'data.csv': csv,
    'data.json': json,
    'data.xlsx': workbook,
    'dictionary.csv': dictionaryCsv(dictionary),
    'certificate.json': `${JSON.stringify({
      release: facts.releaseId,
      engine: engineVersion,
      width: policy.width,
      dataSha256: hashOf(json),
      ...certificateOf(facts.certificate),
    })}\n`,
    ...Object.fromEntries(notes.map(({ language, text }) => [`METHOD.${language}.md`, text])),
  })
  return { csv, json, zip, fileHashes: { csv: hashOf(csv), json: hashOf(json), zip: hashOf(zip) } }
}

const certificateOf = (text: string): object => {
  const certificate: unknown = JSON.parse(text)
  return typeof certificate === 'object' && certificate !== null ? certificate : {}
}

const noteFacts = (facts: ReleaseFacts & { leftOut: number }, policy: Policy): NoteFacts => ({
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
