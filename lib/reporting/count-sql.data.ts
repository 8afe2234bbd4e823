import 'server-only'
import { empty, join, raw, type Sql, sql } from '@/lib/db/sql'
import type { Day } from '@/lib/shared/dates'
import { type DimensionId, NOT_RECORDED } from './dimension.rules'
import { rowsOf } from './facts.data'
import { type FigureId, figureOf } from './figure.rules'
import type { Figure } from './figure-kind.rules'
import { type Names, people } from './people-sql.data'
import type { Question } from './question.rules'
import { columnsOfValue, isPersonal, sqlOf } from './value-sql.data'

export type Asked = Pick<Question, 'from' | 'until' | 'offices' | 'only'> & {
  readonly figure: FigureId
  readonly by: DimensionId | null
  readonly split: DimensionId | null
}

/** What has no known begin is certain of its last day alone. */
const begin = sql`coalesce(f.from_day, f.to_day)`

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
const ofOffices = (offices: readonly string[]): Sql[] =>
  offices.length > 0 ? [sql`(f.team_id IS NULL OR f.team_id = ANY (${offices}::uuid[]))`] : []

export const isLength = ({ counting }: Figure): boolean => counting.of === 'length' || counting.of === 'wait'

/** What is counted once: a person or a thing. Null for what is measured instead. */
const countedOf = ({ counting }: Figure): Own | null =>
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

/** As decimals: the last digits of a sum of broken numbers would tell that a row was written in between. */
const numberOf = ({ counting }: Figure): Sql =>
  'number' in counting ? sql`, ${raw(`fact."${counting.number}"`)}::numeric AS number` : empty
/** Of a row of a fact: what it is about (facts.data.ts). */
type Own = 'key' | 'person_id' | 'case_id'

/** One table that is asked; `part`: of the rows of the figure, those that this one counts. */
export type Branch = { readonly asked: Asked; readonly part: Figure | null }

const needsOf = ({ asked: { by, split, only } }: Branch): readonly DimensionId[] =>
  [by, split, ...only.map(({ dimension }) => dimension)].flatMap((one) => one ?? [])

/** The columns of a fact that a table needs: of what is not read, nothing is joined or looked up. */
const columnsOf = (branch: Branch, own: readonly Own[]): readonly string[] => {
  const figure = figureOf(branch.asked.figure)
  return [
    ...new Set([
      ...own,
      ...needsOf(branch).flatMap(columnsOfValue),
      ...Object.keys(branch.part?.where ?? {}),
      ...('number' in figure.counting ? [figure.counting.number] : []),
      ...(isLength(figure) ? ['from_day', 'to_day', 'known_on', 'lost_on'] : []),
    ]),
  ]
}

/**
 * The rows of tables of one fact in one period, read once: for each table its rows, each with what it is about (`ownOf`) and the two values it
 * is broken down by. Figures that count other rows of the fact describe each person as of another day, so that each has its own people.
 */
const selected = (
  branches: readonly [Branch, ...Branch[]],
  ownOf: (figure: Figure) => readonly Own[],
): { readonly ctes: Sql; readonly ones: readonly Sql[] } => {
  const [{ asked: first }] = branches
  const shared = figureOf(first.figure)
  const conditionsOf = ({ asked }: Branch): string => JSON.stringify(figureOf(asked.figure).where ?? {})
  const kinds = [...new Set(branches.map(conditionsOf))]
  const isOne = kinds.length === 1
  const columns = [
    ...new Set([
      ...branches.flatMap((branch) => columnsOf(branch, ownOf(figureOf(branch.asked.figure)))),
      // The day as of which a person is described.
      ...(branches.flatMap(needsOf).some(isPersonal) ? ['from_day', 'to_day'] : []),
      ...(isOne ? [] : branches.flatMap(({ asked }) => Object.keys(figureOf(asked.figure).where ?? {}))),
    ]),
  ]
  const namesOf = (branch: Branch): Names => {
    const at = kinds.indexOf(conditionsOf(branch))
    return { fact: raw(isOne ? 'fact' : `fact_${at}`), counted: raw(`counted_${at}`), who: raw(`who_${at}`) }
  }
  const ofKinds = kinds.flatMap((kind): Sql[] => {
    const own = branches.filter((branch) => conditionsOf(branch) === kind)
    const [one] = own
    if (one === undefined) return []
    const figure = figureOf(one.asked.figure)
    const names = namesOf(one)
    const needs = new Set(own.flatMap(needsOf))
    return [
      isOne
        ? empty
        : sql`, ${names.fact} AS NOT MATERIALIZED (SELECT fact.* FROM fact WHERE ${join([sql`true`, ...where(figure, 'fact')], ' AND ')})`,
      [...needs].some(isPersonal) ? people(figure, first, needs, names) : empty,
    ]
  })
  const ones = branches.map((branch): Sql => {
    const { asked, part } = branch
    const figure = figureOf(asked.figure)
    const { fact, who } = namesOf(branch)
    const needs = needsOf(branch)
    const value = (by: DimensionId | null): Sql =>
      by === null ? sql`NULL::text` : sql`coalesce(${sqlOf(by)}, ${NOT_RECORDED})`
    const own = ownOf(figure).map((name) => raw(`fact.${name}`))
    // Of a person who is met ten times in one place, one row is enough.
    const rowsOfTable =
      figure.counting.of === 'people'
        ? sql`(SELECT DISTINCT ${join(columnsOf(branch, ownOf(figure)).map((name) => raw(`every."${name}"`)))} FROM ${fact} AS every)`
        : fact
    const only = [
      ...asked.only.map(({ dimension, value: code }) => oneOf(sqlOf(dimension), [code])),
      ...(part === null ? [] : where(part, 'fact')),
    ]
    return sql`
      SELECT ${value(asked.by)} AS a, ${value(asked.split)} AS b${own.length === 0 ? empty : sql`, ${join(own)}`}${numberOf(figure)}
             ${isLength(figure) ? sql`, fact.from_day, fact.to_day, fact.known_on, fact.lost_on` : empty}
        FROM ${rowsOfTable} AS fact
             ${needs.some(isPersonal) ? sql`LEFT JOIN ${who} AS who ON who.person_id = fact.person_id` : empty}
             ${needs.includes('place') || needs.includes('place_kind') ? sql`LEFT JOIN place ON place.id = fact.place_id` : empty}
       ${only.length > 0 ? sql`WHERE ${join(only, ' AND ')}` : empty}`
  })
  return {
    ctes: sql`
      fact AS MATERIALIZED (
        SELECT ${columns.length === 0 ? raw('1 AS one') : join(columns.map((name) => raw(`f."${name}"`)))}
          FROM (${rowsOf(shared.fact, first)}) AS f
         WHERE ${join([inPeriod(shared, first), ...ofOffices(first.offices), ...(isOne ? where(shared, 'f') : [])], ' AND ')})
      ${join(ofKinds, '')}`,
    ones,
  }
}

