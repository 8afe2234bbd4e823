/**
 * How many people a table needs. Decided by the true number of people (docs/adr/0139): a table that leaves then says "at least so many",
 * and the auditor counts that among what everyone knows. By whose coin the number was rounded decides nothing.
 */
import type { Policy, Verdict } from './disclosure.rules'
import { type Hierarchy, type HierarchyVersion, isResidual, type Level } from './hierarchy.rules'
import { measures } from './measure.rules'

/** Two dimensions of so few groups each, and of so few inner cells, may be crossed before all others. */
const coarseGroups = 6
const coarseCells = 18

export function judgePeople(people: number, policy: Policy): Verdict {
  if (people < policy.minimumPeopleHeadlines) return 'tooFew'
  if (people < policy.minimumPeople) return 'headlinesOnly'
  if (people < policy.minimumPeopleCoarse) return 'oneDimensionOnly'
  return people < policy.minimumPeopleCrossed ? 'coarseOnly' : 'enough'
}

/** One dimension that says least of someone, at its coarsest level. By dimension, the level. */
const headlines: Readonly<Record<string, string>> = { sex: 'sex', nationality: 'area', age: 'majority' }

const isHeadline = (dimension: string, level: string): boolean => headlines[dimension] === level

const named = (nodes: Iterable<string>): number =>
  [...new Set(nodes)].filter((node) => !isResidual(node)).length

/** groups: of each dimension, the groups it shows. What says only that nothing is known is no group of its own. */
function isCoarse(groups: readonly Iterable<string>[]): boolean {
  const [rows = 0, columns = 0, ...more] = groups.map(named)
  const isSmall = Math.max(rows, columns) <= coarseGroups && rows * columns <= coarseCells
  return groups.length === 2 && more.length === 0 && isSmall
}

/** Whether so many people are enough for a question. Of the code lists and the levels asked, never of who is in a group. */
export function maySee(
  verdict: Verdict,
  hierarchies: readonly Hierarchy[],
  wished: readonly (string | null)[],
): boolean {
  if (verdict === 'tooFew') return false
  if (verdict === 'headlinesOnly')
    return (
      hierarchies.length === 1 &&
      hierarchies.every((one, at) => isHeadline(one.dimension, wishedOf(one, wished[at]).id))
    )
  if (verdict === 'enough' || hierarchies.length === 1) return true
  if (verdict === 'oneDimensionOnly') return false
  return isCoarse(hierarchies.map((one, at) => wishedOf(one, wished[at]).nodeOf.values()))
}

/** The level that is asked; the finest where none is. */
function wishedOf({ levels }: Hierarchy, wished: string | null = null): Level {
  const level = wished === null ? levels[0] : levels.find(({ id }) => id === wished)
  if (level === undefined) throw new Error('a level that the hierarchy does not have')
  return level
}

/** Dimensions as asked, and axes as printed: a cross that came out as one column still needed the people of a cross. */
export type Sized = {
  hierarchies: HierarchyVersion
  measure: string
  dimensions: number
  axes: readonly { dimension: string; level: string; groups: Iterable<string> }[]
}

/** What a reader of a table knows of the number of people; 0 where the old coin decided, and where other units are counted. */
export function leastOf({ hierarchies, measure, dimensions, axes }: Sized, policy: Policy): number {
  const known = Object.values(measures).find(({ id }) => id === measure)
  if (hierarchies === 'h1' || known?.unit !== 'person') return 0
  if (dimensions < 2) {
    const isAnyones = axes.every(({ dimension, level }) => isHeadline(dimension, level))
    return isAnyones ? policy.minimumPeopleHeadlines : policy.minimumPeople
  }
  const groups = axes.map((one) => one.groups)
  const isFree = groups.length > 2 || (groups.length === 2 && !isCoarse(groups))
  return isFree ? policy.minimumPeopleCrossed : policy.minimumPeopleCoarse
}
