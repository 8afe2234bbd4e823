// What is done without anyone asking (npm start runs it again and again): makes checkpoints of the audit log, says the reminders of
// deadlines, freezes closed periods that have no snapshot yet, proves their standard tables and deletes those past their term, compares who was written down with
// everyone else, destroys the keys of old imports, sends the mails that are due, and copies the checkpoints off the host. Safe to run
// at any time, any number of times: a reminder is said once, what is frozen stays as it is, and a run that loses a race leaves the
// winner's.
import { disconnect } from '@/lib/db/client'
import { withJobWork } from '@/lib/db/work'
import { forgetOldImports } from '@/lib/imports/forget.data'
import { env } from '@/lib/runtime/env'
import { toPeriodCode } from '@/lib/statistics/period.rules'
import { insertProven, listUnproven, lockRegisterOf, prove } from '@/lib/statistics/prove.data'
import {
  analyseFrozen,
  endSnapshots,
  insertSnapshot,
  isSnapshotTaken,
  listMissingSnapshots,
} from '@/lib/statistics/snapshot.data'
import { standardSet } from '@/lib/statistics/standard.rules'
import { runCheckpointJob } from './checkpoint-job'
import { runDuplicatesJob } from './duplicates-job'
import { runHeadJob } from './head-job'
import { runMailJob } from './mail-job'
import { runReminderJob } from './reminder-job'

const name = 'statistics'

/** Builds what is missing, one transaction a period; tells the codes of the periods it froze. */
export async function runStatisticsJob(): Promise<string[]> {
  const missing = await withJobWork(name, listMissingSnapshots)
  const built: string[] = []
  for (const one of missing) {
    try {
      await withJobWork(name, (work) => insertSnapshot(work, one))
      built.push(toPeriodCode(one.period))
    } catch (error) {
      if (!isSnapshotTaken(error)) throw error
    }
  }
  if (built.length > 0) await withJobWork(name, analyseFrozen)
  return built
}

/**
 * Proves what of the standard set is not proven yet, one table a transaction; tells how many may leave and how many may not.
 * @param most tables of one run
 */
export async function runProofJob(
  set: readonly string[] = standardSet,
  most = set.length,
): Promise<{ proven: number; refused: number }> {
  const told = { proven: 0, refused: 0 }
  for (const one of (await withJobWork(name, (work) => listUnproven(work, set))).slice(0, most)) {
    const proving = await withJobWork(name, (work) => prove(work, one))
    try {
      const isWritten = await withJobWork(name, async (work) => {
        await lockRegisterOf(work, one.organisationId)
        return withJobWork(name, (inner) => insertProven(inner, one, proving))
      })
      // Something was released meanwhile: the next run proves it beside that.
      if (!isWritten) return told
      if (proving.content === null) told.refused += 1
      else told.proven += 1
    } catch (error) {
      if (!isSnapshotTaken(error)) throw error
    }
  }
  return told
}

/** One part that fails must not keep the others from their work: a quarter that cannot be frozen silences no reminder. */
const attempt = async (run: () => Promise<string>): Promise<void> => {
  try {
    console.log(await run())
  } catch (error) {
    process.exitCode = 1
    console.error(error instanceof Error ? error.message : 'A part of the job failed.')
  }
}

if (process.argv[1] === import.meta.filename) {
  const settings = env()
  const { DEMO, SMTP_URL, MAIL_FROM, NEXTAUTH_URL } = settings
  const server = SMTP_URL !== undefined && MAIL_FROM !== undefined ? { url: SMTP_URL, from: MAIL_FROM } : null
  await attempt(async () => {
    const number = await runCheckpointJob()
    return number === null ? 'Nothing to cover.' : `Checkpoint: ${number}.`
  })
  await attempt(async () => `Reminders said: ${await runReminderJob()}.`)
  await attempt(async () => `Compared: ${await runDuplicatesJob()}.`)
  await attempt(async () => `Imports forgotten: ${await withJobWork('imports', forgetOldImports)}.`)
  await attempt(async () => {
    const built = await runStatisticsJob()
    return built.length === 0 ? 'Nothing to freeze.' : `Frozen: ${built.join(', ')}.`
  })
  // One a run: a proof takes a core for as long as half a minute. A start does not wait for it (scripts/prepare.mjs).
  if (!process.argv.includes('--at-start'))
    await attempt(async () => {
      const { proven, refused } = await runProofJob(standardSet, 1)
      return `Tables proven: ${proven}, not proven: ${refused}.`
    })
  await attempt(async () => `Frozen periods ended: ${await withJobWork(name, endSnapshots)}.`)
  // The demo's people are invented, and so are their addresses.
  if (DEMO === 'off' && server !== null)
    await attempt(async () => `Mails sent: ${await runMailJob(server, NEXTAUTH_URL)}.`)
  // Last: the copies go to other machines, which may not answer.
  await attempt(async () => {
    const to = settings.AUDIT_COPY_MAIL
    const { delivered, failed } = await runHeadJob({
      file: settings.AUDIT_COPY_FILE,
      mail: to === undefined || server === null ? undefined : { to, server },
      webhook: settings.AUDIT_COPY_WEBHOOK,
    })
    if (failed.length > 0) throw new Error(failed.join('\n'))
    return `Copies of checkpoints: ${delivered}.`
  })
  await disconnect()
}
