import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { encryptAt, nextRow, OLDEST_FIRST, openEach, readAt } from '@/lib/registers/register.data'
import { MISTAKES, type Revised } from '@/lib/registers/register.rules'
import { toDate, toDay } from '@/lib/shared/dates'
import type { GivenInput } from './given.schema'
import { LANGUAGES, SHEETS, type SheetCode } from './sheet.rules'

const table = 'sheet_given'
/** Every code is encrypted at this length: which sheet it was is not told by how long it is. */
const CODE_LENGTH = 16
const columns = {
  id: true,
  caseId: true,
  subjectId: true,
  revision: true,
  mistake: true,
  sheetCipher: true,
  language: true,
  givenOn: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.SheetGivenSelect
const coded = z.object({
  mistake: storedCode(MISTAKES).nullable(),
  language: storedCode(LANGUAGES),
})

/** Which sheet it was, or the sentence in its place where that is damaged. */
type Which = { readonly code: SheetCode } | { readonly damaged: string }

const toGiven = async (
  work: Work,
  { sheetCipher, creator, createdAt, ...row }: Prisma.SheetGivenGetPayload<{ select: typeof columns }>,
) => {
  const place = { table, column: 'sheet', caseId: row.caseId, row: row.id }
  const opened = await readAt(work, place, sheetCipher, (text) => SHEETS.read(text.trim()))
  const which: Which = opened.ok ? { code: opened.value } : { damaged: await work.fieldCrypto.sentence() }
  return {
    ...row,
    ...coded.parse(row),
    which,
    givenOn: toDay(row.givenOn),
    by: creator.name,
    recordedAt: createdAt,
  }
}
export type GivenRow = Awaited<ReturnType<typeof toGiven>>

/** Every row about sheets that were handed over in a file within reach, the oldest first. */
export const listGiven = async (work: Work, caseId: string): Promise<GivenRow[]> => {
  const rows = await work.tx.sheetGiven.findMany({
    where: { caseId },
    select: columns,
    ...OLDEST_FIRST,
  })
  return openEach(rows, (row) => toGiven(work, row))
}

/** Writes a row into a file that the caller has found within reach. */
export const insertGiven = async (
  work: Work,
  { caseId, sheet, language, givenOn }: GivenInput,
  before: GivenRow | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const next = nextRow(work, caseId, before, mistake)
  const place = { table, column: 'sheet', caseId, row: next.id }
  await work.tx.sheetGiven.createMany({
    data: {
      ...next,
      sheetCipher: await encryptAt(work, place, sheet.padEnd(CODE_LENGTH)),
      language,
      givenOn: toDate(givenOn),
    },
  })
  return next
}
