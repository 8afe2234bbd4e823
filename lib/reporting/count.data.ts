import 'server-only'
import * as z from 'zod'
import { join, raw, sql } from '@/lib/db/sql'
import type { CountWork } from '@/lib/db/work'
import { type Asked, conditions, isLength, measured, selected } from './count-sql.data'
import { rowsOf } from './facts.data'
import { FIGURE_IDS, figureOf } from './figure.rules'
import type { Figure } from './figure-kind.rules'
import { dayOfShare, type Spell } from './survival.rules'

/** A number under its values; null is the margin of that dimension: everything once, whatever the parts add up to. */
export type Cell = {
  readonly by: string | null
  readonly split: string | null
  readonly value: number | null
}

const cells = z.array(
  z.object({ a: z.string().nullable(), b: z.string().nullable(), value: z.number().nullable() }),
)

const spells = z.array(
  z.object({
    a: z.string().nullable(),
    b: z.string().nullable(),
    entry: z.number(),
    exit: z.number(),
    ended: z.boolean(),
    count: z.number(),
  }),
)

const margins = sql`GROUPING SETS ((one.a, one.b), (one.a), (one.b), ())`

/**
 * The median of how long it lasts, under each value and over all of them. A wait that ends on the day it began lasts no day, a stay one: it
 * is counted as one day more, which is taken off at the end.
 */
const countLengths = async (work: CountWork, asked: Asked): Promise<readonly Cell[]> => {
  const { ctes, one } = selected(asked, null)
  const { counting } = figureOf(asked.figure)
  // One that is about two people is one in the margin: each is counted there anew.
  const values = [...(asked.by === null ? [] : [raw('a')]), ...(asked.split === null ? [] : [raw('b')])]
  const [all, ...others] = [values, ...values.map((value) => [value]), []]
  const sets = [all, ...others.filter((set) => set.length < all.length)]
  const found = spells.parse(
    await work.tx.$queryRaw`
      WITH ${ctes}
      SELECT ${asked.by === null ? sql`NULL AS a` : raw('a')}, ${asked.split === null ? sql`NULL AS b` : raw('b')}, entry, exit, ended,
             count(DISTINCT key)::int AS count
        FROM (SELECT one.key, one.a, one.b, (greatest(one.known_on, one.from_day, ${asked.from}::date) - one.from_day)::int AS entry,
                     (least(one.to_day, one.lost_on, ${asked.until}::date) - one.from_day + 1)::int AS exit,
                     coalesce(one.to_day <= least(one.lost_on, ${asked.until}::date), false) AS ended
                FROM (${one}) AS one WHERE one.known_on IS NOT NULL AND one.from_day IS NOT NULL) AS spell
       GROUP BY GROUPING SETS (${join(
         sets.map((set) => sql`(${join([...set, raw('entry'), raw('exit'), raw('ended')])})`),
       )})`,
  )
  const cells = new Map<string, { by: string | null; split: string | null; spells: Spell[] }>([
    [JSON.stringify([null, null]), { by: null, split: null, spells: [] }],
  ])
  for (const { a, b, ...spell } of found) {
    const key = JSON.stringify([a, b])
    const cell = cells.get(key) ?? { by: a, split: b, spells: [] }
    cell.spells.push(spell)
    cells.set(key, cell)
  }
  return [...cells.values()].map(({ by, split, spells: own }) => {
    const day = dayOfShare(own, 0.5)
    return { by, split, value: day !== null && counting.of === 'wait' ? day - 1 : day }
  })
}

const countPlainly = async (
  work: CountWork,
  asked: Asked,
  part: Figure | null = null,
): Promise<readonly Cell[]> => {
  const figure = figureOf(asked.figure)
  if (isLength(figure)) return countLengths(work, asked)
  const { ctes, one } = selected(asked, part)
  const found = cells.parse(
    await work.tx.$queryRaw`
      WITH ${ctes}
      SELECT one.a, one.b, ${measured(figure)} AS value FROM (${one}) AS one GROUP BY ${margins}
      ORDER BY one.a, one.b`,
  )
  // Without a second value its column is empty in each set, so that some sets are the same one twice.
  const seen = new Map(found.map(({ a, b, value }) => [JSON.stringify([a, b]), { by: a, split: b, value }]))
  return [...seen.values()]
}

/**
 * One figure under the values of two dimensions, with every margin. A share is a part of the very rows it is told of, so that each person is
 * described as on one day in both, and none is above one; of rows of another kind it is what happened to those it is told of.
 */
export const countFigure = async (work: CountWork, asked: Asked): Promise<readonly Cell[]> => {
  const figure = figureOf(asked.figure)
  if (figure.over === undefined) return countPlainly(work, asked)
  const whole = { ...asked, figure: FIGURE_IDS.read(figure.over) }
  const base = await countPlainly(work, whole)
  const isPart = figureOf(whole.figure).fact === figure.fact
  const found = await (isPart ? countPlainly(work, whole, figure) : countPlainly(work, asked))
  const parts = new Map(found.map(({ by, split, value }) => [JSON.stringify([by, split]), value]))
  return base.map(({ by, split, value }) => ({
    by,
    split,
    value: value === null || value === 0 ? null : (parts.get(JSON.stringify([by, split])) ?? 0) / value,
  }))
}

const one = z.array(z.object({ count: z.number() })).length(1)

/** How many may belong to the period and have no day that says so: their range reaches across its border, or they have none. */
export const countUncertain = async (work: CountWork, asked: Asked): Promise<number> => {
  const { over } = figureOf(asked.figure)
  // Of a share, what it is told of.
  const figure = figureOf(over === undefined ? asked.figure : FIGURE_IDS.read(over))
  const { from, until } = asked
  const outside =
    figure.timing === 'in'
      ? sql`(f.from_day <= ${until}::date AND f.to_day >= ${from}::date AND NOT (f.from_day >= ${from}::date AND f.to_day <= ${until}::date))`
      : sql`false`
  // Of what was over by then, or is certain of its last day, the begin does not matter.
  const open =
    figure.timing === 'in'
      ? sql`f.from_day IS NULL`
      : sql`(f.from_day IS NULL AND (f.to_day IS NULL OR f.to_day > ${until}::date))`
  const [row] = one.parse(
    await work.tx.$queryRaw`
      SELECT count(DISTINCT ${figure.counting.of === 'people' ? sql`f.person_id::text` : sql`f.key`})::int AS count
        FROM (${rowsOf(figure.fact)}) AS f
       WHERE ${join([sql`(${outside} OR (${open} AND f.entered_on BETWEEN ${from}::date AND ${until}::date))`, ...conditions(figure, asked.offices)], ' AND ')}`,
  )
  return row?.count ?? 0
}

const files = z.array(z.object({ case_id: z.string() }))

/** The files behind a number, by id. Whether someone may open one is asked of their own rights, and nowhere here. */
export const listCounted = async (
  work: CountWork,
  asked: Asked,
  most: number,
): Promise<readonly string[]> => {
  const { ctes, one } = selected(asked)
  const found = files.parse(
    await work.tx.$queryRaw`
      WITH ${ctes} SELECT DISTINCT one.case_id FROM (${one}) AS one WHERE one.case_id IS NOT NULL ORDER BY one.case_id LIMIT ${most}`,
  )
  return found.map((row) => row.case_id)
}
