import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/runtime/env'
import { PrismaClient } from './generated/client'
import { openStatementNames } from './statement-names'

// What a session stands on, said by each connection itself: PostgreSQL lets every role change its own defaults, and these win over
// them. The time zone must be UTC: adapter-pg drops offsets (docs/adr/0012).
export const SESSION_OPTIONS = [
  'TimeZone=UTC',
  'row_security=on',
  'search_path=public',
  'default_transaction_read_only=off',
  'default_transaction_isolation=read\\ committed',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

// One pool a database role.
const connect = (url: string, max: number): PrismaClient => {
  const nameOf = openStatementNames()
  return new PrismaClient({
    adapter: new PrismaPg(
      // No one waits for a connection longer than for a transaction.
      { connectionString: url, max, connectionTimeoutMillis: 5_000, options: SESSION_OPTIONS },
      { statementNameGenerator: ({ sql }) => nameOf(sql) },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
}

const pools = new Map<string, PrismaClient>()

const pool = (url: string, max: number): PrismaClient => {
  const known = pools.get(url)
  if (known) return known
  const made = connect(url, max)
  pools.set(url, made)
  return made
}

export const appClient = (): PrismaClient => pool(env().DATABASE_URL, 10)
export const authClient = (): PrismaClient => pool(env().AUTH_DATABASE_URL, 5)
export const statsClient = (): PrismaClient => pool(env().STATS_DATABASE_URL, 3)
/** Behind the page that opens a link from outside: it reaches two functions and no table. */
export const shareClient = (): PrismaClient => pool(env().SHARE_DATABASE_URL, 3)
export const jobClient = (): PrismaClient => pool(env().JOB_DATABASE_URL, 2)

/** Ends every pool: for programs that end by themselves (jobs, tests). */
export const disconnect = async (): Promise<void> => {
  for (const client of pools.values()) await client.$disconnect()
  pools.clear()
}
