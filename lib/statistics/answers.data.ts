import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { dayOf } from '@/lib/shared/dates'
import { findEnding } from './period.rules'

/** How many people met in a quarter that ends soon were never asked whether they may be counted. until: the last day to ask. */
export type AnswersMissing = { people: number; until: string; days: number }

const counted = z.array(z.object({ people: z.number() })).length(1)

/**
 * For who leads an office: exact, of its open files. For an admin: of all offices, to the nearest ten and none below twenty. Null for all
 * others, when no one is missing, and while there is time.
 */
export async function readAnswersMissing(work: Work): Promise<AnswersMissing | null> {
  const { actor, tx } = work
  const ending = findEnding(dayOf(work.now))
  if (ending === null) return null
  const { start, end } = ending.period
  const isAdmin = actor.role === 'admin'
  if (!isAdmin && actor.leads.length === 0) return null
  const rows = isAdmin
    ? await tx.$queryRaw`SELECT app.answers_missing(${start}::date::timestamp AT TIME ZONE 'Europe/Brussels') AS people`
    : await tx.$queryRaw`
        SELECT count(DISTINCT e.person_id)::int AS people FROM encounter e
         WHERE e.team_id = ANY (${[...actor.leads]}::uuid[]) AND e.outcome = 'seen' AND e.secrecy = 'open'
           AND e.created_at >= ${start}::date::timestamp AT TIME ZONE 'Europe/Brussels'
           AND NOT EXISTS (SELECT FROM consent c
                            WHERE c.person_id = e.person_id AND c.purpose = 'statistics' AND c.answer <> 'not_asked' AND c.secrecy = 'open'
                              AND NOT EXISTS (SELECT FROM consent_end m
                                               WHERE m.case_id = c.case_id AND m.consent_id = c.id AND m.kind = 'mistake'))`
  const [row] = counted.parse(rows)
  const people = row?.people ?? 0
  return people === 0 ? null : { people, until: end, days: ending.days }
}
