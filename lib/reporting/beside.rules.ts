import type { Comparison, OurCell, Ours } from '@/lib/countries/beside.rules'
import { continentOf } from '@/lib/people/world-region.rules'
import { NOT_RECORDED } from './dimension.rules'

/** Of fewer people a share would say nothing: one person more would move it by five. */
export const SMALLEST_WHOLE = 20

const toPercent = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole < SMALLEST_WHOLE ? null : Math.round((100 * part) / whole)

/** What was counted as one side of a comparison. Each person has one nationality here, so that those of a continent add up. */
export const toShares = (
  values: ReadonlyMap<string | null, number | null>,
  { report: { isByContinent }, groups }: Pick<Comparison, 'report' | 'groups'>,
): Ours => {
  const sums = new Map(Object.values(groups).map((group) => [group, 0]))
  for (const [value, count] of values) {
    if (value === null || value === NOT_RECORDED) continue
    const group = isByContinent ? continentOf(value) : value
    if (group !== null) sums.set(group, (sums.get(group) ?? 0) + (count ?? 0))
  }
  const cells = new Map<string, OurCell>([...sums].map(([group, value]) => [group, { isFew: false, value }]))
  return { cells, whole: values.get(null) ?? 0, threshold: 0, toPercent }
}
