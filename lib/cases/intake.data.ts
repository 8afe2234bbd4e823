import 'server-only'
import type { Work } from '@/lib/db/work'
import { today } from './case.data'
import type { IntakeGround } from './intake.schema'
import { listOpenOffices } from './open-office.data'
import { listCentres, listWords } from './word.data'

/** What the intake form offers: one's teams, the kinds of file, the places. */
export const readIntake = async (work: Work) => ({
  teams: await listOpenOffices(work, work.actor.teams),
  words: await listWords(work, ['case_kind']),
  centres: await listCentres(work),
  today: today(work),
})
export type IntakeData = Awaited<ReturnType<typeof readIntake>>

/** What an intake is checked against, at this moment. */
export const readIntakeGround = async (work: Work): Promise<IntakeGround> => ({
  on: today(work),
  kinds: new Set((await listWords(work, ['case_kind'])).map(({ code }) => code)),
  centres: new Set((await listCentres(work)).map(({ id }) => id)),
})
