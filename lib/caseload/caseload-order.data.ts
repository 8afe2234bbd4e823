import 'server-only'
import * as z from 'zod'
import { reachedBy, type Ways, waysOf } from '@/lib/access/scope'
import { today } from '@/lib/cases/case.data'
import { RANKS, type Rank, REMOVAL_DAYS } from '@/lib/cases/danger.rules'
import { empty, join, type Sql, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { addDays, type Day } from '@/lib/shared/dates'
import type { Cursor, Filters, Order, Sort } from './caseload.schema'
import { toCondition } from './caseload-filter.data'

// The words of the indexes case_file_by_…: an order is one expression that is never null, and the id. CASE and not COALESCE,
// which PostgreSQL does not hold for leakproof and so keeps out of an index under row-level security.
const OVERDUE = sql`CASE WHEN f.overdue_on IS NULL THEN DATE '9999-12-31' ELSE f.overdue_on END`
const KEYS: Readonly<Record<Exclude<Order, 'danger'>, Sql>> = {
  silence: sql`CASE WHEN f.silence_on IS NULL THEN DATE '9999-12-31' ELSE f.silence_on END`,
  step: sql`CASE WHEN f.next_step_on IS NULL THEN DATE '9999-12-31' ELSE f.next_step_on END`,
  contact: sql`CASE WHEN f.last_contact_on IS NULL THEN DATE '0001-01-01' ELSE f.last_contact_on END`,
  opened: sql`f.opened_on`,
  code: sql`f.code`,
}

const RISK = sql`CASE f.risk WHEN 'high' THEN 0 WHEN 'low' THEN 2 ELSE 1 END`

/** A rank of danger: when it holds, and the day that orders within it. */
type RankSql = { readonly holds: Sql; readonly key: Sql }

/** The ranks of lib/cases/danger.rules.ts: the first that holds counts. A test holds the two equal. */
const toRanks = (day: Sql, near: Sql): Readonly<Record<Rank, RankSql>> => {
  const unseen = (risk: Sql): RankSql => ({
    holds: sql`f.unseen_on <= ${day} AND ${RISK} = ${risk}`,
    key: sql`f.unseen_on`,
  })
  return {
    critical: { holds: sql`f.critical_on IS NOT NULL`, key: sql`f.critical_on` },
    missing: { holds: sql`f.missing_on IS NOT NULL`, key: sql`f.missing_on` },
    act: { holds: sql`f.act_from <= ${day}`, key: sql`f.act_on` },
    removal: { holds: sql`f.removal_on <= ${near}`, key: sql`f.removal_on` },
    seriousFirst: {
      holds: sql`f.serious_on IS NOT NULL AND (f.is_held OR f.adult_on > ${day})`,
      key: sql`f.serious_on`,
    },
    serious: { holds: sql`f.serious_on IS NOT NULL`, key: sql`f.serious_on` },
    unseenHigh: unseen(sql`0`),
    unseenMedium: unseen(sql`1`),
    unseenLow: unseen(sql`2`),
    overdue: { holds: sql`${OVERDUE} <= ${day}`, key: OVERDUE },
    rest: { holds: sql`true`, key: OVERDUE },
  }
}
const rankOf = (rank: Rank): number => RANKS.rank(rank)
const UNSEEN = rankOf('unseenHigh')
const OVERDUE_RANK = rankOf('overdue')
const REST = rankOf('rest')

const found = z.array(z.object({ id: z.string(), rank: z.number(), key: z.string() }))
export type PagePlace = Pick<Cursor, 'rank' | 'key' | 'id'>

type Asked = {
  readonly filters: Filters
  readonly sort: Sort
  readonly after?: PagePlace | null
  readonly take: number
  /** A further condition on the file `f`. */
  readonly among?: Sql
}
/** One way to some files: what it asks, how it says rank and key, and in the words of which index it is ordered. */
type Part = {
  readonly where: Sql
  readonly rank: Sql
  readonly key: Sql
  readonly order: Sql
  /** Asked of each office by itself (`led`). */
  readonly isOfOffice: boolean
}
/** The files of one office. */
const OF_OFFICE = sql`f.team_id = led.id AND f.secrecy = 'open'`

/** Any other order than that of danger has one rank, the last, and may run either way. */
const byColumn = (
  by: Exclude<Order, 'danger'>,
  isDown: boolean,
  after: PagePlace | null,
  { offices, personal }: Ways,
): Part[] => {
  const key = KEYS[by]
  const direction = isDown ? sql`DESC` : sql`ASC`
  const beyond = isDown ? sql`<` : sql`>`
  const at = after === null ? empty : by === 'code' ? sql`${after.key}` : sql`${after.key}::date`
  // The first comparison says nothing new, but it is the one by which an index starts where the last page ended.
  const from =
    after === null
      ? sql`true`
      : sql`${key} ${beyond}= ${at} AND (${key}, f.id) ${beyond} (${at}, ${after.id}::uuid)`
  const part = (way: Sql, isOfOffice: boolean): Part => ({
    where: sql`${way} AND ${from}`,
    rank: sql`${REST}::int`,
    key,
    order: sql`${key} ${direction}, f.id ${direction}`,
    isOfOffice,
  })
  return [...(offices.length > 0 ? [part(OF_OFFICE, true)] : []), ...personal.map((way) => part(way, false))]
}

/** What may stand on paper (case.rules.ts, mayBePrinted). */
export const PRINTED = sql`AND f.secrecy = 'open'`

/**
 * The order of danger. Of an office three indexes are read: who is in danger, all of them, for they are few and their ranks
 * change from day to day; who is held and unseen, in order; and everyone else by the day something is overdue, in order.
 * What one reaches personally is few files and weighed whole.
 */
const byDanger = (today: Day, after: PagePlace | null, { offices, personal }: Ways): Part[] => {
  const day = sql`${today}::date`
  const ranks = toRanks(day, sql`${addDays(today, REMOVAL_DAYS)}::date`)
  const cases = (say: (rank: Rank) => Sql): Sql =>
    sql`CASE ${join(
      RANKS.codes.map((rank) => sql`WHEN ${ranks[rank].holds} THEN ${say(rank)}`),
      ' ',
    )} END`
  const rank = cases((one) => sql`${rankOf(one)}::int`)
  const key = cases((one) => ranks[one].key)
  const last = after === null ? null : sql`${after.rank}::int, ${after.key}::date, ${after.id}::uuid`
  const weighed = (way: Sql, isOfOffice: boolean): Part => ({
    where: last === null ? way : sql`${way} AND (${rank}, ${key}, f.id) > (${last})`,
    rank,
    key,
    order: sql`${rank}, ${key}, f.id`,
    isOfOffice,
  })
  const isAhead = (until: number): boolean => after === null || after.rank <= until
  const safe = sql`(f.danger_from IS NULL OR f.danger_from > ${day})`
  const ofOffices: Part[] = [
    ...(isAhead(UNSEEN - 1) ? [weighed(sql`${OF_OFFICE} AND f.danger_from <= ${day}`, true)] : []),
    ...(isAhead(OVERDUE_RANK - 1)
      ? [
          {
            where: sql`${OF_OFFICE} AND ${safe} AND f.unseen_on <= ${day} ${
              last === null || isAhead(UNSEEN - 1)
                ? empty
                : sql`AND ${RISK} >= ${after?.rank}::int - ${UNSEEN}
                      AND (${RISK} + ${UNSEEN}, f.unseen_on, f.id) > (${last})`
            }`,
            rank: sql`${RISK} + ${UNSEEN}`,
            key: sql`f.unseen_on`,
            order: sql`${RISK}, f.unseen_on, f.id`,
            isOfOffice: true,
          },
        ]
      : []),
    {
      where: sql`${OF_OFFICE} AND ${safe} AND (f.unseen_on IS NULL OR f.unseen_on > ${day}) ${
        after === null || isAhead(OVERDUE_RANK - 1)
          ? empty
          : sql`AND ${OVERDUE} >= ${after.key}::date AND (${OVERDUE}, f.id) > (${after.key}::date, ${after.id}::uuid)`
      }`,
      rank: sql`CASE WHEN ${OVERDUE} <= ${day} THEN ${OVERDUE_RANK}::int ELSE ${REST}::int END`,
      key: OVERDUE,
      order: sql`${OVERDUE}, f.id`,
      isOfOffice: true,
    },
  ]
  return [...(offices.length > 0 ? ofOffices : []), ...personal.map((way) => weighed(way, false))]
}

/**
 * The question for the next files, or null when the actor comes to none. Each way by which the actor reaches files is asked for
 * its own first `take`, because an index knows the order within one office and not within "mine or theirs"; the few that come
 * back are put together.
 */
export const toListing = async (
  work: Work,
  { filters, sort, after = null, take, among = empty }: Asked,
): Promise<Sql | null> => {
  const ways = waysOf(work.actor, 'case:read', work.now)
  const parts =
    sort.by === 'danger' ? byDanger(today(work), after, ways) : byColumn(sort.by, sort.isDown, after, ways)
  if (parts.length === 0) return null
  const { condition, first } = await toCondition(work, filters)
  const direction = sort.isDown ? sql`DESC` : sql`ASC`
  const firsts = parts.map(({ where, rank, key, order, isOfOffice }) => {
    const first = sql`(SELECT f.id, ${rank} AS rank, ${key} AS key FROM case_file f WHERE ${where} AND ${condition} ${among}
                        ORDER BY ${order} LIMIT ${take})`
    // Office by office, because an index knows the order within one; written once, because a hundred take the database long to plan.
    return isOfOffice
      ? sql`(SELECT o.* FROM unnest(${[...ways.offices]}::uuid[]) AS led(id) CROSS JOIN LATERAL ${first} AS o)`
      : first
  })
  return sql`${first} SELECT id::text, rank, key::text FROM (${join(firsts, ' UNION ')}) w
              ORDER BY w.rank, w.key ${direction}, w.id ${direction} LIMIT ${take}`
}

/** The next files in order, after a place or from the beginning. */
export const listPlaces = async (work: Work, asked: Asked): Promise<PagePlace[]> => {
  const listing = await toListing(work, asked)
  return listing === null ? [] : found.parse(await work.tx.$queryRaw(listing))
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
  const { condition, first } = await toCondition(work, filters)
  const [row] = counted.parse(
    await work.tx.$queryRaw`${first}
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
