/**
 * Tables with noise: a closed set, so that what someone can add to them is known before anyone is counted. Differential privacy for
 * one person who is added or left out, by exact discrete Gaussian noise (zcdp.rules) and a budget in whole parts (docs/adr/0085).
 */
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { listCells } from './disclosure.rules'
import { type Hierarchy, total } from './hierarchy.rules'
import type { Dimension } from './measure.rules'
import type { Period } from './period.rules'
import { type Spent, spend, toRho } from './zcdp.rules'

export const noisePlans = vocabulary('statistics.noise-plans', ['people', 'ages', 'subjects'])
export type NoisePlan = CodeOf<typeof noisePlans>

type Grain = { dimension: Dimension; level: string }
type Planned = {
  /** Whose codes are read: everyone who was met, with what was talked about or without. */
  subject: 'who' | 'topics'
  /** One table for each. */
  by: readonly Grain[]
  /** Crosses every table of the plan. */
  within: Grain | null
  /** In how many cells of a table one person stands at most. */
  answers: number
}
export const noiseTables: Readonly<Record<NoisePlan, Planned>> = {
  people: {
    subject: 'who',
    by: [
      { dimension: 'centre', level: 'centre' },
      { dimension: 'nationality', level: 'region' },
      { dimension: 'age', level: 'group' },
    ],
    within: null,
    answers: 1,
  },
  ages: {
    subject: 'who',
    by: [
      { dimension: 'centre', level: 'centre' },
      { dimension: 'nationality', level: 'continent' },
    ],
    within: { dimension: 'age', level: 'majority' },
    answers: 1,
  },
  subjects: { subject: 'topics', by: [{ dimension: 'topic', level: 'topic' }], within: null, answers: 3 },
}

/** Variance of the noise in each cell, before anything is put in order. */
export const noiseVariance = 37n
/** Printed numbers are multiples of this: more digits would look surer than they are. */
export const noiseBase = 5
/** Noise of this size tells nothing of a smaller organisation (design of disclosure control § 3.8). */
export const noiseLeast = 5_000

/** The promise for one period. */
export const noiseDelta = 1e-6
export const noiseEpsilon = 2
/** A table with one answer a person is one part: 1 / (2 · variance). */
const partRho = 1 / (2 * Number(noiseVariance))
/** As many parts as keep the promise for a period, and for a person who was met in eight of them. */
export const partsOfPeriod = Math.floor(toRho(noiseEpsilon, noiseDelta) / partRho)
export const partsOfOrganisation = 8 * partsOfPeriod

/** Adding one to so many cells of a table costs so many times what one costs: the square of the sensitivity counts. */
export const partsOf = (plan: NoisePlan): number => noiseTables[plan].by.length * noiseTables[plan].answers

export const rhoOf = (parts: number): number => parts * partRho

/** Epsilon that so many parts keep, at the fixed delta. */
export function epsilonOf(parts: number): number {
  const rho = rhoOf(parts)
  return rho + 2 * Math.sqrt(rho * Math.log(1 / noiseDelta))
}

export type Payment = { snapshotId: string; plan: NoisePlan; parts: number; period: Period }

const toSpent = ({ snapshotId, plan, parts }: Pick<Payment, 'snapshotId' | 'plan' | 'parts'>): Spent => ({
  releaseId: `${snapshotId}/${plan}`,
  rho: parts,
})

/** Payments of periods that share a day with this one: the same people may stand in both. */
export const paidFor = (
  paid: readonly Payment[],
  { start, end }: Pick<Period, 'start' | 'end'>,
): readonly Payment[] => paid.filter(({ period }) => period.start <= end && start <= period.end)

/** Whether the budget reaches; what was paid before costs nothing. The database says the last word (app.spend_noise). */
export function mayPay(
  paid: readonly Payment[],
  snapshot: Pick<Period, 'start' | 'end'> & { id: string },
  plan: NoisePlan,
): boolean {
  const next = toSpent({ snapshotId: snapshot.id, plan, parts: partsOf(plan) })
  return (
    spend(paidFor(paid, snapshot).map(toSpent), next, partsOfPeriod) !== null &&
    spend(paid.map(toSpent), next, partsOfOrganisation) !== null
  )
}

type Axis = Grain & { nodeOf: ReadonlyMap<string, string>; nodes: readonly string[] }
export type NoisyCell = { nodes: readonly string[]; value: number; lower: number; upper: number }
export type NoisyTable = { axes: readonly Axis[]; cells: readonly NoisyCell[] }

/** What is known of someone: a leaf of each dimension; of one that is multiple several, in the order in which they are counted. */
export type NoisePerson = Readonly<Partial<Record<Dimension, readonly string[]>>>
/** Noise of a cell by its name: the same name the same noise, and nothing else decides it. */
export type NoiseOf = (cell: string) => bigint

const axisOf = (grain: Grain, hierarchies: ReadonlyMap<Dimension, Hierarchy>): Axis => {
  const nodeOf = hierarchies.get(grain.dimension)?.levels.find(({ id }) => id === grain.level)?.nodeOf
  if (nodeOf === undefined) throw new Error(`no level ${grain.level} of ${grain.dimension}`)
  return { ...grain, nodeOf, nodes: [...new Set(nodeOf.values())] }
}

const nameOf = (nodes: readonly string[]): string => nodes.join('|')

/** The axes of each table of a plan: the one of its own, then the one that crosses all. From the code lists, never from the data. */
export const axesOf = (
  plan: NoisePlan,
  hierarchies: ReadonlyMap<Dimension, Hierarchy>,
): readonly Axis[][] => {
  const { by, within } = noiseTables[plan]
  const cross = within === null ? [] : [axisOf(within, hierarchies)]
  return by.map((grain) => [axisOf(grain, hierarchies), ...cross])
}

