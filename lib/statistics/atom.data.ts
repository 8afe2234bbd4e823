import * as z from 'zod'
import { type Sql, sql } from '@/lib/db/sql'
import type { StatsWork } from '@/lib/db/work'
import type { Dimension, Measure } from './measure.rules'
import type { Atoms } from './table.rules'

/** Frozen rows, for an admin's session or for the job that proves what may leave. */
export type Frozen = Pick<StatsWork, 'tx'>

const leaf = z.string().nullable()
const personRow = z.object({
  a: z.array(leaf),
  b: z.array(leaf),
  c: z.array(leaf),
  persons: z.number(),
  key: z.string(),
  households: z.array(z.number()),
})
const eventRow = z.object({
  a: leaf,
  b: leaf,
  c: leaf,
  events: z.number(),
  key: z.string(),
  largest: z.number(),
})

const texts = (values: readonly (string | null)[]): string[] => values.flatMap((value) => value ?? [])

/** Where the leaves of a dimension stand; a step for what has one. */
const columnOf = (dimension: Dimension | null | undefined): Sql =>
  sql`CASE ${dimension ?? null}::text WHEN 'centre' THEN centre WHEN 'nationality' THEN nationality WHEN 'age' THEN age_band
           WHEN 'topic' THEN topic WHEN 'signal' THEN signal WHEN 'sex' THEN sex WHEN 'office' THEN office
           WHEN 'end' THEN ending WHEN 'length' THEN length ELSE step END`

/**
 * True counts of one measure, grouped by the values people carry. They go from here into protectTable and nowhere else:
 * no other function of the room may return them.
 */
export async function readAtoms(
  { tx }: Frozen,
  snapshotId: string,
  measure: Measure,
  asked: readonly Dimension[],
): Promise<Atoms> {
  const [first, second = null, third = null] = asked
  // Sums of record keys fit in 32 bits before they leave the database: a JavaScript number holds them exactly.
  const persons = z.array(personRow).parse(
    await tx.$queryRaw`
      WITH r AS (
        SELECT person, rk, hh,
               ${columnOf(first)} AS a,
               ${columnOf(second)} AS b,
               ${columnOf(third)} AS c
          FROM sdc_record WHERE snapshot_id = ${snapshotId}::uuid AND unit = ${measure.unit}
      ), p AS (
        SELECT person, min(rk) AS rk, min(hh) AS hh,
               array_agg(DISTINCT a ORDER BY a) AS a, array_agg(DISTINCT b ORDER BY b) AS b,
               array_agg(DISTINCT c ORDER BY c) AS c
          FROM r GROUP BY person
      )
      SELECT a, b, c, count(*)::int AS persons, mod(sum(rk::bigint), 4294967296)::text AS key,
             (array_agg(DISTINCT hh))[1:5] AS households
        FROM p GROUP BY a, b, c ORDER BY a, b, c`,
  )
  const events =
    measure.counts === 'persons'
      ? []
      : z.array(eventRow).parse(
          await tx.$queryRaw`
            WITH r AS (
              SELECT person, event, event_key,
                     ${columnOf(first)} AS a,
                     ${columnOf(second)} AS b,
                     ${columnOf(third)} AS c
                FROM sdc_record WHERE snapshot_id = ${snapshotId}::uuid AND unit = ${measure.unit}
            ), crowd AS (SELECT event, count(*) AS n FROM r GROUP BY event),
            share AS (SELECT a, b, c, person, sum(1.0 / n) AS part FROM r JOIN crowd USING (event) GROUP BY a, b, c, person),
            top AS (SELECT a, b, c, max(part)::float8 AS largest FROM share GROUP BY a, b, c),
            e AS (SELECT DISTINCT a, b, c, event, event_key FROM r)
            SELECT e.a, e.b, e.c, count(*)::int AS events, mod(sum(event_key::bigint), 4294967296)::text AS key, top.largest
              FROM e JOIN top ON top.a = e.a AND top.b IS NOT DISTINCT FROM e.b AND top.c IS NOT DISTINCT FROM e.c
             GROUP BY e.a, e.b, e.c, top.largest ORDER BY e.a, e.b, e.c`,
        )
  return {
    persons: persons.map((row) => ({
      leaves: asked.map((_, i) => texts([row.a, row.b, row.c][i] ?? [])),
      persons: row.persons,
      key: Number(row.key),
      households: row.households,
    })),
    events: events.map((row) => ({
      leaves: asked.map((_, i) => [row.a, row.b, row.c][i] ?? ''),
      events: row.events,
      key: Number(row.key),
      largest: row.largest,
    })),
  }
}

/** Number of people in a snapshot with the sum of their keys: for roundPeople, and for nothing else. */
export async function readPopulation(
  { tx }: Frozen,
  snapshotId: string,
): Promise<{ persons: number; key: number }> {
  const [row] = z.array(z.object({ persons: z.number(), key: z.string() })).parse(
    await tx.$queryRaw`
      SELECT count(*)::int AS persons, mod(coalesce(sum(rk::bigint), 0), 4294967296)::text AS key
        FROM sdc_record WHERE snapshot_id = ${snapshotId}::uuid AND unit = 'person'`,
  )
  return { persons: row?.persons ?? 0, key: Number(row?.key ?? 0) }
}
