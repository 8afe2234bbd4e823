import 'server-only'
import * as z from 'zod'
import { reachedBy } from '@/lib/access/scope'
import { join, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'

/** The pairs that the list of duplicates shows (compare.data.ts), without a name being read: both people in files one works on. */
export const pairRows = (work: Work): Sql => {
  const ways = reachedBy(work.actor, 'case:edit', work.now)
  if (ways.length === 0) return sql`SELECT NULL::uuid AS person_id WHERE false`
  const reach = join(
    ways.map((way) => sql`(${way})`),
    ' OR ',
  )
  const isHere = (person: Sql): Sql =>
    sql`EXISTS (SELECT FROM case_person cp JOIN case_file f ON f.id = cp.case_id WHERE cp.person_id = ${person} AND (${reach}))`
  return sql`SELECT l.person_id FROM likely_pair l
              WHERE l.person_id <> l.other_id AND ${isHere(sql`l.person_id`)} AND ${isHere(sql`l.other_id`)}
                AND NOT EXISTS (SELECT FROM not_same n
                                 WHERE n.lifted_at IS NULL AND ((n.person_id = l.person_id AND n.other_id = l.other_id)
                                    OR (n.person_id = l.other_id AND n.other_id = l.person_id)))`
}

const counted = z.array(z.object({ pairs: z.number() })).length(1)

export const countPairs = async (work: Work): Promise<number> => {
  const [row] = counted.parse(
    await work.tx.$queryRaw`SELECT count(*)::int AS pairs FROM (${pairRows(work)}) w`,
  )
  return row?.pairs ?? 0
}
