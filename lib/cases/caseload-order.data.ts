import 'server-only'
import * as z from 'zod'
import { reachedBy } from '@/lib/access/scope'
import { empty, join, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { today } from './case.data'
import type { Cursor, Filters, Order, Sort } from './caseload.schema'
import { toCondition } from './caseload-filter.data'

// The words of the indexes case_file_by_…: an order is one expression that is never null, and the id. CASE and not COALESCE,
// which PostgreSQL does not hold for leakproof and so keeps out of an index under row-level security.
const KEYS: Readonly<Record<Order, Sql>> = {
  silence: sql`CASE WHEN f.silence_on IS NULL THEN DATE '9999-12-31' ELSE f.silence_on END`,
  step: sql`CASE WHEN f.next_step_on IS NULL THEN DATE '9999-12-31' ELSE f.next_step_on END`,
  contact: sql`CASE WHEN f.last_contact_on IS NULL THEN DATE '0001-01-01' ELSE f.last_contact_on END`,
  opened: sql`f.opened_on`,
  code: sql`f.code`,
}
const rows = z.array(z.object({ id: z.string(), key: z.string() }))
export type Place = Pick<Cursor, 'tier' | 'key' | 'id'>

// Held and not seen for eight days comes before everything, in the order of silence only.
const TIERS = [0, 1] as const
const ofTier = (work: Work, by: Order, tier: 0 | 1): Sql => {
  if (by !== 'silence') return empty
  const day = today(work)
  return tier === 0
    ? sql`AND f.unseen_on <= ${day}::date`
    : sql`AND (f.unseen_on IS NULL OR f.unseen_on > ${day}::date)`
}

type Asked = {
  readonly filters: Filters
  readonly sort: Sort
  readonly after?: Place | null
  readonly take: number
  /** A further condition on the file `f`. */
  readonly among?: Sql
}

/** What may stand on paper (case.rules.ts, mayBePrinted). */
export const PRINTED = sql`AND f.secrecy = 'open'`

/**
 * The question for the next files of one tier, or null when the actor comes to none. Each way by which the actor reaches files is asked for its own first `take`, because an index
 * knows the order within one office and not within "mine or theirs"; the few that come back are put together.
 */
export const toListing = async (
  work: Work,
  { filters, sort, after = null, take, among = empty, tier }: Asked & { readonly tier: 0 | 1 },
): Promise<Sql | null> => {
  const key = KEYS[sort.by]
  const direction = sort.isDown ? sql`DESC` : sql`ASC`
  const keyType = sort.by === 'code' ? sql`text` : sql`date`
  const beyond = sort.isDown ? sql`<` : sql`>`
  const at = after === null ? empty : sql`${after.key}::${keyType}`
  // The first comparison says nothing new, but it is the one by which an index starts where the last page ended.
  const from =
    after === null || after.tier !== tier
      ? empty
      : sql`AND ${key} ${beyond}= ${at} AND (${key}, f.id) ${beyond} (${at}, ${after.id}::uuid)`
  const condition = sql`${await toCondition(work, filters)} ${ofTier(work, sort.by, tier)} ${among} ${from}`
  const ways = reachedBy(work.actor, 'case:read', work.now).map(
    (way) => sql`(SELECT f.id, ${key} AS key FROM case_file f WHERE ${way} AND ${condition}
                   ORDER BY ${key} ${direction}, f.id ${direction} LIMIT ${take})`,
  )
  if (ways.length === 0) return null
  return sql`SELECT id::text, key::text FROM (${join(ways, ' UNION ')}) w
              ORDER BY w.key ${direction}, w.id ${direction} LIMIT ${take}`
}

/** The next files in order, after a place or from the beginning. */
export const listPlaces = async (work: Work, asked: Asked): Promise<Place[]> => {
  const { sort, after = null, take } = asked
  const found: Place[] = []
  for (const tier of TIERS) {
    const isOver = after !== null && after.tier > tier
    if (isOver || found.length >= take || (tier === 0 && sort.by !== 'silence')) continue
    const listing = await toListing(work, { ...asked, take: take - found.length, tier })
    if (listing === null) continue
    found.push(...rows.parse(await work.tx.$queryRaw(listing)).map((row) => ({ ...row, tier })))
  }
  return found
}

const counted = z
  .array(z.object({ total: z.number(), late: z.number(), signalled: z.number(), unseen: z.number() }))
  .length(1)
export type Counts = z.output<typeof counted>[number]

/** How many files the filters leave, and how many of these ask for something. */
export const countCaseload = async (work: Work, filters: Filters, among: Sql = empty): Promise<Counts> => {
  const day = today(work)
  const ways = reachedBy(work.actor, 'case:read', work.now)
  const reach =
    ways.length === 0
      ? sql`false`
      : sql`(${join(
          ways.map((way) => sql`(${way})`),
          ' OR ',
        )})`
  const condition = await toCondition(work, filters)
  const [row] = counted.parse(
    await work.tx.$queryRaw`
      SELECT count(*)::int AS total,
             count(*) FILTER (WHERE f.next_step_on < ${day}::date)::int AS late,
             count(*) FILTER (WHERE f.unseen_on <= ${day}::date)::int AS unseen,
             count(*) FILTER (WHERE EXISTS (SELECT 1 FROM signal g
                                             WHERE g.case_id = f.id AND g.answered_at IS NULL))::int AS signalled
        FROM case_file f WHERE ${reach} AND ${condition} ${among}`,
  )
  if (row === undefined) throw new Error('a count without a row')
  return row
}
