import * as z from 'zod'
import {
  getAttachment,
  insertAttachment,
  openHash,
  pieceCount,
  readChecked,
  readPiece,
} from '@/lib/attachments/attachment.data'
import { isImage, LIMITS, toFileName } from '@/lib/attachments/attachment.rules'
import { bringSchema } from '@/lib/attachments/attachment.schema'
import { prepareFiles } from '@/lib/attachments/bring'
import { mayKeepPhoto } from '@/lib/attachments/photo-ground.data'
import { getFile } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { defineDownload } from '@/lib/server/define-download'
import { defineUpload } from '@/lib/server/define-upload'
import { no, ok } from '@/lib/shared/result'

/** Brings one paper or several into a file: cleaned of what they say without meaning to, and encrypted. */
export const POST = defineUpload({
  name: 'bringPapers',
  permission: 'case:edit',
  schema: bringSchema,
  value: z.object({ attachmentIds: z.array(z.uuid()) }),
  limit: LIMITS.bytes,
  audit: ({ caseId, kind }, { attachmentIds }) => ({ event: 'paper.brought', caseId, kind, attachmentIds }),
  prepare: prepareFiles,
  run: async (work, { caseId, kind, name }, papers) => {
    await getFile(work, 'case:edit', caseId)
    if (kind === 'photo' && !(await mayKeepPhoto(work, caseId)))
      return no('invalid', { kind: 'photoConsent' })
    const attachmentIds: string[] = []
    for (const [i, paper] of papers.entries()) {
      const own = papers.length === 1 ? name : `${name} (${i + 1}/${papers.length})`
      attachmentIds.push(await insertAttachment(work, { caseId, kind, name: own, ...paper }))
    }
    return ok({ attachmentIds })
  },
})

/**
 * A paper, to be saved and never shown by the browser; only a picture, which was drawn anew when it came, may be shown in a page
 * (docs/adr/0125). It leaves piece by piece, each by a transaction of its own: anyone who
 * loses their reach meanwhile gets no further piece. What does not add up to what was brought breaks off.
 */
export const GET = defineDownload({
  permission: 'case:edit',
  query: z.strictObject({ id: z.uuid(), show: z.literal('picture').optional() }),
  run: async (work, { id, show }) => {
    const paper = await getAttachment(work, id)
    if (paper.scan === 'waiting' || (show !== undefined && !isImage(paper.type))) throw new NotFound()
    const first = await readChecked(work, paper)
    const hash = openHash()
    let position = 0
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        if (position === pieceCount(paper.bytes)) {
          if (hash.digest('hex') === paper.sha256) return controller.close()
          return controller.error(new Error('a paper is not what was brought'))
        }
        const piece = position === 0 ? first : await work.apart((more) => readPiece(more, paper, position))
        position += 1
        hash.update(piece)
        controller.enqueue(new Uint8Array(piece))
      },
    })
    return {
      body,
      type: paper.type,
      ...(show === undefined ? { fileName: toFileName(paper.fileCode, paper.position, paper.type) } : {}),
      caseId: paper.caseId,
      attachmentId: id,
    }
  },
  audit: (_, { caseId, attachmentId }) => ({ event: 'paper.taken', caseId, attachmentId }),
})
