import 'server-only'
import { type DatabaseRole, metrics } from '@/lib/runtime/metrics'
import { errorClassOf } from './errors'
import type { Prisma, PrismaClient } from './generated/client'

export type Tx = Prisma.TransactionClient

type TransactionOptions = {
  timeout?: number
  isolationLevel?: Prisma.TransactionIsolationLevel
}

/** A transaction, and what is counted of it: how long it waited for its connection, how long it took, what the database refused. */
export const transact = async <T>(
  role: DatabaseRole,
  client: PrismaClient,
  run: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> => {
  const { transactions, poolWait, waits, databaseErrors } = metrics()
  const began = performance.now()
  try {
    return await client.$transaction((tx) => {
      const waited = performance.now() - began
      poolWait.observe({ role }, waited / 1000)
      waits.add(waited)
      return run(tx)
    }, options)
  } catch (error) {
    const kind = errorClassOf(error)
    if (kind !== null) databaseErrors.inc({ class: kind })
    throw error
  } finally {
    transactions.observe({ role }, (performance.now() - began) / 1000)
  }
}
