import { audit } from '@/lib/statistics/audit.rules'
import { type Axis, cellKey, tabulate } from '@/lib/statistics/cube.rules'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { auditFirst } from '@/lib/statistics/gate.rules'
import { total } from '@/lib/statistics/hierarchy.rules'
import { type Joint, toJoint, toJoints } from '@/lib/statistics/joint.rules'
import { contributionCap, isMultiple, measures, sensitivityOf } from '@/lib/statistics/measure.rules'
import { withSolver } from '@/lib/statistics/solver'
import { standardSet } from '@/lib/statistics/standard.rules'
import type { StatedTable, Statement, System } from '@/lib/statistics/statement.rules'
import { type GivenRecord, givenRandom, toAtoms } from '../given/population'
import { type Given, give } from './sizes'
import type { GivenShare, GivenYear } from './years'

/** The coarse tables of people of the standard set: what the widened releases are. */
export const coarse = standardSet.slice(0, 10)

/** Tables of one period that left, with the truth of each of their cells. */
type Left = NonNullable<Given['left']>
export type Released = { share: GivenShare; given: readonly Given[]; left: readonly Left[] }

/** Everything the standard set gives of the quarters of a year as they end, and then of the year, each beside all before it. */
export async function releaseYear({ quarters, year }: GivenYear): Promise<readonly Released[]> {
  const out: Released[] = []
  for (const share of [...quarters, year]) {
    const others = out.map((one) => ({ days: one.share.days, given: one.given }))
    const given = await give(share, coarse, 'h2', others)
    out.push({ share, given, left: given.flatMap((one) => one.left ?? []) })
  }
  return out
}

/** Of each cell of a table, how many people it holds. */
const countIn = (records: readonly GivenRecord[], { table }: Left): ReadonlyMap<string, number> => {
  const by = table.axes.map(({ dimension }) => dimension)
  const axes: Axis[] = table.axes.map(({ nodeOf, nodes }) => ({ nodeOf, nodes }))
  const { persons } = toAtoms(records, measures.peopleBySex, by)
  return new Map([...tabulate(axes, persons, [])].map(([cell, one]) => [cell, one.persons]))
}

/** An internal report that got out: the same tables, exact, of everyone. No more people agreed than there were. */
const leak = ({ share, left }: Released): { table: StatedTable; counts: ReadonlyMap<string, number> }[] =>
  left.map((one) => {
    const counts = countIn(share.everyone, one)
    const cells = one.stated.cells.map(({ nodes }) => ({
      nodes,
      lower: 0,
      upper: counts.get(cellKey(nodes)) ?? 0,
      width: 0,
    }))
    return { table: { axes: one.stated.axes, cells }, counts }
  })

/**
 * All tables of a year as one linear program: how many cells are known to less than they were promised. With the internal copies beside
 * them, a cell is promised no more than its number there, which the copy tells by itself.
 */
export async function solveYear(
  released: readonly Released[],
  isLeaked: boolean,
): Promise<{ cells: number; narrow: number }> {
  const shares = released.map((one) => {
    const leaks = isLeaked ? leak(one) : []
    const own = one.left.map(
      ({ stated }, i): StatedTable => ({
        ...stated,
        cells: stated.cells.map((cell) => {
          const most = leaks[i]?.counts.get(cellKey(cell.nodes)) ?? (isLeaked ? 0 : cell.width)
          return { ...cell, width: Math.min(cell.width, most) }
        }),
      }),
    )
    return { days: one.share.days, tables: [...own, ...leaks.map(({ table }) => table)] }
  })
  const told = shares.filter(({ tables }) => tables.length > 0)
  const last = told.at(-1)
  if (last === undefined) return { cells: 0, narrow: 0 }
  const [joint] = toJoints(told.slice(0, -1), last, [], contributionCap)
  if (joint === undefined) throw new Error('nothing to solve')
  return findNarrow(joint)
}

async function findNarrow(joint: Joint): Promise<{ cells: number; narrow: number }> {
  const { found } = await auditFirst(
    [joint],
    (problem, run) => withSolver(problem, run),
    ({ system }, minimise) => audit(system, minimise),
  )
  return {
    cells: found.findings.length,
    narrow: found.findings.filter(({ isSafe }) => !isSafe).length,
  }
}

/** right, blind: of so many, those that were guessed from what was released, and without. */
export type Guessed = { of: number; right: number; blind: number }
/** A withheld number, what was guessed, and what the margins (or the copies) alone suggest. */
export type Guess = { n: number; guess: number; before: number }
/** Without is the better of two: what was suggested before, and the commonest number of all. */
export const judge = (guesses: readonly Guess[]): Guessed => ({
  of: guesses.length,
  right: guesses.filter(({ n, guess }) => n === guess).length,
  blind: Math.max(
    commonest(guesses.map(({ n }) => n)),
    guesses.filter(({ n, before }) => n === before).length,
  ),
})
export const addUp = (all: readonly Guessed[]): Guessed => ({
  of: all.reduce((sum, one) => sum + one.of, 0),
  right: all.reduce((sum, one) => sum + one.right, 0),
  blind: all.reduce((sum, one) => sum + one.blind, 0),
})

