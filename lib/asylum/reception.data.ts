import 'server-only'
import { anyOf } from '@/lib/db/any-of'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { dateOrNull, dayOrNull } from '@/lib/registers/register.data'
import { newId } from '@/lib/shared/ids'
import { vocabulary } from '@/lib/shared/vocabulary'
import { END_REASONS } from './stay.rules'
import type { ReceptionInput } from './stay.schema'

/** The code lists that a stay in reception draws on. */
export const RECEPTION_LISTS = vocabulary('asylum.reception-lists', [
  'reception_place_type',
  'reception_phase',
  'code_207_status',
])

const columns = {
  id: true,
  caseId: true,
  placeType: true,
  phase: true,
  code207: true,
  fromOn: true,
  untilOn: true,
  endReason: true,
  createdAt: true,
  version: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.ReceptionStaySelect

const toReception = ({ creator, ...row }: Prisma.ReceptionStayGetPayload<{ select: typeof columns }>) => ({
  ...row,
  fromOn: dayOrNull(row.fromOn),
  untilOn: dayOrNull(row.untilOn),
  endReason: storedCode(END_REASONS).nullable().parse(row.endReason),
  by: creator.name,
})
export type Reception = ReturnType<typeof toReception>

/** The stays in reception of a file within reach, the latest first. */
export const listReceptions = async (work: Work, caseId: string): Promise<Reception[]> =>
  (
    await work.tx.receptionStay.findMany({
      where: { caseId },
      select: columns,
      orderBy: [{ fromOn: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      take: 200,
    })
  ).map(toReception)

/** One stay of a file. Throws NotFound. */
export const getReception = async (work: Work, caseId: string, id: string): Promise<Reception> => {
  const row = await work.tx.receptionStay.findFirst({ where: { id, caseId }, select: columns })
  if (row === null) throw new NotFound()
  return toReception(row)
}

/** Whether the codes stand on their lists. */
export const knowsCodes = async (
  work: Work,
  { placeType, phase, code207 }: ReceptionInput,
): Promise<boolean> => {
  const asked = [
    { list: 'reception_place_type', code: placeType },
    { list: 'reception_phase', code: phase },
    { list: 'code_207_status', code: code207 },
  ].filter(({ code }) => code !== '')
  const listed = anyOf(asked.map(({ list, code }) => ({ list, code })))
  if (listed === null) return true
  return (await work.tx.codeValue.count({ where: { ...listed, validTo: null } })) === asked.length
}

const textOrNull = (text: string): string | null => (text === '' ? null : text)
const toColumns = (input: ReceptionInput) => ({
  placeType: input.placeType,
  phase: textOrNull(input.phase),
  code207: textOrNull(input.code207),
  fromOn: dateOrNull(input.fromOn),
  untilOn: dateOrNull(input.untilOn),
  endReason: textOrNull(input.endReason),
})

export const insertReception = async (work: Work, input: ReceptionInput): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.receptionStay.createMany({
    data: { id, caseId: input.caseId, ...toColumns(input), createdBy: work.actor.id, createdAt: work.now },
  })
  return id
}

/** @returns false when someone changed it meanwhile */
export const updateReception = async (work: Work, id: string, input: ReceptionInput): Promise<boolean> => {
  const { count } = await work.tx.receptionStay.updateMany({
    where: { id, caseId: input.caseId, version: input.version },
    data: { ...toColumns(input), version: { increment: 1 } },
  })
  return count === 1
}
