// What is done without anyone asking, how often, and how long it may take.
import { findMailServer } from '@/lib/configuration/mail.data'
import { recountSilence } from '@/lib/configuration/recount.data'
import { withJobWork } from '@/lib/db/work'
import { forgetOldImports } from '@/lib/imports/forget.data'
import { forgetIncoming } from '@/lib/incoming/forget.data'
import { blankOldRuns } from '@/lib/reporting/run.data'
import { env } from '@/lib/runtime/env'
import { metrics } from '@/lib/runtime/metrics'
import { standardSet } from '@/lib/statistics/standard.rules'
import type { JobName } from '@/lib/system/job.rules'
import { forgetOldRuns } from '@/lib/system/lease.data'
import { runCheckpointJob } from './checkpoint-job'
import { runDuplicatesJob } from './duplicates-job'
import { runHeadJob } from './head-job'
import type { Job } from './job-loop'
import { runMailJob } from './mail-job'
import { runReminderJob } from './reminder-job'
import { runEndingJob, runProofJob, runStatisticsJob } from './statistics-job'
import { runSubmissionJob } from './submission-job'

const minutes = (count: number): number => count * 60

const sendMails = async (): Promise<number> => {
  const server = await findMailServer()
  if (server === null) return 0
  const { mails } = metrics()
  try {
    const sent = await runMailJob(server, env().NEXTAUTH_URL)
    mails.inc({ result: 'sent' }, sent)
    return sent
  } catch (error) {
    mails.inc({ result: 'failed' })
    throw error
  }
}

const copyCheckpoints = async (): Promise<number> => {
  const { AUDIT_COPY_FILE, AUDIT_COPY_MAIL, AUDIT_COPY_WEBHOOK } = env()
  const server = await findMailServer()
  const { delivered, failed } = await runHeadJob({
    file: AUDIT_COPY_FILE,
    mail: AUDIT_COPY_MAIL === undefined || server === null ? undefined : { to: AUDIT_COPY_MAIL, server },
    webhook: AUDIT_COPY_WEBHOOK,
  })
  if (failed.length > 0) throw new CopyFailed()
  return delivered
}

/** The admins are told by a notice; the sentences may name a file or an address, so they are not in the log. */
class CopyFailed extends Error {
  override readonly name = 'CopyFailed'
}

export const listJobs = (): readonly Job[] => {
  const often = minutes(5)
  const job = (name: JobName, period: number, limit: number, run: Job['run']): Job => ({
    name,
    period,
    limit,
    run,
  })
  return [
    job('checkpoint', often, minutes(10), async () => ((await runCheckpointJob()) === null ? 0 : 1)),
    job('recount', 60, minutes(10), () => withJobWork('recount', recountSilence)),
    job('reminders', often, minutes(10), runReminderJob),
    job('mail', often, minutes(10), sendMails),
    // They go to other machines, which may not answer.
    job('copies', often, minutes(5), copyCheckpoints),
    job('duplicates', often, minutes(30), runDuplicatesJob),
    job('imports', minutes(60), minutes(10), () => withJobWork('imports', forgetOldImports)),
    job('freezing', minutes(15), minutes(60), async () => (await runStatisticsJob()).length),
    // One table a run: a proof takes a core for as long as half a minute. The demo proves nothing to anyone.
    job('proofs', env().DEMO === 'on' ? minutes(60) : often, minutes(30), async () => {
      const { proven, refused } = await runProofJob(standardSet, 1)
      return proven + refused
    }),
    job('ending', minutes(60), minutes(30), runEndingJob),
    // What phones sent is placed as it arrives; here is what was left, because the server was stopped or the database away.
    job('submissions', minutes(1), minutes(10), runSubmissionJob),
    job(
      'tidying',
      minutes(60),
      minutes(10),
      async () =>
        (await forgetOldRuns()) +
        (await withJobWork('reports', blankOldRuns)) +
        (await withJobWork('incoming', forgetIncoming)),
    ),
  ]
}
