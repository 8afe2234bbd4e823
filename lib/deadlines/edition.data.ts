import 'server-only'
import type * as z from 'zod'
import type { inFourLanguages } from '@/lib/countries/reference.schema'
import type { Prisma } from '@/lib/db/generated/client'
import type { JobWork, Work } from '@/lib/db/work'
import { toDay } from '@/lib/shared/dates'
import type { FirstDayRule, Rule } from './rule.rules'
import { editionSchema } from './rule.schema'

export type InFourLanguages = z.infer<typeof inFourLanguages>
export type Source = {
  readonly key: string
  readonly title: string
  readonly address: string
  readonly seen: string
}

/** An edition of a rule as it was shipped, with what a page says of it. */
export type Edition = Rule & {
  readonly id: string
  readonly title: InFourLanguages
  readonly note: InFourLanguages | null
  readonly read: readonly Source[]
  readonly firstDays: readonly FirstDayRule[]
}

const toShipped = (row: Prisma.DeadlineRuleGetPayload<object>): Edition => {
  const { edition, predicate, sources, recordedOn: _, validFrom, validTo, ...rest } = row
  const parsed = editionSchema.parse({
    ...rest,
    when: predicate,
    read: sources,
    validFrom: validFrom && toDay(validFrom),
    validTo: validTo && toDay(validTo),
  })
  return {
    ...parsed,
    version: edition,
    sources: parsed.read.map(({ key }) => key),
  }
}

/** Editions by their id. The database changes none (app.keep_edition) but in its wording, so each is read once in the life of a process. */
const known = new Map<string, Edition>()

/** What names an edition. */
export const NAMED = { id: true, code: true, edition: true } satisfies Prisma.DeadlineRuleSelect
export const withShipped = async <N extends { readonly id: string }>(
  { tx }: Work | JobWork,
  named: readonly N[],
): Promise<(N & { readonly shipped: Edition })[]> => {
  const unread = named.map(({ id }) => id).filter((id) => !known.has(id))
  if (unread.length > 0)
    for (const row of await tx.deadlineRule.findMany({ where: { id: { in: unread } } }))
      known.set(row.id, toShipped(row))
  return named.map((one) => {
    const shipped = known.get(one.id)
    if (shipped === undefined) throw new Error('an edition was deleted while it was read')
    return { ...one, shipped }
  })
}

/**
 * Editions by their ids, as they were shipped. What closes a deadline is what its own edition says and what every later one
 * adds: an act that was forgotten closes what runs already, too. Nothing of what was counted moves by it.
 */
export const readEditions = async (work: Work, ids: readonly string[]): Promise<(id: string) => Edition> => {
  const named = [...new Set(ids)].map((id) => ({ id }))
  const own = new Map((await withShipped(work, named)).map(({ id, shipped }) => [id, shipped]))
  const codes = [...new Set([...own.values()].map(({ code }) => code))]
  const all =
    codes.length === 0
      ? []
      : await withShipped(
          work,
          await work.tx.deadlineRule.findMany({
            where: { code: { in: codes } },
            select: NAMED,
            orderBy: { edition: 'asc' },
          }),
        )
  return (id) => {
    const edition = own.get(id)
    if (edition === undefined) throw new Error('a deadline names an edition that is not there')
    const closedBy = all
      .filter(({ code, shipped }) => code === edition.code && shipped.version >= edition.version)
      .flatMap(({ shipped }) => shipped.closedBy)
    return { ...edition, closedBy: [...new Set(closedBy)] }
  }
}
