'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getFile } from './case.data'
import { insertKeptApart, liftKeptApart, listKeptApart } from './kept-apart.data'
import { keptApartSchema, liftSchema } from './kept-apart.schema'
import { findOthers } from './related-file.data'

const kept = z.object({ keptId: z.uuid() })

/** Nothing of this file is shown on another one. The audit log names neither file: the history of the one would tell of the other. */
export const keepApart = defineAction({
  name: 'keepApart',
  permission: 'case:edit',
  schema: keptApartSchema,
  value: kept,
  audit: (_input, { keptId }) => ({ event: 'files.keptApart', keptId }),
  run: async (work, { caseId, code }) => {
    await getFile(work, 'case:edit', caseId)
    const [other, second] = await findOthers(work, caseId, code)
    if (other === undefined) return no('noSuchFile', { code: 'noSuchFile' })
    if (second !== undefined) return no('twoFiles', { code: 'twoFiles' })
    if ((await listKeptApart(work, caseId)).some((one) => one.code === code.toUpperCase()))
      return no('keptAlready', { code: 'keptAlready' })
    return ok({ keptId: await insertKeptApart(work, caseId, other.id) })
  },
})

export const liftApart = defineAction({
  name: 'liftApart',
  permission: 'case:edit',
  stepUp: true,
  schema: liftSchema,
  value: kept,
  audit: (_input, { keptId }) => ({ event: 'files.lifted', keptId }),
  run: async (work, { caseId, keptId }) => {
    await getFile(work, 'case:edit', caseId)
    await liftKeptApart(work, caseId, keptId)
    return ok({ keptId })
  },
})
