import 'server-only'
import * as z from 'zod'
import { SECOND_FAULTS } from '@/lib/accounts/second-person.rules'
import { listReaders } from '@/lib/cases/reader.data'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { insertNotices } from '@/lib/notices/notice.data'
import { addDays, type Day, dayOf, toDay } from '@/lib/shared/dates'
import { newCode, newId } from '@/lib/shared/ids'
import { type Ground, isGround, WORD_DAYS } from './erasure.rules'

const wordsAt = (caseId: string, erasureId: string) =>
  placeInFile(caseId, { table: 'file_erasure', row: erasureId, column: 'words' })

export type AskedErasure = {
  readonly id: string
  readonly file: { readonly id: string; readonly code: string }
  readonly ground: Ground
  readonly words: string
  readonly by: string
  readonly isMine: boolean
  readonly at: Date
  /** The last day on which someone may answer. */
  readonly until: Day
}

const toGround = (text: string): Ground => (isGround(text) ? text : 'no_longer_needed')

/** What waits for a second word, oldest first; of one file, or of all within reach. */
export const listAsked = async (work: Work, caseId: string | null = null): Promise<AskedErasure[]> => {
  const rows = await work.tx.fileErasure.findMany({
    where: { state: 'asked', ...(caseId === null ? {} : { caseId }) },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    take: 200,
    include: { file: { select: { id: true, code: true } }, proposer: { select: { name: true } } },
  })
  await work.fieldCrypto.gather(
    'file',
    rows.map((row) => row.caseId),
  )
  const asked: AskedErasure[] = []
  for (const row of rows) {
    const until = addDays(dayOf(row.proposedAt), WORD_DAYS)
    if (until < dayOf(work.now)) continue
    asked.push({
      id: row.id,
      file: row.file,
      ground: toGround(row.ground),
      words:
        row.wordsCipher === null
          ? ''
          : await work.fieldCrypto.open(wordsAt(row.caseId, row.id), row.wordsCipher),
      by: row.proposer.name,
      isMine: row.proposedBy === work.actor.id,
      at: row.proposedAt,
      until,
    })
  }
  return asked
}

/** Which of these files are held, and so may not be erased. */
export const listOnHold = async (work: Work, caseIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.tx.legalHold.findMany({
    where: { caseId: { in: [...caseIds] }, liftedAt: null },
    select: { caseId: true },
  })
  return new Set(rows.map(({ caseId }) => caseId))
}

/** Proposes that a closed file be erased, and tells those who work in it. */
export const insertErasure = async (
  work: Work,
  { caseId, ground, words }: { readonly caseId: string; readonly ground: Ground; readonly words: string },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.fileErasure.createMany({
    data: {
      id,
      caseId,
      ground,
      wordsCipher: await work.fieldCrypto.encrypt(wordsAt(caseId, id), words),
      proposedBy: work.actor.id,
      proposedAt: work.now,
    },
  })
  const hands = (await listReaders(work, caseId)).filter(({ works }) => works)
  await insertNotices(
    work,
    'erasure_asked',
    hands.map(({ staffId }) => staffId),
    caseId,
  )
  return id
}

const said = z
  .array(
    z.object({
      said: z.enum(['ok', 'notFound', 'held', 'over', 'needsLeader', ...SECOND_FAULTS.codes]),
      ids: z.array(z.string()).nullable(),
    }),
  )
  .length(1)

/** What became of a second word: said by the database, which carries it out. With the ids by which drafts know the file. */
export const answerWord = async (work: Work, erasureId: string, agrees: boolean) => {
  const [row] = said.parse(
    await work.tx
      .$queryRaw`SELECT said, ids FROM app.answer_erasure(${erasureId}::uuid, ${agrees}, ${newCode()})`,
  )
  return { said: row?.said ?? 'notFound', ids: row?.ids ?? [] }
}

export const getAsked = (work: Work, erasureId: string) =>
  work.tx.fileErasure.findFirst({
    where: { id: erasureId, state: 'asked' },
    select: { caseId: true, ground: true, proposedBy: true },
  })

const counts = z.object({
  gone: z.record(z.string(), z.int()),
  people: z.int(),
  elsewhere: z.int(),
  kept: z.int(),
})

/** What is left to read of a file that was erased: the certificate, without a name. */
export const getCertificate = async (work: Work, erasureId: string) => {
  const row = await work.tx.fileErasure.findFirst({
    where: { id: erasureId, state: 'done' },
    include: { proposer: { select: { name: true } }, answerer: { select: { name: true } } },
  })
  if (row === null || row.answeredAt === null) return null
  return {
    id: row.id,
    kind: row.fileKind,
    ground: toGround(row.ground),
    proposedBy: row.proposer.name,
    proposedAt: row.proposedAt,
    confirmedBy: row.answerer?.name ?? '',
    erasedAt: row.answeredAt,
    ...counts.parse(row.counts),
  }
}

/** Files erased within the actor's reach, the latest first. */
export const listErased = async (work: Work) => {
  const rows = await work.tx.fileErasure.findMany({
    where: { state: 'done' },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: { id: true, fileKind: true, ground: true, answeredAt: true },
  })
  return rows.map(({ id, fileKind, ground, answeredAt }) => ({
    id,
    kind: fileKind,
    ground: toGround(ground),
    on: answeredAt === null ? null : toDay(answeredAt),
  }))
}
export type Erased = Awaited<ReturnType<typeof listErased>>[number]
