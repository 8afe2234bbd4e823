import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import type { ApplicationInput } from './application.schema'
import { NO_APPLICATION_REASONS } from './transit.rules'
import { isApplication, PLACES, PROCEDURE_LANGUAGES, WAYS } from './vocabulary.rules'

const columns = {
  id: true,
  caseId: true,
  way: true,
  sequence: true,
  language: true,
  place: true,
  reasons: true,
  createdAt: true,
  version: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.AsylumApplicationSelect

const coded = z.object({
  way: storedCode(WAYS),
  language: storedCode(PROCEDURE_LANGUAGES).nullable(),
  place: storedCode(PLACES).nullable(),
  reasons: z.array(storedCode(NO_APPLICATION_REASONS)),
})
const toApplication = ({
  creator,
  ...row
}: Prisma.AsylumApplicationGetPayload<{ select: typeof columns }>) => ({
  ...row,
  ...coded.parse(row),
  by: creator.name,
})
export type Application = ReturnType<typeof toApplication>

/** The ways of a file within reach, as they were written down. */
export const listApplications = async (work: Work, caseId: string): Promise<Application[]> =>
  (
    await work.tx.asylumApplication.findMany({
      where: { caseId },
      select: columns,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
  ).map(toApplication)

/** One way of a file. Throws NotFound. */
export const getApplication = async (work: Work, caseId: string, id: string): Promise<Application> => {
  const row = await work.tx.asylumApplication.findFirst({ where: { id, caseId }, select: columns })
  if (row === null) throw new NotFound()
  return toApplication(row)
}

/** What belongs to the way that was chosen; answers to questions that it does not ask fall away. */
const toColumns = ({ way, sequence, language, place, reasons }: ApplicationInput) => ({
  way,
  sequence: isApplication(way) && sequence !== '' ? Number(sequence) : null,
  language: isApplication(way) && language !== '' ? language : null,
  place: way === 'territory' && place !== '' ? place : null,
  reasons: way === 'transit' ? [...new Set(reasons)] : [],
})

/** Writes a way into a file that the caller has found within reach. */
export const insertApplication = async (work: Work, input: ApplicationInput): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.asylumApplication.createMany({
    data: {
      id,
      caseId: input.caseId,
      ...toColumns(input),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** @returns false when someone changed it meanwhile */
export const updateApplication = async (
  work: Work,
  id: string,
  input: ApplicationInput,
): Promise<boolean> => {
  const { count } = await work.tx.asylumApplication.updateMany({
    where: { id, caseId: input.caseId, version: input.version },
    data: { ...toColumns(input), version: { increment: 1 } },
  })
  return count === 1
}
