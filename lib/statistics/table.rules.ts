/** From atoms to a protected table: settles how fine each dimension may be shown, then protects. */
import { type Axis, type Count, cellKey, type EventAtom, type PersonAtom, tabulate } from './cube.rules'
import {
  type Cell,
  isTelling,
  mostIn,
  type Policy,
  type Rounded,
  roundRandomly,
  roundTable,
  toCells,
  type Uniform,
} from './disclosure.rules'
import { type Hierarchy, type HierarchyVersion, hierarchyVersion, isResidual, total } from './hierarchy.rules'
import { type Dimension, type Measure, sensitivityOf } from './measure.rules'
import { leastOf } from './size.rules'

/** Everything that counts of one measure may look at. */
export type Atoms = { persons: readonly PersonAtom[]; events: readonly EventAtom[] }

/** nodeOf: which leaves each shown node gathers; belongs to the code list, not to the data. */
export type ShownAxis = Axis & { dimension: Dimension; level: string; merged: boolean }

export type ProtectedTable = {
  measure: Measure['id']
  unit: Measure['unit']
  counts: Measure['counts']
  /** Dimensions as shown; one that had to be left out altogether is missing here. */
  axes: readonly ShownAxis[]
  /** The node whose slice is shown; the table behind it was protected whole. */
  only: Only | null
  cells: readonly Cell[]
  /** The widest bound that a withheld number can have. */
  most: number
  /** What every reader knows of the number of people (size.rules). */
  least: number
  shown: number
  hidden: number
}

/** One node of one of the dimensions asked. */
export type Only = { dimension: Dimension; node: string }

type Choice = { axis: Axis; shown: ShownAxis; coarser: Choice | null }

type Question = {
  measure: Measure
  hierarchies: readonly Hierarchy[]
  atoms: Atoms
  /** Rounded number of people in the snapshot: the widest bound a withheld cell can have. */
  people: number
  policy: Policy
  u: Uniform
  /** Coarsest-first wish a dimension: the finest level that may be shown. Absent: as fine as can be. */
  levels?: readonly (string | null)[]
  only?: Only | null
  /** For which the snapshot was frozen. */
  version?: HierarchyVersion
}

/** Node 'other' of the total, 'other:002' of Africa: siblings that are too small to be named. */
export const otherOf = (parent: string): string => (parent === total ? 'other' : `other:${parent}`)

export function protectTable(question: Question): ProtectedTable {
  const { measure, hierarchies, atoms, policy, people, u } = question
  let choices = hierarchies.map((hierarchy, at) =>
    atLeast(settle(hierarchy, at, question), hierarchy, question.levels?.[at] ?? null),
  )
  for (;;) {
    const kept = choices.flatMap((choice, at) => (choice ? [{ choice, at }] : []))
    const input = {
      axes: kept.map(({ choice }) => choice.axis),
      sensitivities: kept.map(({ choice }) => sensitivityOf(choice.shown.dimension)),
      counts: count(kept, atoms),
      unit: measure.counts,
      people,
      policy,
      u,
    }
    const rounded = roundTable(input)
    const isDense = kept.length < 2 || printedShare(rounded, input.axes) >= policy.sparsity
    if (isDense && !isTelling(input.axes, input.sensitivities, rounded, policy)) {
      const axes = kept.map(({ choice }) => choice.shown)
      const cells = slice(toCells(input, rounded), axes, question.only ?? null)
      const shown = cells.filter((cell) => cell.flag === 'rounded').length
      return {
        measure: measure.id,
        unit: measure.unit,
        counts: measure.counts,
        axes,
        only: question.only ?? null,
        cells,
        most: mostIn(input, rounded),
        least: leastOf(
          {
            hierarchies: question.version ?? hierarchyVersion,
            measure: measure.id,
            dimensions: hierarchies.length,
            axes: axes.map(({ dimension, level, nodes }) => ({ dimension, level, groups: nodes })),
          },
          policy,
        ),
        shown,
        hidden: cells.length - shown,
      }
    }
    choices = coarsen(choices)
  }
}

/**
 * Of a table that was protected whole, the cells of one node: decided before, so that a slice says no more than the table
 * it was cut from. Empty when the node is not shown by itself.
 */
function slice(cells: readonly Cell[], axes: readonly ShownAxis[], only: Only | null): readonly Cell[] {
  if (only === null) return cells
  const at = axes.findIndex((axis) => axis.dimension === only.dimension)
  return cells.filter((cell) => at >= 0 && cell.nodes[at] === only.node)
}

/** Coarser than could be is always allowed; the groups stay those of the chain, which are nested. */
function atLeast(choice: Choice | null, hierarchy: Hierarchy, wished: string | null): Choice | null {
  const from = hierarchy.levels.findIndex((level) => level.id === wished)
  const isFine = hierarchy.levels.findIndex((level) => level.id === choice?.shown.level) < from
  return choice && isFine ? atLeast(choice.coarser, hierarchy, wished) : choice
}

