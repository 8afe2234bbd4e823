import 'server-only'
import type { Work } from '@/lib/db/work'
import { newId } from '@/lib/shared/ids'
import { inOrder, pairOf, type Ruling, rulingOf } from './name-ruling.rules'

export type NamePair = { readonly one: string; readonly other: string; readonly ruling: Ruling }
/** A word of the organisation about two names; null: it was taken back. */
export type NameWord = Omit<NamePair, 'ruling'> & {
  readonly id: string
  readonly ruling: Ruling | null
  readonly by: string
  readonly at: Date
}

/** Every word that admins of the organisation said, the latest first. */
export const listNameRulings = async (work: Work): Promise<NameWord[]> => {
  const rows = await work.tx.nameRuling.findMany({
    orderBy: [{ saidAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      one: true,
      other: true,
      weight: true,
      saidAt: true,
      sayer: { select: { name: true } },
    },
    take: 2000,
  })
  return rows.map(({ weight, saidAt, sayer, ...row }) => ({
    ...row,
    ruling: weight === null ? null : rulingOf(weight),
    by: sayer.name,
    at: saidAt,
  }))
}

/** The pairs that came with the program, each once. */
export const listShippedNames = async (work: Work): Promise<NamePair[]> => {
  const rows = await work.tx.nameEquivalent.findMany({
    orderBy: [{ one: 'asc' }, { other: 'asc' }],
    select: { one: true, other: true, weight: true },
  })
  const pairs = new Map<string, NamePair>()
  for (const { one, other, weight } of rows) {
    const pair = pairOf(one, other)
    if (!pairs.has(pair)) pairs.set(pair, { one, other, ruling: rulingOf(weight) })
  }
  return [...pairs.values()]
}

/** @param weight null takes the last word back */
export const insertNameRuling = async (
  work: Work,
  names: { readonly one: string; readonly other: string },
  weight: number | null,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const [one, other] = inOrder(names.one, names.other)
  await work.tx.nameRuling.createMany({
    data: {
      id,
      organisationId: work.actor.organisationId,
      one,
      other,
      weight,
      saidBy: work.actor.id,
      saidAt: work.now,
    },
  })
  return id
}
