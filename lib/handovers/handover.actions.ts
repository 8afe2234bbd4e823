'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok } from '@/lib/shared/result'
import { answerFiles } from './answer.data'
import { chooseReceivers as updateReceivers } from './choose.data'
import { getHandover, getLedHandover } from './handover.data'
import { canUndo } from './handover.rules'
import {
  chooseSchema,
  filesOutcome,
  handoverAnswerSchema,
  handoverNoteSchema,
  offerSchema,
  sendSchema,
  startSchema,
  undoHandoverSchema,
} from './handover.schema'
import { findHandoverNote, updateHandoverNote } from './note.data'
import { hasFiles, prepareHandover } from './prepare.data'
import { offerAgain, sendHandover as updateSent } from './send.data'
import { isStillHere, undoHandover as takeBack } from './undo.data'

/** Prepares a hand-over of a colleague's files, or goes on with the one in preparation. */
export const startHandover = defineAction({
  name: 'startHandover',
  permission: 'case:assign',
  schema: startSchema,
  value: z.object({ handoverId: z.uuid(), caseIds: z.array(z.uuid()) }),
  audit: (_input, { handoverId, caseIds }) => ({ event: 'handover.prepared', handoverId, caseIds }),
  run: async (work, { colleague, kind, until }) => {
    const [fromStaffId = '', teamId = ''] = colleague.split(':')
    if (!work.actor.leads.includes(teamId)) return no('notYourTeam')
    if (kind === 'temporary' && until < dayOf(work.now)) return no('untilPassed', { until: 'untilPassed' })
    const of = { teamId, fromStaffId }
    if (!(await hasFiles(work, of))) return no('nothingToHandOver')
    return ok(await prepareHandover(work, { ...of, kind, until: kind === 'temporary' ? until : null }))
  },
})

/** Whom to ask for which file; kept with each press, so that nothing is lost and two coordinators see the same. */
export const chooseReceivers = defineAction({
  name: 'chooseReceivers',
  permission: 'case:assign',
  schema: chooseSchema,
  value: z.object({ version: z.number().int() }),
  audit: ({ handoverId }, { version }) => ({ event: 'handover.chosen', handoverId, version }),
  run: async (work, { handoverId, version, choices }) => {
    const handover = await getLedHandover(work, handoverId)
    const answer = await updateReceivers(work, handover, version, choices)
    if (answer === 'ok') return ok({ version: version + 1 })
    return answer === 'changedMeanwhile' ? conflict({ version: handover.version }) : no(answer)
  },
})

/** The note that goes along with a file: of the one who leaves while it is prepared, of the coordinator until it is taken. */
export const writeHandoverNote = defineAction({
  name: 'writeHandoverNote',
  permission: 'handover:own',
  schema: handoverNoteSchema,
  value: z.object({ version: z.number().int() }),
  audit: ({ handoverId, caseId }, { version }) => ({
    event: 'handover.noted',
    handoverId,
    caseId,
    revision: version,
  }),
  run: async (work, input) => {
    const handover = await getHandover(work, input.handoverId)
    const isLed = work.actor.leads.includes(handover.teamId)
    const isOwn = handover.fromStaffId === work.actor.id && handover.state === 'draft'
    const item = handover.items.find(({ caseId }) => caseId === input.caseId)
    if (item === undefined || !(isLed || isOwn)) return no('notFound')
    if (await updateHandoverNote(work, input)) return ok({ version: input.version + 1 })
    const theirs = await findHandoverNote(work, input)
    return theirs === null ? no('alreadyTaken') : conflict({ version: theirs.revision, text: theirs.text })
  },
})

export const sendHandover = defineAction({
  name: 'sendHandover',
  permission: 'case:assign',
  stepUp: true,
  schema: sendSchema,
  value: z.object({ files: z.number().int(), skipped: z.number().int() }),
  audit: ({ handoverId }, outcome) => ({ event: 'handover.sent', handoverId, ...outcome }),
  run: async (work, { handoverId, version }) => {
    const handover = await getLedHandover(work, handoverId)
    if (handover.untilDay !== null && handover.untilDay < dayOf(work.now)) return no('untilPassed')
    const outcome = await updateSent(work, handover, version)
    return outcome === null ? conflict({ version: handover.version }) : ok(outcome)
  },
})

/** Asks another colleague for files that no one has taken yet. */
export const offerFiles = defineAction({
  name: 'offerFiles',
  permission: 'case:assign',
  schema: offerSchema,
  value: filesOutcome,
  audit: ({ handoverId, toStaffId }, { done }) => ({
    event: 'handover.offered',
    handoverId,
    staffId: toStaffId,
    files: done.length,
  }),
  run: async (work, { handoverId, caseIds, toStaffId }) => {
    const handover = await getLedHandover(work, handoverId)
    if (handover.state !== 'sent') return no('notSent')
    const outcome = await offerAgain(work, handover, { caseIds, toStaffId })
    return outcome.done.length === 0 ? no('notOffered', { toStaffId: 'notOffered' }) : ok(outcome)
  },
})

/** Yes or no of the one who is asked, for one file or for many. */
export const answerHandover = defineAction({
  name: 'answerHandover',
  permission: 'handover:own',
  schema: handoverAnswerSchema,
  value: filesOutcome,
  audit: ({ handoverId, accepts }, { done, failed }) => ({
    event: 'handover.answered',
    handoverId,
    accepts,
    done: done.length,
    failed: failed.length,
  }),
  run: async (work, input) => {
    const outcome = await answerFiles(work, input)
    return outcome.done.length === 0 ? no('alreadyTaken') : ok(outcome)
  },
})

export const undoHandover = defineAction({
  name: 'undoHandover',
  permission: 'case:assign',
  schema: undoHandoverSchema,
  value: filesOutcome,
  audit: ({ handoverId }, { done, failed }) => ({
    event: 'handover.undone',
    handoverId,
    done: done.length,
    failed: failed.length,
  }),
  run: async (work, { handoverId }) => {
    const handover = await getLedHandover(work, handoverId)
    if (handover.sentAt === null || handover.state !== 'sent') return no('notSent')
    if (!canUndo(handover.sentAt, work.now)) return no('undoTooLate')
    if (!(await isStillHere(work, handover.fromStaffId))) return no('leaverGone')
    const outcome = await takeBack(work, handover)
    return outcome === null ? no('notSent') : ok(outcome)
  },
})
