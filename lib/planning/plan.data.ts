import 'server-only'
import { scopeCases, scopePlans } from '@/lib/access/scope'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import type { Work } from '@/lib/db/work'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { isUuid, newId } from '@/lib/shared/ids'
import type { NewPlan, PlanInput } from './plan.schema'
import { insertPlanLines, type PlannedPerson, updatePlanLines } from './plan-lines.data'

const planShape = {
  id: true,
  teamId: true,
  placeId: true,
  onDate: true,
  startsAt: true,
  endsAt: true,
  state: true,
  createdBy: true,
  version: true,
  place: { select: { slug: true, kind: true, labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
  visitors: {
    where: { goes: true },
    select: { staff: { select: { id: true, name: true } } },
    orderBy: { staff: { name: 'asc' } },
  },
} as const satisfies Prisma.VisitPlanSelect

const toShape = (work: Work) =>
  ({
    ...planShape,
    people: {
      // Row-level security hides the people whose files are out of reach; scope says so in the query.
      where: { planned: true, file: scopeCases(work.actor, 'case:read', work.now) },
      select: { caseId: true, personId: true, reason: true },
      orderBy: [{ position: 'asc' }, { personId: 'asc' }],
    },
  }) as const satisfies Prisma.VisitPlanSelect

type Row = Prisma.VisitPlanGetPayload<{ select: ReturnType<typeof toShape> }>

const toPlan = ({ onDate, visitors, ...row }: Row) => ({
  ...row,
  onDate: toDay(onDate),
  visitors: visitors.map(({ staff }) => staff),
})
export type Plan = ReturnType<typeof toPlan>

/** A planned visit within reach, with the people whose files the actor may open, in the order of the sheet; else null. */
export const findPlan = async (work: Work, id: string): Promise<Plan | null> => {
  if (!isUuid(id)) return null
  const row = await work.tx.visitPlan.findFirst({
    where: { AND: [{ id }, scopePlans(work.actor, 'plan:read')] },
    select: toShape(work),
  })
  return row && toPlan(row)
}

/** The first published plan of a day, for a centre or any, that names the actor: all whom it names begin with it. */
export const findOwnPlan = async (
  work: Work,
  { onDate, placeId }: { readonly onDate: Day; readonly placeId: string | null },
): Promise<Plan | null> => {
  const row = await work.tx.visitPlan.findFirst({
    where: {
      AND: [
        scopePlans(work.actor, 'plan:read'),
        { state: 'published', onDate: toDate(onDate) },
        { visitors: { some: { staffId: work.actor.id, goes: true } } },
        placeId === null ? {} : { placeId },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: toShape(work),
  })
  return row && toPlan(row)
}

export const getPlan = async (work: Work, id: string): Promise<Plan> => {
  const plan = await findPlan(work, id)
  if (plan === null) throw new NotFound()
  return plan
}

/** Plans between two days that still stand, in the order of days. */
export const listPlans = async (
  work: Work,
  { from, until, placeId }: { readonly from: Day; readonly until: Day; readonly placeId?: string },
): Promise<Plan[]> => {
  const rows = await work.tx.visitPlan.findMany({
    where: {
      AND: [
        scopePlans(work.actor, 'plan:read'),
        { state: { not: 'cancelled' }, onDate: { gte: toDate(from), lte: toDate(until) } },
        placeId === undefined ? {} : { placeId },
      ],
    },
    select: toShape(work),
    orderBy: [{ onDate: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
    take: 300,
  })
  return rows.map(toPlan)
}

/** A draft with its lines. */
export const insertPlan = async (
  work: Work,
  plan: Omit<NewPlan, 'people'> & { readonly people: readonly PlannedPerson[] },
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { teamId, placeId, onDate, startsAt, endsAt } = plan
  await work.tx.visitPlan.createMany({
    data: [{ id, teamId, placeId, onDate: toDate(onDate), startsAt, endsAt, createdBy: work.actor.id }],
  })
  await insertPlanLines(work, id, plan)
  return id
}

/** @returns false when someone changed the plan meanwhile, or it was cancelled */
export const updatePlan = async (
  work: Work,
  { planId, version, ...plan }: Omit<PlanInput, 'people'> & { readonly people: readonly PlannedPerson[] },
): Promise<boolean> => {
  const { count } = await work.tx.visitPlan.updateMany({
    where: {
      AND: [{ id: planId, version, state: { not: 'cancelled' } }, scopePlans(work.actor, 'plan:write')],
    },
    data: {
      onDate: toDate(plan.onDate),
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
      version: { increment: 1 },
    },
  })
  if (count === 0) return false
  await updatePlanLines(work, planId, plan)
  return true
}

/** @returns false when the plan is not any more what was on the screen */
export const updatePlanState = async (
  work: Work,
  { planId, version }: { readonly planId: string; readonly version: number },
  to: 'published' | 'cancelled',
): Promise<boolean> => {
  const from = to === 'published' ? ['draft'] : ['draft', 'published']
  const { count } = await work.tx.visitPlan.updateMany({
    where: { AND: [{ id: planId, version, state: { in: from } }, scopePlans(work.actor, 'plan:write')] },
    data: { state: to, version: { increment: 1 } },
  })
  return count === 1
}
