import 'server-only'
import * as z from 'zod'
import type { CountWork } from '@/lib/db/work'
import { type Asked, type Branch, isLength } from './cells-sql.data'
import { filesOf, rowsKeyOf, statementKeyOf, tablesOf, uncertainOf } from './count-sql.data'
import { factOf } from './fact.rules'
import { FIGURE_IDS, figureOf } from './figure.rules'
import type { Figure } from './figure-kind.rules'
import { inGroups } from './group.rules'
import { dayOfShare, type Spell } from './survival.rules'

/** A number under its values; null is the margin of that dimension: everything once, whatever the parts add up to. */
export type Cell = {
  readonly by: string | null
  readonly split: string | null
  readonly value: number | null
}

const cells = z.array(
  z.object({
    at: z.number(),
    a: z.string().nullable(),
    b: z.string().nullable(),
    value: z.number().nullable(),
    entries: z.array(z.number()).nullable(),
    exits: z.array(z.number()).nullable(),
    ends: z.array(z.boolean()).nullable(),
    counts: z.array(z.number()).nullable(),
  }),
)
type Row = z.infer<typeof cells>[number]

/** Of nothing there are no rows to be different; its number is none. */
const withTotal = (found: readonly Cell[], none: number | null): readonly Cell[] =>
  found.some(({ by, split }) => by === null && split === null)
    ? found
    : [{ by: null, split: null, value: none }, ...found]

/**
 * Its number, or the median of how long it lasts. A wait that ends on the day it began lasts no day, a stay one: it is counted as one day more,
 * which is taken off at the end.
 */
const toCell = ({ counting }: Figure, { a, b, value, entries, exits, ends, counts }: Row): Cell => {
  if (entries === null) return { by: a, split: b, value }
  const spells = entries.map(
    (entry, at): Spell => ({
      entry,
      exit: exits?.[at] ?? entry,
      ended: ends?.[at] ?? false,
      count: counts?.[at] ?? 0,
    }),
  )
  const day = dayOfShare(spells, 0.5)
  return { by: a, split: b, value: day !== null && counting.of === 'wait' ? day - 1 : day }
}

/** Each branch with its cells; what is read together in one period in one statement. */
const countBranches = async (
  work: CountWork,
  branches: readonly Branch[],
): Promise<ReadonlyMap<Branch, readonly Cell[]>> => {
  const counted = new Map<Branch, readonly Cell[]>()
  for (const group of inGroups(branches, ({ asked }) => statementKeyOf(asked))) {
    const found = cells.parse(await work.tx.$queryRaw(tablesOf(group)))
    for (const [index, branch] of group.entries()) {
      const figure = figureOf(branch.asked.figure)
      counted.set(
        branch,
        withTotal(
          found.flatMap((row) => (row.at === index ? [toCell(figure, row)] : [])),
          isLength(figure) || figure.counting.of === 'median' ? null : 0,
        ),
      )
    }
  }
  return counted
}

const shareOf = (part: readonly Cell[], whole: readonly Cell[]): readonly Cell[] => {
  const parts = new Map(part.map(({ by, split, value }) => [JSON.stringify([by, split]), value]))
  return whole.map(({ by, split, value }) => ({
    by,
    split,
    value: value === null || value === 0 ? null : (parts.get(JSON.stringify([by, split])) ?? 0) / value,
  }))
}

/** What a table is counted from: a share from two. */
const branchesOf = (asked: Asked): readonly [Branch] | readonly [Branch, Branch] => {
  const figure = figureOf(asked.figure)
  if (figure.over === undefined) return [{ asked, part: null }]
  const whole = { ...asked, figure: FIGURE_IDS.read(figure.over) }
  const isPart = figureOf(whole.figure).fact === figure.fact
  return [isPart ? { asked: whole, part: figure } : { asked, part: null }, { asked: whole, part: null }]
}

/**
 * Figures under the values of two dimensions, with every margin, in the order they are asked. A share is a part of the very rows it is told of,
 * so that each person is described as on one day in both, and none is above one; of rows of another kind it is what happened to those it is
 * told of.
 */
export const countFigures = async (
  work: CountWork,
  asked: readonly Asked[],
): Promise<readonly (readonly Cell[])[]> => {
  const branches = asked.map(branchesOf)
  const counted = await countBranches(work, branches.flat())
  const cellsOf = (branch: Branch): readonly Cell[] => counted.get(branch) ?? []
  return branches.map(([part, whole]) =>
    whole === undefined ? cellsOf(part) : shareOf(cellsOf(part), cellsOf(whole)),
  )
}

export const countFigure = async (work: CountWork, asked: Asked): Promise<readonly Cell[]> => {
  const [cells] = await countFigures(work, [asked])
  return cells ?? []
}

const counts = z.array(z.object({ counts: z.array(z.number()) })).length(1)

/** How many may belong to the period of each question and have no certain day in it; of a share, of what it is told of. */
export const countUncertains = async (
  work: CountWork,
  asked: readonly Asked[],
): Promise<readonly number[]> => {
  const wholes = asked.map((one): Asked => {
    const { over } = figureOf(one.figure)
    return over === undefined ? one : { ...one, figure: FIGURE_IDS.read(over) }
  })
  const found = new Map<string, number>()
  const keyOf = (one: Asked): string => JSON.stringify([one.figure, one.from, one.until, one.offices])
  const open = wholes.filter(({ figure }) => !factOf(figureOf(figure).fact).isCertain)
  for (const group of inGroups(open, rowsKeyOf)) {
    const [first] = group
    const ids = [...new Set(group.map(({ figure }) => figure))]
    const [figure, ...others] = ids.map(figureOf)
    if (figure === undefined) continue
    const [row] = counts.parse(await work.tx.$queryRaw(uncertainOf(first, [figure, ...others])))
    for (const [at, id] of ids.entries()) found.set(keyOf({ ...first, figure: id }), row?.counts[at] ?? 0)
  }
  return wholes.map((one) => found.get(keyOf(one)) ?? 0)
}

export const countUncertain = async (work: CountWork, asked: Asked): Promise<number> => {
  const [count] = await countUncertains(work, [asked])
  return count ?? 0
}

const files = z.array(z.object({ case_id: z.string() }))

/** The files behind a number, by id. Whether someone may open one is asked of their own rights, and nowhere here. */
export const listCounted = async (
  work: CountWork,
  asked: Asked,
  most: number,
): Promise<readonly string[]> => {
  const found = files.parse(await work.tx.$queryRaw(filesOf(asked, most)))
  return found.map((row) => row.case_id)
}
