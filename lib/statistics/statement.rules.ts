/**
 * What published tables say, as linear statements about numbers no one published: "these cells together are between
 * lower and upper". Made from what is printed and from code lists alone, so that whatever follows from a statement
 * follows from the files in everyone's hands, and nothing the auditor says can tell more than they do.
 */
import { total } from './hierarchy.rules'
import { isChanging } from './measure.rules'

/** One dimension of a published table. Of a multiple one, a person may carry several nodes: they do not add up. */
export type StatedAxis = { dimension: string; multiple: boolean; nodeOf: ReadonlyMap<string, string> }

/** width: how far the possible values of the cell must at least lie apart; 0 for what needs no protection. */
export type StatedCell = { nodes: readonly string[]; lower: number; upper: number; width: number }
/** isExact: of a plan that prints some of its numbers exactly, on purpose. */
export type StatedTable = {
  axes: readonly StatedAxis[]
  cells: readonly StatedCell[]
  isExact?: boolean
}

/**
 * What two snapshots have in common: everyone of the parts is in the whole; isAll: and no one else is. Numbers are places in the
 * list of snapshots.
 */
export type Kinship = { whole: number; parts: readonly number[]; isAll: boolean }

/** The columns plus sum to a number between lower and upper; the columns minus are taken away. */
export type Statement = {
  plus: readonly number[]
  minus: readonly number[]
  lower: number
  upper: number
  width: number
}
export type System = { columns: number; statements: readonly Statement[] }

/** What a statement speaks of, in one population. */
export const sumOf = (statement: Statement, witness: ArrayLike<number>): number =>
  statement.plus.reduce((sum, column) => sum + (witness[column] ?? 0), 0) -
  statement.minus.reduce((sum, column) => sum + (witness[column] ?? 0), 0)

/** More than a solver of 32 bits takes with ease. */
export const columnLimit = 50_000

/** Leaves that stand under the same node in every table are one class: no statement tells them apart. One leaf of each. */
function classesOf(dimension: string, tables: readonly StatedTable[]): string[] {
  const axes = tables.flatMap((table) => table.axes.filter((axis) => axis.dimension === dimension))
  const leaves = new Set(axes.flatMap((axis) => [...axis.nodeOf.keys()]))
  const classes = new Map<string, string>()
  // In the order of their names: a certificate must fit anyone who reads the tables from a file.
  for (const leaf of [...leaves].sort()) {
    const signature = JSON.stringify(axes.map((axis) => axis.nodeOf.get(leaf) ?? ''))
    if (!classes.has(signature)) classes.set(signature, leaf)
  }
  return [...classes.values()]
}

/** The classes of each dimension of one value a person. The columns of a population are their combinations, the last dimension turning first. */
export function dimensionsOf(
  tables: readonly StatedTable[],
): readonly { dimension: string; leaves: readonly string[] }[] {
  const dimensions = new Set(
    tables.flatMap((table) => table.axes.flatMap((one) => (one.multiple ? [] : one.dimension))),
  )
  return [...dimensions].sort().map((dimension) => ({ dimension, leaves: classesOf(dimension, tables) }))
}

type Block = { name: string; parts: readonly { dimension: string; nodes: readonly string[] }[] }

/** Several values a person: each combination of their nodes is counted in a block of its own. */
const blockName = (table: StatedTable, nodes: readonly string[]): string =>
  table.axes
    .flatMap((axis, i) => (axis.multiple && nodes[i] !== total ? `${axis.dimension}=${nodes[i]}` : []))
    .join('&')

function blocksOf(tables: readonly StatedTable[]): Block[] {
  const parts = new Map<string, { dimension: string; nodes: readonly string[] }>()
  for (const table of tables)
    for (const axis of table.axes)
      if (axis.multiple) {
        const nodes = [...new Set(axis.nodeOf.values())]
        parts.set(`${axis.dimension}/${nodes.join('|')}`, { dimension: axis.dimension, nodes })
      }
  const names = new Set(tables.flatMap((table) => table.cells.map((cell) => blockName(table, cell.nodes))))
  for (const { dimension, nodes } of parts.values())
    for (const node of nodes) names.add(`${dimension}=${node}`)
  names.delete('')
  return [{ name: '', parts: [...parts.values()] }, ...[...names].sort().map((name) => ({ name, parts: [] }))]
}

/** Throws when the tables together would need more columns than can be audited. */
export const toSystem = (tables: readonly StatedTable[], perPerson: number): System =>
  toJointSystem([tables], [], perPerson)

/**
 * The same for tables of several snapshots: a population of each, and what they have in common. Statements come in the order of the
 * tables, then what holds inside each snapshot, then what holds between them.
 */
