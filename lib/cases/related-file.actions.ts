'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getFile, today } from './case.data'
import { findOthers, insertRelation, isRelated, withdrawRelation } from './related-file.data'
import { relateSchema, unrelateSchema } from './related-file.schema'

const tie = z.object({ relationId: z.uuid() })

/**
 * Two files belong together. The audit log keeps it without naming either file: the history of the one would tell its readers of
 * the other.
 */
export const relateFile = defineAction({
  name: 'relateFile',
  permission: 'case:edit',
  schema: relateSchema,
  value: tie,
  audit: (_input, { relationId }) => ({ event: 'files.related', relationId }),
  run: async (work, { caseId, code, kind, basis, since }) => {
    const file = await getFile(work, 'case:edit', caseId)
    if (since > today(work)) return no('inTheFuture', { since: 'inTheFuture' })
    const [other, second] = await findOthers(work, caseId, code)
    if (other === undefined) return no('noSuchFile', { code: 'noSuchFile' })
    if (second !== undefined) return no('twoFiles', { code: 'twoFiles' })
    if (file.secrecy === 'sealed' || other.secrecy === 'sealed')
      return no('sealedUntied', { code: 'sealedUntied' })
    // Possible trafficking stands beside no other file (docs/adr/0046).
    if (file.kind === 'thb' || other.kind === 'thb') return no('sealedUntied', { code: 'sealedUntied' })
    if (await isRelated(work, caseId, other.id)) return no('relatedAlready', { code: 'relatedAlready' })
    return ok({
      relationId: await insertRelation(work, {
        caseId,
        otherCaseId: other.id,
        kind,
        basis: basis === '' ? null : basis,
        since: since === '' ? null : since,
      }),
    })
  },
})

export const unrelateFile = defineAction({
  name: 'unrelateFile',
  permission: 'case:edit',
  schema: unrelateSchema,
  value: tie,
  audit: (_input, { relationId }) => ({ event: 'files.unrelated', relationId }),
  run: async (work, { caseId, relationId }) => {
    await getFile(work, 'case:edit', caseId)
    await withdrawRelation(work, caseId, relationId)
    return ok({ relationId })
  },
})
