import 'server-only'
import { empty, join, raw, type Sql, sql } from '@/lib/db/sql'
import type { Day } from '@/lib/shared/dates'
import { AGE_BANDS, AGE_GROUPS, type DimensionId, dimensionOf, NOT_RECORDED } from './dimension.rules'
import { rowsOf } from './facts.data'
import { type FigureId, figureOf } from './figure.rules'
import type { Figure } from './figure-kind.rules'
import type { Question } from './question.rules'

export type Asked = Pick<Question, 'from' | 'until' | 'offices' | 'only'> & {
  readonly figure: FigureId
  readonly by: DimensionId | null
  readonly split: DimensionId | null
}

const bandOf = (bands: readonly (readonly [string, number])[]): Sql =>
  sql`(${bands.map(([band]) => band)}::text[])[width_bucket(who.years, ${bands.map(([, lowest]) => lowest)}::int[])]`

/** The month of what happened in one; what may have happened in two has none. */
const within = (pattern: string): Sql =>
  sql`CASE WHEN to_char(fact.from_day, ${pattern}) = to_char(fact.to_day, ${pattern}) THEN to_char(fact.from_day, ${pattern}) END`

/** Where the value of a dimension is found. Identifiers come from the registry alone; what is asked is a parameter. */
const sqlOf = (by: DimensionId): Sql => {
  switch (by) {
    case 'place':
      return sql`place.slug`
    case 'place_kind':
      return sql`CASE WHEN place.kind IN ('closed_centre', 'return_home', 'inad_centre') THEN place.kind WHEN place.kind IS NOT NULL THEN 'elsewhere' END`
    case 'office':
      return sql`fact.team_id::text`
    case 'sex':
      return sql`CASE WHEN who.sex IN ('f', 'm', 'x') THEN who.sex END`
    case 'age':
      return bandOf(AGE_BANDS)
    case 'age_group':
      return bandOf(AGE_GROUPS)
    case 'nationality':
      return sql`who.country`
    case 'month':
      return within('YYYY-MM')
    case 'quarter':
      return within('YYYY-"Q"Q')
    case 'year':
      return within('YYYY')
    default:
      return raw(`fact."${by}"`)
  }
}

const isPersonal = (by: DimensionId): boolean => dimensionOf(by).from === 'person'

/** What has no known begin is certain of its last day alone. */
export const begin = sql`coalesce(f.from_day, f.to_day)`

/** Rows of the period. What has no certain day within it is counted apart (countUncertain). */
const inPeriod = ({ timing }: Figure, { from, until }: { from: Day; until: Day }): Sql => {
  switch (timing) {
    case 'in':
      return sql`f.from_day >= ${from}::date AND f.to_day <= ${until}::date`
    case 'during':
      return sql`${begin} <= ${until}::date AND coalesce(f.to_day, 'infinity'::date) >= ${from}::date`
    case 'on':
      return sql`${begin} <= ${until}::date AND coalesce(f.to_day, 'infinity'::date) >= ${until}::date`
  }
}

const oneOf = (value: Sql, codes: readonly (string | null)[]): Sql => {
  const known = codes.flatMap((code) => code ?? [])
  const isMissing = codes.includes(null) ? sql`${value} IS NULL OR ` : empty
  return sql`(${isMissing}${value} = ANY (${known}::text[]))`
}

const where = (figure: Figure, of: 'f' | 'fact'): Sql[] =>
  Object.entries(figure.where ?? {}).map(([column, codes]) => oneOf(raw(`${of}."${column}"`), codes))

/** What is of no office (a centre that was closed) is not left out because offices are asked for. */
export const conditions = (figure: Figure, offices: readonly string[]): Sql[] => [
  ...where(figure, 'f'),
  ...(offices.length > 0 ? [sql`(f.team_id IS NULL OR f.team_id = ANY (${offices}::uuid[]))`] : []),
]

/** The day as of which a person is described: the first on which they are counted. */
const dayOfPerson = ({ timing }: Figure, { from, until }: { from: Day; until: Day }): Sql =>
  timing === 'on' ? sql`${until}::date` : sql`greatest(min(coalesce(from_day, to_day)), ${from}::date)`