const commonest = (numbers: readonly number[]): number => {
  const times = new Map<number, number>()
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1)
  return Math.max(0, ...times.values())
}
const smallest = (value: number): number => Math.max(1, Math.min(10, Math.round(value)))
const sumOf = (of: ArrayLike<number>, columns: readonly number[]): number =>
  columns.reduce((sum, one) => sum + (of[one] ?? 0), 0)

/** Every combination of groups as the margins suggest it: scaled to one breakdown after the other. */
function suggest(
  system: System,
  margins: readonly (readonly { columns: readonly number[]; value: number }[])[],
): Float64Array {
  const x = new Float64Array(system.columns).fill(1)
  for (let round = 0; round < 20; round++)
    for (const margin of margins)
      for (const { columns, value } of margin) {
        const now = sumOf(x, columns)
        if (now > 0) for (const one of columns) x[one] = ((x[one] ?? 0) * value) / now
      }
  return x
}

/** The numbers that fit everything printed best by least squares, from what was expected: x = p + P A' (A P A' + variance)^-1 (v - A p), by conjugate gradients. */
function weigh(
  prior: Float64Array,
  printed: readonly { columns: readonly number[]; value: number }[],
): Float64Array {
  const variance = 16.5
  const up = (weights: Float64Array): Float64Array => {
    const x = new Float64Array(prior.length)
    for (const [i, { columns }] of printed.entries())
      for (const one of columns) x[one] = (x[one] ?? 0) + (prior[one] ?? 0) * (weights[i] ?? 0)
    return x
  }
  const multiply = (weights: Float64Array): Float64Array => {
    const x = up(weights)
    return Float64Array.from(printed, ({ columns }, i) => sumOf(x, columns) + variance * (weights[i] ?? 0))
  }
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((all, one, i) => all + one * (b[i] ?? 0), 0)
  const weights = new Float64Array(printed.length)
  let rest = Float64Array.from(printed, ({ columns, value }) => value - sumOf(prior, columns))
  let way = rest.slice()
  for (let step = 0; step < 300; step++) {
    const size = dot(rest, rest)
    if (size < 1e-9) break
    const moved = multiply(way)
    const length = size / dot(way, moved)
    for (const i of weights.keys()) weights[i] = (weights[i] ?? 0) + length * (way[i] ?? 0)
    const next = rest.map((one, i) => one - length * (moved[i] ?? 0))
    const turn = dot(next, next) / size
    way = next.map((one, i) => one + turn * (way[i] ?? 0))
    rest = next
  }
  const more = up(weights)
  return prior.map((one, i) => one + (more[i] ?? 0))
}

/** What a reader takes a one-way table for: printed numbers, and what is left of the total shared by the others. */
function toMargin(
  own: Left,
  statements: readonly Statement[],
): { columns: readonly number[]; value: number }[] {
  const inner = own.table.cells.flatMap((cell, i) => {
    const statement = statements[i]
    return statement === undefined || cell.nodes.includes(total) ? [] : { cell, columns: statement.plus }
  })
  const all = own.table.cells.find(({ nodes }) => nodes.every((node) => node === total))?.value ?? 0
  const known = inner.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0)
  const open = inner.filter(({ cell }) => cell.value === null).length
  const each = Math.max(1, Math.min(10, (all - known) / Math.max(1, open)))
  return inner.map(({ cell, columns }) => ({ columns, value: cell.value ?? each }))
}

/**
 * Withheld numbers from one to ten of one period, guessed from all its printed ones. Without: from its margins, or the commonest number.
 * Leaked: with the exact numbers of everyone at hand, times the share that agreed; what the release adds to that.
 */
