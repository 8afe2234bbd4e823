import 'server-only'
import * as z from 'zod'
import type { JobWork } from '@/lib/db/work'

/** People in one transaction. */
const FEW = 50
const counted = z.array(z.object({ n: z.number() })).length(1)

/** Compares some of those who were written down since, below every way by which they came; tells how many. */
export const findDuplicates = async (work: JobWork): Promise<number> => {
  const [row] = counted.parse(await work.tx.$queryRaw`SELECT app.find_duplicates(${FEW}::integer) AS n`)
  return row?.n ?? 0
}
