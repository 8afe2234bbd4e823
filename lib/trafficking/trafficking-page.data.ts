import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listColleagues } from '@/lib/cases/roster.data'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { listBodies } from '@/lib/referrals/body.data'
import { listReferrals } from '@/lib/referrals/referral.data'
import { currentOf, mistakesOf } from '@/lib/registers/register.rules'
import { meant } from '@/lib/shared/search'
import { findAccount, listSigns } from './account.data'
import { listExploiters } from './exploiter.data'
import { listPeopleOf } from './file.data'
import { readFileSays } from './sheet.data'
import { stages } from './stage.data'
import { isDone, resumeAt } from './step.view'
import { STEPS, TRAFFICKING_LISTS } from './vocabulary.rules'

/** What stands in a file that is kept for possible trafficking. */
const readRoom = async (work: Work, caseId: string, { search }: Address) => {
  const signs = await listSigns(work, caseId)
  const account = await findAccount(work, caseId)
  const stands = currentOf(signs)
  return {
    type: 'room' as const,
    account,
    step: meant(search, 'step', STEPS.match) ?? resumeAt(account, stands.length),
    isStepAsked: meant(search, 'step', STEPS.match) !== null,
    done: STEPS.codes.filter((step) => isDone(step, account, stands.length)),
    says: await readFileSays(work, caseId, await listPeopleOf(work, caseId), account),
    signs: stands,
    mistakes: mistakesOf(signs),
    stages: currentOf(await stages.list(work, caseId)),
    exploiters: await listExploiters(work, caseId),
    bodies: await listBodies(work),
    referrals: (await listReferrals(work, caseId)).current,
    words: await listWords(work, TRAFFICKING_LISTS),
  }
}
export type TraffickingRoom = Awaited<ReturnType<typeof readRoom>>

/** Of a file kept for this what stands in it; of any other who could share a new one. */
export const readTraffickingPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id, kind, secrecy, memberIds }) => {
    // By name: anyone who opened the file in an emergency reads the file and not this.
    if (kind === 'thb' && !memberIds.includes(work.actor.id)) throw new NotFound()
    if (kind === 'thb') return readRoom(work, id, address)
    // From a circle no other file is opened: nothing is there to begin.
    if (secrecy !== 'open') throw new NotFound()
    const colleagues = await listColleagues(work, work.actor.teams)
    return { type: 'begin' as const, colleagues: colleagues.filter((one) => one.id !== work.actor.id) }
  })
