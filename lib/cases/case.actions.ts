'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { toDay } from '@/lib/shared/dates'
import { conflict, no, ok } from '@/lib/shared/result'
import { findCircle, updateWorker } from './assignment.data'
import { getFile, openNextStep, today, updateFile, updateNextStep } from './case.data'
import { isClosed, isLater } from './case.rules'
import { assignmentSchema, detailsSchema, moveStepSchema, nextStepSchema } from './file.schema'
import { listColleagues } from './roster.data'
import { listWords } from './word.data'

const versioned = z.object({ version: z.number().int() })

export const editNextStep = defineAction({
  name: 'editNextStep',
  permission: 'case:edit',
  schema: nextStepSchema,
  value: versioned,
  audit: ({ caseId }, { version }) => ({ event: 'case.edited', caseId, version }),
  run: async (work, { caseId, version, text, on }) => {
    const file = await getFile(work, 'case:edit', caseId)
    const step = text === '' ? null : { text, on: on === '' ? null : on }
    if ((await updateNextStep(work, { caseId, version }, step)) !== null) return ok({ version: version + 1 })
    const theirs = await openNextStep(work, file)
    return conflict({ version: file.version, text: theirs?.text ?? '', on: theirs?.on ?? '' })
  },
})

/** Moves the next step to a later day, with the reason. */
export const moveNextStep = defineAction({
  name: 'moveNextStep',
  permission: 'case:edit',
  schema: moveStepSchema,
  value: versioned,
  audit: ({ caseId }, { version }) => ({ event: 'case.edited', caseId, version }),
  run: async (work, { caseId, version, on, because }) => {
    const file = await getFile(work, 'case:edit', caseId)
    const step = await openNextStep(work, file)
    if (step === null || file.version !== version) return conflict({ version: file.version })
    if (!isLater(on, step.on, today(work))) return no('notLater', { on: 'notLater' })
    const moved = { from: step.on, because }
    if ((await updateNextStep(work, { caseId, version }, { text: step.text, on }, moved)) !== null)
      return ok({ version: version + 1 })
    return conflict({ version: file.version })
  },
})

export const editDetails = defineAction({
  name: 'editDetails',
  permission: 'case:edit',
  schema: detailsSchema,
  value: versioned,
  audit: ({ caseId }, { version }) => ({ event: 'case.edited', caseId, version }),
  run: async (work, input) => {
    const file = await getFile(work, 'case:edit', input.caseId)
    const words = await listWords(work, ['case_status', 'risk_level'])
    const isKnown = (list: string, code: string) =>
      words.some((word) => word.list === list && word.code === code)
    if (!isKnown('case_status', input.status)) return no('notInList', { status: 'unknownChoice' })
    if (!isKnown('risk_level', input.risk)) return no('notInList', { risk: 'unknownChoice' })
    // Closing asks what stays open, and opening again asks why: both have a page of their own (lib/closings).
    if (input.status !== file.status && (isClosed(input.status) || isClosed(file.status)))
      return no('closedApart', { status: 'closedApart' })
    const isUpdated = await updateFile(
      work,
      { id: file.id, version: input.version },
      {
        status: input.status,
        risk: input.risk,
        closedOn: file.closedOn && toDay(file.closedOn),
        closureReason: file.closureReason,
      },
    )
    if (isUpdated) return ok({ version: input.version + 1 })
    return conflict({
      version: file.version,
      status: file.status,
      risk: file.risk,
    })
  },
})

export const assignFile = defineAction({
  name: 'assignFile',
  permission: 'case:assign',
  schema: assignmentSchema,
  value: z.object({ version: z.number().int(), fromStaffId: z.uuid() }),
  audit: ({ caseId, toStaffId }, { fromStaffId }) => ({
    event: 'case.assigned',
    caseId,
    fromStaffId,
    toStaffId,
  }),
  run: async (work, { caseId, version, toStaffId, reason }) => {
    const file = await getFile(work, 'case:assign', caseId)
    if (!work.actor.leads.includes(file.teamId)) return no('notYourTeam')
    const colleagues = await listColleagues(work, [file.teamId])
    if (!colleagues.some(({ id }) => id === toStaffId)) return no('notInTeam', { toStaffId: 'unknownChoice' })
    if (toStaffId === file.workerId) return no('sameWorker', { toStaffId: 'sameWorker' })
    const circle = await findCircle(work, file)
    if (circle !== null && !circle.includes(toStaffId)) return no('notInCircle', { toStaffId: 'notInCircle' })
    const current = { id: file.id, version, workerId: file.workerId }
    if (file.version === version && (await updateWorker(work, current, { staffId: toStaffId, reason })))
      return ok({ version: version + 1, fromStaffId: file.workerId })
    return conflict({ version: file.version, toStaffId: file.workerId })
  },
})
