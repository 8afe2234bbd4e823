import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { listInvitations } from '@/lib/accounts/administration.data'
import { caseLine, toUnseen } from '@/lib/caseload/caseload.data'
import { FIRST_SORT } from '@/lib/caseload/caseload.schema'
import { listPlaces } from '@/lib/caseload/caseload-order.data'
import { today } from '@/lib/cases/case.data'
import { CLOSED_STATUSES } from '@/lib/cases/case.rules'
import { listWords } from '@/lib/cases/word.data'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import type { Plan } from '@/lib/planning/plan.data'
import { findNextPlans, listMyVisits, listThisWeek } from '@/lib/planning/upcoming.data'
import { addDays, toDate, toDay } from '@/lib/shared/dates'
import { findFirsts } from './first.data'
import { listLoad } from './load.data'
import { listShared } from './shared.data'

const SHOWN = 10
const MINE = 5
const LAST_OPENED = 6
const open: Prisma.CaseFileWhereInput = { status: { notIn: [...CLOSED_STATUSES] } }

/**
 * In a closed centre for eight days or longer and not seen for as long: the first ones in the order of danger, with the day on
 * which someone means to see them, and how many there are in each centre.
 */
const listUnseen = async (work: Work) => {
  const where = { AND: [scopeCases(work.actor, 'case:read', work.now), open, toUnseen(work)] }
  const places = await listPlaces(work, {
    filters: { contact: { values: ['unseen'], isNot: false } },
    sort: FIRST_SORT,
    take: SHOWN,
  })
  const found = await work.tx.caseFile.findMany({
    where: { AND: [where, { id: { in: places.map(({ id }) => id) } }] },
    select: caseLine,
  })
  const lines = places.flatMap(({ id }) => found.find((line) => line.id === id) ?? [])
  const next = await findNextPlans(
    work,
    lines.map(({ id }) => id),
  )
  const groups = await work.tx.placeStay.groupBy({
    by: ['placeId'],
    where: { until: null, place: { kind: 'closed_centre' }, file: where },
    _count: { _all: true },
  })
  const countOf = new Map(groups.map(({ placeId, _count }) => [placeId, _count._all]))
  const centres = await work.tx.place.findMany({
    where: { id: { in: [...countOf.keys()] } },
    select: { id: true, slug: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
    orderBy: { position: 'asc' },
  })
  return {
    lines: lines.map((line) => ({ ...line, nextVisitOn: next.get(line.id) ?? null })),
    total: await work.tx.caseFile.count({ where }),
    centres: centres.map((place) => ({ ...place, people: countOf.get(place.id) ?? 0 })),
  }
}
export type Unseen = Awaited<ReturnType<typeof listUnseen>>

/** One's own files, those longest without a contact first. */
const listMine = async (work: Work) => {
  const where = { AND: [scopeCases(work.actor, 'case:read', work.now), open] }
  return {
    lines: await work.tx.caseFile.findMany({
      where,
      select: caseLine,
      orderBy: [{ lastContactOn: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
      take: MINE,
    }),
    total: await work.tx.caseFile.count({ where }),
  }
}

const opened = z.array(z.object({ id: z.string(), code: z.string() }))

/** The files that the actor opened last and still reaches, by their own lines in the audit log. */
const listLastOpened = async (work: Work) =>
  opened.parse(
    await work.tx.$queryRaw`
      SELECT f.id::text, f.code
        FROM (SELECT e.case_id, max(e.at) AS at
                FROM (SELECT a.case_id, a.at FROM audit_event a
                       WHERE a.actor_id = ${work.actor.id}::uuid AND a.event = 'case.opened'
                       ORDER BY a.at DESC LIMIT 60) e
               GROUP BY e.case_id) seen
        JOIN case_file f ON f.id = seen.case_id
       ORDER BY seen.at DESC, f.id LIMIT ${LAST_OPENED}`,
  )

const forCoordinator = async (work: Work) => ({
  role: 'coordinator' as const,
  ...(await findFirsts(work)),
  unseen: await listUnseen(work),
  week: await listThisWeek(work),
  load: await listLoad(work),
  lastOpened: await listLastOpened(work),
  words: await listWords(work, ['concern_type']),
})

const forCaseworker = async (work: Work) => ({
  role: 'caseworker' as const,
  ...(await findFirsts(work)),
  visits: await listMyVisits(work),
  unseen: await listUnseen(work),
  mine: await listMine(work),
  lastOpened: await listLastOpened(work),
  words: await listWords(work, ['concern_type']),
})

const forGuest = async (work: Work) => ({ role: 'guest' as const, files: await listShared(work) })

/** The organisation and no one’s life: how many can sign in, whose badge ends within a month. */
const forAdmin = async (work: Work) => {
  const { organisationId } = work.actor
  const from = today(work)
  const badges = await work.tx.accreditation.findMany({
    where: {
      staff: { organisationId, active: true },
      validUntil: { gte: toDate(from), lte: toDate(addDays(from, 30)) },
    },
    select: {
      id: true,
      validUntil: true,
      staff: { select: { name: true } },
      place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  })
  return {
    role: 'admin' as const,
    active: await work.tx.staff.count({ where: { organisationId, active: true } }),
    invitations: (await listInvitations(work)).map(({ id, expiresAt }) => ({ id, expiresAt })),
    badges: badges.map(({ validUntil, ...badge }) => ({ ...badge, until: toDay(validUntil) })),
  }
}

/** Those of the files on the screen that stand there only, and on no paper. */
const withOnScreenOnly = async <T extends Reached>(work: Work, shown: T) => ({
  ...shown,
  onScreenOnly: (
    await work.tx.caseFile.findMany({
      where: { id: { in: toShownIds(shown) }, secrecy: { not: 'open' } },
      select: { id: true },
    })
  ).map(({ id }) => id),
})

/** The first screen, by role. An admin's holds no person at all. */
export const getToday = async (work: Work) => {
  switch (work.actor.role) {
    case 'coordinator':
      return withOnScreenOnly(work, await forCoordinator(work))
    case 'caseworker':
      return withOnScreenOnly(work, await forCaseworker(work))
    case 'guest':
      return forGuest(work)
    case 'admin':
      return forAdmin(work)
  }
}
export type Today = Awaited<ReturnType<typeof getToday>>
export type TodayOf<R extends Today['role']> = Extract<Today, { role: R }>

type Reached = Awaited<ReturnType<typeof forCoordinator>> | Awaited<ReturnType<typeof forCaseworker>>
type Guest = Awaited<ReturnType<typeof forGuest>>
type Admin = Awaited<ReturnType<typeof forAdmin>>

const toPlanned = (plans: readonly Plan[]): string[] =>
  plans.flatMap(({ people }) => people.map(({ caseId }) => caseId))

/** The files that stand on the screen, for the audit log. */
export const toShownIds = (shown: Reached | Admin | Guest): string[] => {
  const ids =
    shown.role === 'admin'
      ? []
      : shown.role === 'guest'
        ? shown.files.map(({ id }) => id)
        : [
            ...shown.firsts.flatMap(({ caseId }) => caseId ?? []),
            ...shown.unseen.lines.map(({ id }) => id),
            ...shown.lastOpened.map(({ id }) => id),
            ...(shown.role === 'caseworker'
              ? [...shown.mine.lines.map(({ id }) => id), ...toPlanned(shown.visits)]
              : toPlanned(shown.week)),
          ]
  return [...new Set(ids)]
}
