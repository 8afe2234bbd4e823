/**
 * Protection of a table: keyed fixed random rounding with a threshold. What is printed is decided from rounded values,
 * never from true ones, so that a printed or a missing number says nothing that the rounding did not say already.
 * Method: Statistics New Zealand's fixed random rounding, keyed by the set of people as in the cell-key method.
 */
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import { type Axis, type Count, cellKey, emptyCount, householdSample } from './cube.rules'
import { total } from './hierarchy.rules'
import { contributionCap, type Sensitivity } from './measure.rules'

/** Who may read it: anyone, or a partner who signed what they do with it. */
export const profiles = vocabulary('statistics.profiles', ['public', 'partner'])
export type Profile = CodeOf<typeof profiles>

export type Policy = {
  profile: Profile
  base: number
  /** Rounded values below this are not printed. */
  threshold: number
  /** Largest share of a group that one value of a sensitive dimension may have. */
  maxShare: Readonly<Record<Exclude<Sensitivity, 'plain'>, number>>
  households: number
  /** Largest share of an event count that one person may have. */
  dominance: number
  minimumPeople: number
  /** For the total, sex, region and majority, each by itself (size.rules). */
  minimumPeopleHeadlines: number
  /** For two dimensions of few groups (size.rules). */
  minimumPeopleCoarse: number
  minimumPeopleCrossed: number
  /** Share of a level's nodes that must be printable, else the level is merged or left. */
  sparsity: number
  /** Possible values of a withheld cell must lie at least so far apart, no matter who puts all releases together. */
  width: number
  /** What one cell takes from a snapshot's allowance: more, the finer the rounding. */
  meterCost: number
}

/** Figures for anyone: every printed number stands for at least eleven people. */
export const publicPolicy: Policy = {
  profile: 'public',
  base: 10,
  threshold: 20,
  maxShare: { sensitive: 0.9, high: 0.8 },
  households: householdSample,
  dominance: 0.2,
  minimumPeople: 100,
  minimumPeopleHeadlines: 60,
  minimumPeopleCoarse: 200,
  minimumPeopleCrossed: 500,
  sparsity: 0.5,
  width: 5,
  meterCost: 1,
}

/**
 * Figures under an agreement: every printed number stands for at least six people. A cell costs five of the public ones,
 * because averaging gains at base five what it does not at base ten (docs/adr/0064).
 */
export const partnerPolicy: Policy = {
  ...publicPolicy,
  profile: 'partner',
  base: 5,
  threshold: 10,
  width: 4,
  meterCost: 5,
}

export const policyOf = (profile: Profile): Policy => (profile === 'public' ? publicPolicy : partnerPolicy)

/** A number in [0, 1) that depends on nothing but the snapshot's key and the sum of record keys of a cell. */
export type Uniform = (key: number) => number

/** Rounds n up or down to the base, up with probability (n mod base) / base: right on average. */
export function roundRandomly(n: number, base: number, u: number): number {
  return base * Math.floor(n / base) + (u < (n % base) / base ? base : 0)
}

/** One word for whatever is withheld: a second one would tell why (Kenthapadi, Mishra and Nissim, PODS 2005: denials leak). */
export type Flag = 'rounded' | 'withheld'
export type Cell = {
  nodes: readonly string[]
  flag: Flag
  /** The printed number; null when it is withheld. */
  value: number | null
  lower: number
  upper: number
}

/** What a cell looks like before group rules: v decides everything after. */
export type Rounded = { v: number; printable: boolean; value: number; clustered: boolean }

/** The only step that turns true counts into protected ones. */
export function roundCell(count: Count, counts: 'persons' | 'events', policy: Policy, u: Uniform): Rounded {
  const v = roundRandomly(count.persons, policy.base, u(count.key))
  const clustered = v >= policy.threshold && count.households.size < policy.households
  if (counts === 'persons') return { v, value: v, clustered, printable: v >= policy.threshold && !clustered }
  const value = roundRandomly(count.events, policy.base, u(count.eventKey))
  const enough = v >= policy.threshold && value >= policy.threshold
  const dominated = count.largest > policy.dominance * count.events
  return {
    v,
    value,
    clustered: clustered || (enough && dominated),
    printable: enough && !clustered && !dominated,
  }
}

export type Verdict = 'enough' | 'coarseOnly' | 'oneDimensionOnly' | 'headlinesOnly' | 'tooFew'

