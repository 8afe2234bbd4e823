'use server'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { listFellowVisitors } from '@/lib/detention/fellows.data'
import { isCentre } from '@/lib/detention/visit.data'
import { insertNotices } from '@/lib/notices/notice.data'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok } from '@/lib/shared/result'
import { listDetained } from './detained.data'
import { getPlan, insertPlan, updatePlan, updatePlanState } from './plan.data'
import { checkPlan, toKey } from './plan.rules'
import {
  cancelSchema,
  newPlanSchema,
  planSchema,
  publishSchema,
  repeatSchema,
  wishSchema,
} from './plan.schema'
import { toPlanForm } from './plan.view'
import { checkPeopleReach, type PlannedPerson } from './plan-lines.data'
import { findReasons } from './reason.data'
import { repeatWeekBefore } from './week.data'
import { setWishFor } from './wish.data'

const caseIdsOf = (people: readonly { readonly caseId: string }[]): string[] => [
  ...new Set(people.map(({ caseId }) => caseId)),
]

/** The people of a plan, each with the reason that speaks loudest for seeing them. */
const withReasons = async (
  work: Work,
  placeId: string,
  people: readonly { readonly caseId: string; readonly personId: string }[],
): Promise<PlannedPerson[]> => {
  const { people: staying } = await listDetained(work, { placeId })
  const here = await findReasons(work, staying)
  const first = new Map(here.map((person) => [toKey(person), person.reasons[0]?.code ?? null]))
  return people.map((person) => ({ ...person, reason: first.get(toKey(person)) ?? null }))
}

const checkKnown = async (
  work: Work,
  plan: { readonly onDate: string; readonly visitors: readonly string[] },
) => {
  const colleagues = await listFellowVisitors(work)
  return checkPlan(plan, { today: dayOf(work.now), colleagues: new Set(colleagues.map(({ id }) => id)) })
}

export const createPlan = defineAction({
  name: 'createPlan',
  permission: 'plan:write',
  schema: newPlanSchema,
  value: z.object({ planId: z.uuid() }),
  audit: ({ people }, { planId }) => ({ event: 'plan.created', planId, caseIds: caseIdsOf(people) }),
  run: async (work, plan) => {
    await checkPeopleReach(work, plan.people)
    const fields = { ...(await checkKnown(work, plan)) }
    if (!work.actor.teams.includes(plan.teamId)) fields.teamId = 'notYourTeam'
    if (!(await isCentre(work, plan.placeId))) fields.placeId = 'unknownChoice'
    if (Object.keys(fields).length > 0) return no('invalid', fields)
    const people = await withReasons(work, plan.placeId, plan.people)
    return ok({ planId: await insertPlan(work, { ...plan, people }) })
  },
})

export const changePlan = defineAction({
  name: 'changePlan',
  permission: 'plan:write',
  schema: planSchema,
  value: z.object({ version: z.int() }),
  audit: ({ planId, people }, { version }) => ({
    event: 'plan.edited',
    planId,
    version,
    caseIds: caseIdsOf(people),
  }),
  run: async (work, plan) => {
    const before = await getPlan(work, plan.planId)
    await checkPeopleReach(work, plan.people)
    if (before.state === 'cancelled') return no('planCancelled')
    // Anyone who stands on the plan already may stay on it, even when they have moved to another office.
    const fresh = plan.visitors.filter((id) => before.visitors.every((one) => one.id !== id))
    const fields = await checkKnown(work, { ...plan, visitors: fresh })
    if (Object.keys(fields).length > 0) return no('invalid', fields)
    const people = await withReasons(work, before.placeId, plan.people)
    if (!(await updatePlan(work, { ...plan, people }))) return conflict(toPlanForm(before))
    return ok({ version: plan.version + 1 })
  },
})

export const publishPlans = defineAction({
  name: 'publishPlans',
  permission: 'plan:write',
  schema: publishSchema,
  value: z.object({ planIds: z.array(z.uuid()) }),
  audit: (_input, { planIds }) => ({ event: 'plan.published', planIds }),
  run: async (work, { plans }) => {
    const going: string[] = []
    for (const { planId, version } of plans) {
      const before = await getPlan(work, planId)
      if (!(await updatePlanState(work, { planId, version }, 'published')))
        return conflict(toPlanForm(before))
      going.push(...before.visitors.map(({ id }) => id))
    }
    await insertNotices(work, 'plan_published', going)
    return ok({ planIds: plans.map(({ planId }) => planId) })
  },
})

export const cancelPlan = defineAction({
  name: 'cancelPlan',
  permission: 'plan:write',
  schema: cancelSchema,
  value: z.object({ version: z.int() }),
  audit: ({ planId }, { version }) => ({ event: 'plan.cancelled', planId, version }),
  run: async (work, { planId, version }) => {
    const before = await getPlan(work, planId)
    if (!(await updatePlanState(work, { planId, version }, 'cancelled'))) return conflict(toPlanForm(before))
    return ok({ version: version + 1 })
  },
})

export const repeatWeek = defineAction({
  name: 'repeatWeek',
  permission: 'plan:write',
  schema: repeatSchema,
  value: z.object({ planIds: z.array(z.uuid()) }),
  audit: (_input, { planIds }) => ({ event: 'plan.repeated', planIds }),
  run: async (work, { monday }) => {
    const planIds = await repeatWeekBefore(work, monday)
    return planIds.length === 0 ? no('nothingToRepeat') : ok({ planIds })
  },
})

export const setWish = defineAction({
  name: 'setWish',
  permission: 'plan:write',
  schema: wishSchema,
  value: z.object({ wanted: z.boolean() }),
  audit: ({ caseId, personId, wanted }) => ({ event: 'wish.set', caseId, personId, wanted }),
  run: async (work, wish) => {
    await checkPeopleReach(work, [wish])
    await setWishFor(work, wish)
    return ok({ wanted: wish.wanted })
  },
})
