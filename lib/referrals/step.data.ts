import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { dateOrNull, dayOrNull, encryptWords, openEach, openWords } from '@/lib/registers/register.data'
import { toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { GROUNDS } from './ground.rules'
import { STEPS, WAYS } from './referral.rules'
import type { StepInput } from './referral.schema'

const table = 'referral_step'
const columns = {
  id: true,
  caseId: true,
  referralId: true,
  kind: true,
  onDay: true,
  way: true,
  ground: true,
  takesBack: true,
  nextOn: true,
  wordsCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.ReferralStepSelect
const coded = z.object({
  kind: z.enum([...STEPS.codes, 'taken_back']),
  way: storedCode(WAYS).nullable(),
  ground: storedCode(GROUNDS).nullable(),
})

const toStep = async (
  work: Work,
  {
    onDay,
    nextOn,
    wordsCipher,
    creator,
    createdAt,
    ...row
  }: Prisma.ReferralStepGetPayload<{ select: typeof columns }>,
) => ({
  ...row,
  ...coded.parse(row),
  on: toDay(onDay),
  nextOn: dayOrNull(nextOn),
  words: await openWords(work, { table, caseId: row.caseId, row: row.id }, wordsCipher),
  by: creator.name,
  recordedAt: createdAt,
})
export type StepRow = Awaited<ReturnType<typeof toStep>>

/** Every step of the referrals of a file within reach, the oldest first. */
export const listSteps = async (work: Work, caseId: string): Promise<StepRow[]> => {
  const rows = await work.tx.referralStep.findMany({
    where: { caseId },
    select: columns,
    orderBy: { id: 'asc' },
    take: 2000,
  })
  return openEach(rows, (row) => toStep(work, row))
}

/** Adds a step to a referral that the caller has found. */
export const insertStep = async (work: Work, input: StepInput): Promise<string> => {
  const id = newId(work.now.getTime())
  const { caseId, subjectId, kind, on, way, ground, nextOn } = input
  await work.tx.referralStep.createMany({
    data: {
      id,
      caseId,
      referralId: subjectId,
      kind,
      onDay: toDate(on),
      way: way === '' ? null : way,
      ground: kind === 'sent' && ground !== '' ? ground : null,
      nextOn: dateOrNull(nextOn),
      wordsCipher: await encryptWords(work, { table, caseId, row: id }, input.words),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** Says of a step that it was a mistake; it stays readable. */
export const insertStepBack = async (
  work: Work,
  { caseId, referralId, id: takesBack, on }: StepRow,
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.referralStep.createMany({
    data: {
      id,
      caseId,
      referralId,
      kind: 'taken_back',
      takesBack,
      onDay: toDate(on),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}
