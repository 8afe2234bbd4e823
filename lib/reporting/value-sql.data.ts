import 'server-only'
import { raw, type Sql, sql } from '@/lib/db/sql'
import { AGE_BANDS, AGE_GROUPS, type DimensionId, dimensionOf, isOwn, ownerOf } from './dimension.rules'
import { type OwnAnswers, valueOfAnswer } from './own-sql.data'

// Where the values of dimensions are found in the rows that are counted.

const bandOf = (bands: readonly (readonly [string, number])[]): Sql =>
  sql`(${bands.map(([band]) => band)}::text[])[width_bucket(who.years, ${bands.map(([, lowest]) => lowest)}::int[])]`

/** The month of what happened in one; what may have happened in two has none. */
const within = (pattern: string): Sql =>
  sql`CASE WHEN fact.from_day = fact.to_day OR to_char(fact.from_day, ${pattern}) = to_char(fact.to_day, ${pattern})
           THEN to_char(fact.from_day, ${pattern}) END`

/** Where the value of a dimension is found. Identifiers come from the registry alone; what is asked is a parameter. */
export const sqlOf = (by: DimensionId, answers: OwnAnswers): Sql => {
  if (isOwn(by)) return valueOfAnswer(answers, by)
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

export const isPersonal = (by: DimensionId): boolean => dimensionOf(by).from === 'person'

/** The columns that a value is made of. */
export const columnsOfValue = (by: DimensionId): readonly string[] => {
  switch (by) {
    case 'place':
    case 'place_kind':
      return ['place_id']
    case 'office':
      return ['team_id']
    default:
      switch (dimensionOf(by).from) {
        case 'row':
          return [by]
        case 'day':
          return ['from_day', 'to_day']
        case 'person':
          return ['person_id']
        case 'answer':
          return [isOwn(by) && ownerOf(by) === 'person' ? 'person_id' : 'case_id']
      }
  }
}
