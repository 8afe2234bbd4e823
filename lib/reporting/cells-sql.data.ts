import 'server-only'
import { join, raw, type Sql, sql } from '@/lib/db/sql'
import type { DimensionId } from './dimension.rules'
import { type FigureId, figureOf } from './figure.rules'
import type { Figure } from './figure-kind.rules'
import type { Question } from './question.rules'

// From the rows of a table (count-sql.data.ts) to its cells.

export type Asked = Pick<Question, 'from' | 'until' | 'offices' | 'only'> & {
  readonly figure: FigureId
  readonly by: DimensionId | null
  readonly split: DimensionId | null
}

/** Of a row of a fact: what it is about (facts.data.ts). */
export type Own = 'key' | 'person_id' | 'case_id'

/** One table that is asked; `part`: of the rows of the figure, those that this one counts. */
export type Branch = { readonly asked: Asked; readonly part: Figure | null }

/** Columns under the same values, of the same people or things: they are counted in one go. */
export type Table = readonly [Branch, ...Branch[]]
export const nameOfColumn = (at: number): Sql => raw(`c${at}`)

export const isLength = ({ counting }: Figure): boolean => counting.of === 'length' || counting.of === 'wait'

/** What is counted once: a person or a thing. Null for what is measured instead. */
export const countedOf = ({ counting }: Figure): Own | null =>
  counting.of === 'people' ? 'person_id' : counting.of === 'rows' ? 'key' : null

const measured = ({ counting }: Figure): Sql => {
  switch (counting.of) {
    case 'sum':
      return sql`coalesce(sum(one.number), 0)`
    case 'median':
      return sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY one.number::float8)`
    case 'people':
    case 'rows':
      throw new Error('what is counted is not measured')
    case 'length':
    case 'wait':
      throw new Error('a length is not counted in one number')
  }
}

/** Both values, each of them, and neither: a table with its margins. `more`: what each of them is grouped by as well. */
const margins = ({ by, split }: Asked, more: readonly Sql[] = []): Sql => {
  const both = [...(by === null ? [] : [sql`one.a`]), ...(split === null ? [] : [sql`one.b`])]
  const sets = [
    both,
    ...(both.length > 1 ? both.map((value) => [value]) : []),
    ...(both.length > 0 ? [[]] : []),
  ]
  return sql`GROUPING SETS (${join(sets.map((set) => (set.length + more.length > 0 ? sql`(${join([...set, ...more])})` : sql`()`)))})`
}
const valuesOf = ({ by, split }: Asked): Sql =>
  sql`${by === null ? sql`NULL::text AS a` : sql`one.a`}, ${split === null ? sql`NULL::text AS b` : sql`one.b`}`

/** The cells of one table. People and things are made different from one another first and then counted: a count of different ones within each
 * cell would sort all rows for each margin. A cell in which a column counts nothing is none of it. */
export const cellsOf = (table: Table, rows: Sql, numbers: readonly number[]): Sql => {
  const [{ asked }] = table
  const figure = figureOf(asked.figure)
  const own = countedOf(figure)
  const [number] = numbers
  // What repeats a row for each of its values is measured once in a margin.
  if (own === null)
    return sql`
      SELECT ${number}::int AS at, a, b, ${measured(figure)}::float8 AS value
        FROM (SELECT ${valuesOf(asked)}, one.key, one.number FROM (${rows}) AS one GROUP BY ${margins(asked, [sql`one.key`, sql`one.number`])}) AS one
       GROUP BY a, b`
  const counted = raw(own)
  const columns = table.length === 1 ? [] : table.map((_, at) => nameOfColumn(at))
  const different = sql`
    SELECT ${join([valuesOf(asked), sql`one.${counted}`, ...columns.map((is) => sql`bool_or(one.${is}) AS ${is}`)])}
      FROM (${rows}) AS one GROUP BY ${margins(asked, [sql`one.${counted}`])}`
  if (columns.length === 0)
    return sql`SELECT ${number}::int AS at, a, b, count(${counted})::float8 AS value FROM (${different}) AS different GROUP BY a, b`
  return sql`
    SELECT x.at, t.a, t.b, x.value
      FROM (SELECT a, b, ${join(columns.map((is) => sql`CASE WHEN bool_or(${is}) THEN count(${counted}) FILTER (WHERE ${is}) END AS ${is}`))}
              FROM (${different}) AS different GROUP BY a, b) AS t
           CROSS JOIN LATERAL (VALUES ${join(columns.map((is, at) => sql`(${numbers[at]}::int, t.${is}::float8)`))}) AS x(at, value)
     WHERE x.value IS NOT NULL`
}

/** How long each lasts, under each value and over all of them: since when it is known, when it ended or was lost, how many so. */
export const lengthsOf = (asked: Asked, rows: Sql, number: number): Sql =>
  // One that is about two people is one in the margin: each is counted there anew.
  sql`
    SELECT ${number}::int AS at, a, b, array_agg(entry) AS entries, array_agg(exit) AS exits, array_agg(ended) AS ends, array_agg(count) AS counts
      FROM (SELECT ${valuesOf(asked)}, entry, exit, ended, count(DISTINCT key)::int AS count
              FROM (SELECT one.key, one.a, one.b, (greatest(one.known_on, one.from_day, ${asked.from}::date) - one.from_day)::int AS entry,
                           (least(one.to_day, one.lost_on, ${asked.until}::date) - one.from_day + 1)::int AS exit,
                           coalesce(one.to_day <= least(one.lost_on, ${asked.until}::date), false) AS ended
                      FROM (${rows}) AS one WHERE one.known_on IS NOT NULL AND one.from_day IS NOT NULL) AS one
             GROUP BY ${margins(asked, [sql`entry`, sql`exit`, sql`ended`])}) AS spell
     GROUP BY a, b`
