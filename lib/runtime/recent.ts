export type Recent = {
  readonly add: (value: number) => void
  /** The value that 95 of 100 stay below; null while there are too few to speak of. */
  readonly p95: () => number | null
}

/** Fewer say nothing of how it is for everybody. */
const FEWEST = 10
const MOST = 4_000

/** Numbers of the last minute, as many as a quantile needs. */
export const openRecent = (keepMs = 60_000, now: () => number = () => performance.now()): Recent => {
  let seen: { readonly at: number; readonly value: number }[] = []
  const fresh = () => {
    const since = now() - keepMs
    seen = seen.filter(({ at }) => at >= since)
    return seen
  }
  return {
    add: (value) => {
      seen.push({ at: now(), value })
      if (seen.length > MOST) seen = fresh().slice(-MOST / 2)
    },
    p95: () => {
      const values = fresh()
        .map(({ value }) => value)
        .sort((a, b) => a - b)
      return values.length < FEWEST ? null : (values[Math.ceil(values.length * 0.95) - 1] ?? null)
    },
  }
}
