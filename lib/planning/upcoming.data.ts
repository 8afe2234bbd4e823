import 'server-only'
import { scopePlans } from '@/lib/access/scope'
import type { Work } from '@/lib/db/work'
import { toMonday } from '@/lib/detention/visit.rules'
import { addDays, type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { findConflicts } from './conflict.rules'
import { listThatTookPlace, slotOf } from './held.data'
import { listPlans, type Plan } from './plan.data'
import { findSurroundings, toOther } from './surroundings.data'

// Planned visits as the first screen needs them: what to go to, what to write down, what the week lacks.

export const WRITE_WITHIN_DAYS = 30
const AHEAD_DAYS = 13

type Days = { readonly from: Day; readonly until: Day }

/** Published visits between two days that the actor was to go on, and that no one has written down. */
const listMine = async (work: Work, span: Days): Promise<Plan[]> => {
  const mine = (await listPlans(work, span)).filter(
    ({ state, visitors }) => state === 'published' && visitors.some(({ id }) => id === work.actor.id),
  )
  if (mine.length === 0) return []
  const held = await listThatTookPlace(work, span)
  return mine.filter((plan) => !held.has(slotOf(plan)))
}

export type Unwritten = Pick<Plan, 'id' | 'onDate' | 'place'>

/** Visits of the last weeks that the actor was to go on, and that no one has written down. */
export const listUnwritten = (work: Work): Promise<Unwritten[]> => {
  const today = dayOf(work.now)
  return listMine(work, { from: addDays(today, -WRITE_WITHIN_DAYS), until: addDays(today, -1) })
}

/** The published visits that the actor goes on, from today on, the next first. */
export const listMyVisits = (work: Work): Promise<Plan[]> => {
  const from = dayOf(work.now)
  return listMine(work, { from, until: addDays(from, AHEAD_DAYS) })
}

/** Plans with whether they were held, and what speaks against them. */
export const listJudged = async (work: Work, span: Days) => {
  const plans = await listPlans(work, span)
  const around = await findSurroundings(work, {
    ...span,
    plans,
    staffIds: [...new Set(plans.flatMap(({ visitors }) => visitors.map(({ id }) => id)))],
  })
  const held = await listThatTookPlace(work, span)
  return plans.map((plan) => ({
    ...plan,
    isHeld: held.has(slotOf(plan)),
    conflicts: findConflicts(toOther(plan), around(plan.placeId)),
  }))
}
export type Judged = Awaited<ReturnType<typeof listJudged>>[number]

/** The visits of this week, those of the past days too. */
export const listThisWeek = (work: Work): Promise<Judged[]> => {
  const from = toMonday(dayOf(work.now))
  return listJudged(work, { from, until: addDays(from, 6) })
}

/** The next day on which someone means to see the people of these files, by file. */
export const findNextPlans = async (
  work: Work,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> => {
  const lines = await work.tx.visitPlanPerson.findMany({
    where: {
      planned: true,
      caseId: { in: [...caseIds] },
      plan: {
        AND: [
          scopePlans(work.actor, 'plan:read'),
          { state: 'published', onDate: { gte: toDate(dayOf(work.now)) } },
        ],
      },
    },
    select: { caseId: true, plan: { select: { onDate: true } } },
    orderBy: { plan: { onDate: 'desc' } },
  })
  return new Map(lines.map(({ caseId, plan }) => [caseId, toDay(plan.onDate)]))
}
