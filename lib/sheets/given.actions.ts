'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { Damaged, NotFound } from '@/lib/db/errors'
import { lockRegisters } from '@/lib/registers/register.data'
import { mistakeSchema } from '@/lib/registers/register.schema'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { insertGiven, listGiven } from './given.data'
import { givenSchema } from './given.schema'

const written = z.object({ subjectId: z.uuid(), version: z.int() })

/** Writes down that a sheet was handed over. */
export const recordSheetGiven = defineAction({
  name: 'recordSheetGiven',
  permission: 'case:edit',
  schema: givenSchema,
  value: written,
  // Which one it was, the audit log does not know.
  audit: ({ caseId }, value) => ({ event: 'sheet.given', caseId, ...value }),
  run: async (work, input) => {
    await getFile(work, 'case:edit', input.caseId)
    if (input.givenOn > today(work)) return no('inTheFuture', { givenOn: 'inTheFuture' })
    const { subjectId, revision } = await insertGiven(work, input, null)
    return ok({ subjectId, version: revision })
  },
})

/** Says that it was not handed over; the row stays readable. */
export const takeSheetBack = defineAction({
  name: 'takeSheetBack',
  permission: 'case:edit',
  schema: mistakeSchema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'sheet.given', caseId, ...value }),
  run: async (work, { caseId, subjectId, version, mistake }) => {
    await getFile(work, 'case:edit', caseId)
    await lockRegisters(work, caseId)
    const own = (await listGiven(work, caseId)).filter((row) => row.subjectId === subjectId)
    const last = own.at(-1)
    if (last === undefined) throw new NotFound()
    if (last.mistake !== null || last.revision !== version) return no('correctedMeanwhile')
    if ('damaged' in last.which) throw new Damaged()
    const next = await insertGiven(work, { ...last, sheet: last.which.code }, last, mistake)
    return ok({ subjectId, version: next.revision })
  },
})
