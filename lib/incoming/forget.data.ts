import 'server-only'
import * as z from 'zod'
import type { JobWork } from '@/lib/db/work'

/** Deletes what was decided thirty days ago, with its keys; tells how many those were. */
export const forgetIncoming = async ({ tx }: JobWork): Promise<number> => {
  const [row] = z
    .array(z.object({ n: z.number() }))
    .length(1)
    .parse(await tx.$queryRaw`SELECT app.forget_incoming() AS n`)
  return row?.n ?? 0
}