/** The widest dimension that has a coarser level goes up one; when none has, the last one is left out. */
function coarsen(choices: readonly (Choice | null)[]): (Choice | null)[] {
  const size = (choice: Choice | null): number => (choice?.coarser ? choice.axis.nodes.length : 0)
  const widest = choices.reduce(
    (best, choice, at) => (size(choice) > size(choices[best] ?? null) ? at : best),
    0,
  )
  const last = choices.findLastIndex((choice) => choice !== null)
  const chosen = size(choices[widest] ?? null) > 0 ? widest : last
  return choices.map((choice, at) => (at === chosen ? (choice?.coarser ?? null) : choice))
}

function count(kept: readonly { choice: Choice; at: number }[], atoms: Atoms): Map<string, Count> {
  return tabulate(
    kept.map(({ choice }) => choice.axis),
    atoms.persons.map((atom) => ({ ...atom, leaves: kept.map(({ at }) => atom.leaves[at] ?? []) })),
    atoms.events.map((atom) => ({ ...atom, leaves: kept.map(({ at }) => atom.leaves[at] ?? '') })),
  )
}

/** Share of the proper cells that can be printed; what is left over for want of a value is no level of its own. */
function printedShare(rounded: ReadonlyMap<string, Rounded>, axes: readonly Axis[]): number {
  const inner = axes.reduce<string[][]>(
    (cells, axis) =>
      cells.flatMap((cell) => axis.nodes.filter((node) => !isResidual(node)).map((node) => [...cell, node])),
    [[]],
  )
  const printed = inner.filter((nodes) => rounded.get(cellKey(nodes))?.printable).length
  return inner.length === 0 ? 1 : printed / inner.length
}

/**
 * The levels of one dimension that may be shown, from fine to coarse. A level that is too sparse in the one-way table
 * has its masked siblings joined under their parent, or under a farther ancestor; levels between the two are then
 * never used, so that all groups of a snapshot stay nested. Deciding on the one-way table makes the groups the same
 * in every table: a group made anew for each table could be subtracted from the other one.
 */
function settle(hierarchy: Hierarchy, at: number, question: Question): Choice | null {
  const { levels } = hierarchy
  const from = (start: number): Choice | null => {
    const level = levels[start]
    if (!level) return null
    const axis = { nodeOf: level.nodeOf, nodes: [...new Set(level.nodeOf.values())] }
    const rounded = roundOneWay(axis, at, question)
    const choose = (chosen: Axis, merged: boolean, next: number): Choice => ({
      axis: chosen,
      shown: { ...chosen, dimension: hierarchy.dimension, level: level.id, merged },
      coarser: from(next),
    })
    if (printedShare(rounded, [axis]) >= question.policy.sparsity) return choose(axis, false, start + 1)
    for (let parent = start + 1; parent <= levels.length; parent++) {
      const joined = merge(axis, levels[parent]?.nodeOf ?? null, rounded)
      const share = printedShare(roundOneWay(joined, at, question), [joined])
      if (share >= question.policy.sparsity) return choose(joined, true, parent)
    }
    return from(start + 1)
  }
  return from(0)
}

function roundOneWay(axis: Axis, at: number, { measure, atoms, policy, u }: Question): Map<string, Rounded> {
  return roundTable({
    axes: [axis],
    counts: tabulate(
      [axis],
      atoms.persons.map((atom) => ({ ...atom, leaves: [atom.leaves[at] ?? []] })),
      atoms.events.map((atom) => ({ ...atom, leaves: [atom.leaves[at] ?? ''] })),
    ),
    unit: measure.counts,
    policy,
    u,
  })
}

/** Joins the masked siblings under each parent; without parents, all of them. */
function merge(
  axis: Axis,
  parents: ReadonlyMap<string, string> | null,
  rounded: ReadonlyMap<string, Rounded>,
): Axis {
  const siblings = new Map<string, { printed: number; masked: Set<string> }>()
  for (const [leaf, node] of axis.nodeOf) {
    const parent = parents?.get(leaf) ?? total
    const group = siblings.get(parent) ?? { printed: 0, masked: new Set<string>() }
    if (rounded.get(node)?.printable) group.printed += 1
    else group.masked.add(node)
    siblings.set(parent, group)
  }
  const renamed = new Map<string, string>()
  for (const [parent, group] of siblings) {
    if (group.masked.size < 2) continue
    // Without a printed sibling the group is the parent itself, and is called so.
    const name = group.printed === 0 && parent !== total ? parent : otherOf(parent)
    for (const node of group.masked) renamed.set(node, name)
  }
  const nodeOf = new Map([...axis.nodeOf].map(([leaf, node]) => [leaf, renamed.get(node) ?? node]))
  return { nodeOf, nodes: [...new Set(nodeOf.values())] }
}

/** How many people a sentence names (left out, removed): by the coin of the snapshot, and 0 below the threshold, like any number. */
export function roundNamed(people: { persons: number; key: number }, policy: Policy, u: Uniform): number {
  const value = roundPeople(people, policy, u)
  return value < policy.threshold ? 0 : value
}

/** Rounded size of a population: what verdicts and bounds are taken from. */
export const roundPeople = (people: { persons: number; key: number }, policy: Policy, u: Uniform): number =>
  roundRandomly(people.persons, policy.base, u(people.key))
