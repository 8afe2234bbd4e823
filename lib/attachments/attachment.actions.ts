'use server'
import * as z from 'zod'
import { getFile } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { getAttachment, readWhole, removeAttachment, setScanned } from './attachment.data'
import { removeSchema, scanSchema } from './attachment.schema'
import { scan } from './scanner'

const onFile = z.object({ caseId: z.uuid() })

/** Takes a paper away, with its bytes. */
export const takePaperAway = defineAction({
  name: 'takePaperAway',
  permission: 'case:edit',
  schema: removeSchema,
  value: onFile,
  audit: ({ attachmentId, because }, { caseId }) => ({
    event: 'paper.removed',
    caseId,
    attachmentId,
    because,
  }),
  run: async (work, { attachmentId, because }) => {
    const { caseId } = await getAttachment(work, attachmentId)
    await getFile(work, 'case:edit', caseId)
    if (!(await removeAttachment(work, attachmentId, because))) throw new NotFound()
    return ok({ caseId })
  },
})

/** Asks the scanner again about a paper that it has not looked at; what it finds infected is taken away. */
export const scanPaper = defineAction({
  name: 'scanPaper',
  permission: 'case:edit',
  schema: scanSchema,
  value: onFile.extend({ verdict: z.enum(['clean', 'infected']) }),
  audit: ({ attachmentId }, { caseId, verdict }) => ({
    event: 'paper.scanned',
    caseId,
    attachmentId,
    verdict,
  }),
  run: async (work, { attachmentId }) => {
    const paper = await getAttachment(work, attachmentId)
    await getFile(work, 'case:edit', paper.caseId)
    const verdict = await scan(await readWhole(work, paper))
    if (verdict === 'waiting' || verdict === 'none') return no('scannerSilent')
    if (verdict === 'clean') await setScanned(work, attachmentId)
    else await removeAttachment(work, attachmentId, 'infected')
    return ok({ caseId: paper.caseId, verdict })
  },
})
