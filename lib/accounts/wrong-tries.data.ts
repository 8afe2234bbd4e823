import 'server-only'
import * as z from 'zod'
import type { JobWork } from '@/lib/db/work'

const told = z.array(z.object({ told: z.int() })).length(1)

/** Tells a colleague and the admins of ten or more refused sign-ins within a day, once a day. @returns how many were told */
export const tellWrongTries = async (work: JobWork): Promise<number> =>
  told.parse(await work.tx.$queryRaw`SELECT app.tell_wrong_tries() AS told`)[0]?.told ?? 0
