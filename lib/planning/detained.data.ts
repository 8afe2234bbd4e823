import 'server-only'
import * as z from 'zod'
import { rowsReachedBy } from '@/lib/access/scope'
import { CLOSED_STATUSES, mayBePrinted } from '@/lib/cases/case.rules'
import { empty, join, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { adultOn } from '@/lib/people/minority.rules'
import { personClaims } from '@/lib/people/person.data'
import { toAgeClaims } from '@/lib/people/person.view'
import { type Day, dayOf } from '@/lib/shared/dates'

/** So many people of a planner, or of one centre, are weighed. */
const MOST_WEIGHED = 500

const rows = z.array(
  z.object({
    caseId: z.string(),
    personId: z.string(),
    code: z.string(),
    openedOn: z.string(),
    status: z.string(),
    secrecy: z.string(),
    risk: z.string(),
    placeId: z.string(),
    since: z.string().nullable(),
    hasMinor: z.boolean(),
    encounterId: z.string().nullable(),
    metOn: z.string().nullable(),
    total: z.number(),
  }),
)

/** When those of these people who are treated as minors are adults. */
const findAdulthood = async (
  work: Work,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Day | null>> => {
  if (personIds.length === 0) return new Map()
  const people = await work.tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, ageClaims: personClaims.ageClaims },
  })
  const today = dayOf(work.now)
  return new Map(people.map(({ id, ageClaims }) => [id, adultOn(toAgeClaims(ageClaims), today)]))
}

/**
 * Everyone in a closed centre whose file the actor may record visits in, without their names. Where there are more than can be weighed,
 * those in danger come first, then those unseen for longest; `leftOut` says how many are not among them.
 */
export const listDetained = async (
  work: Work,
  { placeId, most = MOST_WEIGHED }: { readonly placeId?: string; readonly most?: number } = {},
) => {
  const ways = rowsReachedBy(work.actor, 'visit:record', work.now)
  if (ways.length === 0) return { people: [], leftOut: 0 }
  const day = dayOf(work.now)
  const open = join(
    ways.map((way) => sql`SELECT w.id FROM place_stay w WHERE w.until IS NULL AND ${way}`),
    ' UNION ',
  )
  const found = rows.parse(
    await work.tx.$queryRaw`
    WITH held AS MATERIALIZED (
      SELECT DISTINCT ON (s.case_id, s.person_id) s.case_id, s.person_id, s.place_id, s.since
        FROM place_stay s WHERE s.id = ANY (ARRAY(${open}))
       ORDER BY s.case_id, s.person_id, s.created_at DESC, s.id DESC),
    weighed AS MATERIALIZED (
      SELECT f.id, f.code, f.opened_on, f.status, f.secrecy, f.risk, h.person_id, h.place_id, h.since, coalesce(f.adult_on > ${day}::date, false) AS has_minor, count(*) OVER ()::int AS total
        FROM held h JOIN place ON place.id = h.place_id AND place.kind = 'closed_centre'
             JOIN case_person p ON p.case_id = h.case_id AND p.person_id = h.person_id AND p.until IS NULL
             JOIN case_file f ON f.id = h.case_id
       WHERE f.status <> ALL (${[...CLOSED_STATUSES]}::text[]) ${placeId === undefined ? empty : sql`AND h.place_id = ${placeId}::uuid`}
       ORDER BY coalesce(f.danger_from <= ${day}::date, false) DESC, f.unseen_on NULLS LAST, f.id, h.person_id
       LIMIT ${most})
    SELECT w.id AS "caseId", w.person_id AS "personId", w.code, w.opened_on::text AS "openedOn", w.status, w.secrecy, w.risk,
           w.place_id AS "placeId", w.since::text, w.has_minor AS "hasMinor", m.id AS "encounterId", m.met_on::text AS "metOn", w.total
      FROM weighed w
           LEFT JOIN LATERAL (SELECT e.id, e.met_on FROM encounter e
                               WHERE e.case_id = w.id AND e.person_id = w.person_id AND e.outcome = 'seen'
                               ORDER BY e.met_on DESC, e.id DESC LIMIT 1) AS m ON true`,
  )
  const adulthood = await findAdulthood(
    work,
    found.flatMap(({ hasMinor, personId }) => (hasMinor ? [personId] : [])),
  )
  return {
    people: found.map(({ encounterId, metOn, secrecy, hasMinor: _, total: __, ...person }) => ({
      ...person,
      /** The day on which a person who is treated as a minor is an adult by every claim; null for an adult. */
      adultOn: adulthood.get(person.personId) ?? null,
      /** On no paper: the page of a week is printed too. */
      isOnScreenOnly: !mayBePrinted({ secrecy }),
      /** The last conversation in which the person was seen, by whomever. */
      lastMet: encounterId === null || metOn === null ? null : { encounterId, on: metOn },
    })),
    leftOut: Math.max(0, (found[0]?.total ?? 0) - found.length),
  }
}
/** A person who stays in a closed centre as far as we know. */
export type Detained = Awaited<ReturnType<typeof listDetained>>['people'][number]
