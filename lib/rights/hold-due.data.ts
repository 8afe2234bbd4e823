import 'server-only'
import * as z from 'zod'
import { scopeCases } from '@/lib/access/scope'
import type { JobWork, Work } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { HOLD_GROUNDS } from './erasure.rules'

const MOST = 50

/** Holds that stand and whose day to look again has come, in files that the actor could erase but for them; the oldest first. */
export const listDueHolds = async (work: Work) => {
  const rows = await work.tx.legalHold.findMany({
    where: {
      liftedAt: null,
      reviewOn: { lte: toDate(dayOf(work.now)) },
      file: scopeCases(work.actor, 'rights:erase', work.now),
    },
    orderBy: [{ reviewOn: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, ground: true, reviewOn: true, file: { select: { id: true, code: true } } },
  })
  return rows.map(({ ground, reviewOn, ...row }) => ({
    ...row,
    ground: HOLD_GROUNDS.read(ground),
    reviewOn: toDay(reviewOn),
  }))
}
export type DueHold = Awaited<ReturnType<typeof listDueHolds>>[number]

/** Tells those who work in a held file that its day has come, once, and says how many it told. The job sees no file. */
export const sayHolds = async (work: JobWork): Promise<number> => {
  const [row] = z
    .array(z.object({ said: z.number() }))
    .parse(await work.tx.$queryRaw`SELECT app.remind_holds() AS said`)
  const count = row?.said ?? 0
  if (count > 0) await work.audit({ event: 'hold.reminded', count })
  return count
}
