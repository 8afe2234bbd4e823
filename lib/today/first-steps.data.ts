import 'server-only'
import { hasSecondStep } from '@/lib/accounts/own-account.data'
import type { Work } from '@/lib/db/work'
import { FIRST_STEPS, type FirstStep, isFirstHour } from './first-steps.rules'

export type ShownStep = { readonly key: FirstStep; readonly isDone: boolean }

const id = { id: true } as const

/** Whether something was really done, by this account or, where one is enough for all, by anyone. */
const isDone = async (work: Work, step: FirstStep): Promise<boolean> => {
  const { tx, actor } = work
  switch (step) {
    case 'secondStep':
      return hasSecondStep(work)
    case 'person':
      return (await tx.caseFile.findFirst({ where: { workerId: actor.id }, select: id })) !== null
    case 'import':
      // An office that has files has brought them, in whatever way.
      return (await tx.caseFile.findFirst({ select: id })) !== null
    case 'plan':
      return (await tx.visitPlan.findFirst({ where: { createdBy: actor.id }, select: id })) !== null
    case 'visit':
      return (await tx.visit.findFirst({ where: { createdBy: actor.id }, select: id })) !== null
    case 'review':
      return (await tx.review.findFirst({ where: { staffId: actor.id }, select: id })) !== null
    case 'invite':
      return (await tx.staff.count({ where: { active: true } })) > 1
    case 'secondAdmin':
      return (await tx.staff.count({ where: { role: 'admin', active: true } })) > 1
    case 'retention':
      return (await tx.retentionRule.findFirst({ select: id })) !== null
  }
}

/** The first steps of the actor's role, each with whether it is done; none once the first hour is over. */
export const listFirstSteps = async (work: Work): Promise<ShownStep[]> => {
  const done = new Map<FirstStep, boolean>()
  const keys: readonly FirstStep[] = FIRST_STEPS[work.actor.role]
  const toShown = () => keys.map((key) => ({ key, isDone: done.get(key) ?? false }))
  // How one signs in is asked of another connection: only where it can still change what is shown.
  for (const key of [...keys.filter((one) => one !== 'secondStep'), 'secondStep'] as const) {
    if (!isFirstHour(toShown())) return []
    done.set(key, await isDone(work, key))
  }
  return isFirstHour(toShown()) ? toShown() : []
}
