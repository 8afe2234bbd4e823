/**
 * How many people a table needs. Decided by the true number of people (docs/adr/0139): a table that leaves then says "at least so many",
 * and the auditor counts that among what everyone knows. By whose coin the number was rounded decides nothing.
 */
import type { Policy, Verdict } from './disclosure.rules'
import { type Hierarchy, type HierarchyVersion, isResidual } from './hierarchy.rules'
import { measures } from './measure.rules'

/** Two dimensions of so few groups each, and of so few inner cells, may be crossed before all others. */
const coarseGroups = 6
const coarseCells = 18

export function judgePeople(people: number, policy: Policy): Verdict {
  if (people < policy.minimumPeople) return 'tooFew'
  if (people < policy.minimumPeopleCoarse) return 'oneDimensionOnly'
  return people < policy.minimumPeopleCrossed ? 'coarseOnly' : 'enough'
}

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
  if (verdict === 'enough' || hierarchies.length === 1) return true
  if (verdict === 'oneDimensionOnly') return false
  return isCoarse(
    hierarchies.map(({ levels }, at) => {
      const own = wished[at] ?? null
      const level = own === null ? levels[0] : levels.find(({ id }) => id === own)
      if (level === undefined) throw new Error('a level that the hierarchy does not have')
      return level.nodeOf.values()
    }),
  )
}

/** Dimensions as asked, and groups as printed: a cross that came out as one column still needed the people of a cross. */
export type Sized = {
  hierarchies: HierarchyVersion
  measure: string
  dimensions: number
  groups: readonly Iterable<string>[]
}

/** What a reader of a table knows of the number of people; 0 where the old coin decided, and where other units are counted. */
export function leastOf({ hierarchies, measure, dimensions, groups }: Sized, policy: Policy): number {
  const known = Object.values(measures).find(({ id }) => id === measure)
  if (hierarchies === 'h1' || known?.unit !== 'person') return 0
  if (dimensions < 2) return policy.minimumPeople
  const isFree = groups.length > 2 || (groups.length === 2 && !isCoarse(groups))
  return isFree ? policy.minimumPeopleCrossed : policy.minimumPeopleCoarse
}
