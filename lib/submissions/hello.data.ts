import 'server-only'
import * as z from 'zod'
import type { ShareWork } from '@/lib/db/work'
import { getSealingKey } from './sealing-key.data'
import { type HelloAnswer, type helloSchema, ORDERS, OUTCOMES } from './wire.schema'

const rows = z
  .array(
    z.object({
      orders: z.record(z.string(), z.enum(ORDERS.codes)),
      outcomes: z.record(z.string(), z.enum(OUTCOMES.codes)),
      now: z.date(),
    }),
  )
  .length(1)

/** What a device is told; of stores and texts that the server does not know, nothing. */
export const greetDevice = async (
  { tx }: ShareWork,
  { device, stores, arrived }: z.output<typeof helloSchema>,
): Promise<HelloAnswer> => {
  const [row] = rows.parse(
    await tx.$queryRaw`SELECT orders, outcomes, at AS now
                         FROM app.greet_device(${device}::uuid, ${stores}::uuid[], ${arrived}::text[])`,
  )
  if (row === undefined) throw new Error('one greeting has one answer')
  return {
    now: row.now.toISOString(),
    orders: row.orders,
    key: await getSealingKey(tx),
    again: arrived.filter((hash) => row.outcomes[hash] === undefined),
    outcomes: row.outcomes,
  }
}
