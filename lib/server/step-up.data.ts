import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'

const rows = z.array(z.object({ is: z.boolean() })).length(1)

/** Whether the person of this session proved who they are within the last five minutes. The database decides. */
export const isSteppedUp = async (work: Work): Promise<boolean> => {
  const [row] = rows.parse(await work.tx.$queryRaw`SELECT app.stepped_up() AS is`)
  return row?.is === true
}
