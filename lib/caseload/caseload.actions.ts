'use server'
import { isClosed } from '@/lib/cases/case.rules'
import { listWords } from '@/lib/cases/word.data'
import type { AuditEvent } from '@/lib/db/events'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { listChosen, updateTogether } from './caseload-bulk.data'
import { FEW_TOGETHER, MOST_TOGETHER, toReturn } from './caseload-bulk.rules'
import { type Outcome, outcomeSchema, togetherSchema, undoSchema } from './caseload-bulk.schema'

const toEvent = (change: string, { done, failed }: Outcome): AuditEvent => ({
  event: 'cases.changed',
  change,
  done: done.length,
  failed: failed.length,
})

/**
 * One change for many files, in one transaction: each is checked by the same rules as alone and has its own trace. What
 * speaks against one file leaves the others done, and is said.
 */
export const changeTogether = defineAction({
  name: 'changeTogether',
  permission: 'case:assign',
  stepUp: ({ selection }) => selection.mode === 'matching' || selection.ids.length > FEW_TOGETHER,
  schema: togetherSchema,
  value: outcomeSchema,
  audit: ({ change }, outcome) => toEvent(change.kind, outcome),
  run: async (work, { selection, change }) => {
    if (change.kind === 'status') {
      const known = await listWords(work, ['case_status'])
      if (!known.some(({ code }) => code === change.status))
        return no('notInList', { 'change.status': 'unknownChoice' })
      // Why a file is closed is asked for each of them.
      if (isClosed(change.status)) return no('closeOneByOne', { 'change.status': 'closeOneByOne' })
    }
    const ids = await listChosen(work, selection, MOST_TOGETHER)
    if (ids.length > MOST_TOGETHER) return no('tooManyFiles')
    return ok(await updateTogether(work, ids, change.kind, () => change))
  },
})

/** Puts back what one change has replaced, in the files that no one has touched since. */
export const undoTogether = defineAction({
  name: 'undoTogether',
  permission: 'case:assign',
  schema: undoSchema,
  value: outcomeSchema,
  audit: ({ kind }, outcome) => toEvent(`undo:${kind}`, outcome),
  run: async (work, { kind, files, reason }) => {
    const known = await listWords(work, ['case_status'])
    const wasBefore = new Map(files.map((file) => [file.caseId, file]))
    const toCommand = (file: { readonly id: string; readonly version: number }) => {
      const was = wasBefore.get(file.id)
      if (was === undefined || was.version !== file.version) return null
      const command = toReturn(kind, was.before, reason)
      return command?.kind === 'status' && !known.some(({ code }) => code === command.status) ? null : command
    }
    return ok(await updateTogether(work, [...wasBefore.keys()], kind, toCommand))
  },
})
