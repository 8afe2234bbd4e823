import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { VERSION } from './build'
import { openRecent } from './recent'

// What is counted of this process (docs/adr/0148). Every label is from a closed list: no id, no name, no address and no code of a person,
// and nothing by office, because a small office is a person. A test walks them.

/** `inner`: transactions of the application that another one of it waits for. */
export type DatabaseRole = 'app' | 'inner' | 'auth' | 'stats' | 'share' | 'job'
export type ErrorClass = 'away' | 'timeout' | 'deadlock' | 'serialisation' | 'other'

const make = () => {
  const registry = new Registry()
  const registers = [registry]
  const seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `accompany_${name}`, help, labelNames, registers })
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: `accompany_${name}`, help, labelNames, registers })
  const histogram = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    buckets = seconds,
  ) => new Histogram({ name: `accompany_${name}`, help, labelNames, buckets, registers })
  const made = {
    registry,
    /** The last minute, for the alarms of an installation that has no Prometheus. */
    answers: openRecent(),
    waits: openRecent(),
    requests: histogram('http_request_duration_seconds', 'Requests by route', ['route', 'method', 'status']),
    inFlight: gauge('http_in_flight', 'Requests that are being served', ['kind']),
    refused: counter('refused_total', 'Requests that were refused', ['kind', 'reason']),
    actions: counter('action_total', 'Actions by what came of them', ['action', 'result']),
    transactions: histogram('transaction_duration_seconds', 'Transactions by database role', ['role']),
    poolWait: histogram('pool_wait_seconds', 'Until a transaction had its connection', ['role']),
    pool: gauge('pool_connections', 'Connections by database role', ['role', 'state']),
    databaseUp: gauge('database_up', '1 when the database answers'),
    clockDifference: gauge('clock_difference_seconds', 'Between the database and this machine'),
    databaseErrors: counter('database_errors_total', 'What the database refused', ['class']),
    signIns: counter('sign_in_total', 'Tries to sign in', ['result']),
    mails: counter('mail_total', 'Mails by what came of them', ['result']),
    jobSuccess: gauge('job_last_success_timestamp_seconds', 'When a job went well last', ['job']),
    jobDuration: histogram(
      'job_duration_seconds',
      'How long a job took',
      ['job'],
      [0.1, 1, 5, 30, 120, 600, 1800],
    ),
    jobRuns: counter('job_runs_total', 'Runs of a job', ['job', 'result']),
    checkpointLag: gauge('checkpoint_lag_seconds', 'Since the oldest event without a checkpoint'),
    backupSuccess: gauge('backup_last_success_timestamp_seconds', 'When a backup went well last'),
    backupBytes: gauge('backup_bytes', 'Size of the last backup'),
    verifyOk: gauge('verify_ok', '1 when the last verify found nothing'),
    alarms: gauge('alarm', '1 while an alarm is on', ['alarm']),
    build: gauge('build_info', 'What runs', ['version', 'node']),
  }
  made.build.set({ version: VERSION, node: process.versions.node }, 1)
  return made
}

declare global {
  // The parts of a build have each their own copy of this file; what they count is one.
  var accompanyMetrics: ReturnType<typeof make> | undefined
}

export const metrics = (): ReturnType<typeof make> => {
  globalThis.accompanyMetrics ??= make()
  return globalThis.accompanyMetrics
}

/** What Node tells of its process; costs a little every time it is read. */
export const countProcess = (): void => {
  const { registry } = metrics()
  if (registry.getSingleMetric('process_start_time_seconds') === undefined)
    collectDefaultMetrics({ register: registry })
}
