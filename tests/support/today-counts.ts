import { expect } from 'vitest'
import { countFirsts } from '@/lib/today/count.data'
import { SOURCES } from '@/lib/today/first.data'
import { FIRSTS } from '@/lib/today/first.rules'
import type { GivenOrganisation } from './given/organisation'

/** The menu counts for today what the first screen lists, kind by kind, for who works in files and who leads an office. */
export const expectCountsAsListed = async (organisation: GivenOrganisation): Promise<void> => {
  for (const who of ['casey', 'cory', 'coral', 'sola'] as const) {
    const [counted, listed] = await organisation[who].work(async (work) => {
      const counts = await countFirsts(work)
      const totals: (readonly [string, number])[] = []
      for (const kind of FIRSTS.codes) totals.push([kind, (await SOURCES[kind](work)).total])
      return [FIRSTS.codes.map((kind): readonly [string, number] => [kind, counts[kind] ?? 0]), totals]
    })
    expect({ who, counted }).toEqual({ who, counted: listed })
  }
}
