import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { nextRow, OLDEST_FIRST, openEach, openWords, sealWords } from '@/lib/registers/register.data'
import type { Revised } from '@/lib/registers/register.rules'
import { MISTAKES } from '@/lib/registers/register.rules'
import { columnsWhen, onColumns } from '@/lib/shared/when/columns.rules'
import { DOUBTS, MATTERS, PROGRAMMES, STEPS } from './matter.rules'
import type { MatterInput } from './matter.schema'

const table = 'matter_step'
const columns = {
  id: true,
  caseId: true,
  subjectId: true,
  revision: true,
  mistake: true,
  personId: true,
  matter: true,
  kind: true,
  programme: true,
  doubts: true,
  onWhen: true,
  onText: true,
  wordsCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.MatterStepSelect
const coded = z.object({
  mistake: storedCode(MISTAKES).nullable(),
  matter: storedCode(MATTERS),
  kind: storedCode(STEPS),
  programme: storedCode(PROGRAMMES).nullable(),
  doubts: z.array(storedCode(DOUBTS)),
})

const toStep = async (
  work: Work,
  { wordsCipher, creator, createdAt, ...row }: Prisma.MatterStepGetPayload<{ select: typeof columns }>,
) => ({
  ...row,
  ...coded.parse(row),
  on: columnsWhen({ when: row.onWhen }),
  typed: row.onText ?? row.onWhen ?? '',
  words: await openWords(work, { table, caseId: row.caseId, row: row.id }, wordsCipher),
  by: creator.name,
  recordedAt: createdAt,
})
export type MatterRow = Awaited<ReturnType<typeof toStep>>

/** Every row about a return, a nationality or statelessness in a file within reach, the oldest first. */
export const listMatters = async (work: Work, caseId: string): Promise<MatterRow[]> => {
  const rows = await work.tx.matterStep.findMany({
    where: { caseId },
    select: columns,
    ...OLDEST_FIRST,
  })
  return openEach(rows, (row) => toStep(work, row))
}

/** Writes a row into a file that the caller has found within reach; only what its matter asks for is kept. */
export const insertMatter = async (
  work: Work,
  input: MatterInput,
  before: MatterRow | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const { caseId, personId, matter, kind, programme, doubts } = input
  const next = nextRow(work, caseId, before, mistake)
  const isReturn = matter === 'voluntary_return'
  await work.tx.matterStep.createMany({
    data: [
      {
        ...next,
        personId: personId === '' ? null : personId,
        matter,
        kind,
        programme: isReturn && programme !== '' ? programme : null,
        doubts: isReturn ? [...new Set(doubts)] : [],
        ...onColumns(input.on, 'document'),
        wordsCipher: await sealWords(work, { table, caseId, row: next.id }, input.words),
      },
    ],
  })
  return next
}
