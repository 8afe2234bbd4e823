import 'server-only'
import type { Work } from '@/lib/db/work'

/**
 * The ids of the files that bear a code and that the actor reads, in the order in which they were opened. It takes as long for a
 * code that no one has as for one that is out of reach (app.seen_by_code); a condition on the code in a query would not.
 */
export const seenByCode = async (work: Work, code: string): Promise<string[]> => {
  const [row] = await work.tx.$queryRaw<{ seen: string[] }[]>`
    SELECT app.seen_by_code(${code.toUpperCase()}) AS seen`
  return row?.seen ?? []
}
