import 'server-only'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Damaged, NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { isUuid, newId } from '@/lib/shared/ids'
import {
  type FileType,
  isFileType,
  KINDS,
  LIMITS,
  piecesOf,
  REASONS,
  type Reason,
  SCANS,
  type Scan,
} from './attachment.rules'

type Of = { readonly id: string; readonly caseId: string }
const label = z.object({ name: z.string(), sha256: z.string() })

/** Where the label and the pieces stand: encrypted with the key of the file, each to its place. */
const placeOf = ({ id, caseId }: Of, column: string) => ({
  holder: { kind: 'file', id: caseId } as const,
  table: 'attachment',
  row: id,
  column,
  revision: 1,
})
const pieceAt = (of: Of, position: number) => placeOf(of, `piece ${position}`)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type NewAttachment = {
  readonly caseId: string
  readonly kind: string
  readonly name: string
  readonly type: FileType
  readonly bytes: Buffer
  readonly scan: Scan
}

/** Puts a paper into a file that the caller has found within reach. */
export const insertAttachment = async (work: Work, paper: NewAttachment): Promise<string> => {
  const { caseId, kind, name, type, bytes, scan } = paper
  const of = { id: newId(work.now.getTime()), caseId }
  await work.tx.attachment.createMany({
    data: {
      ...of,
      kind,
      type,
      bytes: bytes.length,
      labelCipher: await work.fieldCrypto.encrypt(
        placeOf(of, 'label'),
        JSON.stringify({ name, sha256: hashOf(bytes) }),
      ),
      scan,
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  for (const [position, { from, to }] of piecesOf(bytes.length).entries())
    await work.tx.attachmentPiece.createMany({
      data: {
        attachmentId: of.id,
        position,
        caseId,
        cipher: await work.fieldCrypto.encryptBytes(pieceAt(of, position), bytes.subarray(from, to)),
      },
    })
  return of.id
}

const columns = {
  id: true,
  caseId: true,
  kind: true,
  type: true,
  bytes: true,
  labelCipher: true,
  scan: true,
  createdAt: true,
  removedAt: true,
  removedBecause: true,
  creator: { select: { name: true } },
  remover: { select: { name: true } },
} as const satisfies Prisma.AttachmentSelect
const coded = z.object({
  kind: storedCode(KINDS),
  scan: storedCode(SCANS),
  removedBecause: storedCode(REASONS).nullable(),
  type: z.custom<FileType>((type) => typeof type === 'string' && isFileType(type)),
})

const toAttachment = async (
  work: Work,
  { labelCipher, creator, remover, ...row }: Prisma.AttachmentGetPayload<{ select: typeof columns }>,
) => {
  const opened = await work.fieldCrypto.read(placeOf(row, 'label'), labelCipher, (text) =>
    label.parse(JSON.parse(text)),
  )
  return {
    ...row,
    ...coded.parse(row),
    // One with a damaged label is listed, and does not leave: nothing says what was brought.
    ...(opened.ok ? opened.value : { name: await work.fieldCrypto.sentence(), sha256: null }),
    by: creator.name,
    removedBy: remover?.name ?? null,
  }
}
export type Attachment = Awaited<ReturnType<typeof toAttachment>>

/** The papers of a file within reach, the latest first; those that were taken away too. */
export const listAttachments = async (work: Work, caseId: string): Promise<Attachment[]> => {
  const rows = await work.tx.attachment.findMany({
    where: { caseId },
    select: columns,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  const papers: Attachment[] = []
  for (const row of rows) papers.push(await toAttachment(work, row))
  return papers
}

/** One paper of a file within reach, with the file's code and its place among the papers. Throws NotFound. */
export const getAttachment = async (work: Work, id: string) => {
  const row = isUuid(id)
    ? await work.tx.attachment.findFirst({
        where: { id, removedAt: null },
        select: { ...columns, file: { select: { code: true } } },
      })
    : null
  if (row === null) throw new NotFound()
  const { file, ...rest } = row
  const paper = await toAttachment(work, rest)
  const before = await work.tx.attachment.count({
    where: { caseId: row.caseId, createdAt: { lt: row.createdAt } },
  })
  return { ...paper, fileCode: file.code, position: before + 1 }
}

/** One piece of a paper, opened. Throws NotFound when it is out of reach or was taken away meanwhile. */
export const readPiece = async (work: Work, of: Of, position: number): Promise<Buffer> => {
  const row = await work.tx.attachmentPiece.findFirst({
    where: { attachmentId: of.id, position },
    select: { cipher: true },
  })
  if (row === null) throw new NotFound()
  return work.fieldCrypto.openBytes(pieceAt(of, position), row.cipher)
}

/**
 * The first piece of a paper, after every piece was opened and all together are what was brought. Throws Damaged: what is damaged
 * is said before anything of it leaves.
 */
export const readChecked = async (
  work: Work,
  paper: Pick<Attachment, 'id' | 'caseId' | 'bytes' | 'sha256'>,
): Promise<Buffer> => {
  // The label is damaged, and field encryption has told so; the pieces may be whole.
  if (paper.sha256 === null) throw new Damaged()
  const hash = openHash()
  const first = await readPiece(work, paper, 0)
  hash.update(first)
  for (let position = 1; position < pieceCount(paper.bytes); position += 1)
    hash.update(await readPiece(work, paper, position))
  if (hash.digest('hex') !== paper.sha256)
    throw new Damaged({ table: 'attachment', column: 'pieces', row: paper.id })
  return first
}

/** A whole paper in memory, for the scanner. */
export const readWhole = async (
  work: Work,
  paper: Pick<Attachment, 'id' | 'caseId' | 'bytes'>,
): Promise<Buffer> => {
  const parts: Buffer[] = []
  for (const [position] of piecesOf(paper.bytes).entries()) parts.push(await readPiece(work, paper, position))
  return Buffer.concat(parts)
}

export const setScanned = async (work: Work, id: string): Promise<void> => {
  await work.tx.attachment.updateMany({ where: { id, scan: 'waiting' }, data: { scan: 'clean' } })
}

/** Takes a paper away: its bytes are gone with this transaction, that it was there stays. */
export const removeAttachment = async (work: Work, id: string, because: Reason): Promise<boolean> => {
  const { count } = await work.tx.attachment.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: work.now, removedBy: work.actor.id, removedBecause: because },
  })
  return count === 1
}

/** A new hash of what was read so far; what sends a paper compares it with the one that was encrypted beside it. */
export const openHash = () => createHash('sha256')
export const pieceCount = (bytes: number): number => Math.ceil(bytes / LIMITS.piece)
