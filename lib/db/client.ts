import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/runtime/env'
import { type DatabaseRole, metrics } from '@/lib/runtime/metrics'
import type { PrismaClient as Client } from './generated/client'
import { PrismaClient } from './prisma'
import { openStatementNames } from './statement-names'

// What a session stands on, said by each connection itself: PostgreSQL lets every role change its own defaults, and these win over
// them. The time zone must be UTC: adapter-pg drops offsets (docs/adr/0012).
export const SESSION: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  row_security: 'on',
  search_path: 'public',
  default_transaction_read_only: 'off',
  default_transaction_isolation: 'read committed',
}
export const SESSION_OPTIONS = Object.entries(SESSION)
  .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
  .join(' ')

type Pool = { readonly client: Client; readonly connections: pg.Pool }

// One pool a database role.
const connect = (url: string, max: number): Pool => {
  const nameOf = openStatementNames()
  const connections = new pg.Pool(
    // No one waits for a connection longer than for a transaction.
    { connectionString: url, max, connectionTimeoutMillis: 5_000, options: SESSION_OPTIONS },
  )
  // Between the pool and the adapter no one listens for a moment. A connection that ends in it fails the next statement, not the process.
  connections.on('connect', (one) => one.on('error', () => undefined))
  const client = new PrismaClient({
    adapter: new PrismaPg(connections, {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => nameOf(sql),
    }),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
  return { client, connections }
}

const pools = new Map<string, Pool>()

const pool = (role: DatabaseRole, url: string, max: number): Client => {
  const key = `${role} ${url}`
  const known = pools.get(key)
  if (known) return known.client
  const made = connect(url, max)
  pools.set(key, made)
  countPool(role, made)
  return made.client
}

/** How many connections are used, idle and waited for, at the moment when a metric is read. */
const countPool = (role: DatabaseRole, { connections }: Pool): void => {
  const gauge = metrics().pool
  const look = (): void => {
    const { totalCount, idleCount, waitingCount } = connections
    gauge.set({ role, state: 'used' }, totalCount - idleCount)
    gauge.set({ role, state: 'idle' }, idleCount)
    gauge.set({ role, state: 'waiting' }, waitingCount)
  }
  for (const event of ['connect', 'acquire', 'release', 'remove'] as const) connections.on(event, look)
}

export const appClient = (): Client => pool('app', env().DATABASE_URL, 10)
/**
 * For a transaction that another one waits for. From the pool of the one outside, as many of those as it has connections would each hold one and
 * wait for one more, and none would ever come. A pooler has the same difficulty, so it has an address of its own there.
 */
export const innerClient = (): Client => pool('inner', env().INNER_DATABASE_URL ?? env().DATABASE_URL, 5)
export const authClient = (): Client => pool('auth', env().AUTH_DATABASE_URL, 5)
export const statsClient = (): Client => pool('stats', env().STATS_DATABASE_URL, 3)
/** Behind the page that opens a link from outside: it reaches two functions and no table. */
export const shareClient = (): Client => pool('share', env().SHARE_DATABASE_URL, 3)
/** Used by the process of the jobs alone: each job has its own turn, so a long one must not take the last connection. */
export const jobClient = (): Client => pool('job', env().JOB_DATABASE_URL, 8)

/** Ends every pool: for programs that end by themselves (jobs, tests). */
export const disconnect = async (): Promise<void> => {
  for (const { client } of pools.values()) await client.$disconnect()
  pools.clear()
}
