// The process of the jobs: `npm start` runs it beside the pages, a server may run it as a service of its own; two of them share the work
// (docs/adr/0147). With `once` each job is done now, one after the other, and the process ends; `--but proofs,…` leaves some out.
import pg from 'pg'
import { mailOfEnvironment } from '@/lib/configuration/mail.data'
import { disconnect, SESSION_OPTIONS } from '@/lib/db/client'
import { VERSION } from '@/lib/runtime/build'
import { guardConsole } from '@/lib/runtime/console'
import { checkEnvironment, env } from '@/lib/runtime/env'
import { note, report, tell } from '@/lib/runtime/log'
import { listenForMetrics, toMetricsPlace } from '@/lib/runtime/metrics-listener'
import { joinAtStart, joinInstances } from '@/lib/server/instances'
import { INSTANCE } from '@/lib/server/tell-instance'
import { openAlarmWatch } from './alarm-watch'
import { listJobs } from './job-list'
import { openLoop, runOnce } from './job-loop'

/** Long enough for a process that computes, short enough that the work of one that was killed begins again within a minute. */
const LEASE_SECONDS = 60
const LOOK_MS = 30_000
/** What runs at the end may come to its end. */
const PATIENCE_MS = 20_000

const stop = (sentences: readonly string[]): void => {
  for (const sentence of sentences) process.stderr.write(`The jobs do not start: ${sentence}\n`)
  if (sentences.length > 0) process.exit(1)
}

/** Says that the process of the jobs runs, on a connection of the moment; one with another key file than the pages ends. */
const tellAlive = async (join: (client: pg.Client) => Promise<readonly string[]>): Promise<void> => {
  const client = new pg.Client({
    connectionString: env().JOB_DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    options: SESSION_OPTIONS,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    stop(await join(client))
  } catch {
    note('instance_not_told')
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Pages that were stopped a moment ago, for another key file, are no reason to end. */
const joinFirst = (client: pg.Client): Promise<readonly string[]> =>
  joinAtStart(client, 'jobs', () => undefined)
const joinAgain = (client: pg.Client): Promise<readonly string[]> => joinInstances(client, 'jobs')

const doOnce = async (but: readonly string[]): Promise<void> => {
  if (!(await runOnce(listJobs().filter(({ name }) => !but.includes(name))))) process.exitCode = 1
  await disconnect()
}

const goOn = async (): Promise<void> => {
  const settings = env()
  tell('jobs_started', { version: VERSION })
  if (settings.METRICS !== undefined)
    listenForMetrics(toMetricsPlace(settings.METRICS, settings.METRICS_TOKEN, 1))
  const loop = openLoop(listJobs(), { instance: INSTANCE, version: VERSION, leaseSeconds: LEASE_SECONDS })
  const server = settings.DEMO === 'on' ? null : mailOfEnvironment()
  const to = (settings.ALERT_TO ?? '').split(/[\s,]+/).filter((address) => address !== '')
  const alarms = openAlarmWatch({
    address: settings.NEXTAUTH_URL,
    mail: server === null || to.length === 0 ? null : { server, to },
  })
  const look = async (join: typeof joinFirst): Promise<void> => {
    await tellAlive(join)
    await alarms.look()
  }
  let looking = look(joinFirst)
  const again = setInterval(() => {
    looking = looking.then(() => look(joinAgain))
  }, LOOK_MS)
  const end = async (): Promise<void> => {
    clearInterval(again)
    await loop.stop(PATIENCE_MS)
    tell('jobs_ended')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end())
}

guardConsole()
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    report('jobs', error)
    process.exit(1)
  })
stop(checkEnvironment(process.env))
const [word, flag, but = ''] = process.argv.slice(2)
if (word === 'once') await doOnce(flag === '--but' ? but.split(',') : [])
else await goOn()
