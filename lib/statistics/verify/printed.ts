/**
 * What may stand in the files of a release, from the published method alone: each printed number is tied to its bounds, and the numbers
 * of all files are the same. No signature is needed for any of it.
 */
import type * as z from 'zod'
import { type ReleaseFile, toCsvFile, toValueToken } from '../csv.rules'
import { listCells, policyOf } from '../disclosure.rules'
import { exactColumns, exactLeast, exactToken, exactWidth } from '../exact.rules'
import { total } from '../hierarchy.rules'
import { innerCells, noiseTables, reachOf, toPrinted, varianceOf } from '../noise.rules'
import { noiseColumns, toPromise } from '../noise-file.rules'
import { toPlanFile } from '../plan-file'
import { canonicalJson } from '../release.rules'
import { measureRows, rowModel } from '../rows.rules'
import type { exactData, noiseData, rowsCertificate, rowsData, TableData } from './archive.schema'
import { refuseUnless } from './refuse'

const differs = 'a number in data.json does not fit its bounds or the rounding that the release names'
const shape = 'the cells of data.json are not those of its axes'

/** Every cell of the axes once, in the order in which they are printed. */
const isWhole = (cells: readonly (readonly string[])[], wanted: readonly (readonly string[])[]): boolean =>
  JSON.stringify(cells) === JSON.stringify(wanted)

type Axis = { groups: Readonly<Record<string, readonly string[]>> }
const nodesOf = ({ groups }: Axis): { nodes: string[] } => {
  const leaves = Object.values(groups).flat()
  refuseUnless(new Set(leaves).size === leaves.length, 'a value stands in two groups of one axis')
  return { nodes: Object.keys(groups) }
}

/** The same cells, in whatever order of each axis: JSON does not keep the order of names that are numbers. */
const inOrder = (cells: readonly (readonly string[])[]): string[] =>
  cells.map((nodes) => JSON.stringify(nodes)).sort()

/** Rows of a rounded table. */
export function checkTable({ release, axes, columns, rows }: TableData): ReleaseFile {
  const { spec, engine, id, period } = release
  const policy = policyOf(spec.profile)
  refuseUnless(spec.base === policy.base && spec.threshold === policy.threshold, differs)
  const cells = rows.map((row) => axes.map(({ dimension }) => String(row[dimension])))
  const [dimension, node] = spec.only === null ? [] : splitOnly(spec.only)
  const at = axes.findIndex((axis) => axis.dimension === dimension)
  const wanted = listCells(axes.map(nodesOf)).filter((nodes) => at < 0 || nodes[at] === node)
  refuseUnless(isWhole([inOrder(cells)], [inOrder(wanted)]), shape)
  const withheld = new Set(rows.flatMap(({ flag, upper }) => (flag === 'withheld' ? [upper] : [])))
  refuseUnless(withheld.size <= 1, 'the withheld numbers of one table have different bounds')
  for (const { value, lower, upper, flag, rule, release_id, ...row } of rows) {
    refuseUnless(typeof lower === 'number' && typeof upper === 'number' && lower <= upper, differs)
    if (flag === 'rounded') {
      refuseUnless(typeof value === 'number' && value % policy.base === 0, differs)
      refuseUnless(value >= policy.threshold && lower === value - policy.base + 1, differs)
      refuseUnless(upper === value + policy.base - 1, differs)
    } else {
      const token = toValueToken({ value: null, upper }, policy.threshold)
      refuseUnless(flag === 'withheld' && value === token && lower === 0, differs)
      refuseUnless(upper >= policy.threshold - 1, differs)
    }
    refuseUnless(rule === `${engine}_base${spec.base}_threshold${spec.threshold}`, differs)
    refuseUnless(release_id === id && row.measure === spec.measure, 'a row belongs to another release')
    refuseUnless(
      row.period_start === period.start && row.period_end === period.end,
      'a row names another period',
    )
  }
  return toRows(columns, rows)
}

const splitOnly = (only: string): [string, string] => {
  const at = only.indexOf(':')
  return [only.slice(0, at), only.slice(at + 1)]
}

const toRows = (
  columns: ReleaseFile['columns'],
  rows: readonly Readonly<Record<string, string | number>>[],
): ReleaseFile => {
  const headers = new Set(columns.map(({ header }) => header))
  refuseUnless(headers.size === columns.length, 'data.json names a column twice')
  return {
    columns,
    rows: rows.map((row) => {
      refuseUnless(
        Object.keys(row).length === columns.length,
        'a row of data.json has other columns than the others',
      )
      return columns.map(({ header }) => {
        const value = row[header]
        refuseUnless(value !== undefined, 'a row of data.json lacks a column')
        return value
      })
    }),
  }
}

const nodeOf = ({ groups }: Axis): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(groups).flatMap(([node, leaves]) => leaves.map((leaf): [string, string] => [leaf, node])),
  )

type Plan = { release: { id: string; period: { start: string; end: string } } }
const aboutOf = ({ release }: Plan) => ({ releaseId: release.id, snapshot: release.period })

