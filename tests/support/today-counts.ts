import { expect } from 'vitest'
import { countFirsts } from '@/lib/today/count.data'
import { SOURCES } from '@/lib/today/first.data'
import { FIRSTS } from '@/lib/today/first.rules'
import { MOST } from '@/lib/today/first-line.data'
import type { GivenOrganisation } from './given/organisation'

/** The menu counts for today what the first screen lists, kind by kind, for who works in files and who leads an office. */
export const expectCountsAsListed = async (organisation: GivenOrganisation): Promise<void> => {
  for (const who of ['casey', 'cory', 'coral', 'sola'] as const) {
    const [counted, listed] = await organisation[who].work(async (work) => {
      const counts = await countFirsts(work)
      const totals: (readonly [string, number])[] = []
      for (const kind of FIRSTS.codes) totals.push([kind, (await SOURCES[kind](work)).length])
      // Of a long list a source reads the beginning.
      const seen = (kind: string, count: number): number => {
        const listed = totals.find(([one]) => one === kind)?.[1] ?? 0
        return listed < MOST ? count : Math.min(count, listed)
      }
      return [
        FIRSTS.codes.map((kind): readonly [string, number] => [kind, seen(kind, counts[kind] ?? 0)]),
        totals,
      ]
    })
    expect({ who, counted }).toEqual({ who, counted: listed })
  }
}
