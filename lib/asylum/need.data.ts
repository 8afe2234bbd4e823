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
import { columnsWhen, onColumns } from '@/lib/shared/when/columns.rules'
import type { WhenBasis } from '@/lib/shared/when/when.rules'
import { AUTHORITIES, NEED_ANSWERS, NEED_LIST, NEED_SOURCES } from './need.rules'
import { asTold, type NeedInput } from './need.schema'

const table = 'special_need'
const columns = {
  id: true,
  caseId: true,
  subjectId: true,
  revision: true,
  mistake: true,
  personId: true,
  needCipher: true,
  source: true,
  onWhen: true,
  onText: true,
  endedOn: true,
  toldTo: true,
  toldOn: true,
  answer: true,
  answeredOn: true,
  wordsCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.SpecialNeedSelect
const coded = z.object({
  mistake: storedCode(MISTAKES).nullable(),
  source: storedCode(NEED_SOURCES),
  toldTo: storedCode(AUTHORITIES).nullable(),
  answer: storedCode(NEED_ANSWERS).nullable(),
})
// As long as a cipher is the text in it: codes of one length do not give themselves away.
const CODE_LENGTH = 24

const toNeed = async (
  work: Work,
  {
    needCipher,
    wordsCipher,
    creator,
    createdAt,
    ...row
  }: Prisma.SpecialNeedGetPayload<{ select: typeof columns }>,
) => ({
  ...row,
  ...coded.parse(row),
  need: (
    await openAt(work, { table, column: 'need', caseId: row.caseId, row: row.id }, needCipher)
  ).trimEnd(),
  on: columnsWhen({ when: row.onWhen }),
  typed: row.onText ?? row.onWhen ?? '',
  endedOn: dayOrNull(row.endedOn),
  toldOn: dayOrNull(row.toldOn),
  answeredOn: dayOrNull(row.answeredOn),
  words: await openWords(work, { table, caseId: row.caseId, row: row.id }, wordsCipher),
  by: creator.name,
  recordedAt: createdAt,
})
export type NeedRow = Awaited<ReturnType<typeof toNeed>>

/** Every row about special needs in a file within reach, the oldest first. */
export const listNeeds = async (work: Work, caseId: string): Promise<NeedRow[]> => {
  const rows = await work.tx.specialNeed.findMany({
    where: { caseId },
    select: columns,
    ...OLDEST_FIRST,
  })
  return openEach(rows, (row) => toNeed(work, row))
}

/** Whether the code stands on the list today. */
export const knowsNeed = async (work: Work, code: string): Promise<boolean> =>
  (await work.tx.codeValue.count({ where: { list: NEED_LIST, code, validTo: null } })) === 1

const BASIS_OF: Readonly<Record<NeedInput['source'], WhenBasis>> = {
  said: 'said',
  observed: 'estimate',
  certificate: 'document',
  authority: 'authority',
}

/** Writes a row into a file that the caller has found within reach. */
export const insertNeed = async (
  work: Work,
  input: NeedInput,
  before: NeedRow | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const { caseId, personId, source, endedOn } = input
  const { toldTo, toldOn, answer, answeredOn } = asTold(input)
  const next = nextRow(work, caseId, before, mistake)
  const at = { table, caseId, row: next.id }
  await work.tx.specialNeed.createMany({
    data: [
      {
        ...next,
        personId,
        needCipher: await sealAt(work, { ...at, column: 'need' }, input.need.padEnd(CODE_LENGTH)),
        source,
        ...onColumns(input.on, BASIS_OF[source]),
        endedOn: dateOrNull(endedOn),
        toldTo: toldTo === '' ? null : toldTo,
        toldOn: dateOrNull(toldOn),
        answer: answer === '' ? null : answer,
        answeredOn: dateOrNull(answeredOn),
        wordsCipher: await sealWords(work, at, input.words),
      },
    ],
  })
  return next
}