/** Of snapshots before h2, and of what is not rounded: judged from the rounded number of people, on the safe side: the true number may be base - 1 lower. */
export function checkPopulation(roundedPeople: number, policy: Policy): Verdict {
  const atLeast = roundedPeople - (policy.base - 1)
  if (atLeast < policy.minimumPeople) return 'tooFew'
  return atLeast < policy.minimumPeopleCrossed ? 'oneDimensionOnly' : 'enough'
}

/** Nodes of a cross product, margins last in each dimension. */
export function listCells(axes: readonly Pick<Axis, 'nodes'>[]): string[][] {
  return axes.reduce<string[][]>(
    (cells, axis) => cells.flatMap((cell) => [...axis.nodes, total].map((node) => [...cell, node])),
    [[]],
  )
}

export type RoundInput = {
  axes: readonly Axis[]
  counts: ReadonlyMap<string, Count>
  unit: 'persons' | 'events'
  policy: Policy
  u: Uniform
}
/** people: rounded number of people in the snapshot. */
export type ProtectInput = RoundInput & { sensitivities: readonly Sensitivity[]; people: number }

/** Rounded values of all cells of a table, in the order of its nodes. */
export function roundTable(input: RoundInput): Map<string, Rounded> {
  return new Map(
    listCells(input.axes).map((nodes) => {
      const key = cellKey(nodes)
      return [key, roundCell(input.counts.get(key) ?? emptyCount, input.unit, input.policy, input.u)]
    }),
  )
}

/**
 * Whether in some group one value of a sensitive dimension stands for nearly everyone: there, knowing that someone belongs to the
 * group is knowing the value. To withhold that group's breakdown would say as much, so the table is made coarser instead, as it is
 * when it is too sparse. Groups that are too small to be printed are withheld anyway.
 */
export function isTelling(
  axes: readonly Axis[],
  sensitivities: readonly Sensitivity[],
  rounded: ReadonlyMap<string, Rounded>,
  policy: Policy,
): boolean {
  return axes.some((axis, i) => {
    const sensitivity = sensitivities[i]
    if (sensitivity === undefined) throw new Error('an axis without a sensitivity')
    if (sensitivity === 'plain') return false
    return listCells(axes)
      .filter((nodes) => nodes[i] === total)
      .some((group) => {
        const whole = rounded.get(cellKey(group))
        const largest = Math.max(
          0,
          ...axis.nodes.map((node) => {
            const part = rounded.get(cellKey(group.map((own, at) => (at === i ? node : own))))
            return part?.v ?? 0
          }),
        )
        return largest >= policy.threshold && largest > policy.maxShare[sensitivity] * (whole?.v ?? 0)
      })
  })
}

/** The widest bound of a table: as many as everyone can be, or as can hide behind a number that is too small. */
export function mostIn(
  { axes, people, policy, unit }: ProtectInput,
  rounded: ReadonlyMap<string, Rounded>,
): number {
  const top = rounded.get(cellKey(axes.map(() => total)))
  const perPerson = unit === 'events' ? contributionCap : 1
  const everybody = top?.printable ? top.value + policy.base - 1 : (people + policy.base - 1) * perPerson
  return Math.max(everybody, (policy.threshold - 1) * perPerson)
}

/**
 * Turns rounded values into printed cells with the interval each of them leaves open. All withheld numbers of a table have one
 * bound, which is true of each: below the threshold where all of them are numbers of so few people, else the widest. Events of
 * few people can be many, and of many people few.
 */
export function toCells(input: ProtectInput, rounded: ReadonlyMap<string, Rounded>): Cell[] {
  const { policy, unit } = input
  const own = (nodes: readonly string[]): Rounded | undefined => rounded.get(cellKey(nodes))
  const all = listCells(input.axes)
  const isFew = unit === 'persons' && all.every((nodes) => !own(nodes)?.clustered)
  const upper = isFew ? policy.threshold - 1 : mostIn(input, rounded)
  return all.map((nodes): Cell => {
    const { printable = false, value = 0 } = own(nodes) ?? {}
    if (!printable) return { nodes, flag: 'withheld', value: null, lower: 0, upper }
    return { nodes, flag: 'rounded', value, lower: value - policy.base + 1, upper: value + policy.base - 1 }
  })
}

/** The whole of mode A for a table whose levels are settled. */
export const protect = (input: ProtectInput): Cell[] => toCells(input, roundTable(input))
