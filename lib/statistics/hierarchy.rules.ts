/** How the values of a dimension are grouped. All groups are nested or disjoint, so that no sliver can be cut out. */
import { M49_COUNTRIES as countries } from '@/lib/people/world-region.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import type { Dimension } from './measure.rules'

export const total = 'total'

/**
 * Part of every release id. Other groups are another version, and begin with a snapshot of their own: one that was frozen for an earlier
 * version is read with that version for ever (docs/adr/0139).
 */
export const hierarchyVersions = vocabulary('statistics.hierarchy-versions', ['h1', 'h2'])
/** Of the archives that do not say which: the first engines knew one. */
export const [firstHierarchies] = hierarchyVersions.codes
export type HierarchyVersion = CodeOf<typeof hierarchyVersions>
/** Of what is frozen now. */
export const hierarchyVersion: HierarchyVersion = 'h2'

/** One grain of a dimension: the node of every leaf. */
export type Level = { id: string; nodeOf: ReadonlyMap<string, string> }
/** Levels from fine to coarse; the total above them is understood. */
export type Hierarchy = { dimension: Dimension; levels: readonly Level[] }

/** Leaves that depend on the installation's reference lists; the other dimensions are fixed here. */
export type Domains = Readonly<Record<'centre' | 'office' | 'topic' | 'signal', readonly string[]>>

/** Encounters outside the listed centres, and values without a claim. */
export const elsewhere = 'elsewhere'
export const stateless = 'XXA'
export const unknown = 'unknown'

/** Every other answer about someone's sex, and none, counts as not known: few give it, and each would be recognised. */
export const sexes = vocabulary('statistics.sexes', ['f', 'm'])
/** How the last detention ended. Who is held still, and of whom no end is known, are one group with whom we met elsewhere. */
export const endings = vocabulary('statistics.endings', ['removed', 'other_end'])
/** Days of the last detention. */
export const lengths = vocabulary('statistics.lengths', ['0-28', '29+'])

/** The place of an office in the list of its organisation: a name would be text in a frozen row. */
export const officeCode = (turn: number): string => `office-${turn}`

/** Leaves that say only that no value of the list fits. */
export const isResidual = (node: string): boolean => node === elsewhere || node === unknown

/** Lower and upper age of each band; the bands meet at 18 and nowhere straddle it. */
export const ageBands = [
  ['0-9', 0, 9],
  ['10-13', 10, 13],
  ['14-15', 14, 15],
  ['16-17', 16, 17],
  ['18-24', 18, 24],
  ['25-34', 25, 34],
  ['35-44', 35, 44],
  ['45-59', 45, 59],
  ['60+', 60, 150],
] as const

/** Every nationality that is counted by its name; any other, and none, counts as unknown. */
export const nationalityLeaves: readonly string[] = [...countries.map((entry) => entry.country), stateless]

