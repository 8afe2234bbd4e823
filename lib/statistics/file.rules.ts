/** What a released table looks like as rows of a file. Nothing but code lists, whole numbers and fixed words. */
import { type ReleaseFile, toCsvFile, toValueToken } from './csv.rules'
import type { Dimension } from './measure.rules'
import { canonicalJson, engineVersion, type Spec } from './release.rules'
import { toPublished } from './stated.rules'
import type { ProtectedTable } from './table.rules'

export type ReleaseFacts = {
  releaseId: string
  spec: Spec
  periodStart: string
  periodEnd: string
  frozenOn: string
}

/** Name of a node in the reader's language. */
export type LabelOf = (dimension: string, node: string) => string

export const hxlOf: Readonly<Record<Dimension, string>> = {
  centre: '#loc',
  nationality: '#country+origin',
  age: '#affected+age',
  topic: '#service',
  signal: '#severity',
  guardianship: '#status+guardianship',
  trafficking: '#status+trafficking',
  sex: '#affected+sex',
  office: '#org+office',
  end: '#status+end',
  length: '#affected+days',
}

export function toReleaseFile(table: ProtectedTable, facts: ReleaseFacts, labelOf: LabelOf): ReleaseFile {
  const columns = [
    { header: 'measure', hxl: '#indicator+code' },
    { header: 'period_start', hxl: '#date+start' },
    { header: 'period_end', hxl: '#date+end' },
    { header: 'frozen_on', hxl: '#date+frozen' },
    ...table.axes.flatMap((axis) => [
      { header: axis.dimension, hxl: `${hxlOf[axis.dimension]}+code` },
      { header: `${axis.dimension}_label`, hxl: `${hxlOf[axis.dimension]}+name` },
    ]),
    { header: 'value', hxl: `#affected+num+rounded${facts.spec.base}` },
    { header: 'lower', hxl: '#meta+lower' },
    { header: 'upper', hxl: '#meta+upper' },
    { header: 'flag', hxl: '#meta+flag' },
    { header: 'rule', hxl: '#meta+rule' },
    { header: 'release_id', hxl: '#meta+release_id' },
  ]
  const rule = `${engineVersion}_base${facts.spec.base}_threshold${facts.spec.threshold}`
  const rows = table.cells.map((cell) => [
    table.measure,
    facts.periodStart,
    facts.periodEnd,
    facts.frozenOn,
    ...table.axes.flatMap((axis, i) => {
      const node = cell.nodes[i] ?? ''
      return [node, labelOf(axis.dimension, node)]
    }),
    toValueToken(cell, facts.spec.threshold),
    cell.lower,
    cell.upper,
    cell.flag,
    rule,
    facts.releaseId,
  ])
  return { columns, rows }
}

/** Both files of a release, from the same rows. `method` says in plain words how to read the numbers. */
export function toFiles(
  table: ProtectedTable,
  facts: ReleaseFacts,
  labelOf: LabelOf,
  method: readonly string[],
): { csv: string; json: string } {
  const file = toReleaseFile(table, facts, labelOf)
  const headers = file.columns.map((column) => column.header)
  const json = canonicalJson({
    release: {
      id: facts.releaseId,
      engine: engineVersion,
      spec: { ...facts.spec },
      period: { start: facts.periodStart, end: facts.periodEnd, frozenOn: facts.frozenOn },
    },
    // What stands behind each node: with it anyone can check the certificate, and needs nothing of ours.
    axes: toPublished(table).axes.map((axis) => ({ ...axis, groups: { ...axis.groups } })),
    columns: file.columns.map((column) => ({ ...column })),
    rows: file.rows.map((row) => Object.fromEntries(row.map((value, i) => [headers[i] ?? '', value]))),
    method: [...method],
  })
  return { csv: toCsvFile(file), json: `${json}\n` }
}
