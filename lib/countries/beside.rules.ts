// Our shares beside those of a country: shares only, whichever of our numbers they are of (docs/adr/0143).

import type { Texts } from './fact.rules'

export type Comparison = {
  readonly slug: string
  readonly title: Texts
  /** The chart whose facts are the other side. */
  readonly chart: string
  /** Ours, as the statistics ask it (lib/statistics/question.rules). */
  readonly question: string
  /** Ours, as an internal report asks it (lib/reporting/question.rules), and why those are other people. */
  readonly report: {
    readonly column: string
    readonly by: string
    /** The groups are continents of the values. */
    readonly isByContinent: boolean
    readonly caution: Texts
  }
  /** By the slug of a fact: the code of the same group of ours. */
  readonly groups: Readonly<Record<string, string>>
  /** Why the two sides count other people. */
  readonly caution: Texts
}

/** One group as the country gives it; per cent, or null where it gives none. */
export type Theirs = { readonly fact: string; readonly label: string; readonly percent: number | null }

/** What is known of one group of ours. */
export type OurCell = { readonly isFew: boolean; readonly value: number | null }

/** Why there is no share of ours: too few, withheld for another reason, inside a wider group, or of too small a whole. */
export type Missing = 'few' | 'withheld' | 'wider' | 'whole'

export type Pair = {
  /** The fact; null for what the named groups leave of the whole. */
  readonly fact: string | null
  readonly label: string
  /** Whole per cent of a printed number in a printed total. */
  readonly ours: number | null
  readonly missing: Missing | null
  readonly theirs: number | null
}

/** Our side: its groups, all of it, from which number on one is given, and how a share is made. */
export type Ours = {
  readonly cells: ReadonlyMap<string, OurCell>
  readonly whole: number | null
  readonly threshold: number
  readonly toPercent: (part: number | null, whole: number | null) => number | null
}

const missingOf = (cell: OurCell | undefined): Missing => {
  if (cell === undefined) return 'wider'
  if (cell.value !== null) return 'whole'
  return cell.isFew ? 'few' : 'withheld'
}

/** Shares with one decimal added up in binary leave a tail. */
const tidy = (percent: number): number => Math.round(percent * 10) / 10

/**
 * Each group of the country with ours, the largest of ours first, and what is left of both wholes last. What ours leave is subtracted
 * from printed numbers, which any reader of the table can do too; under the threshold it is not given, like any other number.
 */
export const pairUp = (
  theirs: readonly Theirs[],
  { groups }: Pick<Comparison, 'groups'>,
  { cells, whole, threshold, toPercent }: Ours,
): readonly Pair[] => {
  const cellOf = ({ fact }: Theirs): OurCell | undefined => cells.get(groups[fact] ?? '')
  const named = theirs.map((group): Pair => {
    const cell = cellOf(group)
    const ours = toPercent(cell?.value ?? null, whole)
    return {
      fact: group.fact,
      label: group.label,
      ours,
      missing: ours === null ? missingOf(cell) : null,
      theirs: group.percent,
    }
  })
  const left = theirs.reduce((rest, group) => rest - (cellOf(group)?.value ?? 0), whole ?? 0)
  const oursLeft = toPercent(left < threshold ? null : left, whole)
  const given = theirs.flatMap(({ percent }) => percent ?? [])
  const theirsLeft =
    given.length < theirs.length ? null : tidy(100 - given.reduce((sum, one) => sum + one, 0))
  return [
    ...named.toSorted((a, b) => (b.ours ?? -1) - (a.ours ?? -1) || (b.theirs ?? -1) - (a.theirs ?? -1)),
    {
      fact: null,
      label: '',
      ours: oursLeft,
      missing: oursLeft === null ? (left < threshold ? 'withheld' : 'whole') : null,
      theirs: theirsLeft === null || theirsLeft < 0 ? null : theirsLeft,
    },
  ]
}
