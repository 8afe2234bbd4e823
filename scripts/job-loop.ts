// Each job in its own turn: claims it when it is due, holds the lease while it works, writes down how it ended. A job that takes long
// holds no other one up, and two processes never do the same (docs/adr/0147).
import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { errorFacts, note, report, tell } from '@/lib/runtime/log'
import { metrics } from '@/lib/runtime/metrics'
import type { JobName } from '@/lib/system/job.rules'
import { claimJob, endRun, type Holder, releaseJob, renewJob } from '@/lib/system/lease.data'

export type Job = {
  readonly name: JobName
  /** Seconds from one end to the next start. */
  readonly period: number
  /** Seconds after which a run counts as failed. What it does in the database ends by the limits of its role. */
  readonly limit: number
  /** @returns how many things it did */
  readonly run: () => Promise<number>
}

type Done = { readonly did: number } | { readonly error: unknown } | 'late'

const codeOf = (error: unknown): string => {
  const { code, kind } = errorFacts(error)
  return (code ?? kind).replaceAll(/\W/g, '_').slice(0, 40)
}

const settle = (job: Job): Promise<Done> =>
  job.run().then(
    (did) => ({ did }),
    (error: unknown) => ({ error }),
  )

/** Runs what was claimed. A run beyond its limit is told as failed, but held until it really ends: no one begins it beside it. */
const perform = async (job: Job, run: string, holder: Holder): Promise<void> => {
  const { name, period, limit } = job
  const began = performance.now()
  const beat = setInterval(
    () => void renewJob(name, holder).catch(() => undefined),
    (holder.leaseSeconds * 1000) / 3,
  )
  const over = new AbortController()
  try {
    const work = settle(job)
    const late = pause(limit * 1000, 'late' as const, { signal: over.signal }).catch(() => 'late' as const)
    const done: Done = await Promise.race([work, late])
    const isWell = done !== 'late' && 'did' in done
    const ms = Math.round(performance.now() - began)
    if (isWell) {
      // What found nothing to do is in the history alone.
      if (done.did > 0) tell('job_ended', { job: name, did: done.did, ms })
      await endRun(run, { state: 'ok', did: done.did })
      metrics().jobSuccess.set({ job: name }, Date.now() / 1000)
    } else {
      const error = done === 'late' ? new JobIsLate() : done.error
      report(`job ${name}`, error)
      await endRun(run, { state: 'failed', code: done === 'late' ? 'limit' : codeOf(error) })
    }
    metrics().jobRuns.inc({ job: name, result: isWell ? 'ok' : 'failed' })
    metrics().jobDuration.observe({ job: name }, ms / 1000)
    await work
    await releaseJob(name, holder, { isWell, periodSeconds: period })
  } finally {
    over.abort()
    clearInterval(beat)
  }
}

class JobIsLate extends Error {
  override readonly name = 'JobIsLate'
}

export type Loop = {
  /** Begins nothing more. @returns when what runs has ended, or after so many milliseconds */
  readonly stop: (patienceMs: number) => Promise<void>
}

/**
 * Looks again and again at each job until it is stopped.
 * @param lookMs how often it is looked whether a job is due
 */
export const openLoop = (jobs: readonly Job[], holder: Holder, lookMs = 10_000): Loop => {
  const stopping = new AbortController()
  // Each job waits on it.
  setMaxListeners(jobs.length, stopping.signal)
  const turn = async (job: Job): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        const run = await claimJob(job.name, holder)
        if (run !== null) {
          await perform(job, run, holder)
          continue
        }
      } catch (error) {
        // The database is away, or the lease could not be given back and ends by itself.
        note('job_not_reached', { job: job.name, code: codeOf(error) })
      }
      await pause(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const turns = Promise.all(jobs.map(turn))
  return {
    stop: async (patienceMs) => {
      stopping.abort()
      await Promise.race([turns, pause(patienceMs, undefined, { ref: false })])
    },
  }
}

/** Each job once, whether it is due or not, one after the other; those that fail do not keep the rest from their work. */
export const runOnce = async (jobs: readonly Job[]): Promise<boolean> => {
  let isWell = true
  for (const job of jobs) {
    const done = await settle(job)
    if (done !== 'late' && 'did' in done) tell('job_ended', { job: job.name, did: done.did })
    else {
      isWell = false
      report(`job ${job.name}`, done === 'late' ? new JobIsLate() : done.error)
    }
  }
  return isWell
}
