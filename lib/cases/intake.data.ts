import 'server-only'
import type { Work } from '@/lib/db/work'
import { today } from './case.data'
import { listCentres, listWords } from './word.data'

/** What the intake form offers: one's teams, the kinds of file, the places. */
export const readIntake = async (work: Work) => ({
  teams: await work.tx.team.findMany({
    where: { id: { in: [...work.actor.teams] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  }),
  words: await listWords(work, ['case_kind']),
  centres: await listCentres(work),
  today: today(work),
})
export type IntakeData = Awaited<ReturnType<typeof readIntake>>
