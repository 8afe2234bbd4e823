import 'server-only'
import * as z from 'zod'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { raw, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import type { Day } from '@/lib/shared/dates'

/** A row of `screening` as it is known now, by the name it has in the statement. */
const isCurrent = (name: 's' | 'later'): Sql => sql`${raw(name)}.mistake IS NULL
  AND NOT EXISTS (SELECT FROM screening r WHERE r.case_id = ${raw(name)}.case_id AND r.subject_id = ${raw(name)}.subject_id
                     AND r.revision > ${raw(name)}.revision)`

/** Screenings whose day to look again has come, of each person in a file the last one (latestOf), for a longer statement. */
export const screeningsDue = (day: Day): Sql => sql`
  SELECT s.* FROM screening s
   WHERE s.again <= ${day}::date AND ${isCurrent('s')}
     AND NOT EXISTS (SELECT FROM screening later WHERE later.case_id = s.case_id AND later.person_id = s.person_id
                        AND (later.screened_day, later.id) > (s.screened_day, s.id) AND ${isCurrent('later')})`

const found = z.array(
  z.object({
    subjectId: z.string(),
    caseId: z.string(),
    code: z.string(),
    on: z.string(),
    screenedOn: z.string(),
  }),
)
export type ScreeningDue = z.output<typeof found>[number]

/** Those of open files within reach, the longest waiting first, with nothing decrypted. `own` narrows by the columns of the file `f`. */
export const listScreeningsDue = async (
  work: Work,
  { day, own, most }: { readonly day: Day; readonly own: Sql; readonly most: number },
): Promise<ScreeningDue[]> =>
  found.parse(
    await work.tx.$queryRaw`
      SELECT s.subject_id::text AS "subjectId", s.case_id::text AS "caseId", f.code, s.again::text AS "on", s.screened_day::text AS "screenedOn"
        FROM (${screeningsDue(day)}) s JOIN case_file f ON f.id = s.case_id
       WHERE f.status <> ALL (${[...CLOSED_STATUSES]}::text[]) AND ${own}
       ORDER BY s.again, s.id
       LIMIT ${most}`,
  )
