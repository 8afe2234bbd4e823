import * as z from 'zod'
import type { StatsWork } from '@/lib/db/work'
import { no, ok, type Result } from '@/lib/shared/result'
import { countValues, type Row } from './class.rules'
import { addKeys } from './cube.rules'
import { checkPopulation, publicPolicy } from './disclosure.rules'
import { auditRows } from './gate.data'
import { assertLaminar, hierarchyOf, type Level } from './hierarchy.rules'
import { type Best, searchBest } from './lattice.rules'
import type { Dimension } from './measure.rules'
import {
  checkRows,
  type FrozenPerson,
  levelsWithTotal,
  listUnfair,
  type RowFacts,
  type RowSubject,
  rowModel,
  sampledFrom,
  sampleShare,
  subjects,
  toRows,
  toShown,
} from './rows.rules'
import { getSnapshotKey } from './snapshot.data'
import { toSample, toUniform } from './snapshot-key'
import { groupsOf, toStatedClasses } from './stated.rules'
import { readDomains, type SnapshotRow } from './statistic.data'
import { roundNamed, roundPeople } from './table.rules'

/** axes: what stands behind each printed node, for anyone who reads the file. */
export type ProtectedRows = {
  facts: RowFacts
  axes: readonly { dimension: Dimension; level: Level }[]
  rows: readonly Row[]
}

const frozen = z.array(
  z.object({
    rk: z.number(),
    centre: z.string().nullable(),
    nationality: z.string(),
    age: z.string(),
    codes: z.array(z.string()),
  }),
)

/** True rows. They go from here into the search and nowhere else. */
export async function readPeople(
  { tx }: StatsWork,
  snapshotId: string,
  subject: RowSubject,
): Promise<readonly FrozenPerson[]> {
  const { base, unit, dimensions } = subjects[subject]
  const rows = frozen.parse(
    await tx.$queryRaw`
      SELECT p.rk, p.centre, p.nationality, p.age_band AS age, coalesce(c.codes, '{}') AS codes
        FROM (SELECT DISTINCT ON (person) person, rk, centre, nationality, age_band FROM sdc_record
               WHERE snapshot_id = ${snapshotId}::uuid AND unit = ${base} ORDER BY person, row) AS p
             LEFT JOIN (SELECT person, array_agg(DISTINCT coalesce(topic, signal, step)) AS codes FROM sdc_record
                         WHERE snapshot_id = ${snapshotId}::uuid AND unit = ${unit} GROUP BY person) AS c USING (person)
       ORDER BY p.person`,
  )
  return rows.map(({ rk, codes, ...leaves }) => ({
    key: rk,
    leaves: dimensions.map((dimension) => leafOf(leaves, dimension)),
    codes,
  }))
}

const leafOf = (
  { centre, nationality, age }: { centre: string | null; nationality: string; age: string },
  dimension: Dimension,
): string => {
  if (dimension === 'centre') return centre ?? ''
  return dimension === 'age' ? age : nationality
}

/** One combination after the other, and everyone else who waits for the server in between. */
async function search(rows: readonly Row[], levels: readonly (readonly Level[])[]): Promise<Best | null> {
  const steps = searchBest(rows, levels, rowModel)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

/** The rows of a subject as they may leave, with what can be said about them; the same snapshot gives the same rows. */
export async function protectRows(
  work: StatsWork,
  { id: snapshotId, hierarchies }: Pick<SnapshotRow, 'id' | 'hierarchies'>,
  subject: RowSubject,
): Promise<Result<ProtectedRows, 'populationTooSmall' | 'rowsNotSafe' | 'rowsBesideTables'>> {
  const all = await readPeople(work, snapshotId, subject)
  const key = await getSnapshotKey(work, snapshotId)
  const sum = all.reduce((keys, person) => addKeys(keys, person.key), 0)
  const people = roundPeople({ persons: all.length, key: sum }, publicPolicy, toUniform(key))
  if (checkPopulation(people, publicPolicy) !== 'enough') return no('populationTooSmall')
  const isSample = people >= sampledFrom
  const isIn = isSample ? toSample(key, sampleShare) : () => true
  const domains = await readDomains(work, snapshotId)
  const { base, dimensions, unit } = subjects[subject]
  const sampled = all.filter((person) => isIn(person.key))
  const { names, dropped, rows } = toRows(subject, sampled, unit === 'topic' ? domains.topic : [])
  /** How many of the rows, in the order of the people, as a sentence may say it. */
  const named = (isMeant: (row: Row) => boolean): number => {
    const keys = rows.flatMap((row, i) => (isMeant(row) ? (sampled[i]?.key ?? 0) : []))
    const meant = { persons: keys.length, key: keys.reduce(addKeys, 0) }
    return roundNamed(meant, publicPolicy, toUniform(key))
  }
  const levels = dimensions.map((dimension) =>
    levelsWithTotal(assertLaminar(hierarchyOf(dimension, domains, hierarchies))),
  )
  const best = await search(rows, levels)
  if (best === null) return no('rowsNotSafe')
  const shown = toShown(best, levels)
  const checked = checkRows(
    shown,
    names.map((_, at) => countValues(rows, at)),
  )
  if (checked === null) throw new Error('rows that were found safe are not')
  const axes = dimensions.flatMap((dimension, i) => {
    const level = levels[i]?.[best.node[i] ?? 0]
    return level ? { dimension, level } : []
  })
  const isKept = new Set(best.kept)
  const removed = named((row) => !isKept.has(row))
  const columns = axes.map(({ dimension, level }) => ({ dimension, groups: groupsOf(level.nodeOf) }))
  const stated = toStatedClasses(
    columns,
    shown.map(({ quasi }) => quasi),
    { isSample, removed },
  )
  if (!(await auditRows(work, snapshotId, base, stated))) return no('rowsBesideTables')
  return ok({
    facts: {
      subject,
      columns: axes.map(({ dimension, level }) => ({ dimension, level: level.id })),
      sensitive: names,
      dropped,
      people: named((row) => isKept.has(row)),
      removed,
      isSample,
      ...checked,
      risk: best.risk,
      loss: best.loss,
      unfair: listUnfair(rows, best.kept, continentAt(dimensions, levels)),
    },
    axes,
    rows: shown,
  })
}

const continentAt = (dimensions: readonly Dimension[], levels: readonly (readonly Level[])[]) => {
  const at = dimensions.indexOf('nationality')
  const continent = levels[at]?.find((level) => level.id === 'continent')
  return (row: Row): string => continent?.nodeOf.get(row.quasi[at] ?? '') ?? ''
}
