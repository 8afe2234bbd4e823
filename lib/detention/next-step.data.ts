import 'server-only'
import { openNextStep, updateNextStep } from '@/lib/cases/case.data'
import { listReaders } from '@/lib/cases/reader.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { insertTask } from '@/lib/tasks/task.data'
import type { Conversation } from './conversation.data'
import { joinSteps } from './conversation.rules'
import type { EncounterInput } from './visit.schema'

type Step = EncounterInput['nextStep']

/** What stands in the file as next step now; the file stays as it is until the end of the transaction. */
const findStep = async (work: Work, caseId: string) => {
  await work.tx.$queryRaw`SELECT id FROM case_file WHERE id = ${caseId}::uuid FOR UPDATE`
  const file = await work.tx.caseFile.findUnique({
    where: { id: caseId },
    select: { id: true, nextStepCipher: true, nextStepRevision: true, nextStepOn: true },
  })
  return file === null ? null : openNextStep(work, file)
}

/**
 * What a colleague is to do becomes their task when they work on the file. Otherwise it is the next step of the file under
 * their name: the one who holds the file sees it, and decides whom to let in. @returns the words of that step, or null
 */
const giveAway = async (work: Work, caseId: string, { staffId, text, on }: Step): Promise<string | null> => {
  const readers = await listReaders(work, caseId)
  if (readers.some((one) => one.staffId === staffId && one.works)) {
    await insertTask(work, { caseId, text: text.trim(), assignedTo: staffId, dueOn: on === '' ? null : on })
    return null
  }
  const colleague = await work.tx.staff.findUnique({ where: { id: staffId }, select: { name: true } })
  return `${colleague?.name ?? ''}: ${text.trim()}`
}

/**
 * Next steps take the place of the one that the form showed. A step that a colleague has set meanwhile is a text like any
 * other: it stays, and the new one stands below it.
 */
export const insertNextSteps = async (work: Work, conversations: readonly Conversation[]): Promise<void> => {
  for (const { caseId, encounter } of conversations) {
    const { who, text, on, knew } = encounter.nextStep
    if (who === 'none') continue
    const words = who === 'me' ? text.trim() : await giveAway(work, caseId, encounter.nextStep)
    if (words === null) continue
    const mine = { text: words, on: on === '' ? null : on }
    const theirs = await findStep(work, caseId)
    const step = theirs === null || theirs.text === knew ? mine : joinSteps(mine, theirs)
    if ((await updateNextStep(work, { caseId }, step)) === null) throw new NotFound()
  }
}
