import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { Exact } from '@/lib/statistics/suppress.rules'

/**
 * Invented tables of the shape, the number of people and the share of small cells on which other programs were measured
 * (sdcTable 0.34, GaussSuppression 1.2.3, in R 4.5): people drawn once with falling weights, and every node of every dimension crossed.
 * `hidden` is what the best of them that left no cell narrower than five withheld of its `cells`.
 */
export const peerTables = [
  { name: 'region-age', cells: 325, hidden: 93, dimensions: ['region', 'age'] },
  { name: 'region-age2-status', cells: 675, hidden: 346, dimensions: ['region', 'age2', 'status'] },
  { name: 'country-age', cells: 1898, hidden: 1471, dimensions: ['country', 'age'] },
  { name: 'country-age2-status', cells: 3942, hidden: 2794, dimensions: ['country', 'age2', 'status'] },
] as const
export type PeerTable = (typeof peerTables)[number]

/** Width that each withheld cell is owed, and the least that is printed; zeros are withheld as well. */
export const peerDemand = { width: 5, lines: [], threshold: 0 }
const LEAST = 10

type Dimension = { readonly leaves: readonly string[]; readonly nodesOf: (leaf: string) => readonly string[] }
const count = (letter: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${letter}${i}`)
const at = (leaf: string): number => Number(leaf.slice(1))
const inRegion = (region: number): string[] => [`r${region}`, `c${Math.floor((region * 5) / 19)}`, 'total']
const ofAge = (leaf: string): string =>
  leaf === 'minor' || (leaf.startsWith('a') && at(leaf) < 4) ? 'minor' : 'adult'

const dimensions: Readonly<Record<PeerTable['dimensions'][number], Dimension>> = {
  region: { leaves: count('r', 19), nodesOf: (leaf) => inRegion(at(leaf)) },
  country: {
    leaves: count('k', 121),
    nodesOf: (leaf) => [leaf, ...inRegion(Math.floor((at(leaf) * 19) / 121))],
  },
  age: { leaves: count('a', 10), nodesOf: (leaf) => [leaf, ofAge(leaf), 'total'] },
  age2: { leaves: ['minor', 'adult'], nodesOf: (leaf) => [leaf, 'total'] },
  status: { leaves: count('s', 6), nodesOf: (leaf) => [leaf, at(leaf) < 3 ? 'g0' : 'g1', 'total'] },
}

const cross = (lists: readonly (readonly string[])[]): string[] =>
  lists
    .reduce<string[][]>((all, list) => all.flatMap((one) => list.map((next) => [...one, next])), [[]])
    .map((one) => one.join('|'))

/** The table with nothing withheld, and which cells have to be. */
export function readPeerTable({ name, dimensions: names }: PeerTable): Exact {
  const own = names.map((one) => dimensions[one])
  const text = readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8')
  const rows = z.array(z.array(z.string())).parse(parse(text, { fromLine: 2 }))
  const people = new Map(rows.map((row) => [row.slice(0, -1).join('|'), Number(row.at(-1))]))
  const columns = cross(own.map(({ leaves }) => leaves))
  const cells = new Map<string, { plus: number[]; value: number }>()
  for (const [column, key] of columns.entries()) {
    const leaves = key.split('|')
    for (const node of cross(own.map(({ nodesOf }, i) => nodesOf(leaves[i] ?? '')))) {
      const cell = cells.get(node) ?? { plus: [], value: 0 }
      cell.plus.push(column)
      cell.value += people.get(key) ?? 0
      cells.set(node, cell)
    }
  }
  return {
    columns: columns.length,
    cells: [...cells.values()].map((cell) => ({ ...cell, isPrimary: cell.value < LEAST })),
  }
}
