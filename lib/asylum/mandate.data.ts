import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import {
  dateOrNull,
  dayOrNull,
  nextRow,
  OLDEST_FIRST,
  openAt,
  openEach,
  openWords,
  sealAt,
  sealWords,
} from '@/lib/registers/register.data'
import type { Revised } from '@/lib/registers/register.rules'
import { MISTAKES } from '@/lib/registers/register.rules'
import { AIDS, MANDATE_ENDS } from './mandate.rules'
import type { MandateInput } from './mandate.schema'

const table = 'legal_mandate'
const columns = {
  id: true,
  caseId: true,
  subjectId: true,
  revision: true,
  mistake: true,
  applicationId: true,
  aid: true,
  askedOn: true,
  grantedOn: true,
  endedOn: true,
  endReason: true,
  whoCipher: true,
  wordsCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.LegalMandateSelect
const coded = z.object({
  mistake: storedCode(MISTAKES).nullable(),
  aid: storedCode(AIDS),
  endReason: storedCode(MANDATE_ENDS).nullable(),
})

const toMandate = async (
  work: Work,
  {
    whoCipher,
    wordsCipher,
    creator,
    createdAt,
    ...row
  }: Prisma.LegalMandateGetPayload<{ select: typeof columns }>,
) => ({
  ...row,
  ...coded.parse(row),
  askedOn: dayOrNull(row.askedOn),
  grantedOn: dayOrNull(row.grantedOn),
  endedOn: dayOrNull(row.endedOn),
  who: await openAt(work, { table, column: 'who', caseId: row.caseId, row: row.id }, whoCipher),
  words: await openWords(work, { table, caseId: row.caseId, row: row.id }, wordsCipher),
  by: creator.name,
  recordedAt: createdAt,
})
export type MandateRow = Awaited<ReturnType<typeof toMandate>>

/** Every row about who acts in a file within reach, the oldest first. */
export const listMandates = async (work: Work, caseId: string): Promise<MandateRow[]> => {
  const rows = await work.tx.legalMandate.findMany({
    where: { caseId },
    select: columns,
    ...OLDEST_FIRST,
  })
  return openEach(rows, (row) => toMandate(work, row))
}

/** Writes a row into a file that the caller has found within reach. */
export const insertMandate = async (
  work: Work,
  input: MandateInput,
  before: MandateRow | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const { caseId, applicationId, aid, askedOn, grantedOn, endedOn, endReason } = input
  const next = nextRow(work, caseId, before, mistake)
  const at = { table, caseId, row: next.id }
  await work.tx.legalMandate.createMany({
    data: [
      {
        ...next,
        applicationId: applicationId === '' ? null : applicationId,
        aid,
        askedOn: dateOrNull(askedOn),
        grantedOn: dateOrNull(grantedOn),
        endedOn: dateOrNull(endedOn),
        endReason: endReason === '' ? null : endReason,
        whoCipher: await sealAt(work, { ...at, column: 'who' }, input.who),
        wordsCipher: await sealWords(work, at, input.words),
      },
    ],
  })
  return next
}
