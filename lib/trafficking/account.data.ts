import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import {
  encryptAt,
  encryptWords,
  nextRow,
  openAt,
  openEach,
  openWords,
  readAt,
} from '@/lib/registers/register.data'
import type { Revised } from '@/lib/registers/register.rules'
import { MISTAKES } from '@/lib/registers/register.rules'
import { newId } from '@/lib/shared/ids'
import { type AccountInput, type Answers, answeredAll, answersSchema } from './account.schema'
import { GRADES, SIGNS, SOURCES } from './vocabulary.rules'

/** Long enough for every answer, so that no length tells how much was answered. */
const ANSWERS_LENGTH = 1200
const SIGN_LENGTH = 100
const table = 'trafficking_account'

const accountColumns = {
  id: true,
  caseId: true,
  revision: true,
  answersCipher: true,
  wordsCipher: true,
  readingCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.TraffickingAccountSelect

const toAccount = async (
  work: Work,
  { caseId, ...row }: Prisma.TraffickingAccountGetPayload<{ select: typeof accountColumns }>,
) => {
  const at = { table, caseId, row: row.id }
  const answers = await readAt(work, { ...at, column: 'answers' }, row.answersCipher, (text) =>
    answersSchema.parse(JSON.parse(text)),
  )
  return {
    revision: row.revision,
    // No answer is a yes or a no.
    answers: answers.ok ? answers.value : answeredAll('unsure'),
    /** The answers cannot be read: those here say that nothing is known. */
    isDamaged: !answers.ok,
    words: await openWords(work, at, row.wordsCipher),
    reading:
      row.readingCipher === null ? '' : await openAt(work, { ...at, column: 'reading' }, row.readingCipher),
    by: row.creator.name,
    recordedAt: row.createdAt,
  }
}
export type Account = Awaited<ReturnType<typeof toAccount>>

/** Every revision of the account of a file within reach, the latest first. */
export const listAccounts = async (work: Work, caseId: string, take = 100): Promise<Account[]> => {
  const rows = await work.tx.traffickingAccount.findMany({
    where: { caseId },
    select: accountColumns,
    orderBy: { revision: 'desc' },
    take,
  })
  return openEach(rows, (row) => toAccount(work, row))
}

/** What stands of it; null before anyone wrote. */
export const findAccount = async (work: Work, caseId: string): Promise<Account | null> => {
  const [account] = await listAccounts(work, caseId, 1)
  return account ?? null
}

/** Writes the next revision; the highest stands. */
export const insertAccount = async (
  work: Work,
  input: Pick<AccountInput, 'caseId' | 'words' | 'reading'> & { readonly answers: Answers },
  revision: number,
): Promise<void> => {
  const id = newId(work.now.getTime())
  const { caseId, answers, words, reading } = input
  const at = { table, caseId, row: id }
  await work.tx.traffickingAccount.createMany({
    data: {
      id,
      caseId,
      revision,
      answersCipher: await encryptAt(
        work,
        { ...at, column: 'answers' },
        JSON.stringify(answers).padEnd(ANSWERS_LENGTH),
      ),
      wordsCipher: await encryptWords(work, at, words),
      readingCipher: reading === '' ? null : await encryptAt(work, { ...at, column: 'reading' }, reading),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
}

const signs = 'trafficking_sign'
const signContent = z.object({
  sign: storedCode(SIGNS),
  grade: storedCode(GRADES),
  source: storedCode(SOURCES),
})
const coded = z.object({ mistake: storedCode(MISTAKES).nullable() })

/** What a sign says, or, where it is damaged, the sentence in its place: it stays in every list. */
type Encrypted =
  | (z.output<typeof signContent> & { readonly isDamaged: false })
  | { readonly sign: string; readonly grade: null; readonly source: null; readonly isDamaged: true }

const toSign = async (work: Work, caseId: string, row: string, cipher: Uint8Array): Promise<Encrypted> => {
  const opened = await readAt(work, { table: signs, column: 'sign', caseId, row }, cipher, (text) =>
    signContent.parse(JSON.parse(text)),
  )
  return opened.ok
    ? { ...opened.value, isDamaged: false }
    : { sign: await work.fieldCrypto.sentence(), grade: null, source: null, isDamaged: true }
}

/** Every row about signs of a file within reach, the oldest first. */
export const listSigns = async (work: Work, caseId: string) => {
  const rows = await work.tx.traffickingSign.findMany({
    where: { caseId },
    select: {
      id: true,
      caseId: true,
      subjectId: true,
      revision: true,
      mistake: true,
      signCipher: true,
      createdAt: true,
      creator: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
    take: 500,
  })
  const opened = []
  for (const { signCipher, creator, createdAt, ...row } of rows)
    opened.push({
      ...row,
      ...coded.parse(row),
      ...(await toSign(work, caseId, row.id, signCipher)),
      by: creator.name,
      recordedAt: createdAt,
    })
  return opened
}

export const insertSign = async (
  work: Work,
  { caseId, sign, grade, source }: z.output<typeof signContent> & { readonly caseId: string },
  before: Revised | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const next = nextRow(work, caseId, before, mistake)
  const text = JSON.stringify({ sign, grade, source }).padEnd(SIGN_LENGTH)
  await work.tx.traffickingSign.createMany({
    data: {
      ...next,
      signCipher: await encryptAt(work, { table: signs, column: 'sign', caseId, row: next.id }, text),
    },
  })
  return next
}