export function toJointSystem(
  snapshots: readonly (readonly StatedTable[])[],
  kin: readonly Kinship[],
  perPerson: number,
): System {
  const all = snapshots.flat()
  const dimensions = dimensionsOf(all)
  // Said before they are made: the tables may come from a file that someone else wrote.
  if (dimensions.reduce((size, { leaves }) => size * leaves.length, 1) > columnLimit)
    throw new Error('too many cells to audit')
  const base = dimensions.reduce<Map<string, string>[]>(
    (some, { dimension, leaves }) =>
      some.flatMap((one) => leaves.map((leaf) => new Map([...one, [dimension, leaf]]))),
    [new Map()],
  )
  const blocks = snapshots.map(blocksOf)
  const columns = base.length * blocks.flat().length
  if (columns > columnLimit) throw new Error('too many cells to audit')
  let start = 0
  const offsets = blocks.map((own) => {
    const offset = new Map(own.map((block, i) => [block.name, start + i * base.length]))
    start += own.length * base.length
    return offset
  })
  const each = <T>(of: (at: number) => readonly T[]): T[] => [...snapshots.keys()].flatMap(of)
  const offsetOf = (at: number): ReadonlyMap<string, number> => offsets[at] ?? new Map()
  return {
    columns,
    statements: [
      ...each((at) => (snapshots[at] ?? []).flatMap((table) => statementsOf(table, base, offsetOf(at)))),
      ...each((at) => linksOf(blocks[at] ?? [], base.length, offsetOf(at), perPerson)),
      ...kin.flatMap((one) => bondsOf(one, offsets, stableGroups(base))),
    ],
  }
}

/** Columns of people who are alike in everything that stays with someone: who is held in one snapshot may be removed in the other. */
function stableGroups(base: readonly ReadonlyMap<string, string>[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const [column, leaves] of base.entries()) {
    const name = JSON.stringify([...leaves].filter(([dimension]) => !isChanging(dimension)))
    const own = groups.get(name)
    if (own) own.push(column)
    else groups.set(name, [column])
  }
  return [...groups.values()]
}

/** Of every such class of people: no part has more of them than the whole, and the parts together no fewer. */
function bondsOf(
  { whole, parts, isAll }: Kinship,
  offsets: readonly ReadonlyMap<string, number>[],
  groups: readonly (readonly number[])[],
): Statement[] {
  const free = { width: 0, lower: 0, upper: Number.POSITIVE_INFINITY }
  return [...(offsets[whole] ?? [])].flatMap(([name, start]) => {
    const others = parts.flatMap((part) => offsets[part]?.get(name) ?? [])
    return groups.flatMap((columns): Statement[] => {
      const at = (offset: number): number[] => columns.map((column) => offset + column)
      const own = at(start)
      const within = others.map((other): Statement => ({ ...free, plus: own, minus: at(other) }))
      const isWhole = isAll && others.length === parts.length
      return isWhole ? [...within, { ...free, plus: others.flatMap(at), minus: own }] : within
    })
  })
}

function statementsOf(
  table: StatedTable,
  base: readonly ReadonlyMap<string, string>[],
  offset: ReadonlyMap<string, number>,
): Statement[] {
  const singles = table.axes.flatMap((axis, i) => (axis.multiple ? [] : [{ axis, i }]))
  const members = new Map<string, number[]>()
  for (const [column, leaves] of base.entries()) {
    const own = singles.map(({ axis }) => axis.nodeOf.get(leaves.get(axis.dimension) ?? '') ?? '')
    for (const key of marginsOf(own)) {
      const known = members.get(key)
      if (known) known.push(column)
      else members.set(key, [column])
    }
  }
  return table.cells.map((cell) => {
    const start = offset.get(blockName(table, cell.nodes)) ?? 0
    const key = singles.map(({ i }) => cell.nodes[i] ?? total).join('|')
    const plus = (members.get(key) ?? []).map((column) => start + column)
    return { plus, minus: [], lower: cell.lower, upper: cell.upper, width: cell.width }
  })
}

const marginsOf = (nodes: readonly string[]): string[] =>
  nodes
    .reduce<string[][]>(
      (all, node) =>
        all.flatMap((one) => [
          [...one, node],
          [...one, total],
        ]),
      [[]],
    )
    .map((one) => one.join('|'))

/** Everyone carries at least one value and at most so many; anyone who carries one is someone. */
function linksOf(
  blocks: readonly Block[],
  size: number,
  offset: ReadonlyMap<string, number>,
  perPerson: number,
): Statement[] {
  const parts = blocks.flatMap((block) => block.parts)
  return parts.flatMap(({ dimension, nodes }) =>
    Array.from({ length: size }, (_, column): Statement[] => {
      const own = nodes.map((node) => (offset.get(`${dimension}=${node}`) ?? 0) + column)
      const free = { width: 0, upper: Number.POSITIVE_INFINITY, lower: 0 }
      return [
        { ...free, plus: own, minus: [column] },
        { ...free, plus: Array.from({ length: perPerson }, () => column), minus: own },
        ...own.map((one): Statement => ({ ...free, plus: [column], minus: [one] })),
      ]
    }).flat(),
  )
}
