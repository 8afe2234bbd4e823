import type * as z from 'zod'
import type { nameEquivalentFile } from '@/lib/people/name-equivalent.schema'

type Row = Record<string, unknown>

/** Every two of a group, said from both sides; of two weights for one pair the higher one stands, and "two people" stands before both. */
export const toNameEquivalentRows = (file: z.infer<typeof nameEquivalentFile>): Row[] => {
  const weights = new Map<string, Row>()
  const say = (one: string, other: string, weight: number): void => {
    const key = `${one}\0${other}`
    const before = weights.get(key)
    if (one === other || (before !== undefined && Number(before.weight) >= weight && weight > 0)) return
    weights.set(key, { one, other, weight, source: file.source, recorded_on: file.recordedOn })
  }
  for (const { weight, names } of file.groups)
    for (const one of names) for (const other of names) say(one, other, weight)
  // Who is apart is apart in every spelling.
  const spellings = (name: string): readonly string[] => [
    ...new Set([
      name,
      ...file.groups.flatMap(({ names, weight }) => (weight > 0.8 && names.includes(name) ? names : [])),
    ]),
  ]
  for (const [first, second] of file.apart)
    for (const one of spellings(first))
      for (const other of spellings(second)) {
        say(one, other, -1)
        say(other, one, -1)
      }
  return [...weights.values()]
}
