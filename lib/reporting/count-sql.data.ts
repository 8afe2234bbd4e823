import 'server-only'
import { empty, join, raw, type Sql, sql } from '@/lib/db/sql'
import type { Day } from '@/lib/shared/dates'
import {
  type Asked,
  type Branch,
  cellsOf,
  countedOf,
  isLength,
  lengthsOf,
  nameOfColumn,
  type Own,
  type Table,
} from './cells-sql.data'
import { type DimensionId, isOwn, NOT_RECORDED } from './dimension.rules'
import { baseOf, rowsOf, withBase } from './facts.data'
import { figureOf } from './figure.rules'
import type { Figure } from './figure-kind.rules'
import { inGroups } from './group.rules'
import { isAnswered, ownAnswersOf, withAnswers } from './own-sql.data'
import { type Names, people } from './people-sql.data'
import { columnsOfValue, isPersonal, sqlOf } from './value-sql.data'

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

/** As decimals: the last digits of a sum of broken numbers would tell that a row was written in between. */
const numberOf = ({ counting }: Figure): Sql =>
  'number' in counting ? sql`, ${raw(`fact."${counting.number}"`)}::numeric AS number` : empty
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

/** Which rows of the fact a figure counts. */
const conditionsOf = ({ asked }: Branch): string => JSON.stringify(figureOf(asked.figure).where ?? {})

/**
 * The rows of tables of one fact in one period, read once: for each table its rows, each with what it is about (`ownOf`) and the two values it
 * is broken down by. Figures that count other rows of the fact describe each person as of another day, so that each has its own people.
 */
const selected = (
  branches: readonly [Branch, ...Branch[]],
  ownOf: (figure: Figure) => readonly Own[],
  number = 0,
): { readonly ctes: Sql; readonly rowsOfTable: (table: Table) => Sql } => {
  const [{ asked: first }] = branches
  const shared = figureOf(first.figure)
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
  const every = raw(`fact_${number}`)
  const namesOf = (branch: Branch): Names => {
    const at = `${number}_${kinds.indexOf(conditionsOf(branch))}`
    return { fact: isOne ? every : raw(`fact_${at}`), counted: raw(`counted_${at}`), who: raw(`who_${at}`) }
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
        : sql`, ${names.fact} AS NOT MATERIALIZED (SELECT fact.* FROM ${every} AS fact WHERE ${join([sql`true`, ...where(figure, 'fact')], ' AND ')})`,
      [...needs].some(isPersonal) ? people(figure, first, needs, names) : empty,
    ]
  })
  /** The rows of one table; where it has several columns, each says of a row whether it counts (`c0`, `c1`, …). */
  const rowsOfTable = (table: Table): Sql => {
    const [first] = table
    const { asked } = first
    const figure = figureOf(asked.figure)
    const { fact, who } = namesOf(first)
    const needs = table.flatMap(needsOf)
    const answers = ownAnswersOf(needs)
    const value = (by: DimensionId | null): Sql =>
      by === null ? sql`NULL::text` : sql`coalesce(${sqlOf(by, answers)}, ${NOT_RECORDED})`
    const own = ownOf(figure).map((name) => raw(`fact.${name}`))
    const read = [...new Set(table.flatMap((branch) => columnsOf(branch, ownOf(figure))))]
    // Of a person who is met ten times in one place, one row is enough; of days there are too many.
    const different =
      figure.counting.of === 'people' && !read.includes('from_day')
        ? sql`(SELECT DISTINCT ${join(read.map((name) => raw(`every."${name}"`)))} FROM ${fact} AS every)`
        : fact
    const conditions = table.map(({ asked: { only }, part }) =>
      join(
        [
          sql`true`,
          ...only.map(({ dimension, value: code }) =>
            isOwn(dimension)
              ? isAnswered(answers, dimension, code)
              : oneOf(sqlOf(dimension, answers), [code]),
          ),
          ...(part === null ? [] : where(part, 'fact')),
        ],
        ' AND ',
      ),
    )
    const isOneColumn = table.length === 1
    return sql`
      SELECT ${value(asked.by)} AS a, ${value(asked.split)} AS b${own.length === 0 ? empty : sql`, ${join(own)}`}${numberOf(figure)}
             ${isLength(figure) ? sql`, fact.from_day, fact.to_day, fact.known_on, fact.lost_on` : empty}
             ${isOneColumn ? empty : sql`, ${join(conditions.map((condition, at) => sql`${condition} AS ${nameOfColumn(at)}`))}`}
        FROM ${different} AS fact
             ${needs.some(isPersonal) ? sql`LEFT JOIN ${who} AS who ON who.person_id = fact.person_id` : empty}
             ${needs.includes('place') || needs.includes('place_kind') ? sql`LEFT JOIN place ON place.id = fact.place_id` : empty}
             ${withAnswers(answers, [asked.by, asked.split], fact)}
       ${isOneColumn ? sql`WHERE ${join(conditions)}` : empty}`
  }
  return {
    ctes: sql`
      ${every} AS MATERIALIZED (
        SELECT ${columns.length === 0 ? raw('1 AS one') : join(columns.map((name) => raw(`f."${name}"`)))}
          FROM (${rowsOf(shared.fact, first)}) AS f
         WHERE ${join([inPeriod(shared, first), ...ofOffices(first.offices), ...(isOne ? where(shared, 'f') : [])], ' AND ')})
      ${join(ofKinds, '')}`,
    rowsOfTable,
  }
}

