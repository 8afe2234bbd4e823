import 'server-only'
import * as z from 'zod'
import { isBusy } from '@/lib/db/errors'
import { withJobWork } from '@/lib/db/work'
import { type JobName, KEPT_DAYS, pauseAfter, type RunState } from './job.rules'

/** Which process holds what for how long. */
export type Holder = { readonly instance: string; readonly version: string; readonly leaseSeconds: number }

const ids = z.array(z.object({ id: z.uuid() })).max(1)
const counts = z.array(z.object({ failures: z.int() })).max(1)
const JOB = 'system'

/**
 * Takes a job that is due and that no one holds: one UPDATE, so that of two processes one gets it. A run whose process ended without
 * a word is written down as lost.
 * @returns the id of the run; null when it is not due, or held
 */
export const claimJob = async (
  job: JobName,
  { instance, version, leaseSeconds }: Holder,
): Promise<string | null> => {
  try {
    return await withJobWork(JOB, async ({ tx }) => {
      await tx.$executeRaw`INSERT INTO job_lease (job) VALUES (${job}) ON CONFLICT DO NOTHING`
      const taken = await tx.$executeRaw`
        UPDATE job_lease SET holder = ${instance}::uuid, held_until = app.now() + make_interval(secs => ${leaseSeconds})
         WHERE job = ${job} AND due_at <= app.now() AND (held_until IS NULL OR held_until < app.now())`
      if (taken === 0) return null
      await tx.$executeRaw`UPDATE job_run SET state = 'lost', ended_at = app.now() WHERE job = ${job} AND state = 'running'`
      const [run] = ids.parse(
        await tx.$queryRaw`INSERT INTO job_run (job, instance_id, version) VALUES (${job}, ${instance}::uuid, ${version}) RETURNING id::text`,
      )
      return run?.id ?? null
    })
  } catch (error) {
    // Another process was faster.
    if (isBusy(error)) return null
    throw error
  }
}

/** What ends a run must be written: where another transaction was in the way it is tried again. */
const insist = async <T>(run: () => Promise<T>, tries = 5): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if (tries <= 1 || !isBusy(error)) throw error
    return insist(run, tries - 1)
  }
}

/** Goes on holding it. @returns false when it is no longer ours */
export const renewJob = (job: JobName, { instance, leaseSeconds }: Holder): Promise<boolean> =>
  withJobWork(JOB, async ({ tx }) => {
    const held = await tx.$executeRaw`
      UPDATE job_lease SET held_until = app.now() + make_interval(secs => ${leaseSeconds})
       WHERE job = ${job} AND holder = ${instance}::uuid`
    return held === 1
  })

export type Ended = {
  readonly state: Exclude<RunState, 'running'>
  readonly did?: number
  readonly code?: string
}

/** Writes down how a run ended; the lease stays until releaseJob. */
export const endRun = (run: string, { state, did, code }: Ended): Promise<unknown> =>
  insist(() =>
    withJobWork(
      JOB,
      ({ tx }) =>
        tx.$executeRaw`UPDATE job_run SET state = ${state}, ended_at = app.now(), did = ${did ?? null}::int, code = ${code ?? null}
                        WHERE id = ${run}::uuid AND state = 'running'`,
    ),
  )

/** Gives the job back, and says when it is due again: after its period, or sooner when it failed. */
export const releaseJob = (
  job: JobName,
  { instance }: Holder,
  { isWell, periodSeconds }: { readonly isWell: boolean; readonly periodSeconds: number },
): Promise<void> =>
  insist(() =>
    withJobWork(JOB, async ({ tx }) => {
      const [row] = counts.parse(
        await tx.$queryRaw`
        UPDATE job_lease SET holder = NULL, held_until = NULL, failures = CASE WHEN ${isWell} THEN 0 ELSE failures + 1 END
         WHERE job = ${job} AND holder = ${instance}::uuid RETURNING failures`,
      )
      if (row === undefined) return
      const pause = pauseAfter(row.failures, periodSeconds)
      await tx.$executeRaw`UPDATE job_lease SET due_at = app.now() + make_interval(secs => ${pause}) WHERE job = ${job}`
    }),
  )

/** Forgets runs that are older than the history. @returns how many */
export const forgetOldRuns = (): Promise<number> =>
  withJobWork(
    JOB,
    ({ tx }) =>
      tx.$executeRaw`DELETE FROM job_run WHERE started_at < app.now() - make_interval(days => ${KEPT_DAYS}) AND state <> 'running'`,
  )
