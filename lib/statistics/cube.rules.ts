/** Counting: the only pure file that sees true numbers. */
import { total } from './hierarchy.rules'
import { contributionCap } from './measure.rules'

/** The cluster rule asks whether there are five households; more need not be known. */
export const householdSample = 5

/** People who carry exactly the same values in every dimension asked. Atoms share no one. */
export type PersonAtom = {
  /** For each dimension the leaves these people carry. */
  leaves: readonly (readonly string[])[]
  persons: number
  /** Sum of their record keys. */
  key: number
  /** Up to five different household numbers: enough to count a union exactly below five. */
  households: readonly number[]
}

/** Events with the same value in every dimension asked. Atoms share no event. */
export type EventAtom = {
  leaves: readonly string[]
  events: number
  /** Sum of the event keys. */
  key: number
  /** The largest number of events (or share of events) that one person adds. */
  largest: number
}

export type Axis = { nodeOf: ReadonlyMap<string, string>; nodes: readonly string[] }

export type Count = {
  persons: number
  key: number
  households: ReadonlySet<number>
  events: number
  eventKey: number
  largest: number
}

const modulus = 2 ** 32
/** Sums of record keys live in 32 bits: any order of addition gives the same key. */
export const addKeys = (a: number, b: number): number => (((a + b) % modulus) + modulus) % modulus

export const emptyCount: Count = {
  persons: 0,
  key: 0,
  households: new Set(),
  events: 0,
  eventKey: 0,
  largest: 0,
}

export const cellKey = (nodes: readonly string[]): string => nodes.join('|')

function nodeOf(axis: Axis, leaf: string): string {
  const node = axis.nodeOf.get(leaf)
  if (node === undefined) throw new Error('a record holds a value outside its code list')
  return node
}

function cellsOf(nodes: readonly (readonly string[])[]): string[] {
  return nodes
    .reduce<string[][]>(
      (cells, own) => cells.flatMap((cell) => [...new Set([...own, total])].map((node) => [...cell, node])),
      [[]],
    )
    .map(cellKey)
}

/** Counts of every cell that holds someone, margins included; absent cells are empty. */
export function tabulate(
  axes: readonly Axis[],
  persons: readonly PersonAtom[],
  events: readonly EventAtom[],
): Map<string, Count> {
  const cells = new Map<string, Count>()
  for (const atom of persons) {
    const nodes = axes.map((axis, i) => (atom.leaves[i] ?? []).map((leaf) => nodeOf(axis, leaf)))
    for (const cell of cellsOf(nodes)) {
      const before = cells.get(cell) ?? emptyCount
      cells.set(cell, {
        ...before,
        persons: before.persons + atom.persons,
        key: addKeys(before.key, atom.key),
        households:
          before.households.size >= householdSample
            ? before.households
            : new Set([...before.households, ...atom.households]),
      })
    }
  }
  for (const atom of events) {
    const nodes = axes.map((axis, i) => [nodeOf(axis, atom.leaves[i] ?? '')])
    for (const cell of cellsOf(nodes)) {
      const before = cells.get(cell) ?? emptyCount
      cells.set(cell, {
        ...before,
        events: before.events + atom.events,
        eventKey: addKeys(before.eventKey, atom.key),
        // No one adds more than the cap to a whole period, so the sum of the largest is bounded by it.
        largest: Math.min(contributionCap, before.largest + atom.largest),
      })
    }
  }
  return cells
}
