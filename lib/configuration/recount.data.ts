import 'server-only'
import * as z from 'zod'
import type { JobWork } from '@/lib/db/work'

const counted = z.array(z.object({ counted: z.int() })).length(1)

/** Files that are counted again in one run; the next one goes on. */
const AT_ONCE = 5_000

/** Counts anew how long the people of each file have gone unseen, where the organisation changed the days. @returns how many files */
export const recountSilence = async (work: JobWork): Promise<number> => {
  const [row] = counted.parse(await work.tx.$queryRaw`SELECT app.recount_silence(${AT_ONCE}::int) AS counted`)
  return row?.counted ?? 0
}
