import 'server-only'
import { randomUUID } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type pg from 'pg'
import { VERSION } from '@/lib/runtime/build'
import { env } from '@/lib/runtime/env'
import { metrics } from '@/lib/runtime/metrics'

/** What this process is called while it runs. */
export const INSTANCE = randomUUID()

/** Milliseconds beyond which answers, and waits for a connection, are worth an alarm when they last. */
const SLOW = 2_000
const LONG_WAIT = 500

/** Percent of the disk that is free; null when the system does not say. */
const freeOfDisk = async (): Promise<number | null> => {
  try {
    const { bavail, blocks } = await statfs(env().DATA_FOLDER ?? process.cwd())
    return blocks === 0 ? null : Math.floor((100 * bavail) / blocks)
  } catch {
    return null
  }
}

/** Says in the database that this process runs, and how (app.tell_instance). */
export const tellInstance = async (client: pg.ClientBase, kind: 'pages' | 'jobs'): Promise<void> => {
  const { answers, waits } = metrics()
  const above = (value: number | null, limit: number): boolean => value !== null && value > limit
  await client.query('SELECT app.tell_instance($1, $2, $3, $4, $5, $6)', [
    INSTANCE,
    kind,
    VERSION,
    await freeOfDisk(),
    above(answers.p95(), SLOW),
    above(waits.p95(), LONG_WAIT),
  ])
}
