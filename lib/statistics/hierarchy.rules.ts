/** How the values of a dimension are grouped. All groups are nested or disjoint, so that no sliver can be cut out. */
import type { Dimension } from './measure.rules'

export const total = 'total'

/** Part of every release id. Other groups are another version, and begin with a snapshot of their own. */
export const hierarchyVersion = 'h1'

/** One grain of a dimension: the node of every leaf. */
export type Level = { id: string; nodeOf: ReadonlyMap<string, string> }
/** Levels from fine to coarse; the total above them is understood. */
export type Hierarchy = { dimension: Dimension; levels: readonly Level[] }

/** Leaves that depend on the installation's reference lists; the other dimensions are fixed here. */
export type Domains = { centre: readonly string[]; topic: readonly string[]; signal: readonly string[] }

/** Encounters outside the listed centres, and values without a claim. */
export const elsewhere = 'elsewhere'
export const stateless = 'XXA'
export const unknown = 'unknown'

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

/** UN M49: continent -> sub-region -> ISO 3166-1 codes (and XK, which M49 does not list). */
const m49: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '002': {
    '015': 'DZ EG LY MA SD TN EH',
    '014': 'IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW',
    '017': 'AO CM CF TD CG CD GQ GA ST',
    '018': 'BW SZ LS NA ZA',
    '011': 'BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG',
  },
  '019': {
    '029': 'AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI',
    '013': 'BZ CR SV GT HN MX NI PA',
    '005': 'AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE',
    '021': 'BM CA GL PM US',
  },
  '142': {
    '143': 'KZ KG TJ TM UZ',
    '030': 'CN HK MO KP JP MN KR TW',
    '035': 'BN KH ID LA MY MM PH SG TH TL VN',
    '034': 'AF BD BT IN IR MV NP PK LK',
    '145': 'AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE',
  },
  '150': {
    '151': 'BY BG CZ HU PL MD RO RU SK UA',
    '154': 'AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB',
    '039': 'AL AD BA HR GI GR VA IT MT ME MK PT SM RS SI ES XK',
    '155': 'AT BE FR DE LI LU MC NL CH',
  },
  '009': {
    '053': 'AU CX CC HM NZ NF',
    '054': 'FJ NC PG SB VU',
    '057': 'GU KI MH FM NR MP PW UM',
    '061': 'AS CK PF NU PN WS TK TO TV WF',
  },
}

const countries = Object.entries(m49).flatMap(([continent, regions]) =>
  Object.entries(regions).flatMap(([region, codes]) =>
    codes.split(' ').map((country) => ({ country, region, continent })),
  ),
)

/** The continent of a country by M49; null for whatever is no country of it. */
export const continentOf = (country: string): string | null =>
  countries.find((entry) => entry.country === country)?.continent ?? null

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

function nationalityHierarchy(): Hierarchy {
  const byCountry = new Map(countries.map((entry) => [entry.country, entry]))
  const leaves = [...nationalityLeaves, unknown]
  return {
    dimension: 'nationality',
    levels: [
      level('country', leaves, (leaf) => leaf),
      level('region', leaves, (leaf) => byCountry.get(leaf)?.region ?? leaf),
      level('continent', leaves, (leaf) => byCountry.get(leaf)?.continent ?? leaf),
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
export function hierarchyOf(dimension: Dimension, domains: Domains): Hierarchy {
  if (dimension === 'nationality') return nationalityHierarchy()
  if (dimension === 'age') return ageHierarchy()
  if (dimension === 'centre') return flat('centre', [...domains.centre, elsewhere])
  if (dimension === 'guardianship') return flat(dimension, Object.keys(guardianshipSteps))
  if (dimension === 'trafficking') return flat(dimension, Object.keys(traffickingSteps))
  return flat(dimension, domains[dimension])
}

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
