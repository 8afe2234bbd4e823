import 'server-only'
import * as z from 'zod'
import { hasSecondStep } from '@/lib/accounts/own-account.data'
import { join, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import type { Actor } from '@/lib/shared/actor'
import { FIRST_STEPS, type FirstStep, isFirstHour } from './first-steps.rules'

export type ShownStep = { readonly key: FirstStep; readonly isDone: boolean }

/** Whether something was really done, by this account or, where one is enough for all, by anyone. */
const doneBy = ({ id }: Actor): Readonly<Record<Exclude<FirstStep, 'secondStep'>, Sql>> => ({
  person: sql`EXISTS (SELECT FROM case_file WHERE worker_id = ${id}::uuid)`,
  // An office that has files has brought them, in whatever way.
  import: sql`EXISTS (SELECT FROM case_file)`,
  plan: sql`EXISTS (SELECT FROM visit_plan WHERE created_by = ${id}::uuid)`,
  visit: sql`EXISTS (SELECT FROM visit WHERE created_by = ${id}::uuid)`,
  review: sql`EXISTS (SELECT FROM review WHERE staff_id = ${id}::uuid)`,
  invite: sql`(SELECT count(*) FROM staff WHERE active) > 1`,
  secondAdmin: sql`(SELECT count(*) FROM staff WHERE role = 'admin' AND active) > 1`,
  retention: sql`EXISTS (SELECT FROM retention_rule)`,
})
const answers = z.tuple([z.object({ done: z.array(z.boolean()) })])

/** The first steps of the actor's role, each with whether it is done; none once the first hour is over. */
export const listFirstSteps = async (work: Work): Promise<ShownStep[]> => {
  const keys: readonly FirstStep[] = FIRST_STEPS[work.actor.role]
  const questions = doneBy(work.actor)
  const asked = keys.flatMap((key) => (key === 'secondStep' ? [] : [{ key, question: questions[key] }]))
  const [{ done }] =
    asked.length === 0
      ? [{ done: [] }]
      : answers.parse(
          await work.tx.$queryRaw(sql`SELECT ARRAY[${join(asked.map(({ question }) => question))}] AS done`),
        )
  const known = new Map<FirstStep, boolean>(asked.map(({ key }, at) => [key, done[at] === true]))
  const toShown = () => keys.map((key) => ({ key, isDone: known.get(key) ?? false }))
  // How one signs in is asked of another connection: only where it can still change what is shown.
  if (!isFirstHour(toShown())) return []
  if (keys.includes('secondStep')) known.set('secondStep', await hasSecondStep(work))
  return isFirstHour(toShown()) ? toShown() : []
}
