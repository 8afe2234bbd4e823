import 'server-only'
import * as z from 'zod'
import { type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import type { Actor } from '@/lib/shared/actor'

/** Everyone of the actor's teams who works on files, the actor included, as a condition on `s` (staff). */
export const fellowsOf = ({
  id,
  teams,
}: Actor): Sql => sql`s.active AND s.role IN ('caseworker', 'coordinator')
  AND (s.id = ${id}::uuid OR s.id IN (SELECT m.staff_id FROM team_member m WHERE m.team_id = ANY (${[...teams]}::uuid[])))`

export type Named = { readonly id: string; readonly name: string }
const named = z.array(z.object({ id: z.string(), name: z.string() }))

export const listFellowVisitors = async (work: Work): Promise<Named[]> =>
  named.parse(
    await work.tx
      .$queryRaw`SELECT s.id, s.name FROM staff s WHERE ${fellowsOf(work.actor)} ORDER BY s.name, s.id`,
  )