/** What follows is another part of the WITH, or its first. */
const startOf = (base: Sql | null): Sql => (base === null ? sql`WITH` : sql`${base},`)

/** What has the same rows. */
export const rowsKeyOf = ({ figure, from, until, offices }: Asked): string => {
  const { fact, timing } = figureOf(figure)
  return JSON.stringify([fact, timing, from, until, offices])
}

/** What is read in one statement. */
export const statementKeyOf = (asked: Asked): string => {
  const { figure, from, until, offices } = asked
  const base = baseOf(figureOf(figure).fact)
  return base === null ? rowsKeyOf(asked) : JSON.stringify([base, from, until, offices])
}

/** Tables of what is read together in one period (`statementKeyOf`), told apart by their number. */
export const tablesOf = (branches: readonly [Branch, ...Branch[]]): Sql => {
  const [{ asked: first }] = branches
  const facts = inGroups(branches.entries(), ([, { asked }]) => rowsKeyOf(asked))
  const parts = facts.map(([one, ...more], number) => {
    const own = [one, ...more]
    const { ctes, rowsOfTable } = selected(
      [one[1], ...more.map(([, branch]) => branch)],
      (figure) => [countedOf(figure) ?? 'key'],
      number,
    )
    const alike = inGroups(own, ([at, branch]) => {
      const { asked } = branch
      const figure = figureOf(asked.figure)
      return JSON.stringify([conditionsOf(branch), asked.by, asked.split, countedOf(figure) ?? at])
    })
    const tables = alike.map(([[at, branch], ...others]) => {
      const table: Table = [branch, ...others.map(([, other]) => other)]
      const rows = rowsOfTable(table)
      return isLength(figureOf(branch.asked.figure))
        ? sql`SELECT at, a, b, NULL::float8 AS value, entries, exits, ends, counts FROM (${lengthsOf(branch.asked, rows, at)}) AS t`
        : sql`SELECT at, a, b, value, NULL::int[] AS entries, NULL::int[] AS exits, NULL::boolean[] AS ends, NULL::int[] AS counts
                FROM (${cellsOf(table, rows, [at, ...others.map(([other]) => other)])}) AS t`
    })
    return { ctes, tables }
  })
  const base = withBase(
    branches.map(({ asked }) => figureOf(asked.figure).fact),
    first,
  )
  return sql`${startOf(base)} ${join(parts.map(({ ctes }) => ctes))} ${join(
    parts.flatMap(({ tables }) => tables),
    ' UNION ALL ',
  )} ORDER BY 1, 2, 3`
}

/** The files behind a number, by id. */
export const filesOf = (asked: Asked, most: number): Sql => {
  const table: Table = [{ asked, part: null }]
  const { ctes, rowsOfTable } = selected(table, () => ['case_id'])
  const base = withBase([figureOf(asked.figure).fact], asked)
  return sql`${startOf(base)} ${ctes} SELECT DISTINCT one.case_id FROM (${rowsOfTable(table)}) AS one WHERE one.case_id IS NOT NULL ORDER BY one.case_id LIMIT ${most}`
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
    ${withBase([fact], { from, until, isUncertain: true }) ?? empty}
    SELECT ARRAY[${join(counts)}] AS counts FROM (${rowsOf(fact, { from, until, isUncertain: true })}) AS f
     WHERE ${join([sql`(${outside} OR (${open} AND f.entered_on BETWEEN ${from}::date AND ${until}::date))`, ...ofOffices(asked.offices)], ' AND ')}`
}
