import 'server-only'
import * as z from 'zod'
import { placeInFile } from '@/lib/db/field-crypto'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { newId } from '@/lib/shared/ids'
import { LEFT_KINDS, LEFT_REASONS, type Left } from './closing.rules'

/** Where the words of a closing stand: encrypted with the key of its file. */
const wordsAt = (caseId: string, id: string) =>
  placeInFile(caseId, { table: 'case_closing', row: id, column: 'words' })

type NewClosing = {
  readonly caseId: string
  readonly words: string
} & (
  | { readonly kind: 'closed'; readonly reason: string; readonly left: readonly Left[] }
  | { readonly kind: 'reopened' }
)

/** Writes down that a file is closed or opened again; the status follows in the same transaction, or nothing does. */
export const insertClosing = async (
  work: Work,
  { caseId, words, ...closing }: NewClosing,
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.caseClosing.createMany({
    data: {
      id,
      caseId,
      kind: closing.kind,
      reason: closing.kind === 'closed' ? closing.reason : null,
      wordsCipher: words === '' ? null : await work.fieldCrypto.encrypt(wordsAt(caseId, id), words),
      createdBy: work.actor.id,
    },
  })
  if (closing.kind === 'closed' && closing.left.length > 0)
    await work.tx.caseLeftover.createMany({
      data: closing.left.map(({ kind, ref, reason }) => ({ closingId: id, caseId, kind, ref, reason })),
    })
  return id
}

const leftover = z.object({ kind: storedCode(LEFT_KINDS), ref: z.string(), reason: storedCode(LEFT_REASONS) })

/** Every time a file was closed or opened again, the newest first, with what was said and what stayed open. */
export const listClosings = async (work: Work, caseId: string) => {
  const rows = await work.tx.caseClosing.findMany({
    where: { caseId },
    select: {
      id: true,
      kind: true,
      reason: true,
      wordsCipher: true,
      createdAt: true,
      creator: { select: { name: true } },
      left: { select: { kind: true, ref: true, reason: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  return openEach(rows, async ({ wordsCipher, creator, left, ...row }) => ({
    ...row,
    by: creator.name,
    words: wordsCipher === null ? '' : await work.fieldCrypto.open(wordsAt(caseId, row.id), wordsCipher),
    left: z.array(leftover).parse(left),
  }))
}
export type Closing = Awaited<ReturnType<typeof listClosings>>[number]
