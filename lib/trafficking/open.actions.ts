'use server'
import * as z from 'zod'
import { getFile, insertFileWithKnown, today } from '@/lib/cases/case.data'
import { findAcquaintance } from '@/lib/cases/file-people.data'
import { listColleagues } from '@/lib/cases/roster.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertTask } from '@/lib/tasks/task.data'
import { openTraffickingSchema } from './account.schema'

/**
 * Opens the restricted file of a person who may have been trafficked, from a file in which they stand. Nothing is written into
 * that file, not even into its audit log: who reads it learns nothing (docs/adr/0046).
 */
export const openTraffickingFile = defineAction({
  name: 'openTraffickingFile',
  permission: 'case:create',
  schema: openTraffickingSchema,
  value: z.object({ caseId: z.uuid(), code: z.string(), personId: z.uuid() }),
  audit: (_input, { caseId, personId }) => ({ event: 'case.created', caseId, personId }),
  run: async (work, { caseId, personId, secondMemberId, secondTask }) => {
    const from = await getFile(work, 'case:edit', caseId)
    if (!from.people.some((one) => one.personId === personId && one.until === null)) throw new NotFound()
    // People of a circle stand in no other file; its members write there.
    if (from.secrecy === 'sealed') return no('sealedApart')
    if ((await findAcquaintance(work, personId)) !== 'open') return no('circleApart')
    const [ownTeam] = work.actor.teams
    const teamId = work.actor.teams.includes(from.teamId) ? from.teamId : ownTeam
    if (teamId === undefined) return no('notYourTeam')
    const colleagues = await listColleagues(work, work.actor.teams)
    if (secondMemberId === work.actor.id || !colleagues.some(({ id }) => id === secondMemberId))
      return no('notInTeam', { secondMemberId: 'unknownChoice' })
    const opened = await insertFileWithKnown(work, personId, {
      kind: 'thb',
      teamId,
      workerId: work.actor.id,
      openedOn: today(work),
      status: 'active',
      risk: 'high',
      secrecy: 'restricted',
      secondMemberId,
      nextStep: null,
      stay: null,
    })
    await insertTask(work, {
      caseId: opened.caseId,
      text: secondTask,
      assignedTo: secondMemberId,
      dueOn: today(work),
    })
    return ok({ ...opened, personId })
  },
})
