import 'server-only'
import pg from 'pg'

/** Milliseconds between two looks, between the first two at a database that is away, and after which no answer is none. */
const EVERY = 2_000
const SOON = 125
const PATIENCE = 3_000

export type DatabaseWatch = { readonly isAway: () => boolean; readonly stop: () => Promise<void> }

/**
 * Keeps one connection of its own to the database: its end says at once that the server went, and a question every two seconds
 * finds what hangs (two in a row, because a busy machine may be late once). One that is away is looked for soon, then after twice
 * as long each time.
 * @param admit asked before the database counts as reachable, each time it comes back; false leaves it away
 * @param changed hears each change, and the first state
 * @param ask what is asked each time; it throws when no answer comes
 */
export const watchDatabase = (
  url: string,
  admit: () => Promise<boolean>,
  changed: (state: 'well' | 'away') => void,
  ask: (client: pg.Client) => Promise<unknown> = (client) => client.query('SELECT 1'),
): DatabaseWatch => {
  let state: 'well' | 'away' | 'unknown' = 'unknown'
  let client: pg.Client | null = null
  let misses = 0
  let wait = EVERY
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (next: 'well' | 'away'): void => {
    if (isStopped || state === next) return
    state = next
    // A server that is only started anew is back within a second.
    wait = next === 'away' ? SOON : EVERY
    changed(next)
  }
  const drop = (): void => {
    const dropped = client
    client = null
    void dropped?.end().catch(() => undefined)
  }
  const connect = async (): Promise<void> => {
    const made = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    })
    made.on('error', () => undefined)
    await made.connect()
    made.once('end', () => {
      if (client !== made) return
      client = null
      // One connection may be ended alone; only when no other can be made is the database away.
      void look()
    })
    client = made
  }
  const look = async (): Promise<void> => {
    clearTimeout(timer)
    if (isStopped) return
    try {
      if (client === null) await connect()
      if (client !== null) await ask(client)
      misses = 0
      if (state === 'well' || (await admit())) become('well')
    } catch {
      misses += 1
      // Without a connection no one is late: there is no one.
      if (client === null || misses > 1) become('away')
      if (misses > 1) drop()
    }
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(() => void look(), wait).unref()
    wait = Math.min(EVERY, wait * 2)
  }
  void look()
  return {
    isAway: () => state === 'away',
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}
