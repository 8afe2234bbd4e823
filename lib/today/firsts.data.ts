import 'server-only'
import type { Work } from '@/lib/db/work'
import { askFirsts } from './count.data'
import { SOURCES } from './first.data'
import { byUrgency, type FirstKind, type FirstTier, firstTierOf } from './first.rules'
import type { First } from './first-line.data'

/** Kinds that are read whole: they have as many lines as were read. The others are counted. */
const WHOLE: ReadonlySet<string> = new Set([
  'deadline',
  'recount',
  'eighteen',
  'duplicate',
] satisfies FirstKind[])

/**
 * Everything that needs the actor today, with how many there are in each group, read or not. One statement tells of which kinds
 * there is anything (count.data.ts), and only their sources are asked.
 */
export const findFirsts = async (
  work: Work,
): Promise<{
  readonly firsts: readonly First[]
  readonly total: number
  readonly inTier: Readonly<Partial<Record<FirstTier, number>>>
}> => {
  const { items, deadlines, inLastDays, recounted, turning } = await askFirsts(work)
  const mayBe: Readonly<Record<string, number | boolean>> = {
    ...items,
    deadline: inLastDays || deadlines !== null,
    recount: recounted,
    eighteen: turning,
  }
  const firsts: First[] = []
  const inTier: Partial<Record<FirstTier, number>> = {}
  const add = (urgency: First['urgency'], count: number): void => {
    const tier = firstTierOf(urgency)
    inTier[tier] = (inTier[tier] ?? 0) + count
  }
  let total = 0
  for (const [kind, source] of Object.entries(SOURCES)) {
    const many = mayBe[kind]
    if (many === undefined) throw new Error(`no one counted ${kind}`)
    if (Number(many) === 0) continue
    const found: readonly First[] = await source(work)
    const unread = WHOLE.has(kind) ? 0 : Number(many) - found.length
    firsts.push(...found)
    total += found.length + unread
    for (const { urgency } of found) add(urgency, 1)
    // What a source has not read is of its least urgent kind.
    const last = [...found].sort(byUrgency).at(-1)
    if (last !== undefined) add(last.urgency, unread)
  }
  return { firsts, total, inTier }
}