export function guessCells(released: Released, isLeaked: boolean): readonly Guess[] {
  const { share, left } = released
  if (left.length === 0) return []
  const { system } = toJoint(
    [{ days: share.days, tables: left.map(({ stated }) => stated) }],
    [],
    contributionCap,
  )
  let at = 0
  const tables = left.map((own) => {
    const statements = system.statements.slice(at, at + own.table.cells.length)
    at += own.table.cells.length
    return { own, statements }
  })
  const agreed = share.records.length / share.everyone.length
  const leaks = leak(released)
  const margins = tables.flatMap(({ own, statements }, i) => {
    if (!isLeaked) return own.table.axes.length === 1 ? [toMargin(own, statements)] : []
    const counts = leaks[i]?.counts
    return [
      own.table.cells.flatMap(({ nodes }, place) => {
        const columns = statements[place]?.plus ?? []
        return nodes.includes(total) ? [] : { columns, value: agreed * (counts?.get(cellKey(nodes)) ?? 0) }
      }),
    ]
  })
  const prior = suggest(system, margins)
  const printed = tables.flatMap(({ own, statements }) =>
    own.table.cells.flatMap(({ value }, i) =>
      value === null ? [] : { value, columns: statements[i]?.plus ?? [] },
    ),
  )
  const x = weigh(prior, printed)
  return tables.flatMap(({ own, statements }) =>
    own.table.cells.flatMap(({ nodes, value }, i) => {
      const n = own.truth.get(cellKey(nodes))?.persons ?? 0
      const columns = statements[i]?.plus ?? []
      if (value !== null || n < 1 || n > 10) return []
      return { n, guess: smallest(sumOf(x, columns)), before: smallest(sumOf(prior, columns)) }
    }),
  )
}

/** Someone who knows of newcomers that they came between two quarters says of each the value whose printed number rose most. */
export function guessNewcomers(before: Released, after: Released, seed: number): Guessed {
  const known = new Set(before.share.records.map(({ person }) => person))
  const random = givenRandom(seed)
  const fresh = after.share.records.filter(({ person }) => !known.has(person) && random() < 0.2)
  const tables = after.left.flatMap((one) => {
    const [axis] = one.table.axes
    const old = before.left.find(
      ({ table }) => table.axes.length === 1 && table.axes[0]?.dimension === axis?.dimension,
    )
    return one.table.axes.length === 1 && axis !== undefined && old !== undefined ? [{ one, old, axis }] : []
  })
  return addUp(
    tables.map(({ one, old, axis }): Guessed => {
      const valueIn = (own: Left, node: string): number =>
        own.table.cells.find(({ nodes }) => nodes[0] === node)?.value ?? 0
      const best = (of: (node: string) => number): string =>
        axis.nodes.reduce((most, node) => (of(node) > of(most) ? node : most), axis.nodes[0] ?? '')
      // Chance makes them all alike: a rise counts as much as it is large beside what the coins do.
      const risen = best((node) => valueIn(one, node) + 3 * (valueIn(one, node) - valueIn(old, node)))
      const common = best((node) => valueIn(one, node))
      const nodes = fresh.map((record) => {
        const [atom] = toAtoms([record], measures.peopleBySex, [axis.dimension]).persons
        return axis.nodeOf.get(atom?.leaves[0]?.[0] ?? '') ?? ''
      })
      return {
        of: nodes.length,
        right: nodes.filter((node) => node === risen).length,
        blind: nodes.filter((node) => node === common).length,
      }
    }),
  )
}

/** Groups of which a sensitive answer can be said with more certainty than the policy allows. */
export const nameGroups = ({ left }: Released): number =>
  left.reduce((found, { table }) => {
    const cells = new Map(table.cells.map((cell) => [cellKey(cell.nodes), cell]))
    const told = table.axes.flatMap(({ dimension }, i) => {
      const sensitivity = sensitivityOf(dimension)
      if (sensitivity === 'plain' || isMultiple(dimension)) return []
      return table.cells.filter(({ nodes, lower }) => {
        const whole = cells.get(cellKey(nodes.map((node, at) => (at === i ? total : node))))
        return nodes[i] !== total && lower > publicPolicy.maxShare[sensitivity] * (whole?.upper ?? 0)
      })
    })
    return found + told.length
  }, 0)

/**
 * Someone takes themselves, then their household, out of the tables of a period: of one or three people they know in which cells they are,
 * those of one column within each of the three narrowest cells. How many cells then lie closer than their width less what is known.
 */
export async function knowOwn({ share, left }: Released): Promise<number> {
  if (left.length === 0) return 0
  const joint = toJoint([{ days: share.days, tables: left.map(({ stated }) => stated) }], [], contributionCap)
  const owed = joint.system.statements.filter(({ width }) => width > 1).sort((a, b) => a.upper - b.upper)
  let found = 0
  for (const own of [1, 3])
    for (const { plus } of owed.slice(0, 3)) {
      const [column = -1] = plus
      // Everyone else: the same tables without those who are known.
      const statements = joint.system.statements.map((each) => {
        const less = each.plus.includes(column) ? own : 0
        return {
          ...each,
          lower: Math.max(0, each.lower - less),
          upper: each.upper - less,
          width: Math.max(0, each.width - own),
        }
      })
      found += (await findNarrow({ ...joint, system: { ...joint.system, statements } })).narrow
    }
  return found
}
