import 'server-only'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Work } from '@/lib/db/work'
import { listOpenDeadlines } from '@/lib/deadlines/deadline.data'
import { dayOfEvent } from '@/lib/guardianship/event.rules'
import { listMinors } from '@/lib/guardianship/waiting.data'
import { listReferrals } from '@/lib/referrals/referral.data'
import { currentSteps, isWaiting, stateOf } from '@/lib/referrals/referral.rules'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { listGoals } from '@/lib/tasks/goal.data'
import { listTasks } from '@/lib/tasks/task.data'
import { inOrderOfDay } from './closing.rules'

type Labels = Readonly<Record<'en' | 'fr' | 'nl' | 'de', string>>
type Base = { readonly ref: string; readonly on: Day | null }
/** Something that is still open in a file, with what a page says of it. */
export type OpenThing = Base &
  (
    | { readonly kind: 'deadline'; readonly title: Labels; readonly isCritical: boolean }
    | { readonly kind: 'task' | 'step' | 'goal'; readonly text: string }
    | {
        readonly kind: 'plan'
        readonly place: { labelEn: string; labelFr: string; labelNl: string; labelDe: string }
      }
    /** A minor of the file: missing, or without a guardian. */
    | { readonly kind: 'minor'; readonly state: 'missing' | 'alone'; readonly name: string }
    | { readonly kind: 'referral'; readonly to: string }
    | { readonly kind: 'signal'; readonly code: string; readonly severity: string }
  )

const listPlans = async (work: Work, caseId: string): Promise<OpenThing[]> => {
  const plans = await work.tx.visitPlan.findMany({
    where: {
      state: { not: 'cancelled' },
      onDate: { gte: toDate(dayOf(work.now)) },
      people: { some: { caseId, planned: true } },
    },
    select: {
      id: true,
      onDate: true,
      place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } },
    },
    orderBy: [{ onDate: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return plans.map(({ id, onDate, place }) => ({ kind: 'plan', ref: id, on: toDay(onDate), place }))
}

/** Minors who are missing, and those who wait for a guardian: for each of them one thing, the graver one. */
const listMinorsLeft = async (
  work: Work,
  { id, people }: Pick<CaseHeader, 'id' | 'people'>,
): Promise<OpenThing[]> => {
  const minors = await listMinors(work, [id], { withClosed: true })
  return minors.flatMap(({ personId, current }): OpenThing[] => {
    const name = people.find((one) => one.id === personId)?.names[0]?.text ?? ''
    const { missing, needsGuardian, waitsSince } = current
    if (missing !== null)
      return [{ kind: 'minor', ref: personId, on: dayOfEvent(missing), state: 'missing', name }]
    if (!needsGuardian) return []
    const on = waitsSince === null ? null : dayOfEvent(waitsSince)
    return [{ kind: 'minor', ref: personId, on, state: 'alone', name }]
  })
}

/** All that is still open in a file within reach, in the order of its day: deadlines, signals, minors, visits to come, tasks, the next step, goals. */
export const listOpenThings = async (
  work: Work,
  file: Pick<CaseHeader, 'id' | 'nextStep' | 'signals' | 'people'>,
): Promise<readonly OpenThing[]> => {
  const { id: caseId, nextStep, signals } = file
  const deadlines = await listOpenDeadlines(work, caseId)
  const tasks = await listTasks(work, caseId)
  const goals = await listGoals(work, caseId)
  const things: readonly OpenThing[] = [
    ...deadlines.map(
      ({ id, remindOn, rule, severity }): OpenThing => ({
        kind: 'deadline',
        ref: id,
        on: remindOn,
        title: rule.title,
        isCritical: severity === 'critical',
      }),
    ),
    ...signals.map(
      ({ id, code, severity }): OpenThing => ({ kind: 'signal', ref: id, on: null, code, severity }),
    ),
    ...(await listMinorsLeft(work, file)),
    ...(await listPlans(work, caseId)),
    ...(await listReferrals(work, caseId)).current
      .filter(({ steps }) => isWaiting(stateOf(steps)))
      .map(
        ({ row, steps }): OpenThing => ({
          kind: 'referral',
          ref: row.subjectId,
          on: currentSteps(steps).at(-1)?.on ?? null,
          to: row.to,
        }),
      ),
    ...tasks
      .filter(({ done }) => done === null)
      .map(({ id, dueOn, text }): OpenThing => ({ kind: 'task', ref: id, on: dueOn, text })),
    ...(nextStep === null
      ? []
      : [{ kind: 'step' as const, ref: caseId, on: nextStep.on, text: nextStep.text }]),
    ...goals
      .filter(({ state }) => state === 'open')
      .map(({ id, text }): OpenThing => ({ kind: 'goal', ref: id, on: null, text })),
  ]
  return inOrderOfDay(things)
}
