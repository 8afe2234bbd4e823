import 'server-only'
import * as z from 'zod'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Why someone reads a file: the relation the policies found, and until when it lasts. */
export const READER_REASONS = vocabulary('cases.reader-reasons', [
  'worker',
  'coordinator',
  'support',
  'cover',
  'circle',
  'guest',
  'glass',
])
export type ReaderReason = CodeOf<typeof READER_REASONS>
export type Reader = {
  readonly staffId: string
  readonly name: string
  readonly reason: ReaderReason
  /** Since when it holds; null where no row says so, as of who leads the office. */
  readonly since: Date | null
  readonly until: Date | null
  /** May be given something to do in the file: a guest, or who opened it in an emergency, reads only. */
  readonly works: boolean
}

const rows = z.array(
  z.object({
    staffId: z.string(),
    name: z.string(),
    reason: storedCode(READER_REASONS),
    since: z.date().nullable(),
    until: z.date().nullable(),
    works: z.boolean(),
  }),
)

/** Everyone who reads a file at this moment, one line for each reason, as the policies of the database say it. */
export const listReaders = async (work: Work, caseId: string): Promise<Reader[]> =>
  rows.parse(
    await work.tx.$queryRaw`
      SELECT r.staff_id AS "staffId", s.name, r.reason, r.until, r.works,
             CASE WHEN r.reason = 'worker'
                  THEN coalesce((SELECT max(a.assigned_at) FROM case_assignment a WHERE a.case_id = f.id AND a.to_staff_id = s.id),
                                f.opened_on::timestamp AT TIME ZONE 'Europe/Brussels')
                  WHEN r.reason = 'glass'
                  THEN (SELECT max(g.at) FROM glass g WHERE g.case_id = f.id AND g.staff_id = s.id)
                  ELSE (SELECT max(m.valid_from) FROM case_member m
                         WHERE m.case_id = f.id AND m.staff_id = s.id AND m.kind = r.reason AND m.valid_from <= app.now()
                           AND m.valid_until IS NOT DISTINCT FROM r.until) END AS since
        FROM app.readers_of(${caseId}::uuid) r JOIN staff s ON s.id = r.staff_id
             LEFT JOIN case_file f ON f.id = ${caseId}::uuid
       ORDER BY array_position(ARRAY['worker', 'coordinator', 'circle', 'support', 'cover', 'guest', 'glass'], r.reason), s.name`,
  )

/** Whether someone may be given a task in a file: a guest may too, they read what they are to do. */
export const mayBeGiven = async (work: Work, caseId: string, staffId: string): Promise<boolean> =>
  (await listReaders(work, caseId)).some(
    (reader) => (reader.works || reader.reason === 'guest') && reader.staffId === staffId,
  )

/** Whether a colleague may be given something to do, or be asked something, in a file. */
export const isAtWorkOn = async (work: Work, caseId: string, staffId: string): Promise<boolean> =>
  (await listReaders(work, caseId)).some((reader) => reader.works && reader.staffId === staffId)
