import 'server-only'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'

export type Office = {
  readonly id: string
  readonly name: string
  readonly locale: string | null
  readonly isClosed: boolean
  /** The office that it goes on as. */
  readonly into: string | null
}

export const listOffices = async (work: Work): Promise<readonly Office[]> => {
  const rows = await work.tx.team.findMany({
    where: { organisationId: work.actor.organisationId },
    select: { id: true, name: true, locale: true, closedAt: true, mergedInto: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ closedAt, mergedInto, ...row }) => ({
    ...row,
    isClosed: closedAt !== null,
    into: mergedInto,
  }))
}

/** Throws NotFound. */
export const findOffice = async (work: Work, id: string): Promise<Office> => {
  const found = (await listOffices(work)).find((one) => one.id === id)
  if (found === undefined) throw new NotFound()
  return found
}

export const isOfficeNameTaken = async (work: Work, name: string, exceptId: string): Promise<boolean> =>
  (await listOffices(work)).some((one) => one.name === name && one.id !== exceptId)