/** True counts and noise together, cell by cell; without their sum nothing of a count leaves this function. */
export function drawTable(
  axes: readonly Axis[],
  people: readonly NoisePerson[],
  answers: number,
  noiseOf: NoiseOf,
): ReadonlyMap<string, number> {
  const counts = new Map(innerCells(axes).map((nodes) => [nameOf(nodes), 0]))
  for (const person of people) {
    const own = new Set(
      axes.reduce<string[]>((names, { dimension, nodeOf }, i) => {
        const nodes = (person[dimension] ?? []).flatMap((leaf) => nodeOf.get(leaf) ?? [])
        return i === 0 ? nodes : names.flatMap((name) => nodes.map((node) => `${name}|${node}`))
      }, []),
    )
    for (const name of [...own].slice(0, answers)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const table = axes.map(({ dimension, level }) => `${dimension}:${level}`).join('×')
  return new Map([...counts].map(([name, n]) => [name, n + Number(noiseOf(`${table}|${name}`))]))
}

export const innerCells = (axes: readonly Pick<Axis, 'nodes'>[]): string[][] =>
  axes.reduce<string[][]>((all, { nodes }) => all.flatMap((one) => nodes.map((node) => [...one, node])), [[]])

/**
 * The tables of a plan as they are printed. What everyone stands in once is brought to one total by least squares: of k cells that sum
 * to S, each gets (N − S) / k, and N is the mean of the sums weighted by 1 / k. Then nothing is under nought, and all is rounded.
 */
export function printNoise(
  plan: NoisePlan,
  people: readonly NoisePerson[],
  hierarchies: ReadonlyMap<Dimension, Hierarchy>,
  noiseOf: NoiseOf,
): readonly NoisyTable[] {
  const { answers, within } = noiseTables[plan]
  const tables = axesOf(plan, hierarchies).map((axes) => ({
    axes,
    drawn: drawTable(axes, people, answers, noiseOf),
  }))
  const slices = within === null ? [''] : (tables[0]?.axes[1]?.nodes ?? [])
  const nodesOf = (axes: readonly Axis[]): readonly string[] => axes[0]?.nodes ?? []
  const cellName = (node: string, slice: string): string => (slice === '' ? node : `${node}|${slice}`)
  const sumOf = ({ axes, drawn }: (typeof tables)[number], slice: string): number =>
    nodesOf(axes).reduce((sum, node) => sum + (drawn.get(cellName(node, slice)) ?? 0), 0)
  const sizes = tables.map(({ axes }) => nodesOf(axes).length)
  const weight = sizes.reduce((sum, k) => sum + 1 / k, 0)
  const totals = new Map(
    slices.map((slice) => [
      slice,
      tables.reduce((sum, table) => sum + sumOf(table, slice) / nodesOf(table.axes).length, 0) / weight,
    ]),
  )
  return tables.map((table) => {
    const { axes, drawn } = table
    const k = nodesOf(axes).length
    const valueIn = (node: string, slice: string): number => {
      const whole = totals.get(slice) ?? 0
      if (node === total) return whole
      const own = drawn.get(cellName(node, slice)) ?? 0
      return answers > 1 ? own : own + (whole - sumOf(table, slice)) / k
    }
    // Several answers a person add up to no number of people.
    const cells = answers > 1 ? innerCells(axes) : listCells(axes)
    return {
      axes,
      cells: cells.map((nodes) => {
        const [node = '', cross] = nodes
        const own = cross === undefined || cross === total ? slices : [cross]
        const value = own.reduce((sum, slice) => sum + valueIn(node, slice), 0)
        return {
          nodes,
          ...toPrinted(value, varianceOf(plan, sizes, { k, isTotal: node === total, slices: own.length })),
        }
      }),
    }
  })
}

/** Which cell: k nodes on its table's own axis, the total of that axis or one of them, so many nodes of the crossing axis together. */
type Reached = { k: number; isTotal: boolean; slices: number }

/** Variance of the sum that a cell prints, before it is rounded. sizes: nodes on the own axis of each table of the plan. */
export function varianceOf(
  plan: NoisePlan,
  sizes: readonly number[],
  { k, isTotal, slices }: Reached,
): number {
  const one = Number(noiseVariance)
  const whole = one / sizes.reduce((sum, size) => sum + 1 / size, 0)
  const cell = noiseTables[plan].answers > 1 ? one : one * (1 - 1 / k) + whole / k ** 2
  return (isTotal ? whole : cell) * slices
}

/** Two standard deviations: the true number lies between in nineteen of twenty cells, and rounding is counted in. */
export const reachOf = (variance: number): number =>
  Math.ceil((2 * Math.sqrt(variance) + noiseBase / 2) / noiseBase) * noiseBase

export function toPrinted(value: number, variance: number): Omit<NoisyCell, 'nodes'> {
  const printed = Math.round(Math.max(0, value) / noiseBase) * noiseBase
  const reach = reachOf(variance)
  return { value: printed, lower: Math.max(0, printed - reach), upper: printed + reach }
}

/** What both admins read: what would be counted and how sure it is, and no number of people. */
export type NoiseFacts = {
  noise: NoisePlan
  tables: readonly { axes: readonly Grain[]; cells: number }[]
}

export const toNoiseFacts = (
  plan: NoisePlan,
  hierarchies: ReadonlyMap<Dimension, Hierarchy>,
): NoiseFacts => ({
  noise: plan,
  tables: axesOf(plan, hierarchies).map((axes) => ({
    axes: axes.map(({ dimension, level }) => ({ dimension, level })),
    cells: (noiseTables[plan].answers > 1 ? innerCells(axes) : listCells(axes)).length,
  })),
})
