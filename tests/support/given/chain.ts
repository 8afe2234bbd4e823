import type { Level } from '@/lib/statistics/hierarchy.rules'

const level = (id: string, leaves: readonly string[], node: (leaf: string) => string): Level => ({
  id,
  nodeOf: new Map(leaves.map((leaf) => [leaf, node(leaf)])),
})

/** The levels of a column from its leaves, by steps, to one node for everyone. */
export const chain = (
  id: string,
  leaves: readonly string[],
  ...steps: ((leaf: string) => string)[]
): Level[] => [
  level(id, leaves, (leaf) => leaf),
  ...steps.map((step, i) => level(`${id}${i}`, leaves, step)),
  level('total', leaves, () => '*'),
]
