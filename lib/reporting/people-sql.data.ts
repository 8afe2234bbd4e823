import 'server-only'
import { empty, type Sql, sql } from '@/lib/db/sql'
import type { Day } from '@/lib/shared/dates'
import type { DimensionId } from './dimension.rules'
import type { Figure } from './figure-kind.rules'

/** What the parts of a statement are called that are about one kind of rows. */
export type Names = { readonly fact: Sql; readonly counted: Sql; readonly who: Sql }

/** The day as of which a person is described: the first on which they are counted. */
const dayOfPerson = ({ timing }: Figure, { from, until }: { from: Day; until: Day }): Sql =>
  timing === 'on' ? sql`${until}::date` : sql`greatest(min(coalesce(from_day, to_day)), ${from}::date)`

/**
 * Who is counted, as far as is asked: sex; the lowest age that anyone claims (lib/people/minority.rules), in whole years, of someone born; the
 * nationality that is known best, of those that held on the day. What is said of a person is looked up for those who are counted alone.
 */
export const people = (
  figure: Figure,
  period: { from: Day; until: Day },
  needs: ReadonlySet<DimensionId>,
  { fact, counted, who }: Names,
): Sql => {
  const [hasSex, hasAge, hasNationality] = [
    needs.has('sex'),
    needs.has('age') || needs.has('age_group'),
    needs.has('nationality'),
  ]
  return sql`,
  ${counted} AS MATERIALIZED (SELECT person_id, ${dayOfPerson(figure, period)} AS day FROM ${fact} AS fact GROUP BY person_id),
  ${who} AS MATERIALIZED (
    SELECT c.person_id${hasSex ? sql`, p.sex` : empty}${hasNationality ? sql`, n.country` : empty}
           ${hasAge ? sql`, CASE WHEN b.born > c.day THEN 0 ELSE extract(year FROM age(c.day, b.born))::int END AS years` : empty}
      FROM ${counted} c
           ${hasSex ? sql`LEFT JOIN person p ON p.id = c.person_id` : empty}
           ${
             hasAge
               ? sql`LEFT JOIN (SELECT d.person_id, max(x.born_latest) AS born
                                  FROM ${counted} d JOIN age_claim x ON x.person_id = d.person_id
                                 WHERE x.withdrawn_at IS NULL AND x.born_latest IS NOT NULL GROUP BY d.person_id) AS b ON b.person_id = c.person_id`
               : empty
           }
           ${
             hasNationality
               ? sql`LEFT JOIN (SELECT DISTINCT ON (d.person_id) d.person_id, x.country
                                  FROM ${counted} d JOIN nationality x ON x.person_id = d.person_id
                                 WHERE x.withdrawn_at IS NULL AND (x.valid_from IS NULL OR x.valid_from <= d.day)
                                   AND (x.valid_to IS NULL OR x.valid_to > d.day) AND x.certainty NOT IN ('not_known', 'declined')
                                 ORDER BY d.person_id, array_position(ARRAY['document', 'said', 'presumed', 'contested'], x.certainty), x.created_at, x.id
                               ) AS n ON n.person_id = c.person_id`
               : empty
           })`
}
