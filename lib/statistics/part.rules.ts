/** Which dimensions of a joint system hang together, and the cells of each such part (reduce.rules). */
import { isChanging } from './measure.rules'
import type { dimensionsOf, StatedTable } from './statement.rules'

/** Dimensions that hang together, each with its classes. stable: cells of what stays with someone; cells: of everything. */
export type Part = {
  dimensions: readonly string[]
  /** Of each cell the leaves, and the place in one population of the whole system. */
  cells: readonly { leaves: ReadonlyMap<string, string>; place: number; stable: number }[]
  stables: number
  isChanging: boolean
}

/** Dimensions that stand in one table hang together. */
export function partsOf(dimensions: ReturnType<typeof dimensionsOf>, tables: readonly StatedTable[]): Part[] {
  const groups = tables.reduce<string[][]>(
    (some, { axes }) => {
      const own = axes.map(({ dimension }) => dimension)
      const isTouched = (group: readonly string[]): boolean => group.some((one) => own.includes(one))
      const touched = some.filter(isTouched)
      return touched.length < 2 ? some : [...some.filter((group) => !isTouched(group)), touched.flat()]
    },
    dimensions.map(({ dimension }) => [dimension]),
  )
  const sizes = dimensions.map(({ leaves }) => leaves.length)
  const weightOf = (at: number): number => sizes.slice(at + 1).reduce((product, one) => product * one, 1)
  return groups.map((group): Part => {
    const own = dimensions.flatMap((one, at) =>
      group.includes(one.dimension) ? [{ ...one, weight: weightOf(at) }] : [],
    )
    const cells = own.reduce<{ leaves: Map<string, string>; place: number }[]>(
      (some, { dimension, leaves, weight }) =>
        some.flatMap((one) =>
          leaves.map((leaf, i) => ({
            leaves: new Map([...one.leaves, [dimension, leaf]]),
            place: one.place + i * weight,
          })),
        ),
      [{ leaves: new Map(), place: 0 }],
    )
    const names = new Map<string, number>()
    const stableOf = (leaves: ReadonlyMap<string, string>): number => {
      const name = JSON.stringify([...leaves].filter(([dimension]) => !isChanging(dimension)))
      const known = names.get(name) ?? names.size
      names.set(name, known)
      return known
    }
    const placed = cells.map((one) => ({ ...one, stable: stableOf(one.leaves) }))
    return { dimensions: group, cells: placed, stables: names.size, isChanging: group.some(isChanging) }
  })
}