/**
 * Who is counted: sex; the lowest age that anyone claims (lib/people/minority.rules), in whole years, of someone born; the nationality that is known best, of
 * those that held on the day.
 */
const people = (figure: Figure, period: { from: Day; until: Day }): Sql => sql`,
  counted AS MATERIALIZED (SELECT person_id, ${dayOfPerson(figure, period)} AS day FROM fact GROUP BY person_id),
  who AS MATERIALIZED (
    SELECT c.person_id, p.sex, CASE WHEN b.born > c.day THEN 0 ELSE extract(year FROM age(c.day, b.born))::int END AS years, n.country
      FROM counted c JOIN person p ON p.id = c.person_id
           LEFT JOIN (SELECT person_id, max(born_latest) AS born FROM age_claim
                       WHERE withdrawn_at IS NULL AND born_latest IS NOT NULL GROUP BY person_id) AS b ON b.person_id = c.person_id
           LEFT JOIN (SELECT DISTINCT ON (x.person_id) x.person_id, x.country
                        FROM nationality x JOIN counted d ON d.person_id = x.person_id
                       WHERE x.withdrawn_at IS NULL AND (x.valid_from IS NULL OR x.valid_from <= d.day) AND (x.valid_to IS NULL OR x.valid_to > d.day)
                         AND x.certainty NOT IN ('not_known', 'declined')
                       ORDER BY x.person_id, array_position(ARRAY['document', 'said', 'presumed', 'contested'], x.certainty), x.created_at, x.id
                     ) AS n ON n.person_id = c.person_id)`

export const isLength = ({ counting }: Figure): boolean => counting.of === 'length' || counting.of === 'wait'

export const measured = ({ counting }: Figure): Sql => {
  switch (counting.of) {
    case 'people':
      return sql`count(DISTINCT one.person_id)::float8`
    case 'rows':
      return sql`count(DISTINCT one.key)::float8`
    case 'sum':
      return sql`coalesce(sum(one.number), 0)::float8`
    case 'median':
      return sql`percentile_cont(0.5) WITHIN GROUP (ORDER BY one.number)`
    case 'length':
    case 'wait':
      throw new Error('a length is not counted in one number')
  }
}

const numberOf = ({ counting }: Figure): Sql =>
  'number' in counting ? sql`, ${raw(`fact."${counting.number}"`)}::float8 AS number` : empty

/** The rows that are counted, each with the two values it is broken down by; `part`: of them, those that this figure counts. */
export const selected = (asked: Asked, part: Figure | null = null): { ctes: Sql; one: Sql } => {
  const figure = figureOf(asked.figure)
  const needs = [asked.by, asked.split, ...asked.only.map(({ dimension }) => dimension)].flatMap(
    (by) => by ?? [],
  )
  const personal = needs.some(isPersonal)
  const hasPlace = needs.includes('place') || needs.includes('place_kind')
  const value = (by: DimensionId | null): Sql =>
    by === null ? sql`NULL::text` : sql`coalesce(${sqlOf(by)}, ${NOT_RECORDED})`
  const only = [
    ...asked.only.map(({ dimension, value: code }) => oneOf(sqlOf(dimension), [code])),
    ...(part === null ? [] : where(part, 'fact')),
  ]
  return {
    ctes: sql`fact AS MATERIALIZED (
        SELECT f.* FROM (${rowsOf(figure.fact)}) AS f
         WHERE ${join([inPeriod(figure, asked), ...conditions(figure, asked.offices)], ' AND ')})
      ${personal ? people(figure, asked) : empty}`,
    one: sql`SELECT fact.key, fact.person_id, fact.case_id, ${value(asked.by)} AS a, ${value(asked.split)} AS b
                    ${numberOf(figure)}${isLength(figure) ? sql`, fact.from_day, fact.to_day, fact.known_on, fact.lost_on` : empty}
               FROM fact
                    ${personal ? sql`LEFT JOIN who ON who.person_id = fact.person_id` : empty}
                    ${hasPlace ? sql`LEFT JOIN place ON place.id = fact.place_id` : empty}
              ${only.length > 0 ? sql`WHERE ${join(only, ' AND ')}` : empty}`,
  }
}
