'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { endMember, endOf, insertMember, listMembers, listNameable } from './member.data'
import { memberEndSchema, memberSchema, unsealSchema, wordSchema } from './member.schema'
import { answerWord, insertWord, needsWord } from './word.data'

const outcome = z.object({ state: z.enum(['named', 'asked']), id: z.uuid() })

/** Names a colleague on a file: at once, or, in a circle that has a second member, when that one agrees. */
export const nameMember = defineAction({
  name: 'nameMember',
  permission: 'case:edit',
  stepUp: true,
  schema: memberSchema,
  value: outcome,
  audit: ({ caseId, staffId, until }, { state, id }) =>
    state === 'named'
      ? { event: 'case.shared', caseId, staffId, until: until === '' ? null : until }
      : { event: 'word.asked', caseId, wordId: id, kind: 'member' },
  run: async (work, { caseId, staffId, kind, marks, until, reason }) => {
    const isPrivileged = marks.includes('privileged')
    const file = await getFile(work, 'case:edit', caseId)
    if (until !== '' && until < today(work)) return no('untilPassed', { until: 'untilPassed' })
    if (!(await listNameable(work)).some(({ id }) => id === staffId))
      return no('notInList', { staffId: 'unknownChoice' })
    if ((await listMembers(work, caseId)).some((one) => one.staffId === staffId))
      return no('memberAlready', { staffId: 'memberAlready' })
    const end = until === '' ? null : await endOf(work, until)
    if (await needsWord(work, file)) {
      const id = await insertWord(work, {
        caseId,
        kind: 'member',
        staffId,
        memberKind: kind,
        isPrivileged,
        until: end,
        reason,
      })
      return ok({ state: 'asked', id })
    }
    if (file.workerId !== work.actor.id && !work.actor.leads.includes(file.teamId)) return no('notTheWorker')
    return ok({
      state: 'named',
      id: await insertMember(work, { caseId, staffId, kind, isPrivileged, until: end }),
    })
  },
})

/** Asks that a sealed file become a restricted one. Never done by one. */
export const askUnseal = defineAction({
  name: 'askUnseal',
  permission: 'case:edit',
  stepUp: true,
  schema: unsealSchema,
  value: z.object({ wordId: z.uuid() }),
  audit: ({ caseId }, { wordId }) => ({ event: 'word.asked', caseId, wordId, kind: 'unseal' }),
  run: async (work, { caseId, reason }) => {
    const file = await getFile(work, 'case:edit', caseId)
    if (file.secrecy !== 'sealed') return no('notSealed')
    return ok({ wordId: await insertWord(work, { caseId, kind: 'unseal', reason }) })
  },
})

/** The word of a second member; the one who asked may only take it back. */
export const sayWord = defineAction({
  name: 'sayWord',
  permission: 'circle:own',
  stepUp: ({ agrees }) => agrees,
  schema: wordSchema,
  value: z.object({}),
  audit: ({ wordId, agrees }) => ({ event: 'word.answered', wordId, agrees }),
  run: async (work, input) => {
    const said = await answerWord(work, input)
    if (said === 'notFound') throw new NotFound()
    if (said === 'notOneself') return no('notOneself')
    if (said === 'over') return no('wordOver')
    return ok({})
  },
})

/** Ends a membership: the worker, who leads the office, or the member themselves. A circle keeps two who stay. */
export const endMembership = defineAction({
  name: 'endMembership',
  permission: 'case:edit',
  schema: memberEndSchema,
  value: z.object({}),
  audit: ({ caseId, memberId }) => ({ event: 'stay.ended', caseId, memberId }),
  run: async (work, input) => {
    const file = await getFile(work, 'case:edit', input.caseId)
    const members = await listMembers(work, input.caseId)
    const ending = members.find(({ id }) => id === input.memberId)
    if (ending === undefined) throw new NotFound()
    if (file.secrecy !== 'open') {
      const left = new Set(
        members
          .filter((one) => one.id !== ending.id && one.until === null && one.staffId !== ending.staffId)
          .map(({ staffId }) => staffId),
      )
      if (ending.staffId === file.workerId) return no('workerStays')
      if (ending.until === null && left.size < 2) return no('lastTwo')
    }
    if (!(await endMember(work, input))) throw new NotFound()
    return ok({})
  },
})
