import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { nextRow, openWords, sealWords } from '@/lib/registers/register.data'
import { MISTAKES, type Revised, standingOf } from '@/lib/registers/register.rules'
import { toDate, toDay } from '@/lib/shared/dates'
import { CONDITIONS, clocksOfStages, HOLDS, REASONS, reasonsOf, STAGE_KINDS } from './stage.rules'
import type { StageInput } from './stage.schema'

const table = 'trafficking_event'
const columns = {
  id: true,
  caseId: true,
  subjectId: true,
  revision: true,
  mistake: true,
  kind: true,
  onDay: true,
  condition: true,
  holds: true,
  reason: true,
  wordsCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.TraffickingEventSelect
const coded = z.object({
  mistake: storedCode(MISTAKES).nullable(),
  kind: storedCode(STAGE_KINDS),
  condition: storedCode(CONDITIONS).nullable(),
  holds: storedCode(HOLDS).nullable(),
  reason: storedCode(REASONS).nullable(),
})

const toStage = async (
  work: Work,
  {
    onDay,
    wordsCipher,
    creator,
    createdAt,
    ...row
  }: Prisma.TraffickingEventGetPayload<{ select: typeof columns }>,
) => ({
  ...row,
  ...coded.parse(row),
  on: toDay(onDay),
  words: await openWords(work, { table, caseId: row.caseId, row: row.id }, wordsCipher),
  by: creator.name,
  recordedAt: createdAt,
})
export type StageRow = Awaited<ReturnType<typeof toStage>>

/** Every row about the procedure in a file within reach, the oldest first. */
export const listStages = async (work: Work, caseId: string): Promise<StageRow[]> => {
  const rows = await work.tx.traffickingEvent.findMany({
    where: { caseId },
    select: columns,
    orderBy: { id: 'asc' },
    take: 500,
  })
  const stages: StageRow[] = []
  for (const row of rows) stages.push(await toStage(work, row))
  return stages
}

/** What the procedure says to the clocks (lib/clocks/settle.data). */
export const tellOfTrafficking = async (work: Work, caseId: string) => {
  const rows = await listStages(work, caseId)
  return clocksOfStages(
    rows,
    standingOf(rows).map(({ row }) => row),
  )
}

/** Writes a row into a file that the caller has found within reach; what the kind does not have is not kept. */
export const insertStage = async (
  work: Work,
  { caseId, kind, on, condition, holds, reason, words }: Omit<StageInput, 'subjectId' | 'version'>,
  before: Revised | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const next = nextRow(work, caseId, before, mistake)
  const isCondition = kind === 'condition'
  await work.tx.traffickingEvent.createMany({
    data: [
      {
        ...next,
        kind,
        onDay: toDate(on),
        condition: isCondition && condition !== '' ? condition : null,
        holds: isCondition && holds !== '' ? holds : null,
        reason: reason !== '' && reasonsOf(kind).includes(reason) ? reason : null,
        wordsCipher: await sealWords(work, { table, caseId, row: next.id }, words),
      },
    ],
  })
  return next
}