/** The cells of one table. People and things are made different from one another first and then counted: a count of different ones within each
 * cell would sort all rows for each margin. */
const cellsOf = (asked: Asked, one: Sql): Sql => {
  const figure = figureOf(asked.figure)
  const own = countedOf(figure)
  if (own === null)
    return sql`SELECT ${valuesOf(asked)}, ${measured(figure)}::float8 AS value FROM (${one}) AS one GROUP BY ${margins(asked)}`
  const counted = raw(own)
  return sql`
    SELECT a, b, count(${counted})::float8 AS value
      FROM (SELECT ${valuesOf(asked)}, one.${counted} FROM (${one}) AS one GROUP BY ${margins(asked, [sql`one.${counted}`])}) AS different
     GROUP BY a, b`
}

/** Tables of one fact in one period, told apart by their number. */
export const tablesOf = (branches: readonly [Branch, ...Branch[]]): Sql => {
  const { ctes, ones } = selected(branches, (figure) => {
    const own = countedOf(figure)
    return own === null ? [] : [own]
  })
  const tables = branches.map(
    ({ asked }, at) =>
      sql`SELECT ${at}::int AS at, t.a, t.b, t.value FROM (${cellsOf(asked, ones[at] ?? empty)}) AS t`,
  )
  return sql`WITH ${ctes} ${join(tables, ' UNION ALL ')} ORDER BY 1, 2, 3`
}

/** How long each lasts, under each value and over all of them: since when it is known, when it ended or was lost, how many so. */
export const lengthsOf = (asked: Asked): Sql => {
  const { ctes, ones } = selected([{ asked, part: null }], () => ['key'])
  // One that is about two people is one in the margin: each is counted there anew.
  return sql`
    WITH ${ctes}
    SELECT a, b, array_agg(entry) AS entries, array_agg(exit) AS exits, array_agg(ended) AS ends, array_agg(count) AS counts
      FROM (SELECT ${valuesOf(asked)}, entry, exit, ended, count(DISTINCT key)::int AS count
              FROM (SELECT one.key, one.a, one.b, (greatest(one.known_on, one.from_day, ${asked.from}::date) - one.from_day)::int AS entry,
                           (least(one.to_day, one.lost_on, ${asked.until}::date) - one.from_day + 1)::int AS exit,
                           coalesce(one.to_day <= least(one.lost_on, ${asked.until}::date), false) AS ended
                      FROM (${join(ones)}) AS one WHERE one.known_on IS NOT NULL AND one.from_day IS NOT NULL) AS one
             GROUP BY ${margins(asked, [sql`entry`, sql`exit`, sql`ended`])}) AS spell
     GROUP BY a, b`
}

/** The files behind a number, by id. */
export const filesOf = (asked: Asked, most: number): Sql => {
  const { ctes, ones } = selected([{ asked, part: null }], () => ['case_id'])
  return sql`WITH ${ctes} SELECT DISTINCT one.case_id FROM (${join(ones)}) AS one WHERE one.case_id IS NOT NULL ORDER BY one.case_id LIMIT ${most}`
}

/** How many of each figure may belong to the period and have no day that says so: their range reaches across its border, or they have none. */
export const uncertainOf = (asked: Asked, figures: readonly [Figure, ...Figure[]]): Sql => {
  const { from, until } = asked
  const [{ fact, timing }] = figures
  const isIn = timing === 'in'
  const outside = isIn
    ? sql`(f.from_day <= ${until}::date AND f.to_day >= ${from}::date AND NOT (f.from_day >= ${from}::date AND f.to_day <= ${until}::date))`
    : sql`false`
  // Of what was over by then, or is certain of its last day, the begin does not matter.
  const open = isIn
    ? sql`f.from_day IS NULL`
    : sql`(f.from_day IS NULL AND (f.to_day IS NULL OR f.to_day > ${until}::date))`
  const counts = figures.map(
    (figure) =>
      sql`count(DISTINCT ${figure.counting.of === 'people' ? sql`f.person_id::text` : sql`f.key`})
            FILTER (WHERE ${join([sql`true`, ...where(figure, 'f')], ' AND ')})::int`,
  )
  return sql`
    SELECT ARRAY[${join(counts)}] AS counts FROM (${rowsOf(fact, { from, until, isUncertain: true })}) AS f
     WHERE ${join([sql`(${outside} OR (${open} AND f.entered_on BETWEEN ${from}::date AND ${until}::date))`, ...ofOffices(asked.offices)], ' AND ')}`
}
