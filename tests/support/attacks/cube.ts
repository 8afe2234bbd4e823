import { cellKey, tabulate } from '@/lib/statistics/cube.rules'
import { type Policy, roundRandomly, type Uniform } from '@/lib/statistics/disclosure.rules'
import { hierarchyOf, type Level } from '@/lib/statistics/hierarchy.rules'
import { measures } from '@/lib/statistics/measure.rules'
import { type GivenRecord, givenDomains, toAtoms } from '../given/population'

/*
 * Every table of every level of three dimensions: more than the room would ever release. A grain says for each dimension
 * which level is shown; the number of levels stands for all of them together.
 */
export const asked = ['centre', 'nationality', 'age'] as const
export const levels = asked.map((one) => hierarchyOf(one, givenDomains).levels)
export type Grain = readonly number[]
export const grains: readonly Grain[] = levels.reduce<number[][]>(
  (all, own) => all.flatMap((one) => Array.from({ length: own.length + 1 }, (_, i) => [...one, i])),
  [[]],
)

/** Of each cell with a person in it, how many and the sum of their keys. */
export type Cube = ReadonlyMap<string, { n: number; key: number }>
/** What a table prints; null when the number is withheld. */
export type Printer = (n: number, key: number) => number | null

export const nameOf = (grain: Grain, nodes: readonly string[]): string => `${grain.join()}/${cellKey(nodes)}`
export const levelAt = (dimension: number, grain: number): Level | undefined => levels[dimension]?.[grain]

/** The cell of a grain in which someone with these leaves stands. */
export const cellOf = (grain: Grain, leaves: readonly string[]): string =>
  nameOf(
    grain,
    grain.flatMap((own, i) => levelAt(i, own)?.nodeOf.get(leaves[i] ?? '') ?? []),
  )

export function countAll(records: readonly GivenRecord[]): Cube {
  const atoms = toAtoms(records, measures.peopleByCentre, asked).persons
  const cube = new Map<string, { n: number; key: number }>()
  for (const grain of grains) {
    const kept = grain.flatMap((own, i) => {
      const level = levelAt(i, own)
      return level ? [{ level, i }] : []
    })
    const counts = tabulate(
      kept.map(({ level }) => ({ nodeOf: level.nodeOf, nodes: [] })),
      atoms.map((atom) => ({ ...atom, leaves: kept.map(({ i }) => atom.leaves[i] ?? []) })),
      [],
    )
    for (const [cell, one] of counts) {
      const nodes = cell === '' ? [] : cell.split('|')
      if (!nodes.includes('total')) cube.set(nameOf(grain, nodes), { n: one.persons, key: one.key })
    }
  }
  return cube
}

export const leavesOf = (record: GivenRecord): string[] => [
  record.centre ?? '',
  record.nationality ?? '',
  record.ageBand,
]

/** Numbers as the room prints them. */
export const ours =
  (policy: Policy, u: Uniform): Printer =>
  (n, key) => {
    const v = roundRandomly(n, policy.base, u(key))
    return v >= policy.threshold ? v : null
  }
/** What dashboards do: small numbers are masked, all others exact. */
export const masked: Printer = (n) => (n >= 11 ? n : null)
/** Hospital statistics of the NHS: one to seven masked, everything else rounded to five. */
export const nhs: Printer = (n) => (n > 0 && n < 8 ? null : 5 * Math.round(n / 5))

export const publish = (cube: Cube, printer: Printer): Map<string, number | null> =>
  new Map([...cube].map(([name, { n, key }]): [string, number | null] => [name, printer(n, key)]))

/** A share in points: 0.234 is 23.4. */
export const toPoints = (share: number): number => Math.round(1000 * share) / 10
