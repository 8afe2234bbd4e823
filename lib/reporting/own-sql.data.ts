import 'server-only'
import { empty, join, raw, type Sql, sql } from '@/lib/db/sql'
import { type DimensionId, fieldKeyOf, isOwn, type OwnDimensionId, ownerOf } from './dimension.rules'

// Answers to own fields beside the rows that are counted (docs/adr/0182). Which fields and answers there are is decided by the policies of
// own_field, own_value and own_person_value; a key is a parameter and never part of the statement.

/** The fields of one table, each under a name by its place. */
export type OwnAnswers = readonly OwnDimensionId[]
export const ownAnswersOf = (needs: readonly DimensionId[]): OwnAnswers => [...new Set(needs.filter(isOwn))]

const nameOf = (answers: OwnAnswers, id: OwnDimensionId): number => {
  const at = answers.indexOf(id)
  if (at < 0) throw new Error('an own field that the table does not join')
  return at
}
/** One value of an answer: several of them repeat the row. */
export const valueOfAnswer = (answers: OwnAnswers, id: OwnDimensionId): Sql =>
  raw(`value_${nameOf(answers, id)}.code`)
/** A condition: one of the values of the answer is this one, or there is none. It repeats nothing. */
export const isAnswered = (answers: OwnAnswers, id: OwnDimensionId, code: string | null): Sql => {
  const codes = raw(`answer_${nameOf(answers, id)}.codes`)
  return code === null ? sql`${codes} IS NULL` : sql`${code} = ANY (${codes})`
}

const field = (id: OwnDimensionId): Sql =>
  sql`(SELECT d.id FROM own_field d WHERE d.owner = ${ownerOf(id)} AND d.key = ${fieldKeyOf(id)})`

/** The answers of today. Of a person those that were given within a circle, where the reader is in it, are counted instead of those that everyone reads. */
const answersOf = (id: OwnDimensionId, fact: Sql): Sql =>
  ownerOf(id) === 'person'
    ? sql`SELECT x.person_id AS of_id,
                 CASE WHEN bool_or(x.circle_case_id IS NOT NULL) THEN array_agg(DISTINCT x.code) FILTER (WHERE x.code IS NOT NULL AND x.circle_case_id IS NOT NULL)
                      ELSE array_agg(DISTINCT x.code) FILTER (WHERE x.code IS NOT NULL) END AS codes
            FROM own_person_value x
           WHERE x.person_id IN (SELECT f.person_id FROM ${fact} AS f) AND x.field_id = ${field(id)} AND x.withdrawn_at IS NULL GROUP BY x.person_id`
    : sql`SELECT x.case_id AS of_id, array_agg(DISTINCT x.code) FILTER (WHERE x.code IS NOT NULL) AS codes
            FROM own_value x
           WHERE x.case_id IN (SELECT f.case_id FROM ${fact} AS f) AND x.field_id = ${field(id)} AND x.withdrawn_at IS NULL GROUP BY x.case_id`

/** Beside each row of `fact` the answers of its person or file; of those that break the table down, a row for each value. */
export const withAnswers = (answers: OwnAnswers, broken: readonly (DimensionId | null)[], fact: Sql): Sql => {
  const joined = answers.map((id, at) => {
    const answer = raw(`answer_${at}`)
    const owner = raw(ownerOf(id) === 'person' ? 'fact.person_id' : 'fact.case_id')
    return sql`
             LEFT JOIN (${answersOf(id, fact)}) AS ${answer} ON ${answer}.of_id = ${owner}
             ${broken.includes(id) ? sql`LEFT JOIN LATERAL unnest(${answer}.codes) AS ${raw(`value_${at}`)}(code) ON true` : empty}`
  })
  return joined.length === 0 ? empty : join(joined, ' ')
}
