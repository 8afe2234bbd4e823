import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import { listInvitations } from '@/lib/accounts/administration.data'
import { toUnseen } from '@/lib/caseload/caseload.data'
import { countCaseload } from '@/lib/caseload/caseload-order.data'
import { today } from '@/lib/cases/case.data'
import { listShownPeople } from '@/lib/cases/shown-people.data'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import type { Plan } from '@/lib/planning/plan.data'
import { listMyVisits, listThisWeek } from '@/lib/planning/upcoming.data'
import { addDays, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { listFacts } from './facts.data'
import { findFirsts } from './firsts.data'
import { listLoad } from './load.data'
import { listShared } from './shared.data'

const SHOWN = 10
const LAST_OPENED = 6

/**
 * What is late in an office as numbers, for who leads it: people in detention whom no one has visited for eight days, centre by centre,
 * and next steps whose day has passed.
 */
const countLate = async (work: Work) => {
  const reached = scopeCases(work.actor, 'case:read', work.now)
  const groups = await work.tx.placeStay.groupBy({
    by: ['placeId'],
    where: { until: null, place: { kind: 'closed_centre' }, file: { AND: [reached, toUnseen(work)] } },
    _count: { _all: true },
  })
  const countOf = new Map(groups.map(({ placeId, _count }) => [placeId, _count._all]))
  const centres = await work.tx.place.findMany({
    where: { id: { in: [...countOf.keys()] } },
    select: { id: true, slug: true, kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true },
    orderBy: { position: 'asc' },
  })
  const { unseen, late } = await countCaseload(work, {})
  return {
    unseen,
    steps: late,
    centres: centres.map((place) => ({ ...place, people: countOf.get(place.id) ?? 0 })),
  }
}
export type Late = Awaited<ReturnType<typeof countLate>>

const opened = z.array(z.object({ id: z.string() }))

/** The files that the actor opened last and still reaches, by their own lines in the audit log. */
const listLastOpened = async (work: Work) =>
  opened.parse(
    await work.tx.$queryRaw`
      SELECT f.id::text
        FROM (SELECT e.case_id, max(e.at) AS at
                FROM (SELECT a.case_id, a.at FROM audit_event a
                       WHERE a.actor_id = ${work.actor.id}::uuid AND a.event = 'case.opened'
                       ORDER BY a.at DESC LIMIT 60) e
               GROUP BY e.case_id) seen
        JOIN case_file f ON f.id = seen.case_id
       ORDER BY seen.at DESC, f.id LIMIT ${LAST_OPENED}`,
  )

/** The actor's last review that was finished: when, and of how many files. */
const findLastReview = async (work: Work) => {
  const review = await work.tx.review.findFirst({
    where: { staffId: work.actor.id, finishedAt: { not: null } },
    select: { finishedAt: true, _count: { select: { items: true } } },
    orderBy: { finishedAt: 'desc' },
  })
  if (review === null || review.finishedAt === null) return null
  return { on: dayOf(review.finishedAt), files: review._count.items }
}

const forCoordinator = async (work: Work) => ({
  role: 'coordinator' as const,
  ...(await findFirsts(work)),
  late: await countLate(work),
  week: await listThisWeek(work),
  load: await listLoad(work),
  lastReview: await findLastReview(work),
  lastOpened: await listLastOpened(work),
  words: await listWords(work, ['concern_type']),
})

const forCaseworker = async (work: Work) => ({
  role: 'caseworker' as const,
  ...(await findFirsts(work)),
  visits: await listMyVisits(work),
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
      staff: { select: { id: true, name: true } },
      place: { select: { kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
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

/** The people of the files on the screen, and what its rows say of each file. */
const withFiles = async <T extends Reached>(work: Work, shown: T, isDiscreet: boolean) => {
  const ids = toRowIds(shown)
  return {
    ...shown,
    isDiscreet,
    files: await listFacts(work, ids),
    people: await listShownPeople(work, ids, isDiscreet),
  }
}

/** The first screen, by role. An admin's holds no person at all; in discreet mode there is no name on it and no free text. */
export const getToday = async (work: Work, isDiscreet = false) => {
  switch (work.actor.role) {
    case 'coordinator':
      return withFiles(work, await forCoordinator(work), isDiscreet)
    case 'caseworker':
      return withFiles(work, await forCaseworker(work), isDiscreet)
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

/** The files of which there is a row or a link. */
const toRowIds = ({ firsts, lastOpened }: Reached): string[] => [
  ...new Set([...firsts.flatMap(({ caseId }) => caseId ?? []), ...lastOpened.map(({ id }) => id)]),
]

/** The files that stand on the screen, for the audit log. */
export const toShownIds = (shown: Reached | Admin | Guest): string[] => {
  switch (shown.role) {
    case 'admin':
      return []
    case 'guest':
      return shown.files.map(({ id }) => id)
    case 'caseworker':
      return [...new Set([...toRowIds(shown), ...toPlanned(shown.visits)])]
    case 'coordinator':
      return [...new Set([...toRowIds(shown), ...toPlanned(shown.week)])]
  }
}
