import 'server-only'
import v8 from 'node:v8'
import pg from 'pg'
import * as z from 'zod'
import { hasKeys } from '@/lib/crypto/keyring'
import { checkRoles } from '@/lib/db/roles'
import { guardConsole } from '@/lib/runtime/console'
import { checkEnvironment, env, newestMigration } from '@/lib/runtime/env'
import { note } from '@/lib/runtime/log'
import { metrics } from '@/lib/runtime/metrics'
import { listenForMetrics, toMetricsPlace } from '@/lib/runtime/metrics-listener'
import { letAbortReasonsGo } from './abort-reasons'
import { dropForwardedAddresses } from './caller-address'
import { watchDatabase } from './database-watch'
import { leaveAside, standInFront } from './front'
import { joinAtStart, joinInstances } from './instances'
import { type Memory, openReadiness, reasonsAgainst } from './readiness.rules'
import { readRoutes } from './routes'

const stop = (sentences: readonly string[]): never => {
  // For the person who starts it: before the output is the log alone.
  for (const sentence of sentences) process.stderr.write(`Accompany does not start: ${sentence}\n`)
  process.exit(1)
}

const looked = z.array(z.object({ now: z.date(), migrated: z.boolean() })).length(1)
/** A process says of itself that it runs every so many looks. */
const TELL_EVERY = 8

const memoryNow = (): Memory => {
  // 0 or more than there is: the system sets no limit.
  const limit = process.constrainedMemory()
  const heap = v8.getHeapStatistics()
  return {
    used: process.memoryUsage.rss(),
    limit: limit > 0 && limit < 2 ** 50 ? limit : null,
    heapUsed: heap.used_heap_size,
    heapLimit: heap.heap_size_limit,
  }
}

/**
 * Fails closed: settings, and what each database role can do, are checked before anything is served. While the database cannot be
 * reached nothing but the page that says so is served, and the roles are checked as soon as it is back.
 */
export const boot = async (): Promise<void> => {
  const wrong = checkEnvironment(process.env)
  if (wrong.length > 0) stop(wrong)
  const settings = env()
  // Who develops reads what a page prints.
  if (process.env.NODE_ENV === 'production') guardConsole()
  if (settings.TRUST_PROXY === 'off') dropForwardedAddresses()
  const urls = [
    settings.DATABASE_URL,
    settings.AUTH_DATABASE_URL,
    settings.STATS_DATABASE_URL,
    settings.JOB_DATABASE_URL,
    settings.SHARE_DATABASE_URL,
  ]
  // A database of another version may not know the function: then migrations say what is missing.
  const orUnknown = (error: unknown): readonly string[] => {
    if (error instanceof pg.DatabaseError && error.code === '42883') return []
    throw error
  }
  const join = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: settings.DATABASE_URL,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const waits = (): void =>
        void process.stderr.write(
          'Accompany waits: a process with other keys, secrets or build was here in the last 40 seconds.\n',
        )
      const sentences = await joinAtStart(client, 'pages', waits).catch(orUnknown)
      if (sentences.length > 0) stop(sentences)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  let areChecked = false
  const check = async (): Promise<boolean> => {
    if (areChecked) return true
    const { sentences, isAway } = await checkRoles(urls)
    if (sentences.length > 0) stop(sentences)
    if (isAway) return false
    await join()
    areChecked = true
    return true
  }
  await check().catch(() => false)

  const seen = { isMigrated: true, clockDifference: 0 }
  let looks = 0
  const ask = async (client: pg.Client): Promise<void> => {
    const { rows } = await client.query(
      `SELECT clock_timestamp() AS now, $1::text IS NULL OR EXISTS (SELECT FROM public._prisma_migrations
          WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrated`,
      [newestMigration()],
    )
    for (const { now, migrated } of looked.parse(rows)) {
      seen.isMigrated = migrated
      seen.clockDifference = (now.getTime() - Date.now()) / 1000
    }
    metrics().clockDifference.set(seen.clockDifference)
    if (areChecked && looks % TELL_EVERY === 0) {
      // The rest of the look has answered.
      const sentences = await joinInstances(client, 'pages').catch(() => [])
      if (sentences.length > 0) stop(sentences)
    }
    looks += 1
  }
  const changed = (state: 'well' | 'away'): void => {
    metrics().databaseUp.set(state === 'well' ? 1 : 0)
    note(`database ${state}`)
  }
  const watch = watchDatabase(settings.DATABASE_URL, check, changed, ask)
  const isAway = () => !areChecked || watch.isAway()

  let isDraining = false
  process.once('SIGTERM', () => {
    isDraining = true
  })
  const reasons = openReadiness(() =>
    reasonsAgainst({ ...seen, isAway: isAway(), hasKeys: hasKeys(), isDraining, memory: memoryNow() }),
  )
  letAbortReasonsGo()
  standInFront({ isAway, reasons, routeOf: readRoutes() })
  if (settings.METRICS !== undefined)
    leaveAside(listenForMetrics(toMetricsPlace(settings.METRICS, settings.METRICS_TOKEN)))
}