/** What happened to a person in a guardianship, coarse: the steps between say too much of one child. */
export const guardianshipSteps = {
  reported: ['reported'],
  in_charge: ['taken_in_charge'],
  age_doubted: ['age_doubted', 'age_assessed'],
  guardian: ['guardian_appointed'],
  solution: ['solution'],
  missing: ['missing'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** How far the procedure of a person who may have been trafficked came, coarse. */
export const traffickingSteps = {
  detected: ['detection'],
  reflection: ['reflection', 'reflection_uam'],
  provisional: ['provisional', 'provisional_renewed'],
  recognised: ['status_recognised', 'status_renewed', 'unlimited'],
  ended: ['stopped', 'alternative', 'not_victim'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const flat = (dimension: Dimension, leaves: readonly string[]): Hierarchy => ({
  dimension,
  levels: [{ id: dimension, nodeOf: new Map(leaves.map((leaf) => [leaf, leaf])) }],
})

function level(id: string, leaves: readonly string[], node: (leaf: string) => string): Level {
  return { id, nodeOf: new Map(leaves.map((leaf) => [leaf, node(leaf)])) }
}

/** Continents that are named at the coarsest level; all others are `restOfWorld`. */
const namedContinents = ['002', '142', '150']
export const restOfWorld = 'rest'

function nationalityHierarchy(version: HierarchyVersion): Hierarchy {
  const byCountry = new Map(countries.map((entry) => [entry.country, entry]))
  const leaves = [...nationalityLeaves, unknown]
  const continent = (leaf: string): string => byCountry.get(leaf)?.continent ?? leaf
  const area = (leaf: string): string =>
    leaf === unknown || namedContinents.includes(continent(leaf)) ? continent(leaf) : restOfWorld
  return {
    dimension: 'nationality',
    levels: [
      level('country', leaves, (leaf) => leaf),
      level('region', leaves, (leaf) => byCountry.get(leaf)?.region ?? leaf),
      level('continent', leaves, continent),
      ...(version === 'h1' ? [] : [level('area', leaves, area)]),
    ],
  }
}

function ageHierarchy(): Hierarchy {
  const leaves = [...ageBands.map(([band]) => band), unknown]
  const from = new Map<string, number>(ageBands.map(([band, lower]) => [band, lower]))
  const group = (leaf: string, coarse: boolean): string => {
    const lower = from.get(leaf)
    if (lower === undefined) return leaf
    if (lower < 18) return 'minor'
    if (coarse) return 'adult'
    return lower < 35 ? leaf : '35+'
  }
  return {
    dimension: 'age',
    levels: [
      level('band', leaves, (leaf) => leaf),
      level('group', leaves, (leaf) => group(leaf, false)),
      level('majority', leaves, (leaf) => group(leaf, true)),
    ],
  }
}

/** The one hierarchy of a dimension; leaves come from the code lists, never from the data (an empty row tells too). */
export function hierarchyOf(
  dimension: Dimension,
  domains: Domains,
  version: HierarchyVersion = hierarchyVersion,
): Hierarchy {
  if (dimension === 'nationality') return nationalityHierarchy(version)
  if (dimension === 'age') return ageHierarchy()
  if (dimension === 'centre') return flat('centre', [...domains.centre, elsewhere])
  if (dimension === 'sex') return flat(dimension, [...sexes.codes, unknown])
  if (dimension === 'end') return flat(dimension, [...endings.codes, unknown])
  if (dimension === 'length') return flat(dimension, [...lengths.codes, unknown])
  if (dimension === 'guardianship') return flat(dimension, Object.keys(guardianshipSteps))
  if (dimension === 'trafficking') return flat(dimension, Object.keys(traffickingSteps))
  return flat(dimension, domains[dimension])
}

/** Whether a snapshot of this version holds a dimension. */
export const holds = (version: HierarchyVersion, dimension: Dimension): boolean =>
  version !== 'h1' || !newInH2.some((one) => one === dimension)
const newInH2 = ['sex', 'office', 'end', 'length'] as const satisfies readonly Dimension[]

/** True when all sets are pairwise nested or disjoint. */
export function isLaminar(sets: readonly ReadonlySet<string>[]): boolean {
  return sets.every((one, i) =>
    sets.slice(i + 1).every((other) => {
      const shared = [...one].filter((leaf) => other.has(leaf)).length
      return shared === 0 || shared === one.size || shared === other.size
    }),
  )
}

/** Leaf sets of every node of every level of a hierarchy. */
export function leafSets(levels: readonly Level[]): Set<string>[] {
  return levels.flatMap((one) => {
    const sets = new Map<string, Set<string>>()
    for (const [leaf, node] of one.nodeOf) sets.set(node, (sets.get(node) ?? new Set()).add(leaf))
    return [...sets.values()]
  })
}

/** Throws when a hierarchy could be used to cut slivers; called wherever one is built for a release. */
export function assertLaminar(hierarchy: Hierarchy): Hierarchy {
  if (!isLaminar(leafSets(hierarchy.levels))) throw new Error(`hierarchy of ${hierarchy.dimension} overlaps`)
  return hierarchy
}
