import 'server-only'
import { scopeCases, scopePlans, scopeVisits } from '@/lib/access/scope'
import { listAwaiting } from '@/lib/accounts/voucher.data'
import { listColleagues } from '@/lib/cases/roster.data'
import { listWeighed } from '@/lib/cases/weight.data'
import { listCentres } from '@/lib/cases/word.data'
import { listUnanswered } from '@/lib/circles/glass.data'
import type { Work } from '@/lib/db/work'
import { listCovers, sumLoads } from '@/lib/handovers/receiver.data'
import { listClosures } from '@/lib/planning/surroundings.data'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { countClosedDays, firstDayOf, listEnding, type Span, toMedian } from './team.rules'

const leads = (work: Work) => [...work.actor.leads]

/** Who carries how much: open files within reach, and what they weigh together. */
const readLoads = async (work: Work) => {
  const weighed = await listWeighed(work, { teamId: { in: leads(work) } })
  const covers = await listCovers(work, leads(work))
  const points = sumLoads(weighed, covers)
  const colleagues = new Map((await listColleagues(work, leads(work))).map(({ id, name }) => [id, name]))
  // Anyone who has left an office, or the organisation, and still has its files is the first to be seen.
  const strangers = [...new Set(weighed.map(({ workerId }) => workerId))].filter((id) => !colleagues.has(id))
  const gone = await work.tx.staff.findMany({
    where: { organisationId: work.actor.organisationId, id: { in: strangers } },
    select: { id: true, name: true },
  })
  return [...colleagues, ...gone.map(({ id, name }) => [id, name] as const)]
    .map(([staffId, name]) => ({
      staffId,
      name,
      isGone: !colleagues.has(staffId),
      files: weighed.filter(({ workerId }) => workerId === staffId).length,
      covers: covers.filter((cover) => cover.staffId === staffId).length,
      points: points.get(staffId) ?? 0,
    }))
    .sort((a, b) => b.points - a.points || a.name.localeCompare(b.name))
}

/** Badges of the colleagues one leads that have ended or end soon. */
const readBadges = async (work: Work, today: Day) => {
  const rows = await work.tx.accreditation.findMany({
    where: {
      staff: {
        organisationId: work.actor.organisationId,
        active: true,
        teams: { some: { teamId: { in: leads(work) } } },
      },
    },
    select: {
      staffId: true,
      placeId: true,
      validUntil: true,
      staff: { select: { name: true } },
      place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
  })
  const ending = listEnding(
    rows.map(({ validUntil, staff, ...row }) => ({ ...row, name: staff.name, until: toDay(validUntil) })),
    today,
  )
  const planned = await work.tx.visitPlan.findMany({
    where: {
      AND: [
        scopePlans(work.actor, 'plan:read'),
        { state: { not: 'cancelled' }, onDate: { gte: toDate(today) } },
        { visitors: { some: { goes: true, staffId: { in: ending.map(({ staffId }) => staffId) } } } },
      ],
    },
    select: { placeId: true, onDate: true, visitors: { where: { goes: true }, select: { staffId: true } } },
  })
  return ending.map((badge) => ({
    ...badge,
    /** Visits to this centre for which the colleague is named, and which the badge does not reach. */
    plannedAfter: planned.filter(
      ({ placeId, onDate, visitors }) =>
        placeId === badge.placeId &&
        toDay(onDate) > badge.until &&
        visitors.some(({ staffId }) => staffId === badge.staffId),
    ).length,
  }))
}

/** Visits of the offices one leads, by centre, and what stood in the way. People only from files one may open. */
const readCentres = async (work: Work, from: Day, until: Day) => {
  const within = { gte: toDate(from), lte: toDate(until) }
  const visits = await work.tx.visit.findMany({
    where: { AND: [scopeVisits(work.actor, 'visit:read'), { teamId: { in: leads(work) }, onDate: within }] },
    select: { id: true, placeId: true, access: true, waitingMinutes: true },
  })
  const met = await work.tx.encounter.findMany({
    where: {
      outcome: 'seen',
      visitId: { in: visits.map(({ id }) => id) },
      file: scopeCases(work.actor, 'case:read', work.now),
    },
    select: { personId: true, visitId: true },
  })
  const closures = await listClosures(work, { from, until })
  const placeOf = new Map(visits.map(({ id, placeId }) => [id, placeId]))
  const centres = (await listCentres(work)).filter(({ kind }) => kind === 'closed_centre')
  return centres.map(({ id, labelEn, labelFr, labelNl, labelDe }) => {
    const here = visits.filter(({ placeId }) => placeId === id)
    const waited = here.flatMap(({ waitingMinutes }) => (waitingMinutes === null ? [] : [waitingMinutes]))
    const withAccess = (...access: readonly string[]) =>
      here.filter((visit) => access.includes(visit.access)).length
    return {
      id,
      labelEn,
      labelFr,
      labelNl,
      labelDe,
      visits: here.length,
      people: new Set(
        met.filter(({ visitId }) => placeOf.get(visitId) === id).map(({ personId }) => personId),
      ).size,
      refused: withAccess('refused'),
      hindered: withAccess('partly_refused', 'delayed'),
      waited: waited.length,
      waitingMinutes: toMedian(waited),
      closedDays: countClosedDays(
        closures.filter(({ placeId }) => placeId === id),
        from,
        until,
      ),
    }
  })
}

/** The offices one leads, in numbers. */
export const readTeamRoom = async (work: Work, span: Span) => {
  const today = dayOf(work.now)
  const from = firstDayOf(span, today)
  return {
    span,
    from,
    today,
    awaiting: await listAwaiting(work),
    /** Emergency openings that no one has answered for. */
    openings: (await listUnanswered(work)).length,
    loads: await readLoads(work),
    badges: await readBadges(work, today),
    centres: await readCentres(work, from, today),
  }
}
export type TeamRoom = Awaited<ReturnType<typeof readTeamRoom>>
