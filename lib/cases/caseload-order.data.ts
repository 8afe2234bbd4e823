import 'server-only'
import * as z from 'zod'
import { reachedBy } from '@/lib/access/scope'
import { empty, join, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { today } from './case.data'
import type { Cursor, Filters, Order, Sort } from './caseload.schema'
import { toCondition } from './caseload-filter.data'

// The words of the indexes case_file_by_…: an order is one expression that is never null, and the id.
const KEYS: Readonly<Record<Order, Sql>> = {
  silence: sql`COALESCE(f.silence_on, DATE '9999-12-31')`,
  step: sql`COALESCE(f.next_step_on, DATE '9999-12-31')`,
  contact: sql`COALESCE(f.last_contact_on, DATE '0001-01-01')`,
  opened: sql`f.opened_on`,
  code: sql`f.code`,
}
const rows = z.array(z.object({ id: z.string(), key: z.string() }))
export type Place = Pick<Cursor, 'tier' | 'key' | 'id'>

/** Held and not seen for eight days comes before everything, in the order of silence only. */
const tiersOf = (work: Work, by: Order): readonly { tier: 0 | 1; condition: Sql }[] => {
  if (by !== 'silence') return [{ tier: 1, condition: empty }]
  const day = today(work)
  return [
    { tier: 0, condition: sql`AND f.unseen_on <= ${day}::date` },
    { tier: 1, condition: sql`AND (f.unseen_on IS NULL OR f.unseen_on > ${day}::date)` },
  ]
}

/**
 * The next files in order. Each way by which the actor reaches files is asked for its own first `take`, because an index
 * knows the order within one office and not within "mine or theirs"; the few that come back are put together.
 */
export const listPlaces = async (
  work: Work,
  { filters, sort, after = null, take }: { filters: Filters; sort: Sort; after?: Place | null; take: number },
): Promise<Place[]> => {
  const key = KEYS[sort.by]
  const direction = sort.isDown ? sql`DESC` : sql`ASC`
  const keyType = sort.by === 'code' ? sql`text` : sql`date`
  const condition = toCondition(work, filters)
  const beyond = (place: Place): Sql =>
    sort.isDown
      ? sql`AND (${key}, f.id) < (${place.key}::${keyType}, ${place.id}::uuid)`
      : sql`AND (${key}, f.id) > (${place.key}::${keyType}, ${place.id}::uuid)`
  const found: Place[] = []
  for (const { tier, condition: ofTier } of tiersOf(work, sort.by)) {
    const missing = take - found.length
    if (missing === 0 || (after !== null && after.tier > tier)) continue
    const from = after !== null && after.tier === tier ? beyond(after) : empty
    const ways = reachedBy(work.actor, 'case:read', work.now).map(
      (way) => sql`(SELECT f.id, ${key} AS key FROM case_file f
                     WHERE ${way} AND ${condition} ${ofTier} ${from}
                     ORDER BY ${key} ${direction}, f.id ${direction} LIMIT ${missing})`,
    )
    if (ways.length === 0) continue
    const page = rows.parse(
      await work.tx.$queryRaw`SELECT id::text, key::text FROM (${join(ways, ' UNION ')}) w
        ORDER BY w.key ${direction}, w.id ${direction} LIMIT ${missing}`,
    )
    found.push(...page.map((row) => ({ ...row, tier })))
  }
  return found
}

const counted = z
  .array(z.object({ total: z.number(), late: z.number(), signalled: z.number(), unseen: z.number() }))
  .length(1)
export type Counts = z.output<typeof counted>[number]

/** How many files the filters leave, and how many of these ask for something. */
export const countCaseload = async (work: Work, filters: Filters): Promise<Counts> => {
  const day = today(work)
  const ways = reachedBy(work.actor, 'case:read', work.now)
  const reach =
    ways.length === 0
      ? sql`false`
      : sql`(${join(
          ways.map((way) => sql`(${way})`),
          ' OR ',
        )})`
  const [row] = counted.parse(
    await work.tx.$queryRaw`
      SELECT count(*)::int AS total,
             count(*) FILTER (WHERE f.next_step_on < ${day}::date)::int AS late,
             count(*) FILTER (WHERE f.unseen_on <= ${day}::date)::int AS unseen,
             count(*) FILTER (WHERE EXISTS (SELECT 1 FROM signal g
                                             WHERE g.case_id = f.id AND g.answered_at IS NULL))::int AS signalled
        FROM case_file f WHERE ${reach} AND ${toCondition(work, filters)}`,
  )
  if (row === undefined) throw new Error('a count without a row')
  return row
}
