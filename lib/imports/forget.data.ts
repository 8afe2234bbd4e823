import 'server-only'
import type { JobWork } from '@/lib/db/work'

/** Destroys the keys of imports that ended a week ago, or were left lying for a week; tells how many those were. */
export const forgetOldImports = async (work: JobWork): Promise<number> => {
  const [row] = await work.tx.$queryRaw<{ n: number }[]>`SELECT app.forget_old_imports() AS n`
  return row?.n ?? 0
}
