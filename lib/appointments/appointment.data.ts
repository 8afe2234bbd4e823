import 'server-only'
import * as z from 'zod'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { join, type Sql, sql } from '@/lib/db/sql'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { recordStore } from '@/lib/records/record.data'
import type { Day } from '@/lib/shared/dates'
import { APPOINTMENT_KINDS, INTERPRETER_STATES } from './appointment.rules'
import { appointment } from './appointment.schema'

/** The appointments of the people of files. */
export const appointments = recordStore(appointment, {
  list: (tx, asked) => tx.appointment.findMany(asked),
  add: (tx, row) => tx.appointment.createMany({ data: row }),
})

/** Rows as they are known now that are still planned, for a longer statement. `which` narrows by the columns of `a`. */
export const plannedRows = (which: Sql): Sql => sql`
  SELECT a.* FROM appointment a
   WHERE a.state = 'planned' AND a.mistake IS NULL AND ${which}
     AND NOT EXISTS (SELECT FROM appointment later WHERE later.case_id = a.case_id AND later.subject_id = a.subject_id
                        AND later.revision > a.revision)`

const planned = z.array(
  z.object({
    subjectId: z.string(),
    caseId: z.string(),
    code: z.string(),
    personId: z.string(),
    /** What an appointment is for may be what a restricted file keeps secret: lists name it of open files only. */
    kind: storedCode(APPOINTMENT_KINDS).nullable(),
    on: z.string(),
    startsAt: z.string().nullable(),
    endsAt: z.string().nullable(),
    companionId: z.string().nullable(),
    companion: z.string().nullable(),
    /** The colleague who interprets, or someone at a partner who does. */
    interpreterId: z.string().nullable(),
    interpreter: z.string().nullable(),
    needsInterpreter: z.boolean(),
    interpreterState: storedCode(INTERPRETER_STATES).nullable(),
  }),
)
export type Planned = z.output<typeof planned>[number]

/** What is planned in open files within reach, by day and hour, with nothing decrypted. `own` narrows by the columns of `a` and of the file `f`. */
export const listPlanned = async (
  work: Work,
  {
    which,
    own,
    most,
    isInFile = false,
  }: {
    readonly which: Sql
    readonly own: Sql
    readonly most: number
    /** For a page of the file itself, which may say what it is for. */
    readonly isInFile?: boolean
  },
): Promise<Planned[]> =>
  planned.parse(
    await work.tx.$queryRaw`
      SELECT a.subject_id::text AS "subjectId", a.case_id::text AS "caseId", f.code, a.person_id::text AS "personId",
             CASE WHEN f.secrecy = 'open' OR ${isInFile} THEN a.kind END AS kind, a.on_day::text AS "on", a.starts_at AS "startsAt",
             a.ends_at AS "endsAt", a.companion_id::text AS "companionId", s.name AS companion,
             coalesce(a.booked_staff_id, a.booked_person_id)::text AS "interpreterId", i.name AS interpreter,
             a.interpreter_language IS NOT NULL AS "needsInterpreter", a.interpreter_state AS "interpreterState"
        FROM (${plannedRows(which)}) a
        JOIN case_file f ON f.id = a.case_id
        LEFT JOIN staff s ON s.id = a.companion_id
        LEFT JOIN staff i ON i.id = a.booked_staff_id
       WHERE f.status <> ALL (${[...CLOSED_STATUSES]}::text[]) AND ${own}
       ORDER BY a.on_day, a.starts_at NULLS FIRST, a.id
       LIMIT ${most}`,
  )

/** Those of one day or several. */
export const onDays = (days: readonly Day[]): Sql =>
  days.length === 0 ? sql`false` : sql`a.on_day IN (${join(days.map((day) => sql`${day}::date`))})`

/** Those between two days. */
export const between = (from: Day, until: Day): Sql => sql`a.on_day BETWEEN ${from}::date AND ${until}::date`

/** Those that need an interpreter who has not confirmed: the same as isUnconfirmed. */
export const unconfirmed = sql`(a.interpreter_language IS NOT NULL
  AND (a.interpreter_state IS NULL OR a.interpreter_state IN ('asked', 'did_not_come')))`

const days = z.array(z.object({ caseId: z.string(), on: z.string() }))

/** Of some files the day of the next appointment that is planned. */
export const findNextDays = async (
  work: Work,
  caseIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Day>> => {
  const rows = days.parse(
    await work.tx.$queryRaw`
      SELECT a.case_id::text AS "caseId", min(a.on_day)::text AS "on"
        FROM (${plannedRows(sql`a.case_id = ANY (${[...caseIds]}::uuid[]) AND a.on_day >= ${today}::date`)}) a
       GROUP BY a.case_id`,
  )
  return new Map(rows.map(({ caseId, on }) => [caseId, on]))
}
