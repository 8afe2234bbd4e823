import 'server-only'
import * as z from 'zod'
import { scopeVisits } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import { insertRows, type NewRow } from '@/lib/db/insert-rows'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { ACCESS } from './visit.rules'
import type { VisitHours, VisitInput } from './visit.schema'

type Hours = Pick<VisitHours, 'startsAt' | 'endsAt' | 'access' | 'waitingMinutes'>

/** Hours that were only proposed are no one’s word. */
const toSaid = ({ header, startsAt, endsAt, access, waitingMinutes }: VisitInput): Hours =>
  header === 'said'
    ? { startsAt, endsAt, access, waitingMinutes }
    : { startsAt: null, endsAt: null, access, waitingMinutes: null }

const toRow = (work: Work, id: string, visit: VisitInput): NewRow<'visit'> => {
  const { startsAt, endsAt, access, waitingMinutes } = toSaid(visit)
  return {
    id,
    team_id: visit.teamId,
    place_id: visit.placeId,
    on_date: visit.onDate,
    starts_at: startsAt,
    ends_at: endsAt,
    access,
    waiting_minutes: waitingMinutes,
    created_by: work.actor.id,
  }
}

const joined = z.array(z.object({ id: z.string().nullable() })).length(1)

/**
 * The visit that this writing belongs to: the one of the same team, centre and day, which the actor joins, or a new one.
 * Until the end of the transaction no one else can begin the same visit.
 */
export const joinOrInsert = async (
  work: Work,
  visit: VisitInput,
): Promise<{ id: string; isJoined: boolean }> => {
  const { teamId, placeId, onDate } = visit
  const [found] = joined.parse(
    await work.tx.$queryRaw`SELECT app.join_visit(${teamId}::uuid, ${placeId}::uuid, ${onDate}::date) AS id`,
  )
  const known = found?.id ?? null
  const id = known ?? newId(work.now.getTime())
  if (known === null) await insertRows(work, 'visit', [toRow(work, id, visit)])
  else await widen(work, id, toSaid(visit))
  await insertRows(
    work,
    'visit_visitor',
    visit.visitors.map((staffId) => ({ visit_id: id, staff_id: staffId })),
  )
  return { id, isJoined: known !== null }
}

const earliest = (a: string | null, b: string | null): string | null =>
  [a, b].filter((time) => time !== null).sort()[0] ?? null
const latest = (a: string | null, b: string | null): string | null =>
  [a, b]
    .filter((time) => time !== null)
    .sort()
    .at(-1) ?? null

/** Two who went together: from the first arrival to the last leaving, and how the worse of them was let in. */
const widen = async (work: Work, id: string, hours: Hours): Promise<void> => {
  const row = await work.tx.visit.findUniqueOrThrow({ where: { id }, select: hoursOfVisit })
  const rank = (access: string): number => ACCESS.rank(ACCESS.read(access))
  const data = {
    startsAt: earliest(row.startsAt, hours.startsAt),
    endsAt: latest(row.endsAt, hours.endsAt),
    access: rank(hours.access) > rank(row.access) ? hours.access : row.access,
    waitingMinutes:
      hours.waitingMinutes === null
        ? row.waitingMinutes
        : Math.max(row.waitingMinutes ?? 0, hours.waitingMinutes),
  }
  if (
    data.startsAt !== row.startsAt ||
    data.endsAt !== row.endsAt ||
    data.access !== row.access ||
    data.waitingMinutes !== row.waitingMinutes
  )
    await work.tx.visit.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

const hoursOfVisit = {
  startsAt: true,
  endsAt: true,
  access: true,
  waitingMinutes: true,
  projectId: true,
  version: true,
} as const

/** The hours and the project of a visit as they stand. Throws NotFound when the visit is out of reach. */
export const getVisitHours = async (work: Work, visitId: string) => {
  const row = await work.tx.visit.findFirst({
    where: { AND: [{ id: visitId }, scopeVisits(work.actor, 'visit:record')] },
    select: hoursOfVisit,
  })
  if (row === null) throw new NotFound()
  return row
}

/** @returns false when someone changed the visit meanwhile */
export const updateVisitHours = async (work: Work, hours: VisitHours): Promise<boolean> => {
  const { visitId, version, ...change } = hours
  const { count } = await work.tx.visit.updateMany({
    where: { AND: [{ id: visitId, version }, scopeVisits(work.actor, 'visit:record')] },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}
