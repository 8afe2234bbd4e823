'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { dayOf } from '@/lib/shared/dates'
import { conflict, no, ok } from '@/lib/shared/result'
import { toStored } from './counted.rules'
import { readQuestion, toSearch } from './question.rules'
import { listOwnDimensions, readReport, toRaw } from './report.data'
import { LONGEST_QUESTION, reportRemovalSchema, reportSchema, runSchema } from './report.schema'
import { insertRun } from './run.data'
import { countSaved, insertSaved, MOST_SAVED, removeSaved } from './saved.data'

export const saveReport = defineAction({
  name: 'saveReport',
  permission: 'report:read',
  schema: reportSchema,
  value: z.object({ reportId: z.uuid() }),
  audit: ({ shared }, { reportId }) => ({
    event: 'report.saved',
    reportId,
    shared: shared === 'own' || shared === 'organisation' ? shared : 'team',
  }),
  run: async (work, { name, question, shared }) => {
    if (shared !== 'own' && shared !== 'organisation' && !work.actor.teams.includes(shared))
      return no('notYourTeam', { shared: 'notYourTeam' })
    if ((await countSaved(work)) >= MOST_SAVED) return no('tooManyViews')
    // Read and written again: what is no part of a question, and any text, does not come through.
    const asked = readQuestion(toRaw(question), {
      today: dayOf(work.now),
      reach: 'own',
      own: await listOwnDimensions(work),
    })
    const kept = toSearch(asked)
    if (kept.length > LONGEST_QUESTION) return no('invalid', { question: 'tooLong' })
    return ok({ reportId: await insertSaved(work, { name, question: kept, shared }) })
  },
})

export const removeReport = defineAction({
  name: 'removeReport',
  permission: 'report:read',
  schema: reportRemovalSchema,
  value: z.object({ reportId: z.uuid() }),
  audit: (_input, { reportId }) => ({ event: 'report.removed', reportId }),
  run: async (work, input) =>
    (await removeSaved(work, input))
      ? ok({ reportId: input.reportId })
      : conflict({ version: input.version + 1 }),
})

/** Keeps the numbers of a report as they are now, to be compared with later ones. */
export const storeRun = defineAction({
  name: 'storeRun',
  permission: 'report:read',
  schema: runSchema,
  value: z.object({ runId: z.uuid(), question: z.string() }),
  audit: (_input, { runId, question }) => ({ event: 'report.stored', runId, question }),
  run: async (work, { name, question }) => {
    const report = await readReport(work, toRaw(question))
    const asked = toSearch(report.question)
    if (asked.length > LONGEST_QUESTION) return no('invalid', { question: 'tooLong' })
    return ok({
      runId: await insertRun(work, { name, question: asked, cells: toStored(report.counted) }),
      question: asked,
    })
  },
})