/** Tables of an exact plan: a number of eleven at least, nought where no group of people is named, or the token. */
export function checkExact(data: z.infer<typeof exactData>): ReleaseFile {
  const { release, tables } = data
  refuseUnless(release.least === exactLeast && release.width === exactWidth, differs)
  for (const { axes, cells } of tables) {
    const wanted = listCells(axes.map(nodesOf))
    refuseUnless(isWhole([inOrder(cells.map(({ nodes }) => nodes))], [inOrder(wanted)]), shape)
    for (const { value } of cells) refuseUnless(value === null || value === 0 || value >= exactLeast, differs)
  }
  return toPlanFile(
    tables.map(({ axes, cells }) => ({
      axes: axes.map((axis) => ({ dimension: axis.dimension, nodeOf: nodeOf(axis) })),
      cells: cells.map(({ nodes, value }) => ({ nodes, numbers: [value ?? exactToken] })),
    })),
    exactColumns,
    aboutOf(data),
  )
}

/** Tables with noise: each number is rounded, and its bounds are those of the noise that the plan adds to such a cell. */
export function checkNoise(data: z.infer<typeof noiseData>, certificate: { promise: unknown }): ReleaseFile {
  const { release, tables } = data
  const plan = release.spec.measure
  const promise = canonicalJson({ ...toPromise(plan) })
  refuseUnless(
    canonicalJson(release.noise) === promise && JSON.stringify(certificate.promise) === promise,
    'the promise is not the one of this plan',
  )
  const sizes = tables.map(({ axes }) => (axes[0] ? nodesOf(axes[0]).nodes.length : 0))
  const { answers } = noiseTables[plan]
  for (const [i, { axes, cells }] of tables.entries()) {
    const lists = axes.map(nodesOf)
    const wanted = answers > 1 ? innerCells(lists) : listCells(lists)
    refuseUnless(isWhole([inOrder(cells.map(({ nodes }) => nodes))], [inOrder(wanted)]), shape)
    for (const { nodes, value, lower, upper } of cells) {
      const slices = nodes[1] === total ? (lists[1]?.nodes.length ?? 1) : 1
      const where = { k: sizes[i] ?? 0, isTotal: nodes[0] === total, slices }
      const variance = varianceOf(plan, sizes, where)
      const due = toPrinted(value, variance)
      refuseUnless(value === due.value && lower === due.lower && upper === due.upper, differs)
      refuseUnless(upper - value === reachOf(variance), differs)
    }
  }
  return toPlanFile(
    tables.map(({ axes, cells }) => ({
      axes: axes.map((axis) => ({ dimension: axis.dimension, nodeOf: nodeOf(axis) })),
      cells: cells.map(({ nodes, value, lower, upper }) => ({ nodes, numbers: [value, lower, upper] })),
    })),
    noiseColumns,
    aboutOf(data),
  )
}

/** Rows of single people, counted again from the file. */
export function checkRowFile(
  { release, axes, columns, rows }: z.infer<typeof rowsData>,
  { asked, reached }: z.infer<typeof rowsCertificate>,
): ReleaseFile {
  const file = toRows(columns, rows)
  const names = columns.map(({ header }) => header)
  const { sensitive } = release.spec
  const first = 2 + axes.length
  refuseUnless(
    columns.length === first + sensitive.length + 1 && axes.every(({ column }, i) => names[2 + i] === column),
    'the columns are not those that the release names',
  )
  for (const axis of axes) {
    const { nodes } = nodesOf(axis)
    refuseUnless(
      rows.every((row) => nodes.includes(String(row[axis.column]))),
      'a row holds a value that its column does not have',
    )
  }
  for (const row of rows)
    refuseUnless(
      row.release_id === release.id &&
        row.period_start === release.period.start &&
        row.period_end === release.period.end,
      'a row belongs to another release',
    )
  const own = file.rows.map((row) => ({
    quasi: row.slice(2, first).map(String),
    sensitive: row.slice(first, first + sensitive.length).map(String),
  }))
  const everybody = sensitive.map((_, at) => {
    const counts = new Map<string, number>()
    for (const { sensitive: values } of own)
      counts.set(values[at] ?? '', (counts.get(values[at] ?? '') ?? 0) + 1)
    return counts
  })
  refuseUnless(
    canonicalJson(asked) === canonicalJson({ ...rowModel }) && release.spec.k === rowModel.k,
    'the limits are not those of the method',
  )
  const found = measureRows(own, everybody)
  refuseUnless(found !== null, 'the rows do not keep the limits of the method')
  refuseUnless(
    found.smallest === reached.k &&
      found.classes === reached.classes &&
      found.distinct === reached.distinct &&
      found.share === reached.maxShare,
    'certificate.json says something else of the rows than they do',
  )
  return file
}

/** The text of data.csv. */
export const toCsvText = (file: ReleaseFile): string => toCsvFile(file)
