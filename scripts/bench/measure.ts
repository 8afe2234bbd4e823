/** Middle value; of an even number the lower one of the two in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const timeOf = async (run: () => Promise<unknown>): Promise<number> => {
  const since = performance.now()
  await run()
  return performance.now() - since
}

export const ROUNDS = 9

/**
 * Runs each of several things a few times, one after the other, in alternating order, round after round: what the machine
 * does beside us falls on all of them. @returns the median of each in milliseconds
 */
export const alternate = async <K extends string>(
  things: Readonly<Record<K, () => Promise<unknown>>>,
  { rounds = ROUNDS, times = 5 }: { readonly rounds?: number; readonly times?: number } = {},
): Promise<(name: K) => number> => {
  const names = Object.keys(things).filter((name): name is K => name in things)
  const took = new Map<K, number[]>(names.map((name) => [name, []]))
  for (const name of names) for (let warm = 0; warm < 3; warm++) await things[name]()
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const own: number[] = []
      for (let time = 0; time < times; time++) own.push(await timeOf(things[name]))
      took.get(name)?.push(median(own))
    }
  return (name) => median(took.get(name) ?? [])
}
