import 'server-only'
import * as z from 'zod'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import type { Work } from '@/lib/db/work'

const counted = z.array(z.object({ worker_id: z.string(), name: z.string(), files: z.number() }))

/**
 * Open files by worker in the teams one leads. The database keeps the count of open ones (caseload_tally); what is restricted
 * or sealed is in no count and is added for anyone who may read it.
 */
export const listLoad = async (work: Work) => {
  const leads = [...work.actor.leads]
  if (leads.length === 0) return []
  const at = work.now.toISOString()
  const rows = counted.parse(
    await work.tx.$queryRaw`
      SELECT l.worker_id::text, s.name, sum(l.files)::int AS files
        FROM (SELECT t.worker_id, t.files FROM caseload_tally t WHERE t.team_id = ANY (${leads}::uuid[])
              UNION ALL
              SELECT f.worker_id, 1 FROM case_file f
               WHERE f.secrecy <> 'open' AND f.team_id = ANY (${leads}::uuid[])
                 AND f.id IN (SELECT m.case_id FROM case_member m
                               WHERE m.staff_id = ${work.actor.id}::uuid AND m.kind <> 'guest' AND m.valid_from <= ${at}::timestamptz
                                 AND (m.valid_until IS NULL OR m.valid_until > ${at}::timestamptz))
                 AND f.status <> ALL (${[...CLOSED_STATUSES]}::text[])) l
        JOIN staff s ON s.id = l.worker_id
       GROUP BY l.worker_id, s.name`,
  )
  return rows
    .map(({ worker_id: workerId, name, files }) => ({ workerId, name, files }))
    .sort((a, b) => b.files - a.files || a.name.localeCompare(b.name))
}
